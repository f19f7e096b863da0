"""Says a belastbaarheid in plain words: what is limited, and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from schemas.capacity import Capacity, CapacityItem, FormVersion, HoursField, HoursStep
from schemas.capacity_fields import CapacityField, capacity_fields, short_form
from webapp.site.formats import number
from webapp.writing import words

HALF_A_YEAR = timedelta(days=183)
NAMELY = ", namelijk …"
HOURS: tuple[HoursField, ...] = ("hours_day", "hours_week")
PER = {"hours_day": "per dag", "hours_week": "per week"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limited item: its name, what somebody can, and the source's sentence."""

    label: str
    can: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A capacity document in words; `free` names the blocks without any limit.

    `ramp` says the build-up of the hours, step by step.
    """

    capacity: Capacity
    limits: Sequence[Limit]
    free: Sequence[str]
    ramp: Sequence[str]

    def age_warning(self, today: date) -> str | None:
        """Why the document may no longer hold, if so."""
        until = self.capacity.valid_until
        if until is not None and until < today:
            return "Dit document is verlopen. Vraag de arts om een nieuw."
        if self.capacity.assessed_on < today - HALF_A_YEAR:
            return "Ouder dan een half jaar. Vraag of dit nog klopt."
        return None

    def hours_now(self, today: date) -> str | None:
        """The hours in force in a build-up; None without one."""
        if not self.capacity.ramp:
            return None
        found = ((PER[name], self.capacity.hours_on(name, today)) for name in HOURS)
        parts = [
            f"{_bound(is_max=limit.is_max)} {number(limit.value)} uur {per}"
            for per, limit in found
            if limit is not None
        ]
        return ", ".join(parts) or None


def limits_of(capacity: Capacity | None) -> Limits | None:
    """The limits in the order of the list; None without a document."""
    return None if capacity is None else in_words(capacity)


def in_words(capacity: Capacity) -> Limits:
    """The limits of a document, in the order of the list."""
    limited = {item.field: item for item in capacity.items if item.level > 0}
    known = capacity_fields()
    return Limits(
        capacity=capacity,
        limits=tuple(
            _limit(field, limited[name], capacity.version)
            for name, field in known.items()
            if name in limited
        ),
        free=tuple(
            words.BLOCKS.get(block, block)
            for block, fields in short_form().items()
            if not any(field.name in limited for field in fields)
        ),
        ramp=ramp_lines(capacity),
    )


def ramp_lines(capacity: Capacity) -> tuple[str, ...]:
    """The build-up of the hours, a line for each step."""
    return tuple(step_words(step) for step in capacity.ramp)


def step_words(step: HoursStep) -> str:
    """`vanaf 1 mei 2026: maximaal 4 uur per dag, 20 uur per week`."""
    known = (("per dag", step.hours_day), ("per week", step.hours_week))
    parts = [f"{number(value)} uur {per}" for per, value in known if value is not None]
    hours = f"{_bound(is_max=step.is_max)} {', '.join(parts)}"
    return f"vanaf {format_date(step.starts_on, 'd MMM y', locale='nl')}: {hours}"


def _limit(field: CapacityField, item: CapacityItem, version: FormVersion) -> Limit:
    said = can(field, item, version)
    return Limit(label=field.label, can=said, sentence=item.sentence)


def can(field: CapacityField, item: CapacityItem, version: FormVersion = "new") -> str:
    """What somebody can on this field; empty when the label says it all."""
    if item.choices:
        labels = {choice.key: choice.label for choice in field.choices}
        return ", ".join(labels.get(key, key) for key in item.choices)
    if field.name in PER and item.value is not None:
        bound = _bound(is_max=item.is_max)
        return f"{bound} {number(item.value)} uur {PER[field.name]}"
    level = next((x for x in field.levels_in(version) if x.level == item.level), None)
    if item.value is not None and (level is None or level.value != item.value):
        unit = words.UNITS.get(item.unit or field.unit or "", "")
        return f"ongeveer {number(item.value)} {unit}".strip()
    if field.scale == "bool" or level is None:
        return ""
    return level.text.removesuffix(NAMELY)


def _bound(*, is_max: bool) -> str:
    return "maximaal" if is_max else "ongeveer"
