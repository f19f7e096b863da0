"""What is compared of two adverts: the facts of each, and its wording."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from crawlers.clustering.names import Spot
from crawlers.clustering.sketch import Sketch
from crawlers.clustering.wording import Sentence

# Fewer shingles than this, some four sentences, prove nothing.
FEWEST_SHINGLES = 20

OPENING = 5  # sentences, a third of the advert at most

Range = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """The facts. `size` counts the shingles its sketch was made of.

    `reference` is the employer's or platform's number for the job; `is_fresh` says
    that it has not been compared since it changed.
    """

    id: UUID
    source: str
    title: frozenset[str]
    employer: str
    is_intermediary: bool
    spot: Spot
    hours: Range
    salary: Range
    language: str | None
    reference: str | None
    size: int
    sketch: Sketch
    is_fresh: bool


class Wording(NamedTuple):
    """Its shingles, the boilerplate apart, and the marks of all its sentences.

    `body` is the core without the opening, the first sentences.
    """

    marks: frozenset[int]
    core: frozenset[int]
    body: frozenset[int]
    dropped: frozenset[int]

    @property
    def whole(self) -> frozenset[int]:
        """Everything, boilerplate and all."""
        return self.core | self.dropped

    @property
    def is_thin(self) -> bool:
        """Whether hardly anything is its own."""
        return len(self.core) < FEWEST_SHINGLES


def wording_of(sentences: Iterable[Sentence], dropped: Collection[int]) -> Wording:
    """Set the sentences of an advert apart; `dropped` are the marks of boilerplate."""
    all_of_it = list(sentences)
    told = [s.shingles for s in all_of_it if s.shingles and s.mark not in dropped]
    opening = min(OPENING, len(told) // 3)
    boilerplate = _union(s.shingles for s in all_of_it if s.mark in dropped)
    return Wording(
        marks=frozenset(sentence.mark for sentence in all_of_it),
        core=_union(told) - boilerplate,
        body=_union(told[opening:]) - boilerplate,
        dropped=boilerplate,
    )


def _union(parts: Iterable[tuple[int, ...]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(parts))
