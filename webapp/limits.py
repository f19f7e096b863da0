"""Says a belastbaarheid in plain words: what is limited, and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.capacity import Capacity, CapacityItem
from schemas.capacity_fields import CapacityField, capacity_fields, short_form
from webapp import words
from webapp.formats import number

HALF_A_YEAR = timedelta(days=183)
NAMELY = ", namelijk …"
PER = {"hours_day": "per dag", "hours_week": "per week"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limited item: its name, what somebody can, and the source's sentence."""

    label: str
    can: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A capacity document in words; `free` names the blocks without any limit."""

    capacity: Capacity
    limits: Sequence[Limit]
    free: Sequence[str]

    def age_warning(self, today: date) -> str | None:
        """Why the document may no longer hold, if so."""
        until = self.capacity.valid_until
        if until is not None and until < today:
            return "Dit document is verlopen. Vraag de arts om een nieuw."
        if self.capacity.assessed_on < today - HALF_A_YEAR:
            return "Ouder dan een half jaar. Vraag of dit nog klopt."
        return None


def limits_of(capacity: Capacity | None) -> Limits | None:
    """The limits in the order of the list; None without a document."""
    if capacity is None:
        return None
    limited = {item.field: item for item in capacity.items if item.level > 0}
    known = capacity_fields()
    return Limits(
        capacity=capacity,
        limits=tuple(
            _limit(field, limited[name])
            for name, field in known.items()
            if name in limited
        ),
        free=tuple(
            words.BLOCKS.get(block, block)
            for block, fields in short_form().items()
            if not any(field.name in limited for field in fields)
        ),
    )


def _limit(field: CapacityField, item: CapacityItem) -> Limit:
    return Limit(label=field.label, can=can(field, item), sentence=item.sentence)


def can(field: CapacityField, item: CapacityItem) -> str:
    """What somebody can on this field; empty when the label says it all."""
    if field.name in PER and item.value is not None:
        bound = "maximaal" if item.is_max else "ongeveer"
        return f"{bound} {number(item.value)} uur {PER[field.name]}"
    level = next((one for one in field.levels if one.level == item.level), None)
    if item.value is not None and (level is None or level.value != item.value):
        unit = words.UNITS.get(item.unit or field.unit or "", "")
        return f"ongeveer {number(item.value)} {unit}".strip()
    if field.scale == "bool" or level is None:
        return ""
    return level.text.removesuffix(NAMELY)
