"""What the columns call out, judging objects to; and the other way round."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.benchmark.adverts import adverts
from matching.case import Case
from matching.demands import demands_of, shifts_of
from matching.judging import judge
from matching.market.columns import columns_of
from matching.market.limits import kilometres, may_be_near, sieve
from matching.market.objecting import Person
from matching.near_misses import Blocked, is_near
from matching.priors import expectation
from schemas.capacity import HoursStep
from schemas.capacity_fields import capacity_fields
from schemas.place import distance_km
from schemas.vacancy import EDUCATION_LADDER, Demand
from tests.builders import vacancy
from tests.matching.people import TODAY, capacity, item, profile

QUOTES = (
    "tillen tot 25 kg", "met handschoenen", "een helm en gehoorbescherming",
    "vergaderen met het team", "telefonisch", "lastige klanten aan de telefoon",
    "pipetteren", "scannen aan de lopende band", "eigen initiatief", "steeds wisselend",
    "mondkapje", "zelfstandig werken", "veiligheidsschoenen", "Luisteren via headset",
)  # fmt: skip
SHIFTS = ("day", "evening", "night", "weekend", "standby")
FIELDS = (*capacity_fields(), *(f"shift_{shift}" for shift in SHIFTS))
PAPERS = ("VCA", "BIG-registratie", "BIG", "Code 95", "VOG", "heftruckcertificaat")
LICENCES = ("AM", "B", "BE", "C", "CE", "D")
TEXTS = (
    "", "Je hebt een diploma verpleegkundige.", "Een opleiding tot kapper is vereist.",
    "Kapper of bereid een opleiding te volgen.", "Diploma pedagogisch medewerker.",
)  # fmt: skip
DUTCH = (None, "A1", "A2", "B1", "B2", "C1", "C2", "goed")

numbers = st.none() | st.sampled_from([0.0, 2.0, 4.5, 8.0, 10.0, 25.0, 60.0])
hours = st.none() | st.sampled_from([0.0, 8.0, 16.0, 20.5, 24.0, 32.0, 36.0, 40.0])
places = st.none() | st.sampled_from([(52.09, 5.12), (51.44, 5.47), (53.2, 6.57)])


def some(values, most=3):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


@st.composite
def demands(draw):
    field = draw(st.sampled_from(FIELDS))
    known = capacity_fields().get(field)
    return Demand(
        field=field,
        polarity=draw(st.sampled_from(["demanded", "demanded", "absent", "mitigated"])),
        strength=draw(st.integers(1, 3)),
        quote=draw(st.sampled_from(QUOTES)),
        offset=0,
        value=draw(numbers),
        unit=known.unit if known else None,
    )


@st.composite
def jobs(draw):
    place = draw(places)
    low = draw(hours)
    made = vacancy(
        text=draw(st.sampled_from(TEXTS)),
        lat=place and place[0],
        lon=place and place[1],
        remote=draw(st.sampled_from([None, "full", "hybrid"])),
        hours_min=low,
        hours_max=draw(hours) if low is None else low + 8,
        hours_negotiable=draw(st.booleans()),
        education_min=draw(st.none() | st.sampled_from(EDUCATION_LADDER)),
        education_strict=draw(st.booleans()),
        licences=draw(some(LICENCES)),
        certificates=draw(some(PAPERS)),
        dutch_level=draw(st.sampled_from(DUTCH)),
        shifts=draw(some(SHIFTS)),
        valid_through=draw(st.none() | st.just(TODAY) | st.just(date(2026, 11, 20))),
    )
    return made, draw(st.lists(demands(), max_size=6))


@st.composite
def steps(draw):
    return HoursStep(
        starts_on=TODAY + timedelta(days=draw(st.integers(-30, 30))),
        hours_day=draw(hours),
        hours_week=draw(hours),
        is_max=draw(st.booleans()),
    )


@st.composite
def items(draw):
    field = draw(st.sampled_from(sorted(capacity_fields())))
    known = capacity_fields()[field]
    return item(
        field,
        draw(st.integers(0, max(known.top_level, 1))),
        draw(numbers),
        is_max=draw(st.booleans()),
        sentence=draw(st.sampled_from(QUOTES)),
        choices=draw(some([one.key for one in known.choices])) if known.choices else (),
    )


@st.composite
def people(draw):
    place = draw(places)
    limits = draw(st.lists(items(), max_size=12, unique_by=lambda one: one.field))
    document = capacity(*limits)
    return Person(
        profile=profile(
            education=draw(st.none() | st.sampled_from(EDUCATION_LADDER)),
            education_text=draw(st.sampled_from(["", "Kapper", "mbo verpleegkundige"])),
            lat=place and place[0],
            lon=place and place[1],
            travel_modes=draw(some(["bike", "ov", "car"])),
            travel_minutes=draw(st.none() | st.sampled_from([15, 45, 90])),
            licences=draw(some(LICENCES)),
            certificates=draw(some(PAPERS)),
            dutch_level=draw(st.sampled_from(DUTCH)),
            excluded_shifts=draw(some(SHIFTS)),
        ),
        capacity=draw(
            st.none()
            | st.just(
                replace(document, ramp=tuple(draw(st.lists(steps(), max_size=2))))
            )
        ),
        today=TODAY,
    )


def judged(person, job, asked):
    case = Case(
        profile=person.profile,
        capacity=person.capacity,
        vacancy=job,
        demands=asked,
        expected=expectation(job, asked),
        today=person.today,
    )
    match = judge(case, score=0.0)
    blocked = Blocked(
        vacancy=job, objections=match.objections, capacity=person.capacity
    )
    near = match.verdict == "past_niet" and is_near(blocked, case.expected, TODAY)
    return match.verdict == "past_niet", near


def holds(person, market):
    found = sieve(columns_of(market), person)
    near = may_be_near(columns_of(market), person)
    truth = np.array([judged(person, *one) for one in market]).reshape(-1, 2)
    sure = ~found.unsure
    assert found.out[sure].tolist() == truth[sure, 0].tolist()
    assert not (found.out & ~truth[:, 0]).any()
    assert not (truth[:, 1] & found.out & ~near).any()
    return found


@settings(deadline=None, max_examples=200)
@given(people(), st.lists(jobs(), min_size=1, max_size=6))
def test_the_columns_say_what_judging_says(person, market) -> None:
    holds(person, market)


@pytest.fixture(scope="module")
def made_up():
    read = [(title, text, demands_of(title, text)) for title, text in adverts(5, 300)]
    return [
        (vacancy(title=title, text=text, shifts=shifts_of(asked)), asked)
        for title, text, asked in read
    ]


@settings(deadline=None, max_examples=12)
@given(person=people())
def test_so_it_is_with_adverts_as_they_are_read(made_up, person) -> None:
    holds(person, made_up)


def test_what_was_answered_is_left_to_judging() -> None:
    far = vacancy(hours_min=40.0, hours_max=40.0)
    person = Person(
        profile=profile(),
        capacity=capacity(item("hours_week", 1, 16.0)),
        today=TODAY,
    )
    assert sieve(columns_of([(far, ())]), person).out.tolist() == [True]
    answered = sieve(columns_of([(far, ())], told=True), person)
    assert (answered.out.tolist(), answered.unsure.tolist()) == ([False], [True])


def test_a_kilometre_is_the_kilometre_of_the_rule() -> None:
    person = Person(profile=profile(), capacity=None, today=TODAY)
    spots = [(52.09, 5.12), (51.44, 5.47), (53.2, 6.57), (None, None)]
    market = [(vacancy(lat=lat, lon=lon), ()) for lat, lon in spots]
    far = kilometres(columns_of(market), person)
    for (lat, lon), found in zip(spots[:3], far[:3], strict=True):
        assert found == pytest.approx(distance_km((52.09, 5.12), (lat, lon)), abs=1e-7)
    assert np.isnan(far[3])


def test_without_vacancies_there_is_nothing_to_hold() -> None:
    person = Person(profile=profile(), capacity=None, today=TODAY)
    assert sieve(columns_of([]), person).out.tolist() == []
