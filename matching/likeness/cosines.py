"""Cosines of unit vectors in double precision."""

import numpy as np
from numpy.typing import NDArray

PORTION = 1024  # rows at a time, which the processor can keep at hand


def cosines(
    rows: NDArray[np.float32], asked: NDArray[np.float32]
) -> NDArray[np.float64]:
    """A row per row: in the digits we keep the same however many rows there are."""
    found = np.empty((len(rows), len(asked)))
    turned = asked.astype(np.float64).T
    for start in range(0, len(rows), PORTION):
        part = rows[start : start + PORTION]
        found[start : start + PORTION] = part.astype(np.float64) @ turned
    return found
