"""What an answer about a job must hold, and what it may not."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from webapp.answers import form as answer_form
from webapp.answers.asking import asking
from webapp.answers.form import Context, ReadAnswer, read_answer
from webapp.writing import shared_words

CONTEXT = Context(
    candidate="Samira",
    vacancy_id=UUID(int=1),
    made_by=UUID(int=2),
    today=date(2026, 11, 22),
    traject_start=date(2026, 3, 1),
)


def read(field="lift_kg", **fields) -> ReadAnswer:
    plain = {
        "id": str(uuid4()), "polarity": "demanded", "value": "8", "note": "Dozen.",
        "said_by": "employer_phone", "said_on": "2026-03-12", "seen": "",
    }  # fmt: skip
    how = asking(field)
    assert how is not None
    return read_answer(plain | fields, how, CONTEXT)


def test_a_full_form_is_an_answer():
    seen = uuid4()
    found = read(value="7,5", seen=str(seen), attempt="1")
    assert (found.errors, found.attempt) == ({}, True)
    answer = found.answer
    assert (answer.value, answer.unit, answer.seen) == (7.5, "kg", seen)
    assert answer.said == "Ja, dat vraagt het werk: 7,5 kg."
    assert answer.said_on == date(2026, 3, 12)


def test_an_attempt_before_the_traject_is_no_attempt_of_it():
    found = read(said_on="2026-02-28", attempt="1")
    assert list(found.errors) == ["attempt"]
    assert "voor de eerste dag van het traject" in found.errors["attempt"]
    assert read(said_on="2026-02-28").errors == {}


def test_hours_a_week_are_a_number_and_nothing_else():
    found = read("hours_week", polarity="absent", value="24").answer
    assert (found.field, found.polarity, found.unit) == ("hours_min", "demanded", "h")


def test_a_point_without_a_unit_takes_no_number():
    assert read("conflict", value="8").answer.value is None


RANGE = "Vul een getal in van 0 tot en met 500."
WRONG = [
    ({"polarity": ""}, "polarity", answer_form.CHOOSE),
    ({"polarity": "maybe"}, "polarity", answer_form.CHOOSE),
    ({"polarity": "absent"}, "value", answer_form.SO_NOT),
    ({"value": "veel"}, "value", "Vul een getal in, bijvoorbeeld 7,5."),
    ({"value": "-3"}, "value", RANGE),
    ({"value": "5000"}, "value", RANGE),
    ({"field": "hours_min", "value": ""}, "value", answer_form.COUNT),
    ({"said_by": "buurman"}, "said_by", answer_form.WHO),
    ({"said_on": ""}, "said_on", answer_form.WHEN),
    ({"said_on": "2099-01-01"}, "said_on", answer_form.YET_TO_COME),
    ({"note": "Voor Samira gaat dat wel."}, "note", "Hier staat de naam"),
    ({"note": "Goed voor iemand met een hernia."}, "note", shared_words.ILLNESS),
    ({"note": "Bel 06-12345678"}, "note", shared_words.PHONE),
    ({"note": "x" * 301}, "note", "Maak dit korter"),
    ({"said_by": "website", "attempt": "1"}, "attempt", answer_form.NO_CONTACT),
]


@pytest.mark.parametrize(("fields", "name", "why"), WRONG)
def test_what_is_wrong_is_told_at_its_field(fields, name, why):
    assert read(**fields).errors[name].startswith(why)
