"""Work that is blocked on one or two points only: what to ask for, and how to ask it.

Pure, so that a page may use it. Nothing that comes out of it tells why it is asked.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

from matching.case import Load
from matching.priors import expectation
from matching.rules.hours import able_from
from matching.rules.words import amount, day_of
from schemas.capacity import Capacity, HoursField
from schemas.match import Finding
from schemas.vacancy import Vacancy

Adaptation = Literal[
    "fewer_hours", "shorter_days", "later_start", "other_shift", "task_swap", "aid",
    "other_place", "home_working", "course", "shared_way",
]  # fmt: skip
MOST_POINTS = 2
LEAST_SHARE = 2 / 3  # of the hours of a job; with fewer it is another job
# These take the task itself away: of the core of a job nothing would be left.
_WITHOUT_IT: frozenset[Adaptation] = frozenset({"task_swap", "other_shift"})
_HOURS: Mapping[str, HoursField] = {
    "hours_min": "hours_week",
    "hours_week": "hours_week",
    "hours_day": "hours_day",
}
_SHIFTS = {
    "shift_evening": "avond",
    "shift_night": "nacht",
    "shift_weekend": "weekend",
}
_SHIFTS_IN_TITLES = re.compile("avond|nacht|weekend|dag")
_LATER = "Kan er op {day} worden begonnen, of eerst met minder uren?"
_FEWER = "De vacature is voor {asked} uur per week. Zijn minder uren mogelijk?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that blocks: the adaptation in a few words, and the sentence to say.

    `quote` is of the advert; None where it says nothing, or somebody else said it.
    """

    field: str
    adaptation: Adaptation
    label: str
    ask: str
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """The one or two points, and a call that leads to them."""

    points: Sequence[Point]
    opening: Sequence[str]
    if_yes: str
    if_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A vacancy and why it is out; `capacity` is what it was judged by."""

    vacancy: Vacancy
    objections: Sequence[Finding]
    capacity: Capacity | None = None


def near_miss(blocked: Blocked, *, me: str, today: date) -> NearMiss | None:
    """What to ask for, or None where more is needed than can be asked of an employer.

    `me` is how the adviser introduces themselves.
    """
    points = points_of(blocked, today)
    if not points:
        return None
    say: Mapping[str, str] = _table()["say"]
    opening = say["opening"].format(me=me, title=blocked.vacancy.title)
    return NearMiss(
        points=points,
        opening=(opening, say["one" if len(points) == 1 else "two"]),
        if_yes=say["yes"],
        if_no=say["no"],
    )


def points_of(blocked: Blocked, today: date) -> tuple[Point, ...]:
    """The points to ask for, each once; none where it is not nearly fitting."""
    if not is_near(blocked, expectation(blocked.vacancy, ()), today):
        return ()
    found = (_point(blocked, one, today) for one in blocked.objections)
    return tuple({point.label + point.ask: point for point in found}.values())


def is_near(blocked: Blocked, expected: Callable[[str], Load], today: date) -> bool:
    """Whether one or two things block that an employer could do something about."""
    objections = blocked.objections
    title = blocked.vacancy.title
    if not objections or any(_is_named(one, title) for one in objections):
        return False
    if not all(_can_be_asked(one, expected) for one in objections):
        return False
    if any(one.field == "hours_min" for one in objections):
        return _are_hours_near(blocked, today) and _are_few(objections)
    return _are_few(objections)


def may_be_asked(found: Finding) -> str | None:
    """What would be asked about an objection in the most favourable case, if anything.

    Two objections with one question are one point.
    """
    askable = _can_be_asked(found, lambda _: "unknown")
    return _rows()[found.field]["ask"] if askable else None


def _are_few(objections: Sequence[Finding]) -> bool:
    return len({_rows()[one.field]["ask"] for one in objections}) <= MOST_POINTS


def _are_hours_near(blocked: Blocked, today: date) -> bool:
    """Hours that will fit later, or that lack a third at most: the rest is a job."""
    if blocked.capacity is None:
        return True
    least = _least(blocked.vacancy)
    able = blocked.capacity.hours_on("hours_week", today)
    if able is None or able.value >= least * LEAST_SHARE:
        return True
    return able_from(blocked.capacity, "hours_week", least, today) is not None


def _can_be_asked(found: Finding, expected: Callable[[str], Load]) -> bool:
    row = _rows().get(found.field)
    if row is None:
        return False
    if row["adaptation"] == "course":
        paper = _paper(found).lower()
        return paper.startswith(tuple(_table()["papers"]["obtainable"]))
    return row["adaptation"] not in _WITHOUT_IT or not _is_core(found, expected)


def _is_named(found: Finding, title: str) -> bool:
    """Whether the title says it is the work: `Chauffeur CE`, `Zorgcentrale (nacht)`."""
    if found.field in {"licences", "certificates"}:
        paper = re.escape(_paper(found).rpartition(" ")[2])
        return re.search(rf"\b{paper}\b", title, re.IGNORECASE) is not None
    shifts = set(_SHIFTS_IN_TITLES.findall(title.lower()))
    return shifts == {_SHIFTS.get(found.field)}


def _is_core(found: Finding, expected: Callable[[str], Load]) -> bool:
    """What a title names, or such work nearly always asks, cannot be left out of it."""
    return found.part == "title" or expected(found.field) == "high"


def _point(blocked: Blocked, found: Finding, today: date) -> Point:
    row = _rows()[found.field]
    adaptation = cast("Adaptation", row["adaptation"])
    ask = row["ask"]
    if adaptation == "course":
        ask = ask.format(paper=_paper(found))
    if found.field in _HOURS:
        adaptation, ask = _hours(blocked, _HOURS[found.field], ask, today)
    return Point(
        field=found.field,
        adaptation=adaptation,
        label=_table()["adaptations"][adaptation],
        ask=ask,
        quote=found.quote if found.part in {"text", "title"} else None,
    )


def _hours(
    blocked: Blocked, field: HoursField, ask: str, today: date
) -> tuple[Adaptation, str]:
    """Later where the hours are being built up to it, else fewer or shorter days."""
    least = _least(blocked.vacancy)
    able = blocked.capacity.hours_on(field, today) if blocked.capacity else None
    later = None
    if blocked.capacity is not None and field == "hours_week":
        later = able_from(blocked.capacity, field, least, today)
    if later is not None:
        return "later_start", _LATER.format(day=day_of(later))
    if field == "hours_day":
        return "shorter_days", ask
    if able is None:
        return "fewer_hours", _FEWER.format(asked=amount(least))
    return "fewer_hours", ask.format(asked=amount(least), hours=amount(able.value))


def _least(vacancy: Vacancy) -> float:
    return vacancy.hours_min or vacancy.hours_max or 0


def _paper(found: Finding) -> str:
    return found.text.partition(" is vereist")[0]


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType(
        {field: row for row in _table()["point"] for field in row["fields"].split()}
    )


@cache
def _table() -> Mapping[str, Any]:
    text = files("matching.rules").joinpath("near_misses.toml").read_text("utf-8")
    return tomllib.loads(text)
