"""Dutch numbers: a dot groups thousands, a comma starts the cents."""

import re
from functools import lru_cache

NUMBER_WORDS = {
    "een": 1,
    "één": 1,
    "anderhalf": 1.5,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "achttien": 18,
    "vierentwintig": 24,
}
AMOUNT = (
    r"(?<!\d)(?:\d{1,3}(?:[. ]\d{3}){1,3}(?:,(?:\d{2}|-))?"
    r"|\d{1,9}(?:[.,](?:\d{1,3}|-))?)"
)
GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
CENTS = re.compile(r"[.,](\d{1,2})$")
NO_NUMBER = re.compile(r"[^\d.,]")
MOST_DIGITS = 9
LONGEST = 40  # characters; what is longer is no number


@lru_cache(maxsize=2048)
def read_number(text: str | None) -> float | None:
    """Read `3.750` and `2.864,-` as thousands, `15,38` and `14.71` as cents.

    Three digits after a separator are a group of thousands, one or two are cents.
    """
    if text is None or len(text) > LONGEST:
        return None
    bare = NO_NUMBER.sub("", text.replace(",-", "")).strip(".,")
    whole, cents = bare, ""
    if not GROUPED.fullmatch(bare) and (last := CENTS.search(bare)):
        whole, cents = bare[: last.start()], last.group(1)
    digits = whole.replace(".", "").replace(",", "")
    if not digits or len(digits) > MOST_DIGITS:
        return None
    return float(f"{digits}.{cents or 0}")


def read_count(text: str) -> float | None:
    """Read `2,5` or `twee` as a number."""
    word = text.strip().lower()
    return NUMBER_WORDS[word] if word in NUMBER_WORDS else read_number(word)
