"""The days that a text prints, each with its place in it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice

from crawlers.reading.clauses import Cut
from crawlers.reading.dates import MONTH_NAMES, ReadDate
from crawlers.reading.topics import Topic

MONTHS = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
DAY = re.compile(
    r"(?P<day>\d(?<!\d\d)\d?)(?:"
    r"(?P<iso>\d\d-(?P<iso_month>\d\d?)-(?P<iso_day>\d\d?))"
    r"|[-/.](?P<number>0?[1-9]|1[0-2])(?:[-/.](?P<year>\d{4}))?"
    rf"|(?:e|ste)?\s+(?P<name>{MONTHS})\b\.?(?:\s+(?P<year_behind>\d{{4}}))?"
    r")(?![\d:]|\s*(?:uur|%))"
)
WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?"
MOST_DAYS = 40  # in one text
NEXT_LINE = 40  # characters behind "Sluitingsdatum:" in which its day may stand
YEAR_AFTER = "the first such day after it was posted"
YEAR_NEAREST = "the year nearest to the day it was found"
YEARS_AHEAD = 9  # until the next 29 February, even around 2100


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed; `year` is None where only day and month are."""

    day: int
    month: int
    year: int | None
    start: int
    end: int


def days_near(advert: Cut, topic: Topic) -> Iterator[PrintedDay]:
    """The days in the clauses on a topic, and just behind them."""
    found = (
        _day(match)
        for start, clause in advert.telling_where(topic)
        for match in DAY.finditer(
            advert.low, start, start + len(clause.low) + NEXT_LINE
        )
    )
    return islice(found, MOST_DAYS)


def _day(match: re.Match[str]) -> PrintedDay:
    if match["iso"]:
        year, day = int(match["day"] + match["iso"][:2]), int(match["iso_day"])
        return PrintedDay(day, int(match["iso_month"]), year, *match.span())
    month = MONTH_NAMES[match["name"]] if match["name"] else int(match["number"])
    printed = match["year"] or match["year_behind"]
    in_year = int(printed) if printed else None
    return PrintedDay(int(match["day"]), month, in_year, *match.span())


def year_filled_in(
    printed: PrintedDay, found: date, *, posted: date | None = None
) -> ReadDate | None:
    """The day; without a printed year the first one after `posted`.

    When that is not known either, the one nearest to `found`. None for a day that no
    calendar has.
    """
    if printed.year is not None:
        days = _calendar_days(printed, printed.year)
        rule = "printed"
    else:
        start = (posted or found).year
        days = _calendar_days(printed, *range(start - 1, start + YEARS_AHEAD))
        days = [day for day in days if not posted or day >= posted]
        rule = YEAR_AFTER if posted else YEAR_NEAREST
    if not days:
        return None
    return ReadDate(min(days, key=lambda day: abs(day - (posted or found))), rule)


def _calendar_days(printed: PrintedDay, *years: int) -> list[date]:
    days = []
    for year in years:
        with suppress(ValueError):
            days.append(date(year, printed.month, printed.day))
    return days
