r"""The shape of a phrase: which words it needs and how far apart they stand.

Distances are counted in words as a text has them (`\w+`). Where a shape does not fit
its phrase does not stand; where it fits the phrase may stand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matching.demands.phrasing import both_ways, expand

FAR = 10_000  # further apart than the words of any sentence that we read
WORD = re.compile(r"\w+")
PIECE = re.compile(r"[a-z]+|\d+")

# fmt: off
_USUAL_WORDS = frozenset({
    "de", "het", "een", "en", "van", "in", "je", "op", "met", "voor", "te", "aan", "is",
    "die", "dat", "er", "om", "jij", "u", "uw", "jouw", "of", "bij", "als", "we", "wij",
    "tot", "uur", "dag", "dagen", "werk", "werkt", "werken", "per", "ook", "naar",
    "zijn", "bent", "kan", "kunt", "hebt", "heeft", "door", "maar", "niet", "geen",
    "alles", "uit", "over", "week", "goed", "onze", "ons", "wat", "jaar", "zelf",
    "na", "af",
    "ligt", "doen", "doet", "maak", "maakt", "staat", "twee", "drie", "1", "2", "3",
    "4", "5", "veel", "vast", "vaste", "team", "ervaring", "collega", "taken", "samen",
    "zorg",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word, the start of a word, or letters inside one."""

    word: str
    kind: Literal["whole", "start", "inside"]


Anchors = tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One of these words stands `low` to `high` words further on."""

    anchors: Anchors
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Shape:
    """One order of the words of a phrase, seen from its rarest word.

    `begin` is where the phrase begins, if that can be told in words.
    """

    lead: Anchors
    others: Sequence[Place]
    begin: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a phrase, counted in words from where the phrase begins.

    `begin` and `at`: between which it begins, and its anchor stands in it.
    """

    anchors: Anchors
    begin: tuple[int, int]
    at: tuple[int, int]


def shapes(phrase: str, sets: Mapping[str, str]) -> Iterator[Shape]:
    """The orders in which the words of a phrase may stand; most have one."""
    for way in both_ways(expand(phrase, sets)):
        words = list(_words(way.split()))
        if not words:
            raise ValueError(f"zin zonder vast woord: {phrase!r}")
        lead, *others = sorted(words, key=lambda word: sum(map(_usual, word.anchors)))
        yield Shape(
            lead.anchors,
            [_seen_from(lead, other) for other in others],
            _begin(lead) if _begins_with_words(way.split()) else None,
        )


def _begin(lead: _Word) -> tuple[int, int]:
    return -lead.begin[1] - lead.at[1], -lead.begin[0] - lead.at[0]


def _begins_with_words(tokens: Sequence[str]) -> bool:
    """Not with a number or a mark, which stand before or in the midst of a word."""
    if "#" in tokens:
        return False
    first = next(at for at, token in enumerate(tokens) if token[0] not in "?.")
    opening = "|".join(token.removeprefix("?") for token in tokens[: first + 1])
    return all(one.lstrip("*")[:1].isalpha() for one in opening.split("|"))


def _seen_from(lead: _Word, other: _Word) -> Place:
    apart = [there - here for here, there in zip(lead.begin, other.begin, strict=True)]
    return Place(
        other.anchors,
        min(apart) + other.at[0] - lead.at[1],
        max(apart) + other.at[1] - lead.at[0],
    )


def _words(tokens: Sequence[str]) -> Iterator[_Word]:
    """The words that a phrase cannot do without."""
    low = high = 0
    for part in tokens:
        if part == "#":
            high += FAR  # 1.250.000 is three words, and the kg of 20kg is none
        elif part.startswith(".."):
            high += int(part[2:] or 3)
        else:
            sizes, anchors, at = _alternatives(part.removeprefix("?"))
            if part[0] != "?" and anchors:
                yield _Word(anchors, (low, high), at)
            low += 0 if part[0] == "?" else min(sizes)
            high += max(sizes)


def _alternatives(token: str) -> tuple[Sequence[int], Anchors, tuple[int, int]]:
    """Sizes in words, an anchor each if all have one, and where these stand."""
    sizes: list[int] = []
    anchors: list[Anchor] = []
    places: list[int] = []
    for alternative in token.split("|"):
        runs = WORD.findall(alternative.replace("_", " "))
        sizes.append(len(runs))
        pieces = [(p, at) for at, run in enumerate(runs) for p in PIECE.findall(run)]
        if pieces:
            anchor, place = _anchor(alternative, pieces)
            anchors.append(anchor)
            places.append(place)
    if len(anchors) < len(sizes):
        return sizes, (), (0, 0)
    return sizes, tuple(anchors), (min(places), max(places))


def _anchor(alternative: str, pieces: Sequence[tuple[str, int]]) -> tuple[Anchor, int]:
    if alternative.startswith("*"):
        piece, place = pieces[0]
        return Anchor(piece, "inside"), place
    if alternative.endswith("*"):
        piece, place = pieces[-1]
        kind: Literal["start", "inside"] = "inside" if piece.isdigit() else "start"
        return Anchor(piece, kind), place
    piece, place = min(pieces, key=lambda one: _rarity(one[0]))
    # The 4 of "14 uur" starts no word of letters, and may start a phrase.
    return Anchor(piece, "inside" if piece.isdigit() else "whole"), place


def _usual(anchor: Anchor) -> float:
    """A guess at how often a word stands in any advert; only speed depends on it."""
    return _rarity(anchor.word) * (1 if anchor.kind == "whole" else 3)


def _rarity(word: str) -> float:
    return 30.0 if word in _USUAL_WORDS else 12 / len(word) ** 2
