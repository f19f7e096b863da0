"""Sifting: from the words of a sentence to the phrases that may stand in it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from re import Pattern as Compiled
from typing import NamedTuple

from matching.demands.phrasing import compile_phrase
from matching.demands.shaping import PIECE, Anchors, Shape, shapes

# Words met so far; a market has some tens of thousands.
REMEMBERED = 32_768
LONGEST_WORD = 60  # what is longer is no word, and must not fill the memory
_NO_WORD = ""  # stands in for it, and after the last word
_PADDING = (_NO_WORD,) * 8
_REACH = 50  # words that are further apart than this may as well stand anywhere


class Pattern:
    """Words to look for, compiled when first asked for: most never are."""

    def __init__(self, phrase: str, sets: Mapping[str, str]) -> None:
        self.phrase = phrase
        self.sets = sets

    @cached_property
    def pattern(self) -> Compiled[str]:
        """The phrase as a pattern over text made `plain`."""
        return compile_phrase(self.phrase, self.sets)


@dataclass(slots=True, eq=False)
class _Kind:
    """Words that are alike to a phrase: those met so far, and what they may lead to."""

    bit: int
    met: set[str] = field(default_factory=set)
    leads: list["Lead"] = field(default_factory=list)


class Lead(NamedTuple):
    """A phrase, by its number, that may stand where its rarest word does.

    `needs`: the bits of its other words. `beside`: words at so many words from it;
    `around`: words between two distances. It begins between `low` and `high` words
    from here; `low` is past `high` where only the phrase itself can tell.
    """

    needs: int
    number: int
    beside: Sequence[tuple[int, Set[str]]]
    around: Sequence[tuple[int, int, Set[str]]]
    low: int
    high: int
    groups: int


class Meant(NamedTuple):
    """What a word may lead to, per group of phrases, and which words it is like.

    Each lead stands after the bits that it needs.
    """

    leads: Sequence[Sequence[tuple[int, Lead]]]
    bits: int


class Heard:
    """The words of a sentence, and what each of them may lead to."""

    __slots__ = ("_meant", "_missing", "_words")

    def __init__(
        self, words: Sequence[str], meant: Sequence[Meant], all_bits: int
    ) -> None:
        self._words = words
        self._meant = meant
        self._missing = all_bits & ~reduce(or_, [one.bits for one in meant], 0)

    def standing(self, group: int) -> dict[int, list[tuple[int, Lead]]]:
        """The phrases of a group that may stand here: by number, with where.

        Where is the place of the word that leads to it.
        """
        missing = self._missing
        near = [
            (at, lead)
            for at, one in enumerate(self._meant)
            for needs, lead in one.leads[group]
            if not needs & missing
        ]
        found: dict[int, list[tuple[int, Lead]]] = {}
        if near:
            padded = [*self._words, *_PADDING]
            for at, lead in near:
                if _fits(lead, padded, at):
                    found.setdefault(lead[1], []).append((at, lead))
        return found


class Sieve(dict[str, Meant]):
    """What each word may lead to, found when it is first met."""

    def __init__(self, groups: int) -> None:
        super().__init__()
        self._groups = range(groups)
        self._kinds: dict[Anchors, _Kind] = {}
        self._all_bits = 0
        self._whole: dict[str, list[_Kind]] = {}
        self._start: dict[str, list[_Kind]] = {}
        self._inside: dict[str, list[_Kind]] = {}

    def add(self, number: int, groups: int, pattern: Pattern) -> None:
        """Take up a phrase; each bit of `groups` is a group that it belongs to."""
        for shape in shapes(pattern.phrase, pattern.sets):
            self._kind(shape.lead).leads.append(self._lead(number, groups, shape))

    def forget_some(self) -> None:
        """Start anew where the memory is full; never in the midst of a sentence."""
        if len(self) > REMEMBERED:
            self.clear()
            for kind in self._kinds.values():
                kind.met.clear()

    def heard(self, words: Sequence[str]) -> "Heard":
        """What the words of a sentence may lead to."""
        return Heard(words, [self[word] for word in words], self._all_bits)

    def __missing__(self, word: str) -> Meant:
        if len(word) > LONGEST_WORD:
            return self[_NO_WORD]
        kinds = self._kinds_of(word)
        leads = [lead for kind in kinds for lead in kind.leads]
        for kind in kinds:
            kind.met.add(word)
        self[word] = meant = Meant(
            tuple(
                tuple((lead.needs, lead) for lead in leads if lead.groups >> group & 1)
                for group in self._groups
            ),
            reduce(or_, (kind.bit for kind in kinds), 0),
        )
        return meant

    def _lead(self, number: int, groups: int, shape: Shape) -> Lead:
        others = [(one, self._kind(one.anchors, needed=True)) for one in shape.others]
        beside = [
            (one.low, kind.met)
            for one, kind in others
            if one.low == one.high and abs(one.low) <= len(_PADDING)
        ]
        around = [
            (one.low, one.high + 1, kind.met)
            for one, kind in others
            if one.low < one.high <= one.low + _REACH
        ]
        return Lead(
            reduce(or_, (kind.bit for _, kind in others), 0),
            number,
            tuple(beside),
            tuple(around),
            *(shape.begin or (1, 0)),
            groups,
        )

    def _kind(self, anchors: Anchors, *, needed: bool = False) -> _Kind:
        kind = self._kinds.get(anchors)
        if kind is None:
            kind = self._kinds[anchors] = _Kind(0)
            for anchor in anchors:
                table = getattr(self, f"_{anchor.kind}")
                table.setdefault(anchor.word, []).append(kind)
        if needed and not kind.bit:
            kind.bit = self._all_bits + 1
            self._all_bits += kind.bit
        return kind

    def _kinds_of(self, word: str) -> Sequence[_Kind]:
        found: dict[_Kind, None] = {}
        for piece in PIECE.findall(word):
            found.update(dict.fromkeys(self._whole.get(piece, ())))
            for size in range(1, len(piece) + 1):
                found.update(dict.fromkeys(self._start.get(piece[:size], ())))
        for part, kinds in self._inside.items():
            if part in word:
                found.update(dict.fromkeys(kinds))
        return tuple(found)


def _fits(lead: Lead, words: Sequence[str], at: int) -> bool:
    """Whether the other words of a phrase stand where it has them."""
    for apart, kind in lead[2]:
        if words[at + apart] not in kind:
            return False
    for low, high, kind in lead[3]:
        start = at + low
        if kind.isdisjoint(words[max(0, start) : at + high]):
            return False
    return True
