"""Reads the bytes of `copy … (format binary)` into arrays, a portion at a time.

Every row begins with the same number of bytes, so those of a portion are one array;
only where a row ends is looked up row by row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.threads import one_ahead
from schemas.tables.open_market import FIXED, STAMPED, Kind

HEADER = 19  # a signature of eleven bytes, flags, and the length of an extension
LAST = b"\xff\xff"  # in the place of the number of columns
PORTION = 1 << 23  # bytes: some thousands of rows
KINDS: dict[Kind, str] = {
    "uuid": "S16",
    "moment": ">i8",
    "number": ">f8",
    "day": ">i4",
    "flag": "?",
}
SIZE = Struct(">i")
TOLD = 4  # bytes of a vector that tell its dimensions, before the numbers


class BrokenMarketError(RuntimeError):
    """The database sent something else than was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Rows as they came: columns of fixed size, `vector` among them, and the texts."""

    fixed: NDArray[Any]
    texts: Sequence[bytes]


def portions(blocks: Iterable[bytes]) -> Iterator[Portion]:
    """The rows of `open_market.rows`; all vectors have the size of the first."""
    layout: np.dtype[Any] | None = None
    for sent in one_ahead(_whole_rows(blocks)):  # so that the database need not wait
        if layout is None:
            layout = _with_vector(sent)
        yield _portion(sent, layout)


def stamped(blocks: Iterable[bytes]) -> NDArray[Any]:
    """The rows of `open_market.stamps`, all at once."""
    sent = b"".join(blocks)
    layout = np.dtype(_layout(STAMPED))
    rows, left = divmod(len(sent) - HEADER - len(LAST), layout.itemsize)
    if left or not sent.endswith(LAST):
        raise BrokenMarketError("the stamps have another shape")
    return np.frombuffer(sent, layout, count=rows, offset=HEADER)


def _whole_rows(blocks: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Rows in portions; the server sends each as a block, the first after a header."""
    rows: list[bytes] = []
    size, begun = 0, False
    for block in blocks:
        row = block if begun else block[HEADER:]
        begun = True
        if not row or row == LAST:
            continue
        rows.append(row)
        size += len(row)
        if size >= PORTION:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _portion(rows: Sequence[bytes], layout: np.dtype[Any]) -> Portion:
    width = layout.itemsize
    fixed = np.frombuffer(b"".join([row[:width] for row in rows]), layout)
    texts = [row[width:] for row in rows]
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    sizes = fixed["size of vector"]
    if (sizes != sizes[0]).any() or (fixed["columns"] != len(FIXED) + 2).any():
        raise BrokenMarketError("the vectors of one model differ in size")
    if (fixed["size of words"] != lengths - width).any():
        raise BrokenMarketError("the rows have another shape")
    return Portion(fixed=fixed, texts=texts)


def _with_vector(rows: Sequence[bytes]) -> np.dtype[Any]:
    before = np.dtype(_layout(FIXED)).itemsize
    (size,) = SIZE.unpack_from(rows[0], before)
    numbers = (size - TOLD) // 4
    return np.dtype(
        [
            *_layout(FIXED),
            ("size of vector", ">i4"),
            ("dimensions", "V4"),
            ("vector", ">f4", (numbers,)),
            ("size of words", ">i4"),
        ]
    )


def _layout(columns: Sequence[tuple[str, Kind]]) -> list[Any]:
    told = [("columns", ">i2")]
    for name, kind in columns:
        told += [(f"size of {name}", ">i4"), (name, KINDS[kind])]
    return told
