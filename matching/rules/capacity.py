"""The rule that holds what work asks against what a person can bear."""

from collections.abc import Callable, Iterable, Iterator

from matching.case import Case
from matching.rules.hours import hours_today
from matching.rules.limited import demand_for, documented, limited
from matching.rules.parts import rules_out
from matching.rules.proof import ask, finding, from_demand
from matching.rules.questions import place_in_line
from matching.rules.weighing import (
    BOILERPLATE,
    excludes,
    fits_short_days,
    is_severe,
    is_solved,
    is_within,
)
from matching.rules.words import measure
from schemas.capacity import CapacityItem
from schemas.capacity_fields import CapacityField, capacity_fields
from schemas.match import Finding
from schemas.vacancy import Demand

# These have rules of their own, or are no demand that an advert can make.
_ELSEWHERE = {"hours_week", "hours_day", "no_evening", "no_night"}
# One question covers a family; the first field that an advert speaks of leads.
_FAMILIES = (
    ("lift_kg", "lift_per_hour", "light_objects_per_hour", "heavy_loads_frequent"),
    ("carry_kg", "carry_minutes"),
    ("stand_minutes", "stand_hours_day"),
    ("walk_minutes", "walk_hours_day"),
    ("sit_minutes", "sit_hours_day", "needs_posture_change"),
    ("kneel_per_hour", "kneel_static_minutes"),
    ("bend_per_hour", "bend_degrees", "bent_static_minutes"),
    ("reach_per_hour", "reach_cm"),
    ("work_pace", "needs_no_high_pace"),
)
_FAMILY = {field: family[0] for family in _FAMILIES for field in family}
_PLACE = {field: at for family in _FAMILIES for at, field in enumerate(family)}
# The way to work is worked out per vacancy; silence of the advert means nothing.
_SILENCE_IS_FINE = {"commute_independent"}
# Every second advert says these without meaning much by it.
_STOCK_PHRASES = {"focus_minutes", "cooperation", "others_emotions", "memory"}
_LIKELIEST = ("high", "medium", "unknown", "low")


def capacity(case: Case) -> Iterator[Finding]:
    """Every limited item against the advert, the heaviest open question first."""
    if case.capacity is None:
        return
    fields = capacity_fields()
    limits = [
        item
        for item in case.capacity.items
        if item.level > 0 and item.field in fields and item.field not in _ELSEWHERE
    ]
    spoken = [i for i in limits if demand_for(case, i.field) is not None]
    answered = {_FAMILY.get(i.field, i.field) for i in spoken}
    silent = _heads(i for i in limits if demand_for(case, i.field) is None)
    left = [item for family, item in silent.items() if family not in answered]
    yield from _spoken(case, sorted(spoken, key=_heaviest(case)))
    yield from _silent(case, sorted(left, key=_heaviest(case)))


def _heads(items: Iterable[CapacityItem]) -> dict[str, CapacityItem]:
    """One item per family: the one whose question covers the others."""
    heads: dict[str, CapacityItem] = {}
    for item in sorted(items, key=lambda one: _PLACE.get(one.field, 0)):
        heads.setdefault(_FAMILY.get(item.field, item.field), item)
    return heads


def _spoken(case: Case, items: list[CapacityItem]) -> Iterator[Finding]:
    for item in items:
        demand = demand_for(case, item.field)
        if demand is not None:
            yield _weigh(case, item, demand)


def _weigh(case: Case, item: CapacityItem, demand: Demand) -> Finding:
    field = capacity_fields()[item.field]
    if demand.polarity == "absent":
        return from_demand("reason", demand, _free(field))
    if demand.polarity == "mitigated" and not rules_out(
        limited(case, "ppe_limited"), demand
    ):
        return _relieved(item, field, demand)
    if is_within(item, field, demand):
        return from_demand("reason", demand, f"{field.label}: {_asked(demand)} past.")
    return _beyond(case, item, demand)


def _beyond(case: Case, item: CapacityItem, demand: Demand) -> Finding:
    """What is asked, and not known to be within the limit."""
    field = capacity_fields()[item.field]
    if fits_short_days(item, field, demand, _day(case)):
        return from_demand("assumption", demand, _short_day(field))
    if excludes(item, field, demand):
        text = _too_much(field, demand)
        return from_demand("objection", demand, text, limit=documented(case, item))
    if _is_in_passing(case, item, demand):
        text = f"{field.label}: in het voorbijgaan genoemd, naar verwachting geen punt."
        return from_demand("assumption", demand, text)
    return ask(item.field, demand=demand)


def _relieved(item: CapacityItem, field: CapacityField, demand: Demand) -> Finding:
    if not is_solved(item, field, demand):
        return ask(item.field, demand=demand)
    text = f"{field.label}: met wat de vacature noemt naar verwachting geen punt."
    return from_demand("assumption", demand, text)


def _is_in_passing(case: Case, item: CapacityItem, demand: Demand) -> bool:
    """A stock phrase, a mild limit, and work that seldom asks it."""
    if item.field not in _STOCK_PHRASES or demand.strength > BOILERPLATE:
        return False
    severe = is_severe(item, capacity_fields()[item.field])
    return not severe and case.expected(item.field) == "low"


def _free(field: CapacityField) -> str:
    """A condition is named by what must not be: then `not asked` would mislead."""
    if field.condition:
        return f"Aan de voorwaarde “{_lower(field.label)}” is voldaan."
    return f"{field.label}: niet gevraagd."


def _too_much(field: CapacityField, demand: Demand) -> str:
    if field.condition:
        return f"Tegen de voorwaarde “{_lower(field.label)}”."
    return f"{field.label}: {_asked(demand)}."


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _asked(demand: Demand) -> str:
    if demand.value is None:
        return "gevraagd"
    unit = "stappen" if demand.unit == "steps" else demand.unit
    return f"{measure(demand.value, unit)} gevraagd"


def _silent(case: Case, items: list[CapacityItem]) -> Iterator[Finding]:
    for item in items:
        field = capacity_fields()[item.field]
        if fits_short_days(item, field, None, _day(case)):
            yield finding("assumption", item.field, _short_day(field))
        elif item.field in _SILENCE_IS_FINE or case.expected(item.field) == "low":
            text = f"{field.label}: niet genoemd, naar verwachting geen punt."
            yield finding("assumption", item.field, text)
        else:
            yield ask(item.field)


def _short_day(field: CapacityField) -> str:
    return f"{field.label}: past binnen de uren van een werkdag."


def _day(case: Case) -> float | None:
    able = hours_today(case, "hours_day")
    return able.value if able else None


def _heaviest(case: Case) -> Callable[[CapacityItem], tuple[int, int, int, int]]:
    def key(item: CapacityItem) -> tuple[int, int, int, int]:
        field = capacity_fields()[item.field]
        demand = demand_for(case, item.field)
        said = 0 if demand is None else -demand.strength
        severe = 0 if is_severe(item, field) else 1
        likely = _LIKELIEST.index(case.expected(item.field))
        return (said, severe, likely, place_in_line(item.field))

    return key
