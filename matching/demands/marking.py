"""Sifting: from the words of a sentence to the phrases that may stand in it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from re import Pattern as Compiled
from typing import NamedTuple

from matching.demands.phrasing import compile_phrase
from matching.demands.shaping import PIECE, WORD, Anchors, Shape, leading, shapes

# Words met so far; a market has some tens of thousands.
REMEMBERED = 32_768
LONGEST_WORD = 60  # what is longer is no word, and must not fill the memory
_NO_WORD = ""  # stands in for it, and after the last word
_PADDING = (_NO_WORD,) * 8
_REACH = 50  # words that are further apart than this may as well stand anywhere


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Words to look for, compiled when first asked for: most never are."""

    phrase: str
    sets: Mapping[str, str] = field(repr=False)

    @property
    def pattern(self) -> Compiled[str]:
        """The phrase as a pattern over text made `plain`."""
        return _compiled(self)


@cache
def _compiled(pattern: Pattern) -> Compiled[str]:
    return compile_phrase(pattern.phrase, pattern.sets)


@dataclass(slots=True, eq=False)
class _Kind:
    """Words that are alike to a phrase: those met so far, and what they may lead to."""

    met: set[str] = field(default_factory=set)
    leads: list["Lead"] = field(default_factory=list)
    alarms: list[int] = field(default_factory=list)


class Lead(NamedTuple):
    """A phrase, by its number, that may stand where its rarest word does.

    `beside`: words at so many words from it; `around`: words between two distances;
    `anywhere`: words in the same sentence. `begin` is where the phrase begins.
    """

    number: int
    groups: int
    begin: tuple[int, int] | None
    beside: Sequence[tuple[int, Set[str]]]
    around: Sequence[tuple[int, int, Set[str]]]
    anywhere: Sequence[Set[str]]


class Meant(NamedTuple):
    """What a word may lead to, per group of phrases, and the alarms it raises."""

    leads: Sequence[Sequence[Lead]]
    alarms: Set[int]


class Sieve(dict[str, Meant]):
    """What each word may lead to, found when it is first met."""

    def __init__(self, groups: int) -> None:
        super().__init__()
        self._groups = groups
        self._kinds: dict[Anchors, _Kind] = {}
        self._by_word: dict[str, dict[str, list[_Kind]]] = {
            "whole": {}, "start": {}, "inside": {},
        }  # fmt: skip
        self._longest_start = 0

    def add(self, number: int, groups: int, pattern: Pattern) -> None:
        """Take up a phrase; each bit of `groups` is a group that it belongs to."""
        for shape in shapes(pattern.phrase, pattern.sets):
            self._kind(shape.lead).leads.append(self._lead(number, groups, shape))

    def alarm(self, number: int, pattern: Pattern) -> None:
        """Take up a phrase of which only the rarest word is looked for."""
        for anchors in leading(pattern.phrase, pattern.sets):
            self._kind(anchors).alarms.append(number)

    def standing(self, words: Sequence[str], group: int) -> Iterator[tuple[int, Lead]]:
        """The phrases of a group that may stand among words, each with where.

        Where is the number of the word that leads to it.
        """
        meant = [self[word].leads[group] for word in words]
        padded, bag = [*words, *_PADDING], set(words)
        for at, leads in enumerate(meant):
            for lead in leads:
                _, _, _, beside, around, anywhere = lead
                for apart, kind in beside:
                    if padded[at + apart] not in kind:
                        break
                else:
                    if (not around or _stand_around(around, padded, at)) and not any(
                        map(bag.isdisjoint, anywhere)
                    ):
                        yield at, lead

    def forget_some(self) -> None:
        """Start anew where the memory is full; never in the midst of a sentence."""
        if len(self) > REMEMBERED:
            self.clear()
            for kind in self._kinds.values():
                kind.met.clear()

    def __missing__(self, word: str) -> Meant:
        if len(word) > LONGEST_WORD:
            return self[_NO_WORD]
        kinds = self._kinds_of(word)
        leads = [lead for kind in kinds for lead in kind.leads]
        for kind in kinds:
            kind.met.add(word)
        self[word] = meant = Meant(
            tuple(
                tuple(lead for lead in leads if lead.groups >> group & 1)
                for group in range(self._groups)
            ),
            frozenset(number for kind in kinds for number in kind.alarms),
        )
        return meant

    def _lead(self, number: int, groups: int, shape: Shape) -> Lead:
        places = [(p.low, p.high, self._kind(p.anchors).met) for p in shape.others]
        beside, around, anywhere = [], [], []
        for low, high, met in places:
            if high - low > _REACH:
                anywhere.append(met)
            elif low == high and abs(low) <= len(_PADDING):
                beside.append((low, met))
            else:
                around.append((low, high + 1, met))
        return Lead(
            number, groups, shape.begin, tuple(beside), tuple(around), tuple(anywhere)
        )

    def _kind(self, anchors: Anchors) -> _Kind:
        kind = self._kinds.get(anchors)
        if kind is None:
            kind = self._kinds[anchors] = _Kind()
            for anchor in anchors:
                self._by_word[anchor.kind].setdefault(anchor.word, []).append(kind)
        return kind

    def _kinds_of(self, word: str) -> Sequence[_Kind]:
        found: dict[_Kind, None] = {}
        whole, start, inside = self._by_word.values()
        for piece in PIECE.findall(word):
            found.update(dict.fromkeys(whole.get(piece, ())))
            for size in range(1, len(piece) + 1):
                found.update(dict.fromkeys(start.get(piece[:size], ())))
        for part, kinds in inside.items():
            if part in word:
                found.update(dict.fromkeys(kinds))
        return tuple(found)


def _stand_around(
    around: Sequence[tuple[int, int, Set[str]]], words: Sequence[str], at: int
) -> bool:
    for low, high, kind in around:
        if kind.isdisjoint(words[max(0, at + low) : at + high]):
            return False
    return True
