"""What is limited of a person, and what the advert says of it."""

from matching.case import Case
from matching.rules.words import limit_of, source_of
from schemas.capacity import CapacityItem
from schemas.capacity_fields import capacity_fields
from schemas.vacancy import Demand


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
