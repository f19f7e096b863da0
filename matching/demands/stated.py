"""Gives what is asked the number stated with it, once for all fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matching.demands.amounts import Amount
from matching.demands.reading import Found, Place, Reading, Wording
from matching.demands.scope import comma_clause
from matching.demands.signs import AMOUNT
from schemas.capacity_fields import capacity_fields


class Measure(NamedTuple):
    """How an amount in one unit counts for a field, and between which bounds.

    `span`: "day" is so much of a day, "stretch" so long at one time.
    """

    unit: str
    least: float
    most: float
    times: float = 1.0
    told_in: str = ""  # the unit that it is told in, where that is another
    span: str = ""


_DAY = (
    Measure("h", 0.5, 12, span="day"),
    Measure("min", 10, 720, times=1 / 60, told_in="h", span="day"),
)
_STRETCH = (
    Measure("min", 1, 300, span="stretch"),
    Measure("h", 0.5, 10, times=60, told_in="min", span="stretch"),
)
_OFTEN = (Measure("n/h", 1, 9999),)
_MEASURES: Mapping[str, Sequence[Measure]] = {
    "lift_kg": (Measure("kg", 1, 150),),
    "carry_kg": (Measure("kg", 1, 99),),
    "push_pull_kgf": (Measure("kg", 1, 999),),
    "walk_minutes": (*_STRETCH, Measure("km", 0.2, 20, span="stretch")),
    "walk_hours_day": (
        *_DAY,
        Measure("steps", 1000, 50_000),
        Measure("km", 1, 50, span="day"),
    ),
    "stand_minutes": _STRETCH,
    "stand_hours_day": _DAY,
    "sit_minutes": _STRETCH,
    "sit_hours_day": _DAY,
    "keyboard_hours_day": _DAY,
    "kneel_static_minutes": _STRETCH,
    "bent_static_minutes": _STRETCH,
    "overhead_minutes": _STRETCH,
    "focus_minutes": _STRETCH,
    "stair_steps": (
        Measure("treads", 2, 9999, told_in="steps"),
        Measure("floors", 1, 99),
    ),
    "climb": (
        Measure("m", 1, 200),
        Measure("floors", 4, 60),
        Measure("cm", 20, 300),
    ),
    "carry_minutes": _STRETCH,
    "heat_limited": (Measure("°C", 24, 200),),
    "cold_limited": (Measure("°C", -60, 20),),
    "noise_limited": (Measure("dB(A)", 30, 140),),
    "reach_per_hour": _OFTEN,
    "bend_per_hour": _OFTEN,
    "kneel_per_hour": _OFTEN,
    "head_movement": _OFTEN,
    "lift_per_hour": _OFTEN,
    "needs_no_high_pace": _OFTEN,
}
_OF_A_DAY = re.compile(
    r"\b(?:per|op een|in een|van een|van de|elke|iedere|van je|van uw) "
    r"(?:\w+ )?(?:werk)?(?:dag|dienst|nacht|shift|avond)\b|\bdaags\b|\bdagelijks\b"
)
_AT_ONE_TIME = re.compile(
    r"\b(?:achter elkaar|achtereen|aaneen|aan een stuk|onafgebroken|non-?stop|lang\b"
    r"|zonder (?:pauze|onderbreking|te)|per (?:keer|ronde|rit|zaal|beurt)|in een ruk"
    r"|elke ronde|\w*ronde\b|ommetje|wandeling|stil\b)"
)
_PER_LONG = re.compile(
    r"^ ?(?:per|/|in een|in de) ?(?:jaar|maand|week|dag|uur|persoon)"
)
_LONGEST_STRETCH = 2.5  # hours; longer than this is a part of the day


def measured(field: str, chosen: Found, rows: Sequence[Found]) -> Found:
    """A reading with the heaviest amount that stands with it or with its like."""
    if field not in _MEASURES or chosen[1].polarity == "absent":
        return chosen
    told = [one for row in rows if _may_tell(*row) for one in _told(field, row)]
    if not told:
        return chosen
    sign = 1 if _lower_is_heavier(field) else -1
    return _joined(chosen, min(told, key=lambda one: sign * (one[1].value or 0)))


def _may_tell(place: Place, said: Reading) -> bool:
    counts = said.value is not None or place.wording.signs & AMOUNT
    return bool(counts) and said.polarity != "absent"


def _told(field: str, row: Found) -> Iterator[Found]:
    """A reading of what is asked, with each amount near it as its value."""
    place, said = row
    known = place.wording.told.get((field, said))
    if known is None:
        known = tuple(_measures(field, place.wording, said))
        place.wording.told[field, said] = known
    for one in known:
        yield place, one


def _measures(field: str, wording: Wording, said: Reading) -> Iterator[Reading]:
    near = list(_near(wording, said, field))
    if said.value is not None and not any(_overlaps(one[0], said) for one in near):
        yield said
    for amount, value, unit in near:
        start, end = said.span
        span = (min(start, amount.start), max(end, amount.end))
        yield said._replace(value=value, unit=unit, span=span)


def _near(
    wording: Wording, said: Reading, field: str
) -> Iterator[tuple[Amount, float, str]]:
    """The amounts in the same breath; failing that, those in the same sentence."""
    if not wording.amounts:
        return
    easy, sentence = wording.easy, wording.span
    words = easy[slice(*sentence)]
    fitting = [
        (amount, value, unit)
        for amount in wording.amounts
        for value, unit in _values(field, amount, easy, words)
    ]
    start, end = comma_clause(easy, said.span, sentence)
    yield from [one for one in fitting if start <= one[0].start < end] or fitting


def _values(
    field: str, amount: Amount, easy: str, sentence: str
) -> Iterator[tuple[float, str]]:
    value = amount.low if _lower_is_heavier(field) else amount.high
    for measure in _MEASURES[field]:
        if measure.unit != amount.unit or not measure.least <= value <= measure.most:
            continue
        if measure.unit == "kg" and _PER_LONG.match(easy[amount.end :][:20]):
            continue
        if not measure.span or measure.span in _spans(amount, sentence):
            yield round(value * measure.times, 2), measure.told_in or measure.unit


def _spans(amount: Amount, sentence: str) -> set[str]:
    """Whether so long is said of a day, or of one time."""
    if _AT_ONE_TIME.search(sentence):
        long = amount.unit == "h" and amount.high > _LONGEST_STRETCH
        return {"stretch", "day"} if long else {"stretch"}
    if _OF_A_DAY.search(sentence):
        return {"day"}
    if amount.unit == "h":
        return {"day"} if amount.high > _LONGEST_STRETCH else {"day", "stretch"}
    return {"stretch"}


def _lower_is_heavier(field: str) -> bool:
    known = capacity_fields().get(field)
    return known is not None and known.heavier == "lower"


def _overlaps(amount: Amount, said: Reading) -> bool:
    return amount.start < said.span[1] and said.span[0] < amount.end


def _joined(chosen: Found, told: Found) -> Found:
    """What was chosen, with the amount; and with its proof, where they agree."""
    place, said = chosen
    measure = told[1]
    if said.polarity != measure.polarity or place.part != told[0].part:
        return place, said._replace(value=measure.value, unit=measure.unit)
    strength = max(said.strength, measure.strength)
    return told[0], measure._replace(strength=strength, beside=said.beside)
