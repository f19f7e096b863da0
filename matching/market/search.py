"""The best of the rows that are left, exactly: eight bits first, then whole vectors.

Whoever may be among the best by the eight bits, given how far those can be off, is
looked at again with the whole vector. So nothing is missed: the recall is 1.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.likeness.comparing import Cosines, Vectors
from matching.market.coded import Rows
from matching.market.vectors import Packed, exact, rough
from matching.threads import one_thread

Points = NDArray[np.floating]
# What cosines with the queries (columns) come to, for rows at these places among those
# that are searched; a higher cosine must never give fewer points.
Fuse = Callable[[Cosines | Vectors, Rows], Points]


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """Rows, best first, with their points."""

    rows: Rows
    points: Points


def best(vectors: Packed, rows: Rows, queries: Vectors, count: int, fuse: Fuse) -> Best:
    """The `count` rows with the most points; of equals the first row."""
    with one_thread():
        return _best(vectors, rows, queries, count, fuse)


def _best(
    vectors: Packed, rows: Rows, queries: Vectors, count: int, fuse: Fuse
) -> Best:
    near = rough(vectors, rows, queries)
    everywhere = np.arange(len(rows))
    least = fuse(near.cosines - near.off, everywhere)
    most = fuse(near.cosines + near.off, everywhere)
    places = np.flatnonzero(most >= nth(least, count))
    points = fuse(exact(vectors, rows[places], queries), places)
    order = np.lexsort((rows[places], -points))[:count]
    return Best(rows=rows[places[order]], points=points[order])


def nth(points: Points, count: int) -> float:
    """The points of the last of the best `count`; below all when there are fewer."""
    if len(points) <= count:
        return -np.inf
    return float(np.partition(points, len(points) - count)[len(points) - count])


def alone(cosines: Cosines | Vectors, _places: Rows) -> Points:
    """One query: its cosine is all there is."""
    points: Points = cosines[:, 0]
    return points
