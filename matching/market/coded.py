"""Columns of words: each word once, and per row its number or numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Rows = NDArray[np.intp]

APART = "\n"


@dataclass(frozen=True, slots=True)
class Coded:
    """One word per row: `values[codes[row]]`."""

    values: tuple[str, ...]
    codes: Codes

    @classmethod
    def of(cls, words: Sequence[str]) -> "Coded":
        """Number the words as they come."""
        numbers: dict[str, int] = {}
        codes = [numbers.setdefault(word, len(numbers)) for word in words]
        return cls(tuple(numbers), np.array(codes, dtype=np.int32))

    def taken(self, rows: Rows) -> "Coded":
        """These rows alone."""
        return Coded(self.values, self.codes[rows])

    def with_more(self, more: "Coded") -> "Coded":
        """These rows, and after them those."""
        values, renumbered = _joined(self.values, more.values)
        return Coded(values, np.concatenate([self.codes, renumbered[more.codes]]))


@dataclass(frozen=True)
class Several:
    """Any number of words per row: those from `starts[row]` up to `starts[row + 1]`."""

    values: tuple[str, ...]
    codes: Codes
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Several":
        """Each text is a list of words after a line break each; empty is none."""
        numbers: dict[str, int] = {}
        codes: list[int] = []
        starts = np.zeros(len(words) + 1, dtype=np.int64)
        for row, text in enumerate(words, start=1):
            if text:
                codes += [
                    numbers.setdefault(word, len(numbers)) for word in text.split(APART)
                ]
            starts[row] = len(codes)
        return cls(tuple(numbers), np.array(codes, dtype=np.int32), starts)

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

    @cached_property
    def _rows(self) -> tuple[Rows, NDArray[np.int64]]:
        counts = np.diff(self.starts)
        rows = np.repeat(np.arange(len(counts)), counts)
        ends = np.cumsum(np.bincount(self.codes, minlength=len(self.values)))
        return rows[np.argsort(self.codes, kind="stable")], np.append(0, ends)

    def rows_with(self, number: int) -> Rows:
        """The rows that have the word with this number."""
        rows, ends = self._rows
        return rows[ends[number] : ends[number + 1]]


def _joined(
    here: tuple[str, ...], there: tuple[str, ...]
) -> tuple[tuple[str, ...], Codes]:
    """All words, and for each of `there` its number among them."""
    numbers = {word: number for number, word in enumerate(here)}
    renumbered = [numbers.setdefault(word, len(numbers)) for word in there]
    return tuple(numbers), np.array(renumbered, dtype=np.int32)
