"""Which numbers of a text belong to which field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.documents.amounts import Amount, amounts
from matching.documents.saying import gap
from matching.documents.vocabulary import Mention, families
from schemas.capacity_fields import CapacityField, capacity_fields

TOTAL = re.compile(r"totaal|verdeeld|werkdag|een dag|de dag|dagelijks", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|/|en|of|en/of|dan wel)\s*", re.IGNORECASE)
PER = {frozenset({"hours_day"}): "h/day", frozenset({"hours_week"}): "h/week"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number for a field, in the unit of the field, and who is spoken of."""

    field: CapacityField
    value: float
    amount: Amount
    mention: Mention


def measures(
    text: str, named: Sequence[Mention], own: frozenset[str]
) -> Iterator[Measure]:
    """Each number with its field; `own` are the fields of the item's code."""
    for amount in _amounts(text, own):
        for mention in _spoken_of(text, amount, named):
            field, value = _meant(text, amount, mention)
            yield Measure(field=field, value=value, amount=amount, mention=mention)


def _amounts(text: str, own: frozenset[str]) -> tuple[Amount, ...]:
    """At the item `Uren per dag` a bare `4 uur` is a day's."""
    unit = PER.get(own)
    return tuple(
        replace(one, unit=unit) if unit and one.unit == "h" else one
        for one in amounts(text)
    )


def _spoken_of(
    text: str, amount: Amount, named: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The nearest mention that takes this unit, and those joined to it by `en`."""
    fit = [one for one in named if amount.unit in one.family.units]
    if not fit:
        return _of_hours(amount)
    nearest = min(fit, key=lambda one: gap(text, one, (amount.start, amount.end)))
    return tuple(one for one in fit if one == nearest or _joined(text, one, nearest))


def _of_hours(amount: Amount) -> tuple[Mention, ...]:
    """Hours that name nothing else are the hours somebody can work."""
    if amount.unit not in PER.values():
        return ()
    hours = next(one for one in families() if one.name == "hours")
    return (Mention(family=hours, start=amount.start, end=amount.end),)


def _joined(text: str, one: Mention, other: Mention) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return one.family != other.family and bool(JOINED.fullmatch(between))


def _meant(text: str, amount: Amount, mention: Mention) -> tuple[CapacityField, float]:
    """`2 uur staan` is at a stretch, unless it is said of the whole day."""
    units, unit, value = mention.family.units, amount.unit, amount.value
    if unit == "h" and "min" in units:
        if "h/day" in units and TOTAL.search(text):
            unit = "h/day"
        elif units["h"] == units["min"]:
            unit, value = "min", value * 60
    return capacity_fields()[units[unit]], value
