"""Answers laid over an advert: what they say, how strongly, and from whom."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from schemas.answer import Told, demand_of, laid_over, with_answers
from tests import builders

ADVERT = "Je tilt dozen tot 23 kg. Je rijdt zelf."
JOB = builders.vacancy(text=ADVERT)
DEMANDS = (
    builders.demand(ADVERT, "tilt dozen tot 23 kg", "lift_kg", value=23.0, unit="kg"),
    builders.demand(ADVERT, "rijdt zelf", "professional_driving"),
)


def told(field: str, polarity: str = "demanded", **more) -> Told:
    plain = Told(
        vacancy_id=UUID(int=7),
        field=field,
        polarity=polarity,
        value=None,
        unit=None,
        said="Ja, dat vraagt het werk.",
        note="",
        said_by="employer_phone",
        said_on=date(2026, 3, 12),
    )
    return replace(plain, **more)


def test_an_answer_takes_the_place_of_what_the_advert_says_of_that_field():
    found = laid_over(DEMANDS, [told("lift_kg", "absent", said="Nee.")])
    assert [(one.field, one.polarity, one.part) for one in found] == [
        ("lift_kg", "absent", "answer"),
        ("professional_driving", "demanded", "text"),
    ]


def test_without_answers_the_advert_stands():
    assert laid_over(DEMANDS, []) == list(DEMANDS)


def test_an_answer_is_quoted_with_its_note_and_its_source():
    answer = told("lift_kg", note="Dozen papier.")
    assert demand_of(answer).quote == "Ja, dat vraagt het werk. Dozen papier."
    assert answer.source == "werkgever, telefonisch, 12 maart 2026"


@pytest.mark.parametrize(
    ("field", "facts", "strength"),
    [
        ("lift_kg", {"value": 12.0, "unit": "kg"}, 3),  # measured
        ("lift_kg", {}, 2),  # what is measured, without its number
        ("climb", {}, 2),  # a degree
        ("needs_no_leadership", {}, 3),  # yes or no
        ("shift_night", {}, 3),
        ("lift_kg", {"polarity": "absent"}, 3),
    ],
)
def test_what_is_not_measured_says_less(field, facts, strength):
    assert demand_of(told(field, **facts)).strength == strength


def test_with_an_aid_what_is_left_is_what_is_asked():
    left = demand_of(told("lift_kg", "mitigated", value=4.0, unit="kg"))
    assert (left.polarity, left.value) == ("demanded", 4.0)
    assert demand_of(told("lift_kg", "mitigated")).polarity == "mitigated"


def test_hours_that_were_asked_are_no_longer_negotiable():
    job = replace(JOB, hours_min=32.0, hours_max=36.0, hours_negotiable=True)
    found = with_answers(job, [told("hours_min", value=24.0)])
    assert (found.hours_min, found.hours_max, found.hours_negotiable) == (24, 36, False)
    more = with_answers(job, [told("hours_min", value=40.0)])
    assert (more.hours_min, more.hours_max) == (40, 40)


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("licences", ("B",), ()),
        ("certificates", ("vca",), ()),
        ("dutch_level", "B2", None),
        ("education_min", "mbo4", None),
    ],
)
def test_what_is_not_needed_after_all_is_asked_no_more(field, before, after):
    job = replace(JOB, **{field: before})
    assert getattr(with_answers(job, [told(field, "absent")]), field) == after
    assert getattr(with_answers(job, [told(field)]), field) == before


def test_a_diploma_that_is_really_needed_is_strict():
    job = replace(JOB, education_min="mbo4", education_strict=False)
    assert with_answers(job, [told("education_min")]).education_strict
    assert not with_answers(JOB, [told("education_min")]).education_strict


def test_an_answer_about_the_body_leaves_the_facts_alone():
    assert with_answers(JOB, [told("lift_kg", "absent")]) == JOB
