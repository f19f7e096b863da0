"""The shelves of one person: the best that fit, and of what is out the nearest.

Rows are judged from the highest possible score downwards, until nothing that was not
judged can stand higher: the first of each shelf are those of judging everything. Only
of what is out it is the `REACH` that resemble most which are looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Rows
from matching.market.limits import Sieved
from matching.ordering import Placed, in_order
from matching.scoring.variety import FIRST
from schemas.match import Match

REACH = 5_000  # of what is out, by likeness alone; nobody asks for less alike work

Scores = NDArray[np.float64]
Judge = Callable[[Rows], Sequence[Placed]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Matches in order, fitting first, and how many of the whole market are out."""

    matches: Sequence[Match]
    excluded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Judges rows, each once; `highest` is the most each row's score can be."""

    judge: Judge
    known: dict[int, Placed] = field(default_factory=dict)

    def __call__(self, rows: Rows) -> list[Placed]:
        new = np.array([row for row in rows.tolist() if row not in self.known], np.intp)
        if len(new):
            self.known.update(zip(new.tolist(), self.judge(new), strict=True))
        return [self.known[row] for row in rows.tolist()]


def first(
    rows: Rows,
    highest: Scores,
    judged: Judged,
    accept: Callable[[Placed], bool],
    count: int,
) -> list[Placed]:
    """The first `count` rows that are accepted, or some more, best first; or all.

    Exactly the first: nothing that was not judged can stand among them.
    """
    order = np.argsort(-highest, kind="stable")
    found: list[Placed] = []
    at, floor = 0, -1.0
    while at < len(order) and highest[order[at]] >= floor:
        sure = int(np.searchsorted(-highest[order], -floor, side="right"))
        end = sure if floor >= 0 else min(at + 2 * count, len(order))
        found += [one for one in judged(rows[order[at:end]]) if accept(one)]
        at = end
        if len(found) >= count:
            floor = sorted(one.match.score for one in found)[-count]
    if at < len(order):
        found = [one for one in found if one.match.score >= floor]
    return sorted(found, key=_place)


def _place(one: Placed) -> tuple[float, UUID]:
    return -one.match.score, one.match.vacancy_id


def is_fitting(one: Placed) -> bool:
    """Whether nothing is objected to it."""
    return one.match.verdict != "past_niet"


def fitting(rows: Rows, highest: Scores, judged: Judged, count: int) -> list[Match]:
    """The first that fit, in the order of the page.

    Variety may reach down for another employer: then more are judged, until what it
    reached for is sure to be what it would reach for among all.
    """
    wanted = count
    while True:
        found = first(rows, highest, judged, is_fitting, wanted)
        ordered = in_order(found)
        if len(found) < wanted or _is_settled(ordered, found):
            return ordered
        wanted *= 2


def _is_settled(ordered: Sequence[Match], found: Sequence[Placed]) -> bool:
    """Whether variety left the last one alone, so that it did not run out."""
    if len(found) <= FIRST:
        return False
    last = ordered[-1]
    return last.vacancy_id == found[-1].match.vacancy_id and last.held_back is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Where to look: rows that are left, and what is out with the most it can score.

    `near` are those of `out` that may be blocked on a few points only.
    """

    left: Rows
    left_highest: Scores
    out: Rows
    out_highest: Scores
    near: NDArray[np.bool_]


def excluded(sides: Sides, judged: Judged, count: int) -> list[Placed]:
    """The first of what is out: blocked on a few points first, each side best first."""
    caught = _caught(sides, judged)
    rows = np.concatenate([sides.out, caught])
    highest = np.concatenate([sides.out_highest, np.ones(len(caught))])
    near = np.concatenate([sides.near, np.ones(len(caught), np.bool_)])
    nearest = first(rows[near], highest[near], judged, _is_near, count)
    if len(nearest) >= count:
        return nearest
    return nearest + first(rows, highest, judged, _is_far, count - len(nearest))


def _caught(sides: Sides, judged: Judged) -> Rows:
    """What seemed to be left, and is out all the same."""
    left = sides.left[np.isin(sides.left, list(judged.known))]
    out = [not is_fitting(one) for one in judged(left)]
    return left[np.array(out, dtype=np.bool_)]


def _is_near(one: Placed) -> bool:
    return one.near


def _is_far(one: Placed) -> bool:
    return not is_fitting(one) and not one.near


def shelves(
    sieved: Sieved, sides: Sides, judged: Judged, begun: Rows, count: int
) -> Ranking:
    """The first `count` of either side and more, and what was set going wherever."""
    judged(sieved.unsure)
    chosen = fitting(sides.left, sides.left_highest, judged, count)
    beyond = excluded(sides, judged, count)
    there = {one.vacancy_id for one in chosen}
    there |= {one.match.vacancy_id for one in beyond}
    extra = [one for one in judged(begun) if one.match.vacancy_id not in there]
    fits = sorted((one for one in extra if is_fitting(one)), key=_place)
    outs = sorted((one for one in extra if not is_fitting(one)), key=_far_last)
    return Ranking(
        matches=[
            *chosen,
            *(one.match for one in (*fits, *beyond, *outs)),
        ],
        excluded=sieved.rows - len(sieved.left) + len(_caught(sides, judged)),
    )


def _far_last(one: Placed) -> tuple[bool, float, UUID]:
    return not one.near, *_place(one)
