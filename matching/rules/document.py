"""Rules over the capacity document: whether there is one, and whether it holds."""

from collections.abc import Iterator

from matching.case import Case
from matching.rules.proof import finding, from_demand
from matching.rules.words import day_of, measure, source_of
from schemas.capacity_fields import CapacityField, capacity_fields
from schemas.match import Finding
from schemas.vacancy import Demand

_HOURS = {"hours_week", "hours_day"}


def document(case: Case) -> Iterator[Finding]:
    """Without a document nothing was held against it; an old one may be outdated."""
    if case.capacity is None:
        text = "Er is nog geen belastbaarheid ingevuld."
        yield finding("assumption", "capacity", text)
        return
    until = case.capacity.valid_until
    if until is not None and until < case.today:
        text = (
            f"Vergeleken met {source_of(case.capacity)}, geldig tot {day_of(until)}: "
            "vraag na of die nog klopt."
        )
        yield finding("assumption", "capacity", text)


def beyond_norm(case: Case) -> Iterator[Finding]:
    """More than is taken as normal, where nothing is limited: allowed, but shown."""
    if case.capacity is None:
        return
    limited = {item.field for item in case.capacity.items if item.level > 0}
    for demand in case.demands:
        field = capacity_fields().get(demand.field)
        if field is None or demand.field in limited | _HOURS:
            continue
        if _is_beyond(demand, field):
            asked = measure(demand.value or 0, field.unit)
            norm = measure(field.norm or 0, field.unit)
            text = f"{field.label}: {asked} gevraagd, meer dan gewoonlijk ({norm})."
            yield from_demand("assumption", demand, text)


def _is_beyond(demand: Demand, field: CapacityField) -> bool:
    if demand.polarity != "demanded" or field.heavier == "lower":
        return False
    if demand.value is None or field.norm is None or demand.unit != field.unit:
        return False
    return demand.value > field.norm
