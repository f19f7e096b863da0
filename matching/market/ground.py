"""Where the work is: rows lie by place, so what is within reach is a few stretches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Codes, Rows

BAND = 0.1  # degrees of latitude, about 11 km: neighbours lie in the same few bands

Mask = NDArray[np.bool_]
Spots = NDArray[np.float64]
# Some rows of a column that lies by place.
Cut = Callable[[NDArray[Any]], NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """`spots` are the points where there is work, latitude and longitude.

    The first is nowhere (NaN): unknown, or all of it can be done at home. `order` are
    the rows by spot, from `starts[spot]`, and `codes` the spot of each row.
    """

    spots: Spots
    codes: Rows
    order: Codes
    starts: Rows

    def rows_at(self, spots: Mask) -> Rows:
        """The rows that lie there, in no order."""
        return np.asarray(self.cut(spots)(self.order), np.intp)

    def cut(self, spots: Mask) -> Cut:
        """What takes these spots out of a column that lies by place."""
        parts = self._stretches(spots)
        if len(parts) == 1:
            return lambda column: column[parts[0]]
        return lambda column: np.concatenate(
            [column[:0], *(column[part] for part in parts)]
        )

    def _stretches(self, spots: Mask) -> Sequence[slice]:
        edges = np.flatnonzero(np.diff(spots, prepend=False, append=False))
        ends = self.starts[edges].tolist()
        return [slice(*pair) for pair in zip(ends[::2], ends[1::2], strict=True)]


def ground_of(lat: Spots, lon: Spots, anywhere: Mask) -> Ground:
    """The ground of rows at these points; where they are `anywhere`, at none."""
    points = lat + 1j * lon
    known = ~np.isnan(points) & ~anywhere
    found, there = np.unique(points[known], return_inverse=True)
    order = np.lexsort((found.imag, found.real // BAND))
    places = np.empty(len(order), np.intp)
    places[order] = np.arange(1, len(order) + 1)
    codes = np.zeros(len(lat), np.intp)
    codes[known] = places[there.reshape(-1)]
    nowhere = [[np.nan, np.nan]]
    counts = np.bincount(codes, minlength=len(order) + 1)
    return Ground(
        spots=np.concatenate(
            [nowhere, np.stack([found.real, found.imag], axis=1)[order]]
        ),
        codes=codes,
        order=np.argsort(codes, kind="stable").astype(np.int32),
        starts=np.append(0, np.cumsum(counts)),
    )
