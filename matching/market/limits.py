"""Hard limits over whole columns: what is surely `past_niet`, without judging it.

The very rules of `matching.rules` are asked, once for all vacancies with the same words
or numbers; only hours, distance and closing day are computed over the columns. So what
is out here, `matching.judging.judge` objects to; and what it objects to is out here,
but for what is `unsure`: answers lie over it, or it lies on the edge of what can be
travelled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Rows
from matching.market.columns import EPOCH, Columns
from matching.market.ground import Cut, Ground, Mask, Spots
from matching.market.laid import Laid
from matching.market.marks import Mark
from matching.market.objecting import Objection, Person, objections
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
    """What the hard limits of one person leave of so many rows.

    `left` are not out; of those `unsure` only judging tells. All others are surely
    past_niet, by `found` and by hours, days and distance.
    """

    rows: int
    left: Rows
    unsure: Rows
    found: tuple[Objection, ...]

    @property
    def out(self) -> Rows:
        """The rows that are out."""
        out = np.ones(self.rows, np.bool_)
        out[self.left] = False
        return np.flatnonzero(out)


def sieve(columns: Columns, person: Person) -> Sieved:
    """Hold the limits of one person against every row."""
    laid, found = columns.laid, tuple(objections(columns.laid, person))
    beyond = _beyond_reach(laid.ground, person)
    cut = laid.ground.cut(~(beyond > EDGE_KM))
    out = laid.marks.any_of((one.mark for one in found), cut)
    for mask, _ in _measured(laid, person, cut):
        out |= mask
    left = np.sort(cut(laid.ground.order)[np.flatnonzero(~out)]).astype(np.intp)
    edge = np.abs(beyond) <= EDGE_KM
    unsure = laid.told
    if edge.any():
        unsure = np.union1d(unsure, laid.ground.rows_at(edge))
    if len(unsure):
        left = np.union1d(left, unsure)
    return Sieved(rows=len(columns), left=left, unsure=unsure, found=found)


def may_be_near(
    columns: Columns, person: Person, rows: Rows, found: Iterable[Objection]
) -> Mask:
    """Which of these rows, if they are out, may be so on a few points to be asked for.

    For rows that are out and near by `matching.near_misses` this is always true; for
    rows that are out it is sometimes true though they are not near. `found` is what
    the rules object to.
    """
    never, points = np.zeros(len(rows), "?"), np.zeros(len(rows), np.uint64)
    bits: dict[str, np.uint64] = {}
    for mask, question in _points(columns, person, rows, found):
        if question is None:
            never |= mask
        else:
            points[mask] |= bits.setdefault(question, np.uint64(1 << len(bits)))
    few: Mask = np.bitwise_count(points) <= MOST_POINTS
    return few & ~never & _hours_near(columns, person, rows)


def _points(
    columns: Columns, person: Person, rows: Rows, found: Iterable[Objection]
) -> Iterator[tuple[Mask, str | None]]:
    """What may be asked for, or None where nothing may be, and of which rows."""
    laid, places = columns.laid, columns.laid.places[rows]

    def cut(column: NDArray[np.generic]) -> NDArray[np.generic]:
        return column[places]

    marks: dict[str | None, list[Mark]] = {}
    for one in found:
        marks.setdefault(may_be_asked(one.found), []).append(one.mark)
    for question, those in marks.items():
        yield laid.marks.any_of(those, cut), question
    for mask, field in _measured(laid, person, cut):
        yield mask, may_be_asked(_objection(field))
    far = _beyond_reach(laid.ground, person) > EDGE_KM
    yield far[laid.ground.codes[rows]], may_be_asked(_objection("distance"))


def _objection(field: str) -> Finding:
    return Finding(kind="objection", field=field, text="")


def _measured(laid: Laid, person: Person, cut: Cut) -> Iterator[tuple[Mask, str]]:
    """What is too many hours a week or a day, and what has closed."""
    yield cut(laid.closes) < _day(person.today), "expired"
    week, day = person.hours("hours_week"), person.hours("hours_day")
    if week is not None:
        yield _above(cut(laid.least), week, WEEK_TOLERANCE), "hours_min"
    if day is not None and day.value < FULL_DAY:
        lowest = cut(laid.lowest)
        long = _above(lowest / WORKING_DAYS, day, DAY_TOLERANCE)
        if week is not None:
            long &= ~_above(lowest, week, WEEK_TOLERANCE)
        yield long, "hours_day"


def _above(asked: Numbers, able: HoursLimit, tolerance: float) -> Mask:
    return np.asarray(asked > able.value + (0 if able.is_max else tolerance))


def _hours_near(columns: Columns, person: Person, rows: Rows) -> Mask:
    """Where hours that are too many lack a third at most, or will fit later."""
    week = person.hours("hours_week")
    if week is None:
        return np.ones(len(rows), dtype=np.bool_)
    low, high = (columns.facts[name][rows] for name in ("hours_min", "hours_max"))
    whole = np.nan_to_num(np.where(np.isnan(low) | (low == 0), high, low))
    later = max(person.later_hours(WEEK_TOLERANCE), default=0.0)
    enough = (whole * LEAST_SHARE <= week.value) | (whole <= later)
    least = columns.laid.least[columns.laid.places[rows]]
    return np.asarray(enough | ~_above(least, week, WEEK_TOLERANCE))


def _beyond_reach(ground: Ground, person: Person) -> Numbers:
    """Kilometres from each spot to what can be travelled; NaN where nobody knows."""
    modes, minutes = person.profile.travel_modes, person.profile.travel_minutes
    if not modes or minutes is None:
        return np.full(len(ground.spots), np.nan)
    return _to_spots(person, ground.spots) - utmost_km(modes, minutes)


def kilometres(columns: Columns, person: Person, rows: Rows) -> Numbers:
    """From home to each row in a straight line; NaN where unknown, or at home."""
    ground = columns.laid.ground
    return np.asarray(_to_spots(person, ground.spots)[ground.codes[rows]])


def _to_spots(person: Person, spots: Spots) -> Numbers:
    home = (person.profile.lat, person.profile.lon)
    if home[0] is None or home[1] is None:
        return np.full(len(spots), np.nan)
    return _haversine((home[0], home[1]), spots)


def _haversine(home: tuple[float, float], spots: Spots) -> Numbers:
    """As `schemas.place.distance_km`, to many points."""
    (lat1, lon1), (lat2, lon2) = np.radians(home), np.radians(spots).T
    half = (
        np.sin((lat2 - lat1) / 2) ** 2
        + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))


def _day(day: date) -> int:
    return day.toordinal() - EPOCH
