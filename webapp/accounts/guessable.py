"""Whether a password is one that others guess: common words, rows of keys, years.

A password is read in pieces: a common word or a row of keys is one piece, however long
it is, and a piece counts once, however often it is repeated. Our own list and rules;
what they refuse includes every common word with the usual endings.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

# Half points. Less than four whole points are a handful of tries for a program.
ENOUGH = 8
PIECE, LETTER, DIGIT, SIGN = 2, 2, 1, 1
SHORTEST_WORD = 3
SHORTEST_ROW = 4
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "!@#$%^&*()",
)
SWAPS = tuple(str.maketrans("013457@$!€", f"o{one}eastas{one}e") for one in "il")
LOOKED_AT = 200  # characters: a longer one is not made better by its end
SOONEST_YEAR, LAST_YEAR = 1900, 2099
DATE = re.compile(r"(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)?\d\d")


def is_guessable(password: str, about: Iterable[str] = ()) -> bool:
    """Whether somebody who knows `about` (name, mail address, organisation) gets it."""
    known = common_words() | frozenset(_words_of(about))
    return _points(password.casefold()[:LOOKED_AT], known) < ENOUGH


@cache
def common_words() -> frozenset[str]:
    """The words of our own list."""
    listed = files(__package__).joinpath("common_words.txt").read_text("utf-8")
    return frozenset(listed.split())


def _words_of(about: Iterable[str]) -> Iterator[str]:
    for text in about:
        words = re.findall(r"[^\W_]+", text.casefold())
        yield from (word for word in words if len(word) >= SHORTEST_WORD)
        yield "".join(words)
        yield text.casefold()


def _points(text: str, known: frozenset[str]) -> int:
    """The points of the cheapest reading, each different piece counted once."""
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    longest = max(map(len, known))
    for end in range(1, len(text) + 1):
        options = [
            _with(best[start], text[start:end], known)
            for start in range(max(0, end - longest), end)
            if end - start == 1 or _is_piece(text[start:end], known)
        ]
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][0]


def _with(
    before: tuple[int, tuple[str, ...]], piece: str, known: frozenset[str]
) -> tuple[int, tuple[str, ...]]:
    points, pieces = before
    if piece in pieces:
        return points, pieces
    return points + _price(piece, known), (*pieces, piece)


def _price(piece: str, known: frozenset[str]) -> int:
    if len(piece) > 1 and _is_piece(piece, known):
        return PIECE
    if piece.isdigit():
        return DIGIT
    return LETTER if piece.isalpha() else SIGN


def _is_piece(piece: str, known: frozenset[str]) -> bool:
    written = (piece, *(piece.translate(swapped) for swapped in SWAPS))
    return any(one in known for one in written) or _is_row(piece) or _is_moment(piece)


def _is_row(piece: str) -> bool:
    """Keys beside each other, in either direction, or one key over and over."""
    if len(piece) < SHORTEST_ROW:
        return False
    if len(set(piece)) == 1:
        return True
    return any(piece in row or piece[::-1] in row for row in ROWS)


def _is_moment(piece: str) -> bool:
    """A year, or a day as `31121980` and `311280`."""
    if not piece.isdigit():
        return False
    is_year = len(piece) == len("2026") and SOONEST_YEAR <= int(piece) <= LAST_YEAR
    return is_year or DATE.fullmatch(piece) is not None
