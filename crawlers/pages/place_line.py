"""A place written on one line, such as `Rotterdam, Zuid-Holland, NL, 3011 AB`."""

import re

from schemas.vacancy import PostingPlace

LONGEST = 200
POSTCODE = re.compile(r"\d{4}\s?[A-Z]{2}|\d{4,6}(?:-\d{4})?")
COUNTRY_CODE = re.compile(r"[A-Z]{2,3}")
NETHERLANDS = {"nederland", "netherlands", "the netherlands", "holland"}
NO_PLACE = re.compile(
    r"remote|hybride?|thuis|various|multiple|diverse|meerdere", re.IGNORECASE
)


def place_in_line(line: str | None) -> PostingPlace | None:
    """The parts of a printed place: what comes first is the place itself.

    A line with a street in it, or with no place at all, gives None.
    """
    parts = [part for raw in (line or "")[:LONGEST].split(",") if (part := raw.strip())]
    codes = [part for part in parts if POSTCODE.fullmatch(part)]
    named = [part for part in parts if part not in codes]
    country = _country(named) if len(named) > 1 else None
    if country:
        named.pop()
    if not named or NO_PLACE.match(named[0]) or re.search(r"\d", named[0]):
        return None
    return PostingPlace(
        locality=named[0],
        region=named[1] if len(named) > 1 else None,
        country=country,
        postcode=codes[0] if codes else None,
    )


def _country(named: list[str]) -> str | None:
    """The last part: a code of two or three letters, or a name behind a region."""
    last = named[-1]
    if COUNTRY_CODE.fullmatch(last) or last.lower() in NETHERLANDS or len(named) > 2:
        return last
    return None
