"""Days as documents write them: `12-03-2026`, `12 maart 2026`, `2026-03-12`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)
NUMBERS = {
    name: number
    for number, month in enumerate(MONTHS, start=1)
    for name in (month, month[:3])
} | {"mrt": 3, "sept": 9}
NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
DAY = re.compile(
    r"(?<![\w-])(?:(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})\s?[-/.]\s?(?P<m2>\d{1,2})\s?[-/.]\s?(?P<y2>20\d\d)"
    rf"|(?P<d3>\d{{1,2}})\s+(?P<m3>{NAMES})\.?"
    r"\s+(?P<y3>20\d\d))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day and where it stands."""

    day: date
    start: int
    end: int


def days(text: str) -> Iterator[Day]:
    """Every real day of this century, in the order of the text."""
    for match in DAY.finditer(text):
        found = _day(match)
        if found is not None:
            yield Day(day=found, start=match.start(), end=match.end())


def _day(match: re.Match[str]) -> date | None:
    year = match["y"] or match["y2"] or match["y3"]
    day = match["d"] or match["d2"] or match["d3"]
    try:
        return date(int(year), _month(match), int(day))
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    if match["m3"]:
        return NUMBERS[match["m3"].lower()]
    return int(match["m"] or match["m2"])
