"""Signs: what may stand in a sentence, so that no pattern is tried there in vain.

A sign is one bit. Where it is missing its patterns do not stand; where it is there
they may. Whoever does not know takes `ANY`, and everything is tried.
"""

from bisect import bisect_right
from collections.abc import Sequence

YOU = 1 << 0  # the newcomer is spoken to
WE = 1 << 1  # the firm, or its people, at the start
PLACE = 1 << 2  # how the place of work is reached
PAST = 1 << 3  # the story of the firm
PAY = 1 << 4
CUE = 1 << 5  # a sentence that opens another part of the advert
TURNED = 1 << 6  # denied or done by others; see scope.around
DEGREE = 1 << 7  # how often and how much
TIMED = 1 << 8
BY_DAY = 1 << 9
AMOUNT = 1 << 10
LENGTH = 1 << 11  # of a working day
BROKEN = 1 << 12  # a denial or an edge, where it may fall inside a phrase
APPLYING = 1 << 13  # how to apply, and whom to call about it
ANY = -1


class Seen:
    """The signs that were seen in a text, each where its words end."""

    __slots__ = ("_ends", "_signs")

    def __init__(self, seen: Sequence[tuple[int, int]]) -> None:
        self._ends = [end for end, _ in seen]
        self._signs = [sign for _, sign in seen]

    def within(self, start: int, end: int) -> int:
        """The signs of words that end after `start` and not after `end`."""
        ends, found = self._ends, 0
        at, size = bisect_right(ends, start), len(ends)
        while at < size and ends[at] <= end:
            found |= self._signs[at]
            at += 1
        return found


class Unseen(Seen):
    """A text that nobody looked at: anything may stand anywhere."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(())

    def within(self, start: int, end: int) -> int:  # noqa: ARG002 - the same everywhere
        """Any sign at all."""
        return ANY
