"""The lexicon: what words in an advert say about the work, read from data files."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any

from matching.phrasing import WORD_START, Anchor, anchors, compile_phrase
from schemas.vacancy import Polarity

DENIAL = re.compile(r"\b(?:geen|niet|niets|zonder|nooit|nauwelijks|zelden|weinig)\b")
_WORD = re.compile(r"[a-z]+|\d+")
FILES = ("body", "people", "mind", "surroundings", "times")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One line of the lexicon. `anywhere`: counts under "wij bieden" too.

    `title`: counts in the title only, where a name of an occupation is the work.
    `at_least`, `at_most`: bounds for the number, if there is one.
    `beside`: an aid that says nothing unless the field is asked elsewhere too.
    `unless` are words in the same sentence that make it mean something else.
    """

    asks: Sequence[str]
    pattern: re.Pattern[str]
    polarity: Polarity
    strength: int
    unit: str | None
    anywhere: bool
    title: bool
    at_least: float
    at_most: float
    denies: bool
    beside: bool
    unless: Sequence[re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases, with a scan that tells which of them may stand in a text.

    One pass over the words finds the anchors: words without which a phrase
    cannot match. Only phrases whose anchor is there are ever tried.
    """

    phrases: Sequence[Phrase]
    whole: Mapping[str, Sequence[int]]
    parts: Mapping[str, Sequence[int]]
    starting: re.Pattern[str]
    inside: re.Pattern[str]

    def near(self, text: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Places in a plain text, with the phrases that may stand around them."""
        for word in _WORD.finditer(text):
            numbers = self.whole.get(word[0])
            if numbers:
                yield word.start(), numbers
        for scan in (self.starting, self.inside):
            for found in scan.finditer(text):
                yield found.start(), self.parts[found[1]]


@cache
def lexicon() -> Lexicon:
    """The bundled lexicon; reading it costs a tenth of a second, once."""
    tables = [_table(name) for name in FILES]
    sets = {name: words for table in tables for name, words in table["sets"].items()}
    groups = [group for table in tables for group in table["phrases"]]
    said = [(say, group) for group in groups for say in group["says"]]
    phrases = tuple(_phrase(say, group, sets) for say, group in said)
    return _indexed(phrases, [anchors(say, sets) for say, _ in said])


def phrase_count() -> int:
    """How many phrases the lexicon holds, alternatives not counted."""
    return len(lexicon().phrases)


def _table(name: str) -> dict[str, Any]:
    text = files("matching").joinpath(f"phrases_{name}.toml").read_text("utf-8")
    return {"sets": {}, **tomllib.loads(text)}


def _phrase(say: str, group: Mapping[str, Any], sets: Mapping[str, str]) -> Phrase:
    return Phrase(
        asks=tuple(group["asks"]),
        pattern=compile_phrase(say, sets),
        polarity=group.get("polarity", "demanded"),
        strength=group["strength"],
        unit=group.get("unit"),
        anywhere=group.get("anywhere", False),
        title=group.get("title", False),
        at_least=group.get("at_least", -inf),
        at_most=group.get("at_most", inf),
        beside=group.get("beside", False),
        denies=DENIAL.search(say.replace("_", " ")) is not None,
        unless=tuple(compile_phrase(trap, sets) for trap in group.get("unless", ())),
    )


def _indexed(
    phrases: Sequence[Phrase], required: Sequence[Sequence[Anchor]]
) -> Lexicon:
    whole: dict[str, set[int]] = {}
    parts: dict[str, set[int]] = {}
    for number, words in enumerate(required):
        for anchor in words:
            kept = whole if anchor.kind == "whole" else parts
            kept.setdefault(anchor.word, set()).add(number)
    kinds = {a.word: a.kind for words in required for a in words if a.word in parts}
    starting = [word for word, kind in kinds.items() if kind == "start"]
    inside = [word for word, kind in kinds.items() if kind == "inside"]
    return Lexicon(
        phrases=phrases,
        whole={word: tuple(sorted(numbers)) for word, numbers in whole.items()},
        parts={word: _with_shorter(word, parts) for word in parts},
        starting=re.compile(f"{WORD_START}(?=({_trie(starting)}))"),
        inside=re.compile(f"(?=({_trie(inside)}))"),
    )


def _with_shorter(word: str, numbers: Mapping[str, set[int]]) -> tuple[int, ...]:
    """The scan reports the longest anchor; shorter ones at its start count too."""
    heads = (word[:size] for size in range(1, len(word) + 1))
    return tuple(sorted({n for head in heads for n in numbers.get(head, ())}))


def _trie(words: Iterable[str]) -> str:
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root) if root else r"(?!)"


def _branch(node: Mapping[str, Any]) -> str:
    branches = [
        re.escape(letter) + _branch(below) for letter, below in node.items() if letter
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
