"""Rules over the typed facts of a vacancy; every rule is one function."""

import re
from collections.abc import Iterator

from matching.case import Case
from matching.rules.proof import ask, finding, from_demand, from_fact
from matching.rules.words import amount, hours_range, limit_of, source_of
from schemas.capacity import CapacityItem
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding
from schemas.vacancy import Demand, Shift

# CRVB 2021:2204 accepted 30 to 32.5 hours where a doctor wrote "ongeveer 30".
WEEK_TOLERANCE = 2.5
DAY_TOLERANCE = 0.5


def expired(case: Case) -> Iterator[Finding]:
    """A vacancy that is gone or past its closing date is out."""
    closing = case.vacancy.valid_through
    if case.vacancy.status == "gone":
        yield finding("objection", "expired", "De vacature is niet meer te vinden.")
    elif closing is not None and closing < case.today:
        text = f"De vacature is op {closing:%d-%m-%Y} gesloten."
        yield finding("objection", "expired", text)


def hours_week(case: Case) -> Iterator[Finding]:
    """The fewest hours of the job against the hours a person can work."""
    item = limited(case, "hours_week")
    if item is None or item.value is None:
        return
    low, high = case.vacancy.hours_min, case.vacancy.hours_max
    least = low if low is not None else high
    if least is None:
        yield ask("hours_week")
        return
    room = item.value + (0 if item.is_max else WEEK_TOLERANCE)
    asked = hours_range(low, high)
    if least <= room:
        text = f"{asked} past: kan {amount(item.value)} uur."
        yield from_fact(
            case.vacancy, finding("reason", "hours_min", text), _hours(least)
        )
    elif case.vacancy.hours_negotiable:
        question = finding("question", "hours_min", _fewer_hours(item.value))
        yield from_fact(case.vacancy, question, _hours(least))
    else:
        text = f"Ten minste {amount(least)} uur per week: meer dan kan."
        made = finding("objection", "hours_min", text, limit=week_limit(case, item))
        yield from_fact(case.vacancy, made, _hours(least))


def hours_day(case: Case) -> Iterator[Finding]:
    """Hours on one day: a day that is too long can often be spread, so ask."""
    item = limited(case, "hours_day")
    if item is None or item.value is None or item.value >= 8:
        return
    demand = demand_for(case, "hours_day")
    if demand is None or demand.value is None:
        if not _fits_in_one_day(case, item.value):
            yield ask("hours_day", demand=demand)
    elif demand.value <= item.value + (0 if item.is_max else DAY_TOLERANCE):
        text = f"{amount(demand.value)} uur per dag past: kan {amount(item.value)} uur."
        yield from_demand("reason", demand, text)
    else:
        yield ask("hours_day", demand=demand)


def shifts(case: Case) -> Iterator[Finding]:
    """Working times that are out by agreement or by the capacity document."""
    for shift, limit in _excluded(case).items():
        demand = demand_for(case, f"shift_{shift}")
        word = SHIFT_WORDS[shift]
        if demand is not None and demand.polarity == "absent":
            yield from_demand("reason", demand, f"Geen {word}.")
        elif demand is not None and demand.strength >= 2:
            text = f"Vraagt {word}."
            yield from_demand("objection", demand, text, limit=limit)
        elif demand is not None or case.expected(f"shift_{shift}") == "high":
            yield ask(f"shift_{shift}", demand=demand)
        elif shift in case.vacancy.shifts:
            yield finding("objection", f"shift_{shift}", f"Vraagt {word}.", limit=limit)
        else:
            text = f"De vacature noemt geen {word}."
            yield finding("assumption", f"shift_{shift}", text)


SHIFT_WORDS = {
    "day": "dagdienst",
    "evening": "avonddienst",
    "night": "nachtdienst",
    "weekend": "weekenddienst",
    "standby": "bereikbaarheidsdienst",
}


def limited(case: Case, field: str) -> CapacityItem | None:
    """The limited item on a field, if there is one."""
    items = case.capacity.items if case.capacity else ()
    return next((i for i in items if i.field == field and i.level > 0), None)


def demand_for(case: Case, field: str) -> Demand | None:
    """What the advert says on a field, if it says anything."""
    return next((d for d in case.demands if d.field == field), None)


def documented(case: Case, item: CapacityItem) -> str:
    """A limit with its document, such as `tillen tot 10 kg, FML 12-03-2026`."""
    said = limit_of(item, capacity_fields()[item.field])
    return f"{said}, {source_of(case.capacity)}" if case.capacity else said


def week_limit(case: Case, item: CapacityItem) -> str:
    """The hours a week that a document allows, with "ongeveer" or "maximaal"."""
    word = "maximaal" if item.is_max else "ongeveer"
    said = f"{word} {amount(item.value or 0)} uur per week"
    return f"{said}, {source_of(case.capacity)}" if case.capacity else said


def _excluded(case: Case) -> dict[Shift, str]:
    excluded = dict.fromkeys(
        case.profile.excluded_shifts, "afspraak in het zoekprofiel"
    )
    documents: tuple[tuple[str, Shift], ...] = (
        ("no_evening", "evening"),
        ("no_night", "night"),
    )
    for field, shift in documents:
        item = limited(case, field)
        if item is not None:
            excluded[shift] = documented(case, item)
    return excluded


def _hours(least: float) -> str:
    whole = re.escape(amount(least))
    return rf"\b{whole}\b(?:[^\n.]{{0,25}}?\buur\b)?"


def _fewer_hours(able: float) -> str:
    return f"De uren zijn bespreekbaar: kan het ook in {amount(able)} uur per week?"


def _fits_in_one_day(case: Case, able: float) -> bool:
    most = case.vacancy.hours_max or case.vacancy.hours_min
    return most is not None and most <= able
