"""Until when one can apply, where only the text of an advert says it."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.reading.dates import MONTH_NAMES, ReadDate

APPLY = (
    r"(?:reage(?:ren|er|ert)|reacties?|reactietermijn|sollicit\w+|stuur|mail|ontvangen"
    r"|inschrijven|aanmelden|meld je|je (?:cv|brief|motivatie)|apply)"
)
UNTIL = (
    r"(?:tot en met|t/?m|uiterlijk(?: op| tot)?|v[oó][oó]r|until|before|tot(?: aan)?)"
)
CLOSES = (
    r"(?:sluitingsdatum|sluitdatum|deadline|uiterste (?:reactie|sollicitatie)datum"
    r"|(?:reageren|solliciteren|reactie|sollicitatie) (?:kan )?(?:uiterlijk|tot)"
    r"|vacature (?:sluit|loopt|staat open|is open|blijft open)"
    r"|solliciteren is mogelijk)"
)
DAY_OF_WEEK = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?"
DAY = (
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<day>\d{1,2})(?:[-/.](?P<number>\d{1,2})(?:[-/.](?P<year>\d{4}))?"
    r"|(?:e|ste)?\s+(?P<name>[a-z]{3,9})\.?(?:\s+(?P<year_behind>\d{4}))?))(?![\d:])"
)
BETWEEN = r"[^.!?\n€]{0,40}?"
CLOSING = re.compile(
    rf"(?:\b{APPLY}\b{BETWEEN}\b(?P<until>{UNTIL})\s+(?:de\s+)?"
    rf"|\b{CLOSES}\b(?:\s*:|\s+(?:op|tot|is|t/?m|en met|uiterlijk))*\s*)"
    rf"{DAY_OF_WEEK}{DAY}",
    re.IGNORECASE,
)
ABOUT_SOMETHING_ELSE = re.compile(r"gesprek|start|contract|dienst\b", re.IGNORECASE)

YEAR_AFTER = "the first such day after it was posted"
YEAR_NEAREST = "the year nearest to the day it was found"


@dataclass(frozen=True, slots=True)
class Closing:
    """A last day as printed; `year` is None where only day and month are.

    `before`: the printed day itself is too late.
    """

    day: int
    month: int
    year: int | None
    before: bool
    raw: str


def read_closing(text: str) -> Closing | None:
    """Read `Reageren kan tot en met 5 december 2026`; `vóór 12-12` is the 11th."""
    for match in CLOSING.finditer(text):
        if ABOUT_SOMETHING_ELSE.search(match.group(0)):
            continue
        if found := _of(match):
            return found
    return None


def year_filled_in(
    closing: Closing, found: date, *, posted: date | None = None
) -> ReadDate | None:
    """The last day; without a printed year the first one after `posted`.

    When that is not known either, the one nearest to `found`. None for a day that no
    calendar has.
    """
    if closing.year is not None:
        days = _calendar_days(closing, closing.year)
        rules = []
    else:
        start = (posted or found).year
        days = _calendar_days(closing, *range(start - 1, start + 9))
        days = [day for day in days if not posted or day >= posted]
        rules = [YEAR_AFTER if posted else YEAR_NEAREST]
    if not days:
        return None
    day = min(days, key=lambda day: abs(day - (posted or found)))
    if closing.before:
        day -= timedelta(days=1)
        rules.insert(0, "the day before")
    return ReadDate(day, "; ".join(rules) or "printed")


def _calendar_days(closing: Closing, *years: int) -> list[date]:
    days = []
    for year in years:
        with suppress(ValueError):
            days.append(date(year, closing.month, closing.day))
    return days


def _of(match: re.Match[str]) -> Closing | None:
    until = (match.group("until") or "").lower()
    before = until in {"voor", "vóór", "vóor", "voór", "before"}
    raw = match.group(0).rstrip(" .")
    if iso := match.group("iso"):
        year, month, day = (int(part) for part in iso.split("-"))
        return Closing(day, month, year, before, raw)
    name, number = match.group("name"), match.group("number")
    named = MONTH_NAMES.get(name.lower()) if name else int(number)
    if not named:
        return None
    printed = match.group("year") or match.group("year_behind")
    return Closing(
        int(match.group("day")), named, int(printed) if printed else None, before, raw
    )
