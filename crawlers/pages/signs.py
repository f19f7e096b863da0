"""Signs without which a page holds nothing of a kind, looked for before what costs.

One pass over a page finds them all, in less time than it takes to look for two of them
one after the other.
"""

from collections.abc import Mapping
from functools import cache
from threading import local
from typing import Literal

import hyperscan

Sign = Literal[
    "profile", "hidden mail", "coded at", "at", "at in words", "wa.me", "phone",
    "whatsapp:", "tel:", "no more", "unavailable after", "reservation",
]  # fmt: skip
Signs = frozenset[Sign]
# Only the letters A to Z are the same in large and in small; no sign has others.
PATTERNS: Mapping[Sign, bytes] = {
    "profile": rb"linkedin\.com|calendly\.com",
    "hidden mail": rb"\[email|/cdn-cgi/l/email-protection#|data-cfemail",
    "coded at": rb"&(?:#0*64;|#x0*40;|commat;)|%(?:40|u0040)|\\u0040",
    "at": rb"@",
    "at in words": rb"at ?[)\]]|apenstaart",
    "wa.me": rb"wa\.me",
    "phone": rb"phone",
    "whatsapp:": rb"whatsapp:",
    "tel:": rb"tel:",
    # One of these stands in every notice that a vacancy is closed.
    "no more": rb"vervuld|ingevuld|(?:niet |&nbsp;)meer|filled|closed|expired"
    rb"|gesloten|verlopen|longer",
    "unavailable after": rb"unavailable_after",
    "reservation": rb"tdm-|content-signal|noai|noml|noimageai",
}
NAMES: tuple[Sign, ...] = tuple(PATTERNS)


def signs_in(text: str) -> Signs:
    """The signs that stand in a text, in large letters or in small."""
    return signs_in_bytes(text.encode(errors="surrogatepass"))


def signs_in_bytes(encoded: bytes) -> Signs:
    """The signs that stand in a text in UTF-8."""
    looker: _Looker | None = getattr(_mine, "looker", None)
    if looker is None:
        looker = _mine.looker = _Looker()
    return looker.look(encoded)


class _Looker:
    """The engine with the room it works in, which no two threads may share."""

    def __init__(self) -> None:
        self._database = _database()
        self._scratch = hyperscan.Scratch(self._database)
        self._found: set[Sign] = set()

    def look(self, encoded: bytes) -> Signs:
        self._found = set()
        self._database.scan(encoded, self._hit, scratch=self._scratch)
        return frozenset(self._found)

    def _hit(
        self, number: int, _from: int, _end: int, _flags: int, _more: object
    ) -> None:
        self._found.add(NAMES[number])


_mine = local()


@cache
def _database() -> hyperscan.Database:
    once = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_SINGLEMATCH
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(PATTERNS.values()),
        ids=list(range(len(NAMES))),
        flags=[once] * len(NAMES),
    )
    return database
