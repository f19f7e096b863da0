"""Dutch dates, numbers, hours and euros for templates."""

from datetime import date, datetime
from typing import Protocol

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask

from schemas.place import distance_km
from schemas.vacancy import Vacancy
from webapp.site.request import AMSTERDAM, now


class Located(Protocol):
    """Whatever may have a point on the map."""

    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...


DAYS_IN_WORDS = {-1: "gisteren", 0: "vandaag", 1: "morgen"}
WHOLE_WEEK = 36  # hours; the shortest week that a cao calls whole
PERIODS = {"hour": "per uur", "month": "per maand", "year": "per jaar"}


def day(moment: date | datetime | None) -> str:
    """`di 24 nov`, with the year when it is not this year."""
    if moment is None:
        return "onbekend"
    local = moment.astimezone(AMSTERDAM) if isinstance(moment, datetime) else moment
    pattern = "EEE d MMM" if local.year == now().year else "d MMM y"
    return format_date(local, pattern, locale="nl")


def relative_day(moment: date | datetime | None) -> str:
    """`vandaag`, `over 3 dagen`, `12 dagen geleden`."""
    if moment is None:
        return "nog nooit"
    local = (
        moment.astimezone(AMSTERDAM).date() if isinstance(moment, datetime) else moment
    )
    days = (local - now().date()).days
    if days in DAYS_IN_WORDS:
        return DAYS_IN_WORDS[days]
    return f"over {days} dagen" if days > 0 else f"{-days} dagen geleden"


def moment(when: datetime) -> str:
    """`di 24 nov 14:03`."""
    return format_datetime(when.astimezone(AMSTERDAM), "EEE d MMM HH:mm", locale="nl")


def clock(when: datetime) -> str:
    """`14:03`."""
    return format_datetime(when.astimezone(AMSTERDAM), "HH:mm", locale="nl")


def number(value: float) -> str:
    """`2.500` and `32,5`, the Dutch way."""
    return format_decimal(value, locale="nl")


def hours(vacancy: Vacancy) -> str:
    """`24–32 uur`, or that the advert does not say."""
    low, high = vacancy.hours_min, vacancy.hours_max
    if low is None and high is None:
        return "uren niet genoemd"
    if low is None or high is None or low == high:
        known = low if low is not None else high
        return f"{number(known or 0)} uur"
    return f"{number(low)}–{number(high)} uur"


def salary(vacancy: Vacancy) -> str | None:
    """`€ 2.400–3.100 per maand`, `€ 15,60 per uur`; None when the advert is silent.

    What a month or a year pays is nearly always told for a whole week of work; beside
    fewer hours it would be read as what one gets.
    """
    amounts = [a for a in (vacancy.salary_min, vacancy.salary_max) if a is not None]
    if not amounts or vacancy.salary_period is None:
        return None
    cents = any(amount % 1 for amount in amounts)
    shown = "–".join(_euros(one, cents=cents) for one in dict.fromkeys(amounts))
    part_time = vacancy.hours_max is not None and vacancy.hours_max < WHOLE_WEEK
    often = (
        ", vaak bij voltijd" if part_time and vacancy.salary_period != "hour" else ""
    )
    return f"€ {shown} {PERIODS[vacancy.salary_period]}{often}"


def _euros(amount: float, *, cents: bool) -> str:
    return format_decimal(amount, "#,##0.00" if cents else "#,##0", locale="nl")


class Advertised(Protocol):
    """Whatever names who advertised it."""

    @property
    def employer(self) -> str | None: ...
    @property
    def employer_is_intermediary(self) -> bool: ...


def employer(vacancy: Advertised) -> str | None:
    """The name, and that it is an agency unless the name says so itself."""
    name = vacancy.employer
    if not name or not vacancy.employer_is_intermediary:
        return name
    says_so = "uitzend" in name.casefold()
    return f"via {name}" if says_so else f"via uitzendbureau {name}"


def km(vacancy: Located, home: tuple[float, float] | None) -> str | None:
    """`12 km` in a straight line; None when either end is unknown."""
    if home is None or vacancy.lat is None or vacancy.lon is None:
        return None
    distance = distance_km(home, (vacancy.lat, vacancy.lon))
    return f"{distance:.0f} km" if distance >= 1 else "minder dan 1 km"


def init(app: Flask) -> None:
    """Give the templates these words."""
    for filter_ in (
        day,
        relative_day,
        moment,
        clock,
        number,
        hours,
        salary,
        employer,
        km,
    ):
        app.add_template_filter(filter_)
    app.context_processor(lambda: {"today": now().date()})
