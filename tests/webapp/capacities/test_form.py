"""From a sent form to a capacity document, and back, without a database."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from schemas.capacity import HoursStep
from webapp.capacities.form import ReadCapacity, as_form, read_capacity
from webapp.capacities.ramp_form import MOST_STEPS, rows_shown

TODAY = date(2026, 11, 21)
DOCUMENT = {
    "id": str(UUID(int=1)),
    "kind": "fml",
    "author_role": "bedrijfsarts",
    "assessed_on": "2026-03-12",
    "version": "new",
}
STEP = {"step1-starts_on": "2026-04-01", "step1-hours_week": "16"}


def read(**fields: str) -> ReadCapacity:
    sent = {**DOCUMENT, **fields}
    return read_capacity(sent, candidate_id=uuid4(), today=TODAY)


def push(version: str, level: str = "2", value: str = "") -> ReadCapacity:
    return read(
        version=version,
        **{
            "push_pull_kgf-level": level,
            "push_pull_kgf-value": value,
            "push_pull_kgf-sentence": "Duwen of trekken.",
        },
    )


def test_the_form_decides_what_a_level_means():
    assert push("new").capacity.items[0].value == 10
    assert push("old").capacity.items[0].value == 5
    assert push("old").capacity.version == "old"
    assert push("free").capacity.items[0].value == 10


def test_what_is_usual_depends_on_the_form_too():
    assert push("new", value="20").errors == {}
    assert push("old", value="20").errors == {
        "push_pull_kgf-value": "Dit is geen beperking: gewoon is 15."
    }


def test_without_a_known_form_nothing_is_kept():
    assert set(read(version="").errors) == {"version"}


def test_ticked_parts_are_a_limit():
    found = read(
        **{
            "hand_use-level": "0",
            "hand_use-choice-ball_grip": "on",
            "hand_use-choice-force": "on",
            "hand_use-choice-unknown": "on",
            "hand_use-sentence": "Grepen.",
        }
    )
    (item,) = found.capacity.items
    assert (item.level, item.choices) == (1, ("ball_grip", "force"))


def test_steps_are_read_in_the_order_of_their_days():
    found = read(
        **STEP,
        **{
            "step3-starts_on": "01-03-2026",
            "step3-hours_day": "2,5",
            "step3-hours_week": "12",
            "step3-bound": "max",
        },
    )
    assert found.errors == {}
    assert found.capacity.ramp == (
        HoursStep(
            starts_on=date(2026, 3, 1), hours_day=2.5, hours_week=12, is_max=True
        ),
        HoursStep(starts_on=date(2026, 4, 1), hours_week=16),
    )


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"step1-starts_on": ""}, "step1-starts_on"),
        ({"step1-starts_on": "morgen"}, "step1-starts_on"),
        ({"step1-hours_week": ""}, "step1-hours_week"),
        ({"step1-hours_week": "veel"}, "step1-hours_week"),
        ({"step1-hours_week": "169"}, "step1-hours_week"),
        ({"step1-hours_day": "25"}, "step1-hours_day"),
        ({"step1-hours_day": "nan"}, "step1-hours_day"),
        (
            {"step2-starts_on": "2026-04-01", "step2-hours_day": "4"},
            "step2-starts_on",
        ),
    ],
)
def test_a_wrong_step_says_where(change, wrong):
    assert set(read(**{**STEP, **change}).errors) == {wrong}


def test_a_document_fills_the_form_that_gives_it_back():
    first = read(
        **STEP,
        **{
            "valid_until": "2026-12-01",
            "hand_use-choice-force": "on",
            "hand_use-sentence": "Kracht.",
            "hours_week-level": "3",
            "hours_week-bound": "max",
            "hours_week-sentence": "Maximaal 20 uur per week.",
        },
    ).capacity
    sent = as_form(first, first.id)
    again = read_capacity(sent, candidate_id=first.candidate_id, today=TODAY)
    assert again.errors == {}
    assert replace(again.capacity, id=first.id) == first


def test_there_is_always_room_for_more_steps():
    assert rows_shown({}) == range(1, 4)
    assert rows_shown({"step5-hours_day": "4"}) == range(1, 9)
    last = {f"step{MOST_STEPS}-hours_day": "4"}
    assert rows_shown(last) == range(1, MOST_STEPS + 1)
