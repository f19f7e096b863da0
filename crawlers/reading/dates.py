"""Printed moments to days in the Netherlands."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT"
    r"|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
DUTCH_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
WRITTEN = re.compile(
    r"\b(\d{1,2})(?:e|ste|st|nd|rd|th)?\s+([a-z]{3,9})\.?\s+(\d{4})\b", re.IGNORECASE
)
RFC_2822 = re.compile(
    r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2})\s*(GMT|UTC|Z"
    r"|[+-]\d{4})?"
)
UNIX_STYLE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (UTC|GMT) (\d{4})"
)
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
RELATIVE = re.compile(
    r"(\d+\+?|een|één)\s+(minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden"
    r"|minutes?|hours?|days?|weeks?|months?)\s+(?:geleden|ago)",
    re.IGNORECASE,
)
DAYS_AGO = {"vandaag": 0, "today": 0, "zojuist": 0, "gisteren": 1, "yesterday": 1}
LONGEST_AGO = 3650  # of any unit; older is not told like this
NO_DIGIT = re.compile(r"\D")
DAYS_IN = {"m": 0, "u": 0, "h": 0, "d": 1, "w": 7}
MILLISECONDS = 13
LONGEST_MOMENT = 80  # characters; "Posted on Thursday, 24 September 2026 at 12:00 CEST"
OLDEST = timedelta(days=548)  # eighteen months; older adverts are flagged, not dropped


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A day; `rule` tells what is uncertain about it."""

    day: date
    rule: str = "printed"


def read_date(raw: str | None, now: datetime) -> ReadDate | None:
    """Read a printed moment; `2026-09-02T22:00:00Z` is 3 September here.

    Relative words ("14 dagen geleden") count back from `now`.
    """
    text = (raw or "").strip()[:LONGEST_MOMENT]
    try:
        day = _printed(text)
    except (ValueError, OverflowError):
        return None
    return ReadDate(day) if day else _relative(text, now)


@lru_cache(maxsize=1024)  # a few days come back with every vacancy
def _printed(text: str) -> date | None:
    readers = (_iso, _rfc_2822, _unix_style, _epoch, _figures, _written)
    return next((day for reader in readers if (day := reader(text))), None)


def doubts_about_posting(day: date, now: datetime) -> str | None:
    """Why a day of posting is not to be trusted, if it is not."""
    today = now.astimezone(AMSTERDAM).date()
    if day > today:
        return "in the future"
    return "more than 18 months ago" if today - day > OLDEST else None


def _local(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


def _zone(printed: str) -> tzinfo:
    if printed.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    hours, minutes = int(printed[1:3]), int(printed[-2:])
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if printed.startswith("-") else ahead)


def _moment(day: date, hour: str, minute: str, zone: str | None) -> date:
    """The day here; a moment without a zone is local time already."""
    if not zone:
        return day
    return _local(datetime.combine(day, time(int(hour), int(minute)), _zone(zone)))


def _iso(text: str) -> date | None:
    if not (match := ISO.match(text)):
        return None
    year, month, day, hour, minute, _, zone = match.groups()
    printed = date(int(year), int(month), int(day))
    return _moment(printed, hour, minute, zone) if hour else printed


def _rfc_2822(text: str) -> date | None:
    if not (match := RFC_2822.search(text)):
        return None
    day, month, year, hour, minute, _, zone = match.groups()
    if not (number := MONTH_NAMES.get(month.lower())):
        return None
    return _moment(date(int(year), number, int(day)), hour, minute, zone)


def _unix_style(text: str) -> date | None:
    if not (match := UNIX_STYLE.search(text)):
        return None
    month, day, hour, minute, _, zone, year = match.groups()
    if not (number := MONTH_NAMES.get(month.lower())):
        return None
    return _moment(date(int(year), number, int(day)), hour, minute, zone)


def _epoch(text: str) -> date | None:
    if not EPOCH.fullmatch(text):
        return None
    seconds = int(text) / (1000 if len(text) == MILLISECONDS else 1)
    return _local(datetime.fromtimestamp(seconds, UTC))


def _figures(text: str) -> date | None:
    if not (match := DUTCH_FIGURES.search(text)):
        return None
    day, month, year = (int(part) for part in match.groups())
    return date(year, month, day)


def _written(text: str) -> date | None:
    for match in WRITTEN.finditer(text):
        if month := MONTH_NAMES.get(match.group(2).lower()):
            return date(int(match.group(3)), month, int(match.group(1)))
    return None


def _relative(text: str, now: datetime) -> ReadDate | None:
    today = now.astimezone(AMSTERDAM).date()
    named = text.lower().removeprefix("posted ").removesuffix(" geplaatst")
    if (days := DAYS_AGO.get(named)) is not None:
        return ReadDate(today - timedelta(days=days), "relative")
    if not (match := RELATIVE.search(text)):
        return None
    count = min(int(NO_DIGIT.sub("", match.group(1)) or 1), LONGEST_AGO)
    unit = match.group(2).lower()
    days = 30 if unit.startswith(("maand", "month")) else DAYS_IN[unit[0]]
    rule = "relative, at least this long ago" if "+" in match.group(1) else "relative"
    return ReadDate(today - timedelta(days=count * days), rule)
