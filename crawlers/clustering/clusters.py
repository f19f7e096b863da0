"""From pairs that are one job to clusters, and which advert stands for each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from crawlers.clustering.names import Spot, same_place

NO_MATTER = 0.05  # two likenesses this close do not choose between two jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two adverts that were found to be one job; see `Likeness`."""

    one: UUID
    other: UUID
    score: float
    is_weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What decides which advert of a cluster is shown.

    `is_own_page`: on the employer's own site. `facts` counts what the advert tells.
    """

    id: UUID
    source: str
    spot: Spot
    is_open: bool
    is_own_page: bool
    is_intermediary: bool
    language: str | None
    facts: int
    length: int
    first_seen: datetime


def clusters_of(
    pairs: Iterable[Pair], members: Mapping[UUID, Member]
) -> dict[UUID, UUID]:
    """Per advert that another stands for, that other one.

    Best pairs first. Two clusters become one only when each advert was itself found
    to be the same job as the one in the middle, and no two adverts of one source come
    together that were not: so likeness does not creep from one job to the next.
    """
    known = _Pairs(pairs, members)
    made = _Clusters(known, members)
    for pair in known.best_first():
        made.join(pair.one, pair.other)
    return made.represented()


class _Pairs:
    """The pairs that count: a weak one only when it fits no second job as well."""

    def __init__(self, pairs: Iterable[Pair], members: Mapping[UUID, Member]) -> None:
        found = [p for p in pairs if p.one in members and p.other in members]
        self._members = members
        self._partners: dict[UUID, dict[UUID, Pair]] = defaultdict(dict)
        for pair in found:
            self._partners[pair.one][pair.other] = pair
            self._partners[pair.other][pair.one] = pair
        doubtful = [p for p in found if p.is_weak and self._fits_another(p)]
        for pair in doubtful:
            del self._partners[pair.one][pair.other]
            del self._partners[pair.other][pair.one]

    def are_one(self, one: UUID, other: UUID) -> bool:
        """Whether they were found to be the same job."""
        return one == other or other in self._partners[one]

    def best_first(self) -> list[Pair]:
        """What is open first, then most alike; where that is no difference, by id."""
        each = {
            (pair.one, pair.other): pair
            for partners in self._partners.values()
            for pair in partners.values()
        }
        return sorted(each.values(), key=self._order)

    def _order(self, pair: Pair) -> tuple[bool, float, UUID, UUID]:
        is_open = self._members[pair.one].is_open and self._members[pair.other].is_open
        return not is_open, -pair.score, pair.one, pair.other

    def _fits_another(self, pair: Pair) -> bool:
        return self._has_rival(pair, pair.one, pair.other) or self._has_rival(
            pair, pair.other, pair.one
        )

    def _has_rival(self, pair: Pair, one: UUID, partner: UUID) -> bool:
        return any(
            rival.score > pair.score - NO_MATTER
            and self._counts_against(other, partner)
            and self._exclude(partner, other)
            for other, rival in self._partners[one].items()
            if other != partner
        )

    def _counts_against(self, other: UUID, partner: UUID) -> bool:
        """What is gone takes no advert away from what is open."""
        return self._members[other].is_open or not self._members[partner].is_open

    def _exclude(self, one: UUID, other: UUID) -> bool:
        """Whether two adverts cannot be one job."""
        if self.are_one(one, other):
            return False
        first, second = self._members[one], self._members[other]
        known = first.spot.is_known and second.spot.is_known
        elsewhere = known and not same_place(first.spot, second.spot)
        return first.source == second.source or elsewhere


class _Clusters:
    """Clusters in the making, each with the advert in its middle first."""

    def __init__(self, pairs: _Pairs, members: Mapping[UUID, Member]) -> None:
        self._pairs = pairs
        self._members = members
        self._of: dict[UUID, list[UUID]] = {}

    def join(self, one: UUID, other: UUID) -> None:
        """Make one cluster of the two that these adverts are in, if all of it holds."""
        first, second = self._of.get(one, [one]), self._of.get(other, [other])
        together = sorted(first + second, key=self._standing)
        if first is second or not self._holds(together[0], first, second):
            return
        self._of.update(dict.fromkeys(together, together))

    def represented(self) -> dict[UUID, UUID]:
        """Every advert that another is shown for, with that other."""
        shown = {id_: min(each, key=self._shown) for id_, each in self._of.items()}
        return {id_: first for id_, first in shown.items() if id_ != first}

    def _holds(self, middle: UUID, first: list[UUID], second: list[UUID]) -> bool:
        found = all(self._pairs.are_one(middle, each) for each in first + second)
        return found and all(
            self._pairs.are_one(one, other)
            for one in first
            for other in second
            if self._members[one].source == self._members[other].source
        )

    def _shown(self, id_: UUID) -> tuple[object, ...]:
        """A job that is gone never stands for one that is open."""
        return (not self._members[id_].is_open, *self._standing(id_))

    def _standing(self, id_: UUID) -> tuple[object, ...]:
        member = self._members[id_]
        return (
            not member.is_own_page,
            member.is_intermediary,
            member.language != "nl",
            -member.facts,
            -member.length,
            member.first_seen,
            id_,
        )
