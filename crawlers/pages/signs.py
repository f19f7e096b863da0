"""Signs without which a page holds nothing of a kind, looked for before what costs."""

import re
from collections.abc import Iterable

Sign = bytes | re.Pattern[bytes]


def in_small(text: str) -> bytes:
    """The text in bytes and in lower case: so a sign is found several times as quickly.

    Only the letters A to Z are made small; no sign has others.
    """
    return text.encode(errors="surrogatepass").lower()


def holds(lowered: bytes, signs: Iterable[Sign]) -> bool:
    """Whether one of the signs stands in a text that `in_small` made."""
    for sign in signs:
        if sign in lowered if isinstance(sign, bytes) else sign.search(lowered):
            return True
    return False
