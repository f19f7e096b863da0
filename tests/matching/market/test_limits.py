"""What the columns call out, judging objects to; and the other way round."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

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
from matching.market.marks import marks_of
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

NUMBERS = (None, 0.0, 2.0, 4.5, 8.0, 10.0, 25.0, 60.0)
HOURS = (None, 0.0, 8.0, 16.0, 20.5, 24.0, 32.0, 36.0, 40.0)
PLACES = ((None, None), (52.09, 5.12), (51.44, 5.47), (53.2, 6.57))
SEEDS = st.integers(0, 2**32 - 1)


def some(dice, values, most=3):
    return tuple(dice.sample(values, dice.randint(0, min(most, len(values)))))


def demand(dice):
    field = dice.choice(FIELDS)
    known = capacity_fields().get(field)
    return Demand(
        field=field,
        polarity=dice.choice(["demanded", "demanded", "absent", "mitigated"]),
        strength=dice.randint(1, 3),
        quote=dice.choice(QUOTES),
        offset=0,
        value=dice.choice(NUMBERS),
        unit=known.unit if known else None,
    )


def job(dice):
    lat, lon = dice.choice(PLACES)
    low = dice.choice(HOURS)
    made = vacancy(
        text=dice.choice(TEXTS),
        lat=lat,
        lon=lon,
        remote=dice.choice([None, "full", "hybrid"]),
        hours_min=low,
        hours_max=dice.choice(HOURS) if low is None else low + 8,
        hours_negotiable=dice.random() < 0.5,
        education_min=dice.choice([None, *EDUCATION_LADDER]),
        education_strict=dice.random() < 0.5,
        licences=some(dice, LICENCES),
        certificates=some(dice, PAPERS),
        dutch_level=dice.choice(DUTCH),
        shifts=some(dice, SHIFTS),
        valid_through=dice.choice([None, TODAY, date(2026, 11, 20)]),
    )
    return made, [demand(dice) for _ in range(dice.randint(0, 6))]


def step(dice):
    return HoursStep(
        starts_on=TODAY + timedelta(days=dice.randint(-30, 30)),
        hours_day=dice.choice(HOURS),
        hours_week=dice.choice(HOURS),
        is_max=dice.random() < 0.5,
    )


def limit(dice, field):
    known = capacity_fields()[field]
    return item(
        field,
        dice.randint(0, max(known.top_level, 1)),
        dice.choice(NUMBERS),
        is_max=dice.random() < 0.5,
        sentence=dice.choice(QUOTES),
        choices=some(dice, [one.key for one in known.choices]),
    )


def document(dice):
    limits = [limit(dice, one) for one in some(dice, sorted(capacity_fields()), 12)]
    ramp = tuple(step(dice) for _ in range(dice.randint(0, 2)))
    return replace(capacity(*limits), ramp=ramp)


def somebody(dice):
    lat, lon = dice.choice(PLACES)
    return Person(
        profile=profile(
            education=dice.choice([None, *EDUCATION_LADDER]),
            education_text=dice.choice(["", "Kapper", "mbo verpleegkundige"]),
            lat=lat,
            lon=lon,
            travel_modes=some(dice, ["bike", "ov", "car"]),
            travel_minutes=dice.choice([None, 15, 45, 90]),
            licences=some(dice, LICENCES),
            certificates=some(dice, PAPERS),
            dutch_level=dice.choice(DUTCH),
            excluded_shifts=some(dice, SHIFTS),
        ),
        capacity=document(dice) if dice.random() < 0.9 else None,
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
    columns = columns_of(market)
    found = sieve(columns, person)
    near = may_be_near(columns, person, np.arange(len(market)), found.found)
    truth = np.array([judged(person, *one) for one in market]).reshape(-1, 2)
    out = np.isin(np.arange(len(market)), found.out)
    assert found.left.tolist() == np.flatnonzero(~out).tolist()
    sure = ~np.isin(np.arange(len(market)), found.unsure)
    assert out[sure].tolist() == truth[sure, 0].tolist()
    assert not (out & ~truth[:, 0]).any()
    assert not (truth[:, 1] & out & ~near).any()


@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_the_columns_say_what_judging_says(seed) -> None:
    dice = Random(seed)
    holds(somebody(dice), [job(dice) for _ in range(dice.randint(1, 12))])


@settings(deadline=None, max_examples=20)
@given(SEEDS)
def test_marks_that_few_have_are_found_like_those_that_are_bits(seed) -> None:
    dice = Random(seed)
    columns = columns_of([job(dice) for _ in range(30)])
    listed, several = {"dutch": columns.listed["dutch"]}, {"signs": columns.signs}
    wanted = [("dutch", 0), *(("signs", dice.randrange(80)) for _ in range(9))]
    for begin in (0, 10):
        first, *others = (
            marks_of(listed, several, 30, most=most)
            .any_of(wanted, lambda column: column[begin:])  # noqa: B023 - used here
            .tolist()
            for most in (512, 16, 0)
        )
        assert others == [first, first]


@pytest.fixture(scope="module")
def made_up():
    read = [(title, text, demands_of(title, text)) for title, text in adverts(5, 100)]
    return [
        (vacancy(title=title, text=text, shifts=shifts_of(asked)), asked)
        for title, text, asked in read
    ]


@settings(deadline=None, max_examples=12)
@given(seed=SEEDS)
def test_so_it_is_with_adverts_as_they_are_read(made_up, seed) -> None:
    holds(somebody(Random(seed)), made_up)


def test_what_was_answered_is_left_to_judging() -> None:
    far = vacancy(hours_min=40.0, hours_max=40.0)
    person = Person(
        profile=profile(),
        capacity=capacity(item("hours_week", 1, 16.0)),
        today=TODAY,
    )
    assert sieve(columns_of([(far, ())]), person).out.tolist() == [0]
    answered = sieve(columns_of([(far, ())], told=True), person)
    assert (answered.left.tolist(), answered.unsure.tolist()) == ([0], [0])


def test_a_kilometre_is_the_kilometre_of_the_rule() -> None:
    person = Person(profile=profile(), capacity=None, today=TODAY)
    spots = [(52.09, 5.12), (51.44, 5.47), (53.2, 6.57), (None, None)]
    market = [(vacancy(lat=lat, lon=lon), ()) for lat, lon in spots]
    far = kilometres(columns_of(market), person, np.arange(4))
    for (lat, lon), found in zip(spots[:3], far[:3], strict=True):
        assert found == pytest.approx(distance_km((52.09, 5.12), (lat, lon)), abs=1e-7)
    assert np.isnan(far[3])


def test_without_vacancies_there_is_nothing_to_hold() -> None:
    person = Person(profile=profile(), capacity=None, today=TODAY)
    assert sieve(columns_of([]), person).out.tolist() == []
