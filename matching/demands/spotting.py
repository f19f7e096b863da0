"""Spots in one pass over a sentence which of our patterns may stand in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from threading import local

import hyperscan

from matching.demands import (
    about,
    amounts,
    by_day,
    clock,
    degree,
    denied_after,
    denied_before,
    lexicon,
    naming,
    others,
    scope,
    signs,
    stretches,
)
from matching.demands.numerals import NUMBER, NUMBER_LETTERS

SIGNS: Mapping[int, Sequence[re.Pattern[str]]] = {
    signs.YOU: about.ADDRESSING,
    signs.WE: about.OURS,
    signs.PLACE: about.REACHING,
    signs.PAST: naming.PAST,
    signs.APPLYING: naming.APPLYING,
    signs.PAY: about.PAYING,
    signs.CUE: about.OPENING,
    signs.TURNED: (
        *denied_before.TURNING,
        *denied_after.TURNING,
        *others.TURNING,
    ),
    signs.DEGREE: degree.DEGREES,
    signs.TIMED: stretches.TIMES,
    signs.BY_DAY: by_day.DAYS,
    signs.AMOUNT: amounts.AMOUNTS,
    signs.LENGTH: clock.LENGTHS,
    signs.BROKEN: (lexicon.DENIAL, *scope.PARTING),
}
_ROUGH_NUMBER = rf"(?:\d[\d.,]*(?: duizend)?|(?:{'|'.join(NUMBER_LETTERS)})[a-z]*)"
# What is no ASCII becomes a letter, a digit, a space or a mark that no pattern names.
_LETTER, _MARK = "_", "\x01"
_BEYOND = re.compile(r"[^\x00-\x1b -\x7f]")
_AROUND = re.compile(r"\(\?<?[=!]")
_LOOSE_END = re.compile(r"(?:\\[wW][*+]\??)+$")


def spotted(easy: str) -> int:
    """The signs in a text made `plain`."""
    spotter = _mine.__dict__.get("spotter")
    if spotter is None:
        spotter = _mine.spotter = _Spotter()
    return spotter.look(easy)


class _Spotter:
    """The engine with the room it works in, which no two threads may share."""

    def __init__(self) -> None:
        self._database = _database()
        self._scratch = hyperscan.Scratch(self._database)
        self._found = 0

    def look(self, easy: str) -> int:
        self._found = 0
        self._database.scan(_ascii(easy), self._hit, scratch=self._scratch)
        return self._found

    def _hit(
        self, sign: int, _from: int, _end: int, _flags: int, _more: object
    ) -> None:
        self._found |= sign


_mine = local()


@cache
def _database() -> hyperscan.Database:
    """All patterns in one engine, in the mode that sees too much, never too little.

    It tells of each sign once.
    """
    rows = [(sign, loosened(one)) for sign, some in SIGNS.items() for one in some]
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[source.encode("ascii") for _, source in rows],
        ids=[sign for sign, _ in rows],
        flags=[hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH] * len(rows),
    )
    return database


def loosened(pattern: re.Pattern[str]) -> str:
    """A pattern that ends wherever the given one does, without all that looks around.

    Numbers are loosened too: spelled out they take the engine half a second each.
    """
    source = "".join(_kept(pattern.pattern.replace(NUMBER, _ROUGH_NUMBER)))
    return _LOOSE_END.sub("", _ascii(source).decode("ascii"))


def _kept(source: str) -> Iterator[str]:
    """The pieces of a pattern that take up room."""
    at = 0
    while at < len(source):
        if source[at] in "^$":
            at += 1
        elif _AROUND.match(source, at):
            at = _closed(source, at)
        else:
            end = _piece_end(source, at)
            yield source[at:end]
            at = end


def _closed(source: str, at: int) -> int:
    """Where the bracket that opens here has been closed."""
    depth = 0
    while True:
        end = _piece_end(source, at)
        depth += {"(": 1, ")": -1}.get(source[at:end], 0)
        at = end
        if depth == 0:
            return at


def _piece_end(source: str, at: int) -> int:
    """The end of an escape, a class of characters, or one character."""
    if source[at] == "\\":
        return at + 2
    if source[at] != "[":
        return at + 1
    at += 1
    while source[at] != "]":
        at += 2 if source[at] == "\\" else 1
    return at + 1


def _ascii(easy: str) -> bytes:
    """One byte for each character, of the same kind."""
    return _BEYOND.sub(_stand_in, easy).encode("ascii")


def _stand_in(found: re.Match[str]) -> str:
    one = found[0]
    if one.isdecimal():
        return "0"
    if one.isspace():
        return " "
    return _LETTER if one.isalnum() else _MARK
