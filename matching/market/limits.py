"""Hard limits over whole columns: what is surely `past_niet`, without judging it.

The very rules of `matching.rules` are asked, once for all vacancies with the same words
or numbers; only hours, distance and closing day are computed over the columns. So what
is out here, `matching.judging.judge` objects to; and what it objects to is out here,
but for what is `unsure`: answers lie over it, or it lies on the edge of what can be
travelled.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.market.columns import EPOCH, Columns, Mask, Rows
from matching.market.objecting import Named, Objection, Person, objections
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

    `out`: surely past_niet. `unsure`: not out, but only judging tells.
    """

    out: Mask
    unsure: Mask

    @property
    def left(self) -> Rows:
        """The rows that are not out."""
        return np.flatnonzero(~self.out)


def sieve(columns: Columns, person: Person) -> Sieved:
    """Hold the limits of one person against every row."""
    out = np.zeros(len(columns), dtype=np.bool_)
    by_column: dict[str, list[int]] = {}
    for one in objections(columns, person):
        if isinstance(one, Objection):
            by_column.setdefault(one.name, []).extend(one.numbers)
        else:
            out[one.mask] = True
    if by_column:
        out |= _by_papers(columns, by_column)
    for mask, _ in _measured(columns, person):
        out |= mask
    edge, far = _travel(columns, person)
    unsure = columns.facts["told"] | edge
    out |= far
    return Sieved(out=out & ~unsure, unsure=unsure)


def may_be_near(columns: Columns, person: Person) -> Mask:
    """Which rows, if they are out, may be so on a few points that could be asked for.

    For rows that are out and near by `matching.near_misses` this is always true; for
    rows that are out it is sometimes true though they are not near.
    """
    never, points = np.zeros(len(columns), "?"), np.zeros(len(columns), np.uint64)
    bits: dict[str, np.uint64] = {}
    found: list[tuple[Rows | Mask, Finding]] = [
        *((_rows(columns, one), one.found) for one in objections(columns, person)),
        *((mask, _objection(field)) for mask, field in _measured(columns, person)),
        (_travel(columns, person)[1], _objection("distance")),
    ]
    for mask, objection in found:
        question = may_be_asked(objection)
        if question is None:
            never[mask] = True
        else:
            points[mask] |= bits.setdefault(question, np.uint64(1 << len(bits)))
    few: Mask = np.bitwise_count(points) <= MOST_POINTS
    return few & ~never & _hours_near(columns, person)


def _by_papers(columns: Columns, numbers: Mapping[str, Sequence[int]]) -> Mask:
    """Rows that have any of these in these columns, looked up once per combination."""
    combinations, codes = columns.papers
    out = np.zeros(len(combinations[next(iter(numbers))]), dtype=np.bool_)
    for name, those in numbers.items():
        out |= np.isin(combinations[name], those)
    return out[codes]


def _rows(columns: Columns, one: Objection | Named) -> Rows | Mask:
    return one.mask(columns) if isinstance(one, Objection) else one.mask


def _objection(field: str) -> Finding:
    return Finding(kind="objection", field=field, text="")


def _measured(columns: Columns, person: Person) -> Iterator[tuple[Mask, str]]:
    """What is too many hours a week or a day, and what has closed."""
    yield columns.facts["closes"] < _day(person.today), "expired"
    week, day = person.hours("hours_week"), person.hours("hours_day")
    if week is not None:
        too_many = _beyond(columns.least, week, WEEK_TOLERANCE)
        yield too_many, "hours_min"
    if day is not None and day.value < FULL_DAY:
        long = _beyond(columns.lowest / WORKING_DAYS, day, DAY_TOLERANCE)
        if week is not None:
            long &= ~_beyond(columns.lowest, week, WEEK_TOLERANCE)
        yield long, "hours_day"


def _beyond(asked: Numbers, able: HoursLimit, tolerance: float) -> Mask:
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
    return np.asarray(enough | ~_beyond(columns.least, week, WEEK_TOLERANCE))


def _travel(columns: Columns, person: Person) -> tuple[Mask, Mask]:
    """Which rows lie on the edge of what can be travelled, and which beyond it."""
    modes, minutes = person.profile.travel_modes, person.profile.travel_minutes
    spots, codes = columns.away
    far = _to_spots(person, spots)
    if not modes or minutes is None:
        far = np.full(len(spots), np.nan)
    beyond = far - (utmost_km(modes, minutes or 0) if modes else 0)
    sides = np.where(beyond > EDGE_KM, 2, np.abs(beyond) <= EDGE_KM).astype(np.int8)
    side = np.append(sides, np.int8(0))[codes]
    return side == 1, side == 2


def kilometres(columns: Columns, person: Person) -> Numbers:
    """From home to each row in a straight line; NaN where unknown, or at home."""
    spots, codes = columns.away
    return np.asarray(np.append(_to_spots(person, spots), np.nan)[codes])


def _to_spots(person: Person, spots: Numbers) -> Numbers:
    home = (person.profile.lat, person.profile.lon)
    if home[0] is None or home[1] is None:
        return np.full(len(spots), np.nan)
    return _haversine((home[0], home[1]), spots)


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
