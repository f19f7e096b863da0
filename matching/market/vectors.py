"""Vectors of the open vacancies, whole and in eight bits, and cosines over some rows.

In eight bits a vector is a quarter as long to read, and what that leaves out is known:
`rough` says how far it can be off, so that whoever searches can be exact all the same.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from matching.likeness.comparing import Cosines, Vectors
from matching.likeness.cosines import cosines
from matching.market.coded import Rows

Eighths = NDArray[np.int8]

MOST = 127
BLOCK = 4096  # rows at a time: 1 MiB, which stays in the processor's cache
PACK = 1024  # rows at a time: 1 MiB of whole vectors
SLACK = 1e-6  # of float32 itself, in a sum of some hundreds of products


@dataclass(frozen=True)
class Packed:
    """Row for row a unit vector, its eight-bit form, and how to get back from that.

    `scales` times the eight bits is the vector again, `losses` (a length) apart.
    """

    whole: Vectors
    small: Eighths
    scales: Vectors
    losses: Vectors

    def __len__(self) -> int:
        return len(self.whole)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self.whole.shape[1])

    @cached_property
    def loss(self) -> float:
        """The largest loss of any row."""
        return float(self.losses.max(initial=0.0))

    def taken(self, rows: Rows) -> "Packed":
        """These rows alone."""
        return Packed(
            self.whole[rows], self.small[rows], self.scales[rows], self.losses[rows]
        )

    def with_more(self, more: "Packed") -> "Packed":
        """These rows, and after them those; what is empty has no width of its own."""
        if not len(self) or not len(more):
            return more if len(more) else self
        return Packed(
            np.concatenate([self.whole, more.whole]),
            np.concatenate([self.small, more.small]),
            np.concatenate([self.scales, more.scales]),
            np.concatenate([self.losses, more.losses]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rough:
    """Cosines of rows with queries, each at most `off` (per query) from the truth."""

    cosines: Vectors
    off: Vectors


def packed(whole: Vectors) -> Packed:
    """Eight-bit forms beside the vectors, made in portions."""
    rows, width = whole.shape
    made = Packed(
        whole,
        np.empty((rows, width), np.int8),
        np.empty(rows, np.float32),
        np.empty(rows, np.float32),
    )
    for start in range(0, rows, PACK):
        part = slice(start, start + PACK)
        small, scales = eighths(whole[part])
        made.small[part], made.scales[part] = small, scales
        lost = small * scales[:, None]
        lost -= whole[part]
        made.losses[part] = np.sqrt(np.einsum("ij,ij->i", lost, lost))
    return made


def eighths(whole: Vectors) -> tuple[Eighths, Vectors]:
    """Vectors in eight bits each, and what to multiply them by."""
    largest = np.maximum(
        whole.max(axis=1, initial=0.0), -whole.min(axis=1, initial=0.0)
    )
    scales = (np.where(largest > 0, largest, 1) / MOST).astype(np.float32)
    small = whole / scales[:, None]
    return np.rint(small, out=small).astype(np.int8), scales


def rough(vectors: Packed, rows: Rows, queries: Vectors) -> Rough:
    """Cosines by the eight bits alone.

    The whole numbers add up exactly, in whatever order and on however many threads.
    """
    small, scales = eighths(queries)
    cosines = np.empty((len(rows), len(queries)), np.float32)
    gathered = np.empty((BLOCK, vectors.small.shape[1]), np.int8)
    asked = torch.from_numpy(small.T.copy(order="C"))
    for start in range(0, len(rows), BLOCK):
        part = rows[start : start + BLOCK]
        here = gathered[: len(part)]
        np.take(vectors.small, part, axis=0, out=here, mode="clip")
        sums = whole_products(torch.from_numpy(here), asked).numpy()
        np.multiply(
            sums, vectors.scales[part, None], out=cosines[start : start + BLOCK]
        )
    cosines *= scales
    return Rough(cosines=cosines, off=off_by(vectors, queries))


def off_by(vectors: Packed, queries: Vectors) -> Vectors:
    """How far the rough cosine of each query can be off, with any row."""
    small, scales = eighths(queries)
    lost = np.linalg.norm(queries - small * scales[:, None], axis=1)
    longest = np.linalg.norm(queries, axis=1)
    off: Vectors = longest * vectors.loss + lost * (1 + vectors.loss) + SLACK
    return off.astype(np.float32)


def whole_products(rows: torch.Tensor, queries: torch.Tensor) -> torch.Tensor:
    """The products of eight-bit rows and columns, as whole numbers of 32 bits."""
    products: torch.Tensor = torch._int_mm(rows, queries)  # noqa: SLF001 - no other way
    return products


def exact(vectors: Packed, rows: Rows, queries: Vectors) -> Cosines:
    """Cosines in double precision: on every machine equal in all digits we keep."""
    found = np.empty((len(rows), len(queries)), np.float64)
    for start in range(0, len(rows), BLOCK):
        part = rows[start : start + BLOCK]
        found[start : start + BLOCK] = cosines(vectors.whole[part], queries)
    return found
