"""Many queries over the same rows at once: one pass of products, few looked at again.

A sample of the rows tells where the best of a query begin; in one pass over all rows
only what lies above that is kept, and of that the best are compared by whole vector.
Where the sample was wrong, and too few are kept, that query is asked alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
import torch

from matching.likeness.comparing import Vectors
from matching.market.coded import Rows
from matching.market.search import Best, Points, alone, best, nth
from matching.market.vectors import (
    Packed,
    eighths,
    exact,
    off_by,
    rough,
    whole_products,
)

SAMPLE = 16  # one in so many rows tells where the best begin
ELEMENTS = 1 << 19  # products at a time: 2 MiB, which stays in the processor's cache
FEW = 4096  # rows from which a sample is worth its while


def best_of_each(
    vectors: Packed, rows: Rows, queries: Vectors, count: int
) -> Sequence[Best]:
    """For each query its best `count` rows, exactly as `search.best` finds them."""
    if len(rows) < FEW or len(rows) < SAMPLE * count:
        return [best(vectors, rows, one[None], count, alone) for one in queries]
    off = off_by(vectors, queries)
    floors = _floors(vectors, rows[::SAMPLE], queries, count)
    above = _above(vectors, rows, queries, floors - 2 * off, off)
    return [
        _settled(vectors, rows, query, count, found)
        if _is_enough(found, count, floor)
        else best(vectors, rows, query[None], count, alone)
        for query, found, floor in zip(queries, above, floors, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Above:
    """The places among the rows that lie above a floor, with their rough points.

    `off`: how far those can be from the truth.
    """

    places: Rows
    points: Points
    off: float


def _floors(vectors: Packed, sample: Rows, queries: Vectors, count: int) -> Vectors:
    """The rough points that about thrice the wanted number of rows will have."""
    share = count / SAMPLE
    wanted = ceil(share + 3 * sqrt(share) + 1)
    near = rough(vectors, sample, queries).cosines
    return np.array([nth(column, wanted) for column in near.T], dtype=np.float32)


def _is_enough(found: _Above, count: int, floor: float) -> bool:
    """Whether the best are all here, however far the eight bits are off."""
    return nth(found.points, count) >= floor if len(found.points) >= count else False


def _settled(
    vectors: Packed, rows: Rows, query: Vectors, count: int, found: _Above
) -> Best:
    likely = found.points >= nth(found.points, count) - 2 * found.off
    chosen = rows[found.places[likely]]
    points = exact(vectors, chosen, query[None])[:, 0]
    order = np.lexsort((chosen, -points))[:count]
    return Best(rows=chosen[order], points=points[order])


def _above(
    vectors: Packed, rows: Rows, queries: Vectors, floors: Vectors, off: Vectors
) -> list[_Above]:
    """In one pass, for each query what lies above its floor."""
    small, scales = eighths(queries)
    asked = torch.from_numpy(small.T.copy(order="C"))
    size = max(64, ELEMENTS // len(queries))
    gathered = np.empty((size, small.shape[1]), np.int8)
    points = np.empty((size, len(queries)), np.float32)
    found: list[tuple[Rows, Rows, Points]] = []
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        here, made = gathered[: len(part)], points[: len(part)]
        np.take(vectors.small, part, axis=0, out=here, mode="clip")
        sums = whole_products(torch.from_numpy(here), asked).numpy()
        np.multiply(sums, vectors.scales[part, None], out=made)
        hits = np.flatnonzero(made >= floors / scales)
        places, numbers = np.divmod(hits, len(queries))
        found.append((numbers, places + start, made.reshape(-1)[hits]))
    return _by_query(found, scales, off)


def _by_query(
    found: Sequence[tuple[Rows, Rows, Points]], scales: Vectors, off: Vectors
) -> list[_Above]:
    numbers, places, points = (
        np.concatenate(column) for column in zip(*found, strict=True)
    )
    order = np.argsort(numbers, kind="stable")
    ends = np.cumsum(np.bincount(numbers, minlength=len(scales)))[:-1]
    return [
        _Above(of_one, points_of_one * scale, float(lost))
        for of_one, points_of_one, scale, lost in zip(
            np.split(places[order], ends),
            np.split(points[order], ends),
            scales,
            off,
            strict=True,
        )
    ]
