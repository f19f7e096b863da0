"""The lexicon: what words in an advert say about the work, read from data files."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any

from matching.demands.marking import Marking, Marks, Pattern, words_of
from matching.demands.numerals import number
from matching.demands.scope import TELLING_WORDS, crosses
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
    "traps",
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
    lower_is_heavier: bool
    weak: bool
    reaches: bool  # has words between its own, where a clause may end
    unless: Sequence[Pattern]
    alarms: Set[int]  # one of these marks stands wherever one of `unless` may

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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases, with a quick way to tell which of them may stand in a sentence.

    Every word leaves marks, one for each word of a phrase that it can be. A phrase is
    only ever tried in a sentence that has all the marks it needs.
    """

    phrases: Sequence[Phrase]
    leads: Mapping[int, Sequence[Phrase]]  # by the mark of their rarest word
    weak_leads: Mapping[int, Sequence[Phrase]]
    telling: Pattern  # without it nothing around a phrase changes what it says
    marks_of: Marks

    def marks(self, text: str, span: tuple[int, int]) -> Set[int]:
        """The marks of a sentence of a text made `plain`."""
        words = words_of(text[span[0] : span[1]])
        return frozenset().union(*map(self.marks_of.__getitem__, words))

    def near(self, marks: Set[int]) -> Iterator[Phrase]:
        """The phrases that may stand in a sentence with these marks, weak ones last."""
        for leads in (self.leads, self.weak_leads):
            for mark in marks & leads.keys():
                for phrase in leads[mark]:
                    if phrase.words.needs <= marks:
                        yield phrase


@cache
def lexicon() -> Lexicon:
    """The bundled lexicon; compiling it costs one or two seconds, once."""
    tables = [_table(name) for name in FILES]
    sets = {name: words for table in tables for name, words in table["sets"].items()}
    marking, traps = Marking(sets), _traps(tables)
    phrases: list[Phrase] = []
    leads: dict[int, list[Phrase]] = {}
    weak_leads: dict[int, list[Phrase]] = {}
    for table in tables:
        for group in table["phrases"]:
            unless = tuple(map(marking.trap, _unless(group, traps)))
            for say in group["says"]:
                phrases.append(_phrase(say, {**table, **group}, marking, unless))
                chosen = weak_leads if phrases[-1].weak else leads
                chosen.setdefault(marking.lead(say), []).append(phrases[-1])
    telling = marking.pattern(TELLING_WORDS)
    return Lexicon(tuple(phrases), leads, weak_leads, telling, marking.marks_of())


def phrase_count() -> int:
    """How many phrases the lexicon holds, alternatives not counted."""
    return len(lexicon().phrases)


def _table(name: str) -> dict[str, Any]:
    text = files("matching.demands").joinpath(f"phrases_{name}.toml").read_text("utf-8")
    return {"sets": {}, "phrases": [], **tomllib.loads(text)}


def _traps(tables: Sequence[Mapping[str, Any]]) -> Mapping[tuple[str, str], list[str]]:
    """Words that make every phrase of a field mean something else."""
    found: dict[tuple[str, str], list[str]] = {}
    for table in tables:
        for group in table.get("traps", ()):
            for field in group["asks"]:
                key = (field, group.get("polarity", "demanded"))
                found.setdefault(key, []).extend(group["unless"])
    return found


def _unless(
    group: Mapping[str, Any], traps: Mapping[tuple[str, str], list[str]]
) -> Iterator[str]:
    yield from group.get("unless", ())
    if group.get("trapless"):
        return
    for field in group["asks"]:
        yield from traps.get((field, group.get("polarity", "demanded")), ())


def _phrase(
    say: str, group: Mapping[str, Any], marking: Marking, unless: Sequence[Pattern]
) -> Phrase:
    return Phrase(
        asks=tuple(group["asks"]),
        also=tuple(group.get("also", ())),
        words=marking.pattern(say),
        polarity=group.get("polarity", "demanded"),
        strength=group["strength"],
        unit=group.get("unit"),
        anywhere=group.get("anywhere", False),
        title=group.get("title", False),
        at_least=group.get("at_least", -inf),
        at_most=group.get("at_most", inf),
        beside=group.get("beside", False),
        deniable=group.get("deniable", True),
        below_zero=group.get("below_zero", False),
        spans="maar" in say,
        lower_is_heavier=_lower_is_heavier(group["asks"][0]),
        denies=DENIAL.search(say.replace("_", " ")) is not None,
        weak=_is_weak(group),
        reaches=_REACHING.search(say) is not None,
        unless=unless,
        alarms=frozenset().union(*(trap.needs for trap in unless)),
    )


def _is_weak(group: Mapping[str, Any]) -> bool:
    asked = group.get("polarity", "demanded") == "demanded"
    return bool(group.get("weak")) and asked and bool(group["strength"] == CLEAR)


def _lower_is_heavier(field: str) -> bool:
    known = capacity_fields().get(field)
    return known is not None and known.heavier == "lower"
