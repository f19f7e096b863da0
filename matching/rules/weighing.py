"""How a demand of the advert weighs against one limited item of a person."""

import re

from matching.rules.parts import asks_another_part
from matching.rules.words import bound
from schemas.capacity import CapacityItem
from schemas.capacity_fields import CapacityField
from schemas.vacancy import Demand

EXPLICIT, CLEAR, BOILERPLATE = 3, 2, 1
_SEVERE, _STRONGLY_INVOLVED = 2, 3
AT_A_DISTANCE = re.compile(r"telefon|schriftelijk|e-?mail|per mail|chat", re.IGNORECASE)
# An open office can often be adapted, so it takes more than a clear word.
_ONLY_EXPLICIT = {"needs_low_distraction"}
# Talk in a group can be had in writing or with captions; a telephone cannot.
IN_GROUPS = re.compile(r"overleg|vergader|besprek|team|groep", re.IGNORECASE)
BY_EAR = re.compile(r"tele(?:foon|fon)|headset|bel|portofoon|luister", re.IGNORECASE)
# Freedom to sit and stand is all that these limits ask: an aid is enough, unless the
# limit is severe. Days at home are as good as a quiet room.
_POSTURES = {
    "sit_minutes", "sit_hours_day", "stand_minutes", "stand_hours_day",
    "needs_posture_change", "head_fixed_hours_day",
}  # fmt: skip
_SOLVED = {"needs_low_distraction", "needs_posture_change"}
# Other work in between is what repetition asks for.
_REPEATED = {"hand_use", "reach_per_hour"}
_IN_TURNS = re.compile(r"rotatie|roulat|rouleer|afwissel|wissel", re.IGNORECASE)


def is_severe(item: CapacityItem, field: CapacityField) -> bool:
    """Level 2 and up, a condition that holds, or the top of a short scale."""
    if field.scale == "alternatives" and field.top_level > 1:
        return item.level >= _STRONGLY_INVOLVED
    return field.condition or item.level >= min(_SEVERE, field.top_level)


def excludes(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    """Explicit demands exclude; clear ones where the limit is severe, or in numbers."""
    if field.name in _ONLY_EXPLICIT and demand.strength < EXPLICIT:
        return False
    if asks_another_part(item, demand):
        return False
    if demand.field == "hearing" and _is_group_talk(demand.quote):
        return False
    if demand.field == "conflict" and item.level == 1:
        return demand.strength == EXPLICIT and not AT_A_DISTANCE.search(demand.quote)
    if demand.strength == CLEAR:
        return is_severe(item, field) or is_measured(item, field, demand)
    return demand.strength == EXPLICIT


def _is_group_talk(quote: str) -> bool:
    return bool(IN_GROUPS.search(quote)) and not BY_EAR.search(quote)


def is_within(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    """Whether the advert states a number, and it is within the limit."""
    able = bound(item, field)
    if demand.value is None or able is None or not is_measured(item, field, demand):
        return False
    if field.heavier == "lower":
        return demand.value >= able
    return demand.value <= able


def is_measured(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    """Whether limit and demand are both numbers of the same unit."""
    both = demand.value is not None and bound(item, field) is not None
    return both and demand.unit == field.unit


def is_solved(item: CapacityItem, field: CapacityField, demand: Demand) -> bool:
    """Whether the aid that an advert names is enough, so that it need not be asked."""
    if field.name in _SOLVED:
        return True
    if field.name in _REPEATED and _IN_TURNS.search(demand.quote):
        return True
    return field.name in _POSTURES and not is_severe(item, field)


def fits_short_days(
    item: CapacityItem, field: CapacityField, demand: Demand | None, day: float | None
) -> bool:
    """Whether it can never be too many hours, as the whole working day is shorter."""
    able = bound(item, field)
    if field.unit != "h" or able is None or day is None or day > able:
        return False
    return demand is None or demand.value is None
