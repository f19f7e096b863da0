"""Dutch numbers: a dot groups thousands, a comma starts the cents."""

import re

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
}
AMOUNT = (
    r"(?<!\d)(?:\d{1,3}(?:[. ]\d{3}){1,3}(?:,(?:\d{2}|-))?"
    r"|\d{1,9}(?:[.,](?:\d{1,3}|-))?)"
)
GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")


def read_number(text: str | None) -> float | None:
    """Read `3.750` and `2.864,-` as thousands, `15,38` and `14.71` as cents.

    Three digits after a separator are a group of thousands, one or two are cents.
    """
    if text is None:
        return None
    bare = re.sub(r"[^\d.,]", "", text.replace(",-", "").replace("\u00a0", " "))
    bare = bare.strip(".,")
    if not bare:
        return None
    whole, cents = bare, ""
    if not GROUPED.fullmatch(bare) and (last := re.search(r"[.,](\d{1,2})$", bare)):
        whole, cents = bare[: last.start()], last.group(1)
    digits = re.sub(r"\D", "", whole)
    if not digits or len(digits) > 9:
        return None
    return float(f"{digits}.{cents or 0}")


def read_count(text: str) -> float | None:
    """Read `2,5` or `twee` as a number."""
    word = text.strip().lower()
    return NUMBER_WORDS[word] if word in NUMBER_WORDS else read_number(word)
