"""Hours a week and a day, today and in a build-up."""

from dataclasses import replace
from datetime import date

import pytest

from matching.judging import findings
from matching.rules.hours import able_from
from schemas.capacity import Capacity, HoursStep
from schemas.match import Finding
from tests.matching.people import TODAY, capacity, case, item, vacancy

SPRING, SUMMER = date(2027, 3, 1), date(2027, 6, 1)


def building_up() -> Capacity:
    """Twelve hours now, twenty from the spring, thirty from the summer."""
    steps = (
        HoursStep(starts_on=date(2026, 9, 1), hours_week=12, hours_day=3),
        HoursStep(starts_on=SPRING, hours_week=20, hours_day=4),
        HoursStep(starts_on=SUMMER, hours_week=30, hours_day=6),
    )
    return replace(capacity(item("hours_week", 3, 8, unit="h")), ramp=steps)


def about_hours(job, document: Capacity, field: str = "hours_min") -> Finding:
    situation = replace(case(job), capacity=document)
    (found,) = [one for one in findings(situation) if one.field == field]
    return found


def test_the_step_of_today_counts_and_not_the_item() -> None:
    job = vacancy("12 uur per week", hours_min=12, hours_max=12)
    assert about_hours(job, building_up()).kind == "reason"


def test_what_fits_later_says_from_which_day() -> None:
    job = vacancy("20 uur per week", hours_min=20, hours_max=20)
    found = about_hours(job, building_up())
    assert found.kind == "objection"
    assert found.text.endswith("Vanaf 01-03-2027 wel.")
    assert found.limit == "ongeveer 12 uur per week (opbouw), FML 12-03-2026"


def test_what_never_fits_promises_nothing() -> None:
    job = vacancy("40 uur per week", hours_min=40, hours_max=40)
    assert "Vanaf" not in about_hours(job, building_up()).text


@pytest.mark.parametrize(
    ("asked", "day"), [(20, SPRING), (22.5, SPRING), (23, SUMMER), (36, None)]
)
def test_the_day_from_which_hours_fit(asked: float, day: date | None) -> None:
    assert able_from(building_up(), "hours_week", asked, TODAY) == day


@pytest.mark.parametrize(
    ("stated", "strictly", "kind"),
    [(4.5, False, "reason"), (5, False, "question"), (4.5, True, "question")],
)
def test_around_four_hours_a_day_leaves_half_an_hour(
    stated: float, *, strictly: bool, kind: str
) -> None:
    text = f"Je werkt {stated:g} uur per dag.".replace(".5", ",5")
    job = vacancy(text, hours_min=16, hours_max=18)
    document = capacity(item("hours_day", 3, 4, unit="h", is_max=strictly))
    assert about_hours(job, document, "hours_day").kind == kind


def test_five_equal_days_that_are_too_long_are_out() -> None:
    job = vacancy("30 uur", hours_min=30, hours_max=30)
    document = capacity(item("hours_day", 3, 4, unit="h"))
    found = about_hours(job, document, "hours_day")
    assert found.kind == "objection"
    assert found.text == "30 uur is ten minste 6 uur per dag: meer dan kan."


def test_too_many_hours_a_week_are_said_once() -> None:
    job = vacancy("30 uur", hours_min=30, hours_max=30)
    limits = (item("hours_day", 3, 4), item("hours_week", 3, 20))
    found = findings(case(job, *limits))
    assert [f.field for f in found if f.kind == "objection"] == ["hours_min"]


def test_a_whole_week_within_one_working_day_needs_no_question() -> None:
    job = vacancy("4 uur per week", hours_min=4, hours_max=4)
    found = findings(case(job, item("hours_day", 3, 4)))
    assert "hours_day" not in [one.field for one in found]
