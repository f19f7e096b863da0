"""What rules can object to in an advert, a bit each: one pass holds all limits at once.

A mark is a word in a column, or a sign. Of the commonest each row has a bit, of all
others the rows that have it are listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Coded, Rows, Several, Whole
from matching.market.ground import Cut, Mask

COMMON = 512  # marks that are a bit, so 64 bytes a row at most

Mark = tuple[str, int]  # a column, and the number of a word in it
Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """`places` are the bits of marks, in `bits` a row per byte and a column per row.

    `rare` are the rows of other marks; a mark that is in neither, no row has.
    """

    places: Mapping[Mark, int]
    bits: Bits
    rare: Mapping[Mark, Rows]

    def any_of(self, marks: Iterable[Mark], cut: Cut) -> Mask:
        """Which of the rows that `cut` takes have any of these."""
        wanted, listed = np.zeros(len(self.bits), np.uint8), []
        for mark in marks:
            place = self.places.get(mark)
            if place is not None:
                wanted[place >> 3] |= 1 << (place & 7)
            elif mark in self.rare:
                listed.append(self.rare[mark])
        found = np.zeros(self.bits.shape[1], np.bool_)
        for rows in listed:
            found[rows] = True
        has: Bits = cut(found).astype(np.uint8)
        for byte in np.flatnonzero(wanted).tolist():
            has |= cut(self.bits[byte]) & wanted[byte]
        return np.asarray(has != 0)


def marks_of(
    listed: Mapping[str, Coded],
    several: Mapping[str, Several],
    rows: int,
    *,
    most: int = COMMON,
) -> Marks:
    """The marks of columns of one word a row, and of several; `most` are bits."""
    both: Mapping[str, Coded | Several] = {**listed, **several}
    common = _common(both, most)
    places = {mark: place for place, mark in enumerate(common)}
    words = np.zeros((-(-len(common) // 64), rows), np.uint64)
    for name, column in both.items():
        for number, whole in _bits(name, column, places):
            words[number] |= column.folded(whole)
    rare = {
        (name, number): found
        for name, column in both.items()
        for number, found in column.rows_with(
            [n for n in range(len(column.values)) if (name, n) not in places]
        )
    }
    return Marks(places=places, bits=_bytes(words, len(common)), rare=rare)


def _common(columns: Mapping[str, Coded | Several], most: int) -> Sequence[Mark]:
    """The commonest marks; those of one column, and of one field, side by side."""
    counts: dict[Mark, int] = {}
    for name, column in columns.items():
        for number in sorted(range(len(column.values)), key=column.values.__getitem__):
            counts[name, number] = 0
        for number, count in enumerate(column.counts.tolist()):
            counts[name, number] = count
    commonest = sorted(counts, key=lambda mark: -counts[mark])[:most]
    chosen = {mark for mark in commonest if counts[mark]}
    return [mark for mark in counts if mark in chosen]


def _bits(
    name: str, column: Coded | Several, places: Mapping[Mark, int]
) -> Iterable[tuple[int, Whole]]:
    """By number of 64 bits those of each word of a column."""
    tables: dict[int, Whole] = {}
    for number in range(len(column.values)):
        place = places.get((name, number))
        if place is not None:
            table = tables.setdefault(
                place >> 6, np.zeros(len(column.values), np.uint64)
            )
            table[number] = 1 << (place & 63)
    return tables.items()


def _bytes(words: Whole, marks: int) -> Bits:
    bits = np.empty((-(-marks // 8), words.shape[1]), np.uint8)
    for byte in range(len(bits)):
        bits[byte] = words[byte >> 3] >> np.uint64(8 * (byte & 7))
    return bits
