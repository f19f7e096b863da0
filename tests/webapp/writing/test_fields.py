"""Whatever is sent, a form field is a clean value or a Dutch sentence."""

from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from webapp.writing.fields import Fields, identity_of_new, read_day, read_identity

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(st.text())
def test_any_text_is_read_or_refused(text):
    fields = Fields({"a": text})
    line, prose = fields.line("a"), fields.prose("a")
    assert "\n" not in line
    assert "\x00" not in line + prose
    assert read_day(text) is None or read_day(text).year >= 2000
    read_identity(text)


@given(DAYS)
def test_a_day_is_read_in_both_notations(day):
    assert read_day(day.isoformat()) == day
    assert read_day(day.strftime("%d-%m-%Y")) == day


def test_an_id_is_read_and_nonsense_is_not():
    made = uuid4()
    assert Fields({"id": str(made)}).identity("id") == made
    assert Fields({"id": "1; drop table"}).identity("id") is None


def test_a_form_sent_twice_makes_the_same_and_with_other_words_another():
    form = {"id": str(uuid4()), "note": "Gebeld.", "csrf_token": "a"}
    made = identity_of_new(form)
    assert identity_of_new({**form, "csrf_token": "b"}) == made
    assert Fields(form).new_identity() == made
    others = [{**form, "note": "Gemaild."}, {**form, "id": str(uuid4())}]
    assert len({made, *map(identity_of_new, others)}) == 3


def test_of_a_form_without_an_id_all_that_is_sent_is_new():
    for nothing in ("", "onzin"):
        form = {"id": nothing, "note": "Gebeld."}
        assert identity_of_new(form) is None
        assert Fields(form).new_identity() != Fields(form).new_identity()


def test_a_missing_field_is_empty_and_says_what_to_do():
    fields = Fields({})
    assert fields.line("name", missing="Vul een naam in.") == ""
    assert fields.day("on") is None
    assert fields.errors == {"name": "Vul een naam in."}


def test_a_mistyped_day_shows_an_example():
    fields = Fields({"on": "31-02-2026"})
    assert fields.day("on") is None
    assert fields.errors == {"on": "Vul een datum in, bijvoorbeeld 24-11-2026."}


def test_a_number_out_of_reach_is_told_the_reach():
    fields = Fields({"kg": "99999", "cm": "veel"})
    assert fields.amount("kg", lowest=0, highest=1500) is None
    assert fields.amount("cm") is None
    assert fields.errors == {
        "kg": "Vul een getal in van 0 tot en met 1.500.",
        "cm": "Vul een getal in, bijvoorbeeld 7,5.",
    }


def test_nobody_turns_the_rest_of_a_line_around():
    sent = {"name": "Bakker\u202e \u2066Ali\u2069 עלי"}
    assert Fields(sent).line("name") == "Bakker Ali עלי"


def test_lines_of_prose_stay_lines():
    assert Fields({"a": "een\r\ntwee "}).prose("a") == "een\ntwee"


def test_what_is_too_long_is_not_looked_through():
    fields = Fields({"a": "x" * 50_000})
    assert fields.prose("a", longest=300) == "x" * 300
    assert fields.errors == {"a": "Maak dit korter: hoogstens 300 tekens."}
