"""Builds cases with only the facts that matter to a test."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from matching.case import Case, Load
from matching.demands import demands_of, shifts_of
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, CapacityItem
from schemas.vacancy import Vacancy
from tests.builders import vacancy as plain_vacancy

TODAY = date(2026, 11, 21)
PERSON = UUID(int=1)


def item(
    field: str, level: int = 1, value: float | None = None, **more
) -> CapacityItem:
    return CapacityItem(field=field, level=level, value=value, **more)


def capacity(*items: CapacityItem) -> Capacity:
    return Capacity(
        id=UUID(int=2),
        candidate_id=PERSON,
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=items,
    )


def profile(**facts) -> SearchProfile:
    plain = SearchProfile(
        former_jobs=(),
        education="mbo3",
        education_text="",
        experience="",
        wishes="",
        search_directions=(),
        place="Utrecht",
        postcode4=None,
        lat=52.09,
        lon=5.12,
        travel_modes=("car",),
        travel_minutes=60,
        licences=("B",),
        certificates=(),
        dutch_level="C1",
        excluded_shifts=(),
    )
    return replace(plain, **facts)


def vacancy(text: str = "", *, title: str = "Medewerker", **facts) -> Vacancy:
    """An open vacancy in Utrecht for 24 to 32 hours, with the shifts of its text."""
    asked = demands_of(title, text)
    return plain_vacancy(
        **{"text": text, "title": title, "shifts": shifts_of(asked)} | facts
    )


def low(_field: str) -> Load:
    return "low"


def unknown(_field: str) -> Load:
    return "unknown"


def case(
    job: Vacancy,
    *items: CapacityItem,
    who: SearchProfile | None = None,
    expected: Callable[[str], Load] = low,
) -> Case:
    """Silence is taken as low unless a test says otherwise."""
    return Case(
        profile=who or profile(),
        capacity=capacity(*items),
        vacancy=job,
        demands=demands_of(job.title, job.text),
        expected=expected,
        today=TODAY,
    )
