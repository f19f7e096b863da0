"""The build-up of hours in a form: rows of a day and the hours from then on."""

from collections.abc import Mapping, Sequence
from datetime import date

from schemas.capacity import HoursStep
from webapp.site.formats import number
from webapp.writing.fields import Fields

MOST_STEPS = 26  # half a year, week by week
SPARE_ROWS = 3
DAY, WEEK = 24, 168
NO_HOURS = "Vul uren per dag of per week in."
NO_DAY = "Vul in vanaf welke dag dit geldt."
TWICE = "Deze dag staat er twee keer."


def read_ramp(fields: Fields) -> tuple[HoursStep, ...]:
    """The rows that say something, in the order of their days."""
    steps: dict[date, HoursStep] = {}
    for row in range(1, MOST_STEPS + 1):
        step = _read_step(fields, f"step{row}")
        if step is None:
            continue
        if step.starts_on in steps:
            fields.errors[f"step{row}-starts_on"] = TWICE
        steps[step.starts_on] = step
    return tuple(steps[day] for day in sorted(steps))


def _read_step(fields: Fields, row: str) -> HoursStep | None:
    """None for an empty row, and for one with an error."""
    names = {part: f"{row}-{part}" for part in ("starts_on", "hours_day", "hours_week")}
    if not any(fields.line(name) for name in names.values()):
        return None
    starts_on = fields.day(names["starts_on"], missing=NO_DAY)
    a_day = fields.amount(names["hours_day"], highest=DAY)
    a_week = fields.amount(names["hours_week"], highest=WEEK)
    if a_day is None and a_week is None:
        fields.errors.setdefault(names["hours_week"], NO_HOURS)
    if starts_on is None or any(name in fields.errors for name in names.values()):
        return None
    return HoursStep(
        starts_on=starts_on,
        hours_day=a_day,
        hours_week=a_week,
        is_max=fields.line(f"{row}-bound") == "max",
    )


def ramp_as_form(ramp: Sequence[HoursStep]) -> dict[str, str]:
    """The rows of a document, as a form sends them."""
    shown: dict[str, str] = {}
    for row, step in enumerate(ramp[:MOST_STEPS], start=1):
        shown[f"step{row}-starts_on"] = str(step.starts_on)
        shown[f"step{row}-bound"] = "max" if step.is_max else "about"
        for part in ("hours_day", "hours_week"):
            value = getattr(step, part)
            shown[f"step{row}-{part}"] = "" if value is None else number(value)
    return shown


def rows_shown(form: Mapping[str, str]) -> range:
    """The rows that hold something, and some to go on with."""
    filled = [
        row
        for row in range(1, MOST_STEPS + 1)
        if any(
            form.get(f"step{row}-{part}")
            for part in ("starts_on", "hours_day", "hours_week")
        )
    ]
    last = max(filled, default=0)
    return range(1, min(last + SPARE_ROWS, MOST_STEPS) + 1)
