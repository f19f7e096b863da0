"""Columns of words: each word once, and per row its number or numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Rows = NDArray[np.intp]
Whole = NDArray[np.uint64]

APART = "\n"


@dataclass(frozen=True, slots=True)
class Coded:
    """One word per row: `values[codes[row]]`."""

    values: tuple[str, ...]
    codes: Codes

    @classmethod
    def of(cls, words: Sequence[str]) -> "Coded":
        """Number the words as they come."""
        return cls(*_numbered(words))

    def taken(self, rows: Rows) -> "Coded":
        """These rows alone."""
        return Coded(self.values, self.codes[rows])

    def with_more(self, more: "Coded") -> "Coded":
        """These rows, and after them those."""
        values, renumbered = _joined(self.values, more.values)
        return Coded(values, np.concatenate([self.codes, renumbered[more.codes]]))

    @property
    def counts(self) -> Rows:
        """How many rows have each word."""
        return np.bincount(self.codes, minlength=len(self.values))

    def folded(self, table: Whole) -> Whole:
        """What `table` has for the word of each row."""
        return table[self.codes]

    def rows_with(self, numbers: Sequence[int]) -> Iterator[tuple[int, Rows]]:
        """The rows that have each of these words; words without rows are left out."""
        return _grouped(self.codes, numbers, len(self.values))


@dataclass(frozen=True)
class Several:
    """Any number of words per row: those from `starts[row]` up to `starts[row + 1]`."""

    values: tuple[str, ...]
    codes: Codes
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Several":
        """Each text is a list of words after a line break each; empty is none."""
        counts = [text.count(APART) + 1 if text else 0 for text in words]
        told = [text for text in words if text]
        every = APART.join(told).split(APART) if told else []
        return cls(*_numbered(every), np.append(0, np.cumsum(counts, dtype=np.int64)))

    def taken(self, rows: Rows) -> "Several":
        """These rows alone."""
        begins, counts = self.starts[rows], np.diff(self.starts)[rows]
        starts = np.concatenate([[0], np.cumsum(counts)])
        places = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], counts)
        return Several(self.values, self.codes[places], starts)

    def with_more(self, more: "Several") -> "Several":
        """These rows, and after them those."""
        values, renumbered = _joined(self.values, more.values)
        codes = np.concatenate([self.codes, renumbered[more.codes]])
        starts = np.concatenate([self.starts, more.starts[1:] + self.starts[-1]])
        return Several(values, codes, starts)

    @property
    def counts(self) -> Rows:
        """How many rows have each word."""
        return np.bincount(self.codes, minlength=len(self.values))

    def folded(self, table: Whole) -> Whole:
        """All bits together that `table` has for the words of each row."""
        begins, ends = self.starts[:-1], self.starts[1:]
        bits = np.append(table[self.codes], np.uint64(0))
        found: Whole = np.bitwise_or.reduceat(bits, begins)
        found[begins == ends] = 0
        return found

    def rows_with(self, numbers: Sequence[int]) -> Iterator[tuple[int, Rows]]:
        """The rows that have each of these words; words without rows are left out."""
        for number, places in _grouped(self.codes, numbers, len(self.values)):
            yield number, np.searchsorted(self.starts, places, side="right") - 1


def _numbered(words: Sequence[str]) -> tuple[tuple[str, ...], Codes]:
    """Each word once, as they come, and the number of each."""
    values = tuple(dict.fromkeys(words))
    numbers = {word: number for number, word in enumerate(values)}
    codes = np.fromiter(map(numbers.__getitem__, words), np.int32, len(words))
    return values, codes


def _grouped(
    codes: Codes, numbers: Sequence[int], words: int
) -> Iterator[tuple[int, Rows]]:
    """By number the places where it stands."""
    wanted = np.zeros(words, np.bool_)
    wanted[list(numbers)] = True
    places = np.flatnonzero(wanted[codes])
    places = places[np.argsort(codes[places], kind="stable")]
    found, begins = np.unique(codes[places], return_index=True)
    ends = np.append(begins, len(places))[1:]
    for number, begin, end in zip(found, begins, ends, strict=True):
        yield int(number), places[begin:end]


def _joined(
    here: tuple[str, ...], there: tuple[str, ...]
) -> tuple[tuple[str, ...], Codes]:
    """All words, and for each of `there` its number among them."""
    numbers = {word: number for number, word in enumerate(here)}
    renumbered = [numbers.setdefault(word, len(numbers)) for word in there]
    return tuple(numbers), np.array(renumbered, dtype=np.int32)
