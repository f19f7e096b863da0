"""What is asked stands beside what somebody can, with the sentence of the document."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.capacity import HoursStep
from schemas.match import Finding
from tests.matching.people import capacity, item, vacancy
from webapp.vacancies.comparison import compare


@pytest.mark.parametrize(
    ("asked", "limited"),
    [
        ("hours_min", "hours_week"),
        ("hours_week", "hours_week"),
        ("shift_night", "no_night"),
        ("lift_kg", "lift_kg"),
    ],
)
def test_a_limit_stands_beside_what_is_asked_under_another_name(asked, limited):
    document = capacity(replace(item(limited, 1), sentence="Uit het document."))
    finding = Finding(kind="reason", field=asked, text="Past.")
    (line,) = compare(vacancy("x"), [finding], [], document)
    assert line.sentence == "Uit het document."
    assert line.can


def test_hours_that_build_up_are_not_told_by_their_first_item():
    step = HoursStep(starts_on=date(2026, 1, 1), hours_week=24)
    document = replace(capacity(item("hours_week", 3, 8, unit="h")), ramp=(step,))
    finding = Finding(kind="reason", field="hours_min", text="24 uur past.")
    (line,) = compare(vacancy("x"), [finding], [], document)
    assert (line.can, line.sentence) == (None, None)
