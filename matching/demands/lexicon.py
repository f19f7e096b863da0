"""The lexicon: what words in an advert say about the work, read from data files."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any

from matching.demands.marking import Pattern, Sieve
from matching.demands.numerals import number
from matching.demands.scope import crosses
from schemas.capacity_fields import capacity_fields
from schemas.vacancy import Polarity

DENIAL = re.compile(
    r"\b(?:geen(?! (?:moeite|probleem|bezwaar|punt|straf)\b)|niet(?! (?:alleen|bang)\b)"
    r"|zonder(?! (?:moeite|problemen|mopperen|morren|hulp)\b)"
    r"|niets|niemand|nooit|nauwelijks|zelden|weinig)\b"
)
# Words that any word may stand between or before, or that are several words themselves.
_REACHING = re.compile(r"\.\.|&|_| |\*")
CLEAR = 2  # of the strengths 1, 2 and 3
FILES = (
    "body", "loads", "postures", "people", "contact", "mind", "order",
    "surroundings", "air", "times", "hours", "social", "attention", "senses", "shifts",
    "traps", "named",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One line of the lexicon. `anywhere`: counts under "wij bieden" too.

    `also`: fields that come with it when it is asked; a denial says nothing of them.
    `title`: counts in the title only, where a name of an occupation is the work.
    `at_least`, `at_most`: bounds for the number, if there is one; `below_zero`: it is
    said without its minus. `spans`: the words may stand on both sides of a "maar".
    `weak`: not sure enough to exclude anybody, unless it measures or is explicit.
    `deniable`: its denial says that the work does not ask it.
    `named`: words for the work that ask nothing; only their denial tells something.
    `beside`: an aid that says nothing unless the field is asked elsewhere too.
    `unless` are words in the same sentence that make it mean something else.
    """

    asks: Sequence[str]
    also: Sequence[str]
    words: Pattern
    polarity: Polarity
    strength: int
    unit: str | None
    anywhere: bool
    title: bool
    at_least: float
    at_most: float
    below_zero: bool
    denies: bool
    spans: bool
    beside: bool
    deniable: bool
    named: bool
    lower_is_heavier: bool
    weak: bool
    reaches: bool  # has words between its own, where a clause may end
    unless: Mapping[int, Pattern]  # by their number among the traps

    def value(self, found: re.Match[str]) -> float | None:
        """The heaviest number that was said, where this phrase measures."""
        if not self.unit:
            return None
        read = [number(words) for words in found.groups() if words]
        said = [-one if self.below_zero else one for one in read if one is not None]
        if not said:
            return None
        return min(said) if self.lower_is_heavier else max(said)

    def is_meant(self, words: str, value: float | None) -> bool:
        """Whether words that fit the pattern say this and not something else."""
        if self.unit and not self.at_least <= (value or 0) <= self.at_most:
            return False
        if not self.reaches:
            return True
        if not self.denies and DENIAL.search(words):
            return False
        return self.spans or not crosses(words)


class Group(IntEnum):
    """Phrases that count in the same places."""

    TASKS, OFFER, TITLE, TRAPS = range(4)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases, weak ones last, with a sieve that tells which of them may stand."""

    phrases: Sequence[Phrase]
    sieve: Sieve


@cache
def lexicon() -> Lexicon:
    """The bundled lexicon; reading it costs about a second, once."""
    tables = [_table(name) for name in FILES]
    sets = {name: words for table in tables for name, words in table["sets"].items()}
    traps, sieve = _Traps(tables, sets), Sieve(len(Group))
    phrases = sorted(
        (
            _phrase(say, {**table, **group}, sets, unless)
            for table in tables
            for group in table["phrases"]
            for unless in (traps.of(group),)
            for say in group["says"]
        ),
        key=lambda phrase: phrase.weak,
    )
    for at, phrase in enumerate(phrases):
        sieve.add(at, _groups(phrase), phrase.words)
    for at, trap in traps.numbered():
        sieve.add(at, 1 << Group.TRAPS, trap)
    return Lexicon(tuple(phrases), sieve)


def phrase_count() -> int:
    """How many phrases the lexicon holds, alternatives not counted."""
    return len(lexicon().phrases)


def _table(name: str) -> dict[str, Any]:
    text = files("matching.demands").joinpath(f"phrases_{name}.toml").read_text("utf-8")
    return {"sets": {}, "phrases": [], **tomllib.loads(text)}


class _Traps:
    """Words that make phrases mean something else; those of a field hold for all."""

    def __init__(
        self, tables: Sequence[Mapping[str, Any]], sets: Mapping[str, str]
    ) -> None:
        self._patterns: dict[str, Pattern] = {}
        self._numbers: dict[str, int] = {}
        self._sets = sets
        self._of_field: dict[tuple[str, str], list[str]] = {}
        for table in tables:
            for group in table.get("traps", ()):
                for key in _keys(group):
                    self._of_field.setdefault(key, []).extend(group["unless"])

    def of(self, group: Mapping[str, Any]) -> Mapping[int, Pattern]:
        """The traps of a group of phrases, by number."""
        says = [*group.get("unless", ())]
        if not group.get("trapless"):
            says += [say for key in _keys(group) for say in self._of_field.get(key, ())]
        return {self._number(say): self._patterns[say] for say in says}

    def numbered(self) -> Iterator[tuple[int, Pattern]]:
        """All traps that were asked for."""
        return enumerate(self._patterns.values())

    def _number(self, say: str) -> int:
        if say not in self._patterns:
            self._numbers[say] = len(self._patterns)
            self._patterns[say] = Pattern(say, self._sets)
        return self._numbers[say]


def _keys(group: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in group["asks"]:
        yield field, group.get("polarity", "demanded")


def _groups(phrase: Phrase) -> int:
    """The groups a phrase belongs to, a bit for each."""
    text = 0 if phrase.title else 1 << Group.TASKS | phrase.anywhere << Group.OFFER
    return text | 1 << Group.TITLE


def _phrase(
    say: str,
    group: Mapping[str, Any],
    sets: Mapping[str, str],
    unless: Mapping[int, Pattern],
) -> Phrase:
    return Phrase(
        asks=tuple(group["asks"]),
        also=tuple(group.get("also", ())),
        words=Pattern(say, sets),
        polarity=group.get("polarity", "demanded"),
        strength=group["strength"],
        unit=group.get("unit"),
        anywhere=group.get("anywhere", False),
        title=group.get("title", False),
        at_least=group.get("at_least", -inf),
        at_most=group.get("at_most", inf),
        beside=group.get("beside", False),
        deniable=group.get("deniable", True),
        named=group.get("named", False),
        below_zero=group.get("below_zero", False),
        spans="maar" in say,
        lower_is_heavier=_lower_is_heavier(group["asks"][0]),
        denies=DENIAL.search(say.replace("_", " ")) is not None,
        weak=_is_weak(group),
        reaches=_REACHING.search(say) is not None,
        unless=unless,
    )


def _is_weak(group: Mapping[str, Any]) -> bool:
    asked = group.get("polarity", "demanded") == "demanded"
    return bool(group.get("weak")) and asked and bool(group["strength"] == CLEAR)


def _lower_is_heavier(field: str) -> bool:
    known = capacity_fields().get(field)
    return known is not None and known.heavier == "lower"
