"""Words without capitals and accents, so that two spellings are one."""

import re
import unicodedata

WORD = re.compile(r"\w+")
ACCENT = re.compile(r"[\u0300-\u036f]")


def plain(text: str) -> str:
    """`Coördinator` as `coordinator`; also of hostile letters, never an error."""
    if text.isascii():
        return text.lower()
    return ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold())


def words(text: str) -> list[str]:
    """The words of a text in order, plain."""
    return WORD.findall(plain(text))
