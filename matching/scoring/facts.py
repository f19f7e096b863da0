"""What the facts of a vacancy add: level, hours, the way to work, freshness, aids.

Each gives a value of about -1 to 1; silence gives none. How much a value counts stands
in `matching.scoring.weights`. Whether something is out, the rules say, never this.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from matching.case import Case
from schemas.match import Aspect
from schemas.place import distance_km
from schemas.vacancy import EDUCATION_LADDER

FRESH_DAYS, STALE_DAYS = 14, 60  # new adverts are answered more often
FAR_KM = 60.0  # evenly from nought
NEAR_LEVEL = 1  # one step under what somebody has is their level too


def education(case: Case) -> float:
    """1 at somebody's own level, less a step at a time for what is above it."""
    asked, held = case.vacancy.education_min, case.profile.education
    if asked is None or held is None:
        return 0.0
    short = EDUCATION_LADDER.index(asked) - EDUCATION_LADDER.index(held)
    if short > 0:
        return -float(short)
    return 1.0 if -short <= NEAR_LEVEL else 0.0


def hours(case: Case) -> float:
    """1 when the whole range lies within what somebody can."""
    able = case.capacity.hours_on("hours_week", case.today) if case.capacity else None
    asked = case.vacancy.hours_max
    return float(able is not None and asked is not None and asked <= able.value)


def kilometres(case: Case) -> float | None:
    """In a straight line from home to work; None when unknown or done at home."""
    home, work = case.profile, case.vacancy
    if work.remote == "full" or home.lat is None or home.lon is None:
        return None
    if work.lat is None or work.lon is None:
        return None
    return distance_km((home.lat, home.lon), (work.lat, work.lon))


def travel(case: Case) -> float:
    """From 0 at home to 1 at `FAR_KM` and more."""
    far = kilometres(case)
    return 0.0 if far is None else min(far / FAR_KM, 1.0)


def freshness(case: Case) -> float:
    """1 for a new advert, -1 for an old one."""
    posted = case.vacancy.date_posted
    if posted is None:
        return 0.0
    days = (case.today - posted).days
    if days <= FRESH_DAYS:
        return 1.0
    return -1.0 if days > STALE_DAYS else 0.0


def aid(case: Case) -> float:
    """1 when an aid is named for what is limited: more is known than of silence."""
    limited = {item.field for item in (case.capacity.items if case.capacity else ())}
    helped = (one.field for one in case.demands if one.polarity == "mitigated")
    return float(any(field in limited for field in helped))


FACTS: Mapping[Aspect, Callable[[Case], float]] = MappingProxyType(
    {
        "education": education,
        "hours": hours,
        "travel": travel,
        "freshness": freshness,
        "aid": aid,
    }
)
