"""The rule that holds what work asks against what a person can bear."""

import re
from collections.abc import Callable, Iterator

from matching.case import Case
from matching.rules.facts import demand_for, documented
from matching.rules.proof import ask, finding, from_demand
from matching.rules.questions import place_in_line
from matching.rules.words import bound, measure
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
_AT_A_DISTANCE = re.compile(
    r"telefon|schriftelijk|e-?mail|per mail|chat", re.IGNORECASE
)
# An open office can often be adapted, so it takes more than a clear word.
_ONLY_EXPLICIT = {"needs_low_distraction"}
# The way to work is worked out per vacancy; silence of the advert means nothing.
_SILENCE_IS_FINE = {"commute_independent"}
_PROTECTION = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"handschoen|latex",
        r"masker|adembescherming|mondkap",
        r"helm|haarnet|hoofd",
        r"(?<!hand)schoen|laars|laarzen",
        r"gehoor|oordop|oorkap",
        r"bril|gelaat",
    )
)
_EXPLICIT, _CLEAR = 3, 2
_STRONGLY_INVOLVED = 3
_SEVERE = 2


def capacity(case: Case) -> Iterator[Finding]:
    """Every limited item against the advert, the heaviest open question first."""
    if case.capacity is None:
        text = "Er is nog geen belastbaarheid ingevuld."
        yield finding("assumption", "capacity", text)
        return
    fields = capacity_fields()
    limits = [
        item
        for item in case.capacity.items
        if item.level > 0 and item.field in fields and item.field not in _ELSEWHERE
    ]
    spoken = [i for i in limits if demand_for(case, i.field) is not None]
    silent = [i for i in limits if demand_for(case, i.field) is None]
    answered = {_FAMILY.get(i.field, i.field) for i in spoken}
    yield from _spoken(case, sorted(spoken, key=_heaviest(case)))
    yield from _silent(case, sorted(silent, key=_heaviest(case)), answered)


def _spoken(case: Case, items: list[CapacityItem]) -> Iterator[Finding]:
    for item in items:
        demand = demand_for(case, item.field)
        if demand is not None:
            yield _weigh(case, item, demand)


def _weigh(case: Case, item: CapacityItem, demand: Demand) -> Finding:
    field = capacity_fields()[item.field]
    if demand.polarity == "absent":
        return from_demand("reason", demand, _free(field))
    if demand.polarity == "mitigated":
        return ask(item.field, demand=demand)
    if _within(item, field, demand):
        return from_demand("reason", demand, f"{field.label}: {_asked(demand)} past.")
    if _excludes(item, field, demand):
        text = _too_much(field, demand)
        return from_demand("objection", demand, text, limit=documented(case, item))
    return ask(item.field, demand=demand)


def _excludes(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    """Explicit demands exclude; clear ones only where the limit is severe."""
    if field.name in _ONLY_EXPLICIT and demand.strength < _EXPLICIT:
        return False
    if field.name == "ppe_limited" and not _same_protection(item, demand):
        return False
    if demand.field == "conflict" and item.level == 1:
        return demand.strength == _EXPLICIT and not _AT_A_DISTANCE.search(demand.quote)
    return demand.strength == _EXPLICIT or (
        demand.strength == _CLEAR and is_severe(item, field)
    )


def is_severe(item: CapacityItem, field: CapacityField) -> bool:
    """Level 2 and up, a condition that holds, or the top of a short scale."""
    if field.scale == "alternatives" and field.top_level > 1:
        return item.level >= _STRONGLY_INVOLVED
    return field.condition or item.level >= min(_SEVERE, field.top_level)


def _same_protection(item: CapacityItem, demand: Demand) -> bool:
    """Whether the advert asks the kind of protection that the document rules out."""
    limited = [kind for kind in _PROTECTION if kind.search(item.sentence)]
    return not limited or any(kind.search(demand.quote) for kind in limited)


def _within(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    able = bound(item, field)
    if demand.value is None or able is None or demand.unit != field.unit:
        return False
    if field.heavier == "lower":
        return demand.value >= able
    return demand.value <= able


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


def _silent(
    case: Case, items: list[CapacityItem], answered: set[str]
) -> Iterator[Finding]:
    for item in items:
        family = _FAMILY.get(item.field, item.field)
        if family in answered:
            continue
        answered.add(family)
        if item.field in _SILENCE_IS_FINE or case.expected(item.field) == "low":
            label = capacity_fields()[item.field].label
            text = f"{label}: niet genoemd, naar verwachting geen punt."
            yield finding("assumption", item.field, text)
        else:
            yield ask(item.field)


def _heaviest(case: Case) -> Callable[[CapacityItem], tuple[int, int, int]]:
    def key(item: CapacityItem) -> tuple[int, int, int]:
        field = capacity_fields()[item.field]
        demand = demand_for(case, item.field)
        said = 0 if demand is None else -demand.strength
        severe = 0 if is_severe(item, field) else 1
        return (said, severe, place_in_line(item.field))

    return key
