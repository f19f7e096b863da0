"""How each point of a job is answered: a yes must never mean its opposite."""

import pytest

from matching.rules.questions import questions
from schemas.capacity_fields import capacity_fields
from webapp.answers.asking import ARRANGED, NO, RANGES, SIDES, YES, asking

# Read one by one: to these questions a plain yes means that the work asks it.
OPENING = ("Kunnen", "Liggen", "Zijn er vaste", "Staan", "Is er altijd", "Is de", "Heeft", "Hoe is", "Kan")  # fmt: skip


@pytest.mark.parametrize("field", questions())
def test_every_question_can_be_answered_but_where_the_workplace_is(field):
    assert (asking(field) is None) == (field == "distance")


@pytest.mark.parametrize("field", questions())
def test_a_question_that_a_yes_would_turn_around_has_words_of_its_own(field):
    how = asking(field)
    if how is not None and how.choices and questions()[field].startswith(OPENING):
        assert dict(how.choices)["demanded"] != YES, field
        assert dict(how.choices)["absent"] != NO, field


def test_the_words_of_every_side_are_of_a_point_that_is_asked():
    assert set(SIDES) <= set(questions()) | {"licences"}
    assert all(heavy != light for heavy, light in SIDES.values())


@pytest.mark.parametrize("field", capacity_fields())
def test_what_is_measured_is_asked_in_its_own_unit(field):
    how = asking(field)
    if how is not None and how.choices:
        assert how.unit == capacity_fields()[field].unit
        assert how.unit is None or how.unit in RANGES
        assert how.unit is None or how.unit_words


def test_an_aid_for_a_condition_is_an_arrangement():
    how = asking("needs_no_leadership")
    assert how is not None
    assert dict(how.choices)["mitigated"] == ARRANGED


@pytest.mark.parametrize(
    ("field", "polarity", "value", "said"),
    [
        ("lift_kg", "demanded", 12.5, "Ja, dat vraagt het werk: 12,5 kg."),
        ("lift_kg", "absent", None, "Nee, of zo weinig dat het niet telt."),
        ("stand_hours_day", "demanded", 3.0, "Ja, dat vraagt het werk: 3 uur per dag."),
        ("hours_week", "demanded", 24.0, "Ten minste 24 uur per week."),
        ("hours_day", "demanded", 6.0, "Werkdagen tot 6 uur."),
        ("needs_predictable_work", "absent", None, "Het ligt vooraf vast."),
        ("education_min", "absent", None, "Ervaring telt ook."),
    ],
)
def test_an_answer_becomes_a_plain_sentence(field, polarity, value, said):
    how = asking(field)
    assert how is not None
    assert how.said(polarity, value) == said


@pytest.mark.parametrize(
    "field", ["likeness", "expired", "capacity", "no_night", "onzin", ""]
)
def test_what_no_employer_can_tell_is_not_asked(field):
    assert asking(field) is None
