"""Rules over hours a week and hours a day, on the day of today of a build-up."""

import re
from collections.abc import Iterator
from datetime import date

from matching.case import Case
from matching.rules.limited import demand_for
from matching.rules.proof import ask, finding, from_demand, from_fact
from matching.rules.words import amount, day_of, hours_range, source_of
from schemas.capacity import Capacity, HoursField, HoursLimit
from schemas.match import Finding
from schemas.vacancy import Demand

# CRVB 2021:2204 accepted 30 to 32.5 hours where a doctor wrote "ongeveer 30".
WEEK_TOLERANCE = 2.5
DAY_TOLERANCE = 0.5
WORKING_DAYS = 5
FULL_DAY = 8
_A = {"hours_week": "week", "hours_day": "dag"}


def hours_week(case: Case) -> Iterator[Finding]:
    """The fewest hours of the job against the hours a person can work."""
    able = hours_today(case, "hours_week")
    if able is None:
        return
    low, high = case.vacancy.hours_min, case.vacancy.hours_max
    least = low if low is not None else high
    if least is None:
        yield ask("hours_week")
        return
    if fits(least, able, WEEK_TOLERANCE):
        asked = hours_range(low, high)
        text = f"{asked} past: kan {amount(able.value)} uur."
        made = finding("reason", "hours_min", text)
    elif case.vacancy.hours_negotiable:
        made = finding("question", "hours_min", _fewer_hours(able.value))
    else:
        text = f"Ten minste {amount(least)} uur per week: meer dan kan."
        made = _too_many(case, "hours_week", text, least)
    yield from_fact(case.vacancy, made, _hours(least))


def hours_day(case: Case) -> Iterator[Finding]:
    """Hours on one day: a day that is too long can often be spread, so ask.

    Unless even five equal days are too long.
    """
    able = hours_today(case, "hours_day")
    if able is None or able.value >= FULL_DAY:
        return
    demand = demand_for(case, "hours_day")
    if _never_fits(case, able):
        yield _longer_than_five_days(case)
    elif demand is not None and demand.value is not None:
        yield _stated_day(demand, demand.value, able)
    elif not _fits_in_one_day(case, able.value):
        yield ask("hours_day", demand=demand)


def _stated_day(demand: Demand, asked: float, able: HoursLimit) -> Finding:
    if not fits(asked, able, DAY_TOLERANCE):
        return ask("hours_day", demand=demand)
    text = f"{amount(asked)} uur per dag past: kan {amount(able.value)} uur."
    return from_demand("reason", demand, text)


def _never_fits(case: Case, able: HoursLimit) -> bool:
    """Whether even five equal days are too long, though the week is not."""
    least, week = case.vacancy.hours_min, hours_today(case, "hours_week")
    if least is None or case.vacancy.hours_negotiable:
        return False
    if week is not None and not fits(least, week, WEEK_TOLERANCE):
        return False
    return not fits(least / WORKING_DAYS, able, DAY_TOLERANCE)


def _longer_than_five_days(case: Case) -> Finding:
    least = case.vacancy.hours_min or 0
    day = least / WORKING_DAYS
    text = f"{amount(least)} uur is ten minste {amount(day)} uur per dag: meer dan kan."
    made = _too_many(case, "hours_day", text, day)
    return from_fact(case.vacancy, made, _hours(least))


def hours_today(case: Case, field: HoursField) -> HoursLimit | None:
    """What the document allows on the day of the case, if it sets a limit."""
    return case.capacity.hours_on(field, case.today) if case.capacity else None


def fits(asked: float, able: HoursLimit, tolerance: float) -> bool:
    """Whether so many hours are within a limit; "maximaal" leaves no room."""
    return asked <= able.value + (0 if able.is_max else tolerance)


def able_from(
    capacity: Capacity, field: HoursField, asked: float, today: date
) -> date | None:
    """The day of the build-up from which so many hours fit, if that is to come."""
    tolerance = WEEK_TOLERANCE if field == "hours_week" else DAY_TOLERANCE
    days = sorted(step.starts_on for step in capacity.ramp if step.starts_on > today)
    for day in days:
        able = capacity.hours_on(field, day)
        if able is not None and fits(asked, able, tolerance):
            return day
    return None


def hours_limit(case: Case, field: HoursField) -> str:
    """The hours that a document allows today, with "ongeveer" or "maximaal"."""
    able = hours_today(case, field)
    if case.capacity is None or able is None:
        return ""
    word = "maximaal" if able.is_max else "ongeveer"
    built = " (opbouw)" if any(getattr(s, field) for s in case.capacity.ramp) else ""
    said = f"{word} {amount(able.value)} uur per {_A[field]}{built}"
    return f"{said}, {source_of(case.capacity)}"


def _too_many(case: Case, field: HoursField, text: str, asked: float) -> Finding:
    later = None
    if case.capacity is not None:
        later = able_from(case.capacity, field, asked, case.today)
    if later is not None:
        text = f"{text} Vanaf {day_of(later)} wel."
    name = "hours_min" if field == "hours_week" else field
    return finding("objection", name, text, limit=hours_limit(case, field))


def _hours(least: float) -> str:
    whole = re.escape(amount(least))
    return rf"\b{whole}\b(?:[^\n.]{{0,25}}?\buur\b)?"


def _fewer_hours(able: float) -> str:
    return f"De uren zijn bespreekbaar: kan het ook in {amount(able)} uur per week?"


def _fits_in_one_day(case: Case, able: float) -> bool:
    most = case.vacancy.hours_max or case.vacancy.hours_min
    return most is not None and most <= able
