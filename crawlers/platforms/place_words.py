"""Places of work as boards write them in one line, such as `Remote - Utrecht, NL`."""

import re

from crawlers.reading.countries import HERE, country_code
from schemas.vacancy import PostingPlace

LONGEST = 300
MOST_PLACES = 20
MOST_PARTS = 3  # of one line that may each be the place
SEVERAL = re.compile(r"\s*[;|•/]\s*")
PARTS = re.compile(r"\s*[,()]\s*|\s+[-–—]\s+")
COUNTRY_FIRST = re.compile(r"^([A-Z]{2,3})-(?=\w)")  # NL-Amsterdam
HOW = re.compile(r"\b(?:fully |100% )?(remote|hybride?|on-?site)\b", re.IGNORECASE)
NO_PLACE = re.compile(
    r"(?:main |head ?|home ?)?(?:office|kantoor|hq|headquarters)|\d+ (?:more )?locat\w+"
    r"|multiple(?: locations)?|various|diverse|flexible|anywhere|worldwide|global"
    r"|emea|apac|latam|benelux|europ[ae]|eu",
    re.IGNORECASE,
)
CODE = re.compile(r"[A-Z]{2,3}")
# Codes of Dutch provinces that are also a country's or a state's.
PROVINCES = {
    *("DR", "FL", "FR", "GE", "GL", "GR", "LB", "LI", "NB", "NH", "OV", "UT", "ZE"),
}
STATES = {
    *("AL", "AZ", "CA", "CO", "CT", "DC", "GA", "IL", "IN", "MA", "MD", "MI", "MN"),
    *("MO", "NC", "NJ", "NY", "OH", "OR", "PA", "TN", "TX", "VA", "WA", "WI"),
}


def places_in(
    words: str | None, country: str | None = None
) -> tuple[PostingPlace, ...]:
    """The places a line names; `country` is for those that name none themselves.

    Of a Dutch line every part may be the place (`Zuidas, Amsterdam`): the likeliest
    comes first.
    """
    found = [
        place
        for line in SEVERAL.split((words or "")[:LONGEST])
        for place in _in_line(line, country)
    ]
    return tuple(dict.fromkeys(found))[:MOST_PLACES]


def how_in(words: str | None) -> str | None:
    """`Remote - Utrecht` tells in its place how the work is done."""
    found = HOW.search((words or "")[:LONGEST])
    return found.group(1) if found else None


def _in_line(line: str, country: str | None) -> list[PostingPlace]:
    line = COUNTRY_FIRST.sub(r"\1 - ", HOW.sub(" ", line).strip())
    parts = [part.strip(" -–—.") for part in PARTS.split(line)]
    parts = [part for part in parts if part and not NO_PLACE.fullmatch(part)]
    ends = (len(parts) - 1, 0) if parts else ()
    at = next((end for end in ends if _country(parts[end])), None)
    if at is not None:
        country = _country(parts.pop(at))
        if at == 0:
            parts.reverse()  # from large to small: NL - Utrecht - Amersfoort
    if not parts:
        return [PostingPlace(country=country)] if country else []
    candidates = 1 if country_code(country) not in {None, HERE} else MOST_PARTS
    return [_place(parts, number, country) for number in range(len(parts))][:candidates]


def _place(parts: list[str], number: int, country: str | None) -> PostingPlace:
    wider = parts[number + 1] if number + 1 < len(parts) else None
    return PostingPlace(locality=parts[number], region=wider, country=country)


def _country(part: str) -> str | None:
    if CODE.fullmatch(part):
        if part in PROVINCES:
            return None
        return "US" if part in STATES else country_code(part)
    return country_code(part) if len(part) > 3 or "." in part else None
