"""Asks the rules, once for all vacancies that have the same words in one respect."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from matching.case import Case, Load
from matching.judging import Rule
from matching.market.laid import SHIFTS, Laid
from matching.market.marks import Mark
from matching.market.signs import APART, BETWEEN, demand_of
from matching.rules.background import (
    certificates,
    diplomas_held,
    education,
    language,
    licences,
)
from matching.rules.capacity import capacity
from matching.rules.facts import shifts
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, HoursField, HoursLimit
from schemas.match import Finding
from schemas.vacancy import Demand, Vacancy

# A limit on protection, and the hours of a day, may change what another limit means.
_ALWAYS = {"ppe_limited", "hours_day"}
WORDS_REMEMBERED = 10_000
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
    """What a rule finds of all rows that have a mark."""

    mark: Mark
    found: Finding


def objections(laid: Laid, person: Person) -> Iterator[Objection]:
    """What the rules object to, by papers, working times and demands."""
    for name, (rule, facts) in _PAPERS.items():
        for number, word in enumerate(laid.words[name]):
            for found in _objections(rule, blank_case(person, facts(word))):
                yield Objection(mark=(name, number), found=found)
    yield from _diplomas(laid, person)
    yield from _shifts(laid, person)
    yield from _demands(laid, person)


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


def _diplomas(laid: Laid, person: Person) -> Iterator[Objection]:
    held = diplomas_held(person.profile)
    found = Finding(kind="objection", field="education_min", text="")
    for number, subject in enumerate(laid.words["diplomas"]):
        if subject not in held:
            yield Objection(mark=("diplomas", number), found=found)


def _shifts(laid: Laid, person: Person) -> Iterator[Objection]:
    for field, shift in SHIFTS.items():
        if not any(_on(field, shifts, blank_case(person, {"shifts": (shift,)}))):
            continue  # it is not excluded
        for number, word in enumerate(laid.words[field]):
            listed, _, sign = word.partition(APART)
            case = blank_case(
                person,
                {"shifts": (shift,) if listed else ()},
                (demand_of(sign),) if sign else (),
            )
            for found in _on(field, shifts, case):
                yield Objection(mark=(field, number), found=found)


def _demands(laid: Laid, person: Person) -> Iterator[Objection]:
    items = person.capacity.items if person.capacity else ()
    for field in sorted({item.field for item in items if item.level > 0}):
        alone = _with_only(person, {field, *_ALWAYS})
        for number in laid.signs_on.get(field, ()):
            one = demand_of(laid.words["signs"][number])
            for found in _on(field, capacity, blank_case(alone, {}, (one,))):
                yield Objection(mark=("signs", number), found=found)


def _with_only(person: Person, fields: set[str]) -> Person:
    if person.capacity is None:
        return person
    items = tuple(item for item in person.capacity.items if item.field in fields)
    return replace(person, capacity=replace(person.capacity, items=items))


def blank_case(
    person: Person, facts: Mapping[str, Any], demands: tuple[Demand, ...] = ()
) -> Case:
    """A vacancy of which nothing is known but these facts and demands."""
    return Case(
        profile=person.profile,
        capacity=person.capacity,
        vacancy=_blank(tuple(facts.items())),
        demands=demands,
        expected=_unknown,
        today=person.today,
    )


@lru_cache(maxsize=WORDS_REMEMBERED)
def _blank(facts: tuple[tuple[str, Any], ...]) -> Vacancy:
    return replace(BLANK, **dict(facts))


def _unknown(_field: str) -> Load:
    """No rule objects by what is usual."""
    return "unknown"


def _objections(rule: Rule, case: Case) -> Iterator[Finding]:
    return (found for found in rule(case) if found.kind == "objection")


def _on(field: str, rule: Rule, case: Case) -> Iterator[Finding]:
    return (found for found in _objections(rule, case) if found.field == field)
