"""Finds the candidate in words that are to be seen by all advisers."""

import re

NAMED = "Hier staat de naam van de kandidaat. Haal die weg: dit zien alle adviseurs."
NUMBERED = "Hier staat een burgerservicenummer. Haal dat weg."
GREETED = (
    r"(?:beste|hallo|hoi|hey|hi|dag|geachte|lieve|dear|aan|voor|t\.?a\.?v\.?)\s+"
    r"(?:(?:de\s+)?(?:heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer)\s+)?"
)
BSN = re.compile(
    r"(?<!\w)(?:bsn|burgerservicenummer|sofi-?nummer)\W{0,4}(?:\d[ .-]?){8,9}(?!\d)",
    re.IGNORECASE,
)


def why_personal(words: str, candidate: str) -> str | None:
    """What of a person stands in these words, told to whoever typed them."""
    if _is_named(words, candidate):
        return NAMED
    return NUMBERED if BSN.search(words) else None


def _is_named(words: str, candidate: str) -> bool:
    """By the whole name; by a part of it only after a greeting, for many are words."""
    parts = [re.escape(part) for part in candidate.split()]
    if not parts:
        return False
    whole, last = r"\s+".join(parts), r"\s+".join(parts[1:] or parts)
    ways = (whole, f"{GREETED}(?:{parts[0]}|{last})")
    return any(
        re.search(rf"(?<!\w)(?:{way})(?!\w)", words, re.IGNORECASE) for way in ways
    )
