"""Hard limits over whole columns: what is surely `past_niet`, without judging it.

The very rules of `matching.rules` are asked, once for all vacancies with the same words
or numbers; only hours, distance and closing day are computed over the columns. So what
is out here, `matching.judging.judge` objects to; and what it objects to is out here,
but for what is `unsure`: answers lie over it, or it lies on the edge of what can be
travelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.market.columns import EPOCH, Columns, Mask, Rows
from matching.market.objecting import Asked, Person, objections
from matching.near_misses import LEAST_SHARE, MOST_POINTS, may_be_asked
from matching.rules.hours import (
    DAY_TOLERANCE,
    FULL_DAY,
    WEEK_TOLERANCE,
    WORKING_DAYS,
)
from matching.rules.travel import utmost_km
from schemas.capacity import HoursLimit
from schemas.match import Finding
from schemas.place import EARTH_RADIUS_KM

EDGE_KM = 1e-6  # numpy and the rule may differ in the last digit

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieved:
    """What the hard limits say of each row.

    `out`: surely past_niet. `near`: out, and perhaps on one or two points only that an
    employer could do something about. `unsure`: not out, but only judging tells.
    """

    out: Mask
    near: Mask
    unsure: Mask


def sieve(columns: Columns, person: Person) -> Sieved:
    """Hold the limits of one person against every row."""
    tally = _Tally(len(columns))
    for asked in objections(columns, person):
        tally.add(asked)
    for rows, field in _measured(columns, person):
        tally.add(Asked(rows=rows, found=_objection(field)))
    edge, far = _travel(columns, person)
    tally.add(Asked(rows=far, found=_objection("distance")))
    unsure = columns.facts["told"] | edge
    out = tally.out & ~unsure
    near = out & tally.may_be_asked() & _hours_near(columns, person)
    return Sieved(out=out, near=near, unsure=unsure)


class _Tally:
    """Adds up objections, and on how many points each row is blocked."""

    def __init__(self, size: int) -> None:
        self.out = np.zeros(size, dtype=np.bool_)
        self._never = np.zeros(size, dtype=np.bool_)
        self._points = np.zeros(size, dtype=np.uint64)
        self._bits: dict[str, np.uint64] = {}

    def add(self, asked: Asked) -> None:
        """These rows are out by this finding."""
        self.out[asked.rows] = True
        question = may_be_asked(asked.found)
        if question is None:
            self._never[asked.rows] = True
            return
        bit = self._bits.setdefault(question, np.uint64(1 << len(self._bits)))
        self._points[asked.rows] |= bit

    def may_be_asked(self) -> Mask:
        """Whether all that blocks a row could be asked for, in few enough points."""
        few: Mask = np.bitwise_count(self._points) <= MOST_POINTS
        return few & ~self._never


def _objection(field: str) -> Finding:
    return Finding(kind="objection", field=field, text="")


def _measured(columns: Columns, person: Person) -> Iterator[tuple[Mask, str]]:
    """What is too many hours a week or a day, and what has closed."""
    facts = columns.facts
    yield facts["closes"] < _day(person.today), "expired"
    week, day = person.hours("hours_week"), person.hours("hours_day")
    yield _too_many(columns, week), "hours_min"
    if day is not None and day.value < FULL_DAY:
        low, firm = facts["hours_min"], ~facts["negotiable"]
        long = _beyond(low / WORKING_DAYS, day, DAY_TOLERANCE)
        yield firm & long & ~_beyond(low, week, WEEK_TOLERANCE), "hours_day"


def _beyond(asked: Numbers, able: HoursLimit | None, tolerance: float) -> Mask:
    if able is None:
        return np.zeros(len(asked), dtype=np.bool_)
    return np.asarray(asked > able.value + (0 if able.is_max else tolerance))


def _hours_near(columns: Columns, person: Person) -> Mask:
    """Where hours that are too many lack a third at most, or will fit later."""
    week = person.hours("hours_week")
    if week is None:
        return np.ones(len(columns), dtype=np.bool_)
    low, high = columns.facts["hours_min"], columns.facts["hours_max"]
    whole = np.nan_to_num(np.where(np.isnan(low) | (low == 0), high, low))
    later = max(person.later_hours(WEEK_TOLERANCE), default=0.0)
    enough = (whole * LEAST_SHARE <= week.value) | (whole <= later)
    return np.asarray(enough | ~_too_many(columns, week))


def _too_many(columns: Columns, week: HoursLimit | None) -> Mask:
    low, high = columns.facts["hours_min"], columns.facts["hours_max"]
    least = np.where(np.isnan(low), high, low)
    return ~columns.facts["negotiable"] & _beyond(least, week, WEEK_TOLERANCE)


def _travel(columns: Columns, person: Person) -> tuple[Mask, Mask]:
    """Which rows lie on the edge of what can be travelled, and which beyond it."""
    modes, minutes = person.profile.travel_modes, person.profile.travel_minutes
    far = kilometres(columns, person)
    if not modes or minutes is None:
        nothing = np.zeros(len(columns), dtype=np.bool_)
        return nothing, nothing
    beyond = far - utmost_km(modes, minutes)
    away = ~columns.facts["remote"]
    return away & (np.abs(beyond) <= EDGE_KM), away & (beyond > EDGE_KM)


def kilometres(columns: Columns, person: Person) -> Numbers:
    """From home to each row in a straight line; NaN where either is unknown."""
    spots, codes = columns.spots
    home = (person.profile.lat, person.profile.lon)
    if home[0] is None or home[1] is None or not len(spots):
        return np.full(len(columns), np.nan)
    far = np.append(_haversine((home[0], home[1]), spots), np.nan)
    return np.asarray(far[codes])


def _haversine(home: tuple[float, float], spots: Numbers) -> Numbers:
    """As `schemas.place.distance_km`, to many points."""
    (lat1, lon1), (lat2, lon2) = np.radians(home), np.radians(spots).T
    half = (
        np.sin((lat2 - lat1) / 2) ** 2
        + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))


def _day(day: date) -> int:
    return day.toordinal() - EPOCH


def survivors(sieved: Sieved) -> Rows:
    """The rows that are not out."""
    return np.flatnonzero(~sieved.out)
