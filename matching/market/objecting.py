"""Asks the rules, once for all vacancies that have the same words in one respect."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import numpy as np

from matching.case import Case, Load
from matching.judging import Rule
from matching.market.coded import Coded
from matching.market.columns import Columns, Mask, Rows
from matching.market.signs import BETWEEN, demand_of
from matching.rules.background import (
    certificates,
    diplomas_held,
    education,
    language,
    licences,
)
from matching.rules.capacity import capacity
from matching.rules.facts import SHIFT_WORDS, shifts
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, HoursField, HoursLimit
from schemas.match import Finding
from schemas.vacancy import Demand, Vacancy

# A limit on protection, and the hours of a day, may change what another limit means.
_ALWAYS = {"ppe_limited", "hours_day"}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
BLANK = Vacancy(
    id=UUID(int=0), source="", source_key="", url="", status="open", title="",
    employer=None, employer_is_intermediary=False, place=None, postcode=None, lat=None,
    lon=None, remote=None, hours_min=None, hours_max=None, hours_negotiable=False,
    salary_min=None, salary_max=None, salary_period=None, education_min=None,
    education_strict=False, licences=(), licences_wish=(), certificates=(),
    certificates_wish=(), dutch_level=None, contract=None, contract_months=None,
    shifts=(), date_posted=None, valid_through=None, first_seen=_LONG_AGO,
    last_seen=_LONG_AGO, language=None, text="", isco=None, provenance={},
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose limits they are, on which day."""

    profile: SearchProfile
    capacity: Capacity | None
    today: date

    def hours(self, field: HoursField) -> HoursLimit | None:
        """The hours that the document allows today, if it sets a limit."""
        return self.capacity.hours_on(field, self.today) if self.capacity else None

    def later_hours(self, tolerance: float) -> Iterator[float]:
        """Hours a week that will fit, by each day of the build-up that is to come."""
        for step in self.capacity.ramp if self.capacity else ():
            if step.starts_on > self.today and self.capacity:
                able = self.capacity.hours_on("hours_week", step.starts_on)
                if able is not None:
                    yield able.value + (0 if able.is_max else tolerance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a rule finds of all rows that have one of these numbers in a column."""

    name: str
    numbers: Sequence[int]
    found: Finding

    def mask(self, columns: Columns) -> Mask:
        """The rows."""
        coded = columns.listed[self.name]
        return np.isin(np.arange(len(coded.values)), self.numbers)[coded.codes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Rows that a rule objects to, with the finding."""

    mask: Rows | Mask
    found: Finding


def objections(columns: Columns, person: Person) -> Iterator[Objection | Named]:
    """What the rules object to, by papers, working times and demands."""
    for name, (rule, facts) in _PAPERS.items():
        for found, numbers in _by_word(columns.listed[name], person, rule, facts):
            yield Objection(name=name, numbers=numbers, found=found)
    yield from _diplomas(columns, person)
    yield from _shifts(columns, person)
    yield from _demands(columns, person)


def _listed(name: str) -> Callable[[str], dict[str, Any]]:
    return lambda word: {name: tuple(word.split(BETWEEN)) if word else ()}


def education_of(word: str) -> dict[str, Any]:
    """The facts behind a word of that column."""
    level, _, strict = word.partition(BETWEEN)
    return {"education_min": level or None, "education_strict": bool(strict)}


_PAPERS: Mapping[str, tuple[Rule, Callable[[str], dict[str, Any]]]] = {
    "licences": (licences, _listed("licences")),
    "certificates": (certificates, _listed("certificates")),
    "education": (education, education_of),
    "dutch": (language, lambda word: {"dutch_level": word or None}),
}


def _by_word(
    coded: Coded, person: Person, rule: Rule, facts: Callable[[str], dict[str, Any]]
) -> Iterable[tuple[Finding, Sequence[int]]]:
    """Words to which there is the same objection come together."""
    numbers: dict[Finding, list[int]] = {}
    for number, word in enumerate(coded.values):
        for found in _objections(rule, blank_case(person, facts(word))):
            numbers.setdefault(found, []).append(number)
    return numbers.items()


def _diplomas(columns: Columns, person: Person) -> Iterator[Named]:
    held = diplomas_held(person.profile)
    found = Finding(kind="objection", field="education_min", text="")
    for number, subject in enumerate(columns.diplomas.values):
        if subject not in held:
            yield Named(mask=columns.diplomas.rows_with(number), found=found)


def _shifts(columns: Columns, person: Person) -> Iterator[Named]:
    """What the advert says of a shift goes before the list of its shifts."""
    named = columns.listed["shifts"]
    for shift in SHIFT_WORDS:
        field = f"shift_{shift}"
        listed = list(_on(field, shifts, blank_case(person, {"shifts": (shift,)})))
        if not listed:  # it is not excluded
            continue
        has = np.array([shift in word.split(BETWEEN) for word in named.values], "?")
        left = has[named.codes]
        for number, one in _signs(columns, field):
            rows = columns.signs.rows_with(number)
            for times in ((), (shift,)):
                some = rows[left[rows] == bool(times)]
                case = blank_case(person, {"shifts": times}, (one,))
                for found in _on(field, shifts, case):
                    yield Named(mask=some, found=found)
        left[_spoken(columns, field)] = False
        yield Named(mask=left, found=listed[0])


def _spoken(columns: Columns, field: str) -> Rows:
    rows = [columns.signs.rows_with(number) for number, _ in _signs(columns, field)]
    return np.concatenate(rows) if rows else np.empty(0, np.intp)


def _demands(columns: Columns, person: Person) -> Iterator[Named]:
    items = person.capacity.items if person.capacity else ()
    for field in sorted({item.field for item in items if item.level > 0}):
        alone = _with_only(person, {field, *_ALWAYS})
        for number, one in _signs(columns, field):
            for found in _on(field, capacity, blank_case(alone, {}, (one,))):
                yield Named(mask=columns.signs.rows_with(number), found=found)


def _with_only(person: Person, fields: set[str]) -> Person:
    if person.capacity is None:
        return person
    items = tuple(item for item in person.capacity.items if item.field in fields)
    return replace(person, capacity=replace(person.capacity, items=items))


def _signs(columns: Columns, field: str) -> Iterator[tuple[int, Demand]]:
    for number in columns.signs_on.get(field, ()):
        yield number, demand_of(columns.signs.values[number])


def blank_case(
    person: Person, facts: Mapping[str, Any], demands: tuple[Demand, ...] = ()
) -> Case:
    """A vacancy of which nothing is known but these facts and demands."""
    return Case(
        profile=person.profile,
        capacity=person.capacity,
        vacancy=replace(BLANK, **facts),
        demands=demands,
        expected=_unknown,
        today=person.today,
    )


def _unknown(_field: str) -> Load:
    """No rule objects by what is usual."""
    return "unknown"


def _objections(rule: Rule, case: Case) -> Iterator[Finding]:
    return (found for found in rule(case) if found.kind == "objection")


def _on(field: str, rule: Rule, case: Case) -> Iterator[Finding]:
    return (found for found in _objections(rule, case) if found.field == field)
