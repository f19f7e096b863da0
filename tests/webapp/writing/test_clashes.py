"""Whoever saves second sees both texts, and loses nothing."""

import pytest
from lxml import html
from werkzeug.datastructures import MultiDict

from webapp.writing.clashes import guarded

GUARD = guarded({"kind": "Soort", "note": "Notitie"}, kind={"a": "appel", "b": "peer"})
SHOWN = {"kind": "a", "note": "eerste"}


def sent(**fields):
    return {"versie": GUARD.version(SHOWN), **SHOWN, **fields}


def test_nobody_was_first():
    assert GUARD.clashes(sent(note="tweede"), SHOWN) == ()


def test_somebody_was_first_and_both_texts_are_told_in_words():
    (first, second) = GUARD.clashes(sent(note="mijn"), {"kind": "b", "note": "hun"})
    assert (first.label, first.stored, first.typed) == ("Soort", "peer", "appel")
    assert (second.label, second.stored, second.typed) == ("Notitie", "hun", "mijn")


def test_a_day_is_told_as_people_write_it():
    guard = guarded({"due": "Wanneer"})
    typed = {"due": "2031-02-30", "versie": guard.version({"due": "2031-01-01"})}
    [clash] = guard.clashes(typed, {"due": "2031-11-17"})
    assert (clash.stored, clash.typed) == ("17 nov 2031", "2031-02-30")


def test_both_wrote_the_same():
    assert GUARD.clashes(sent(note="zelfde"), {**SHOWN, "note": "zelfde\r\n"}) == ()


def test_several_choices_are_one_value_in_any_order():
    one = MultiDict([("kind", "a"), ("kind", "b")])
    other = MultiDict([("kind", "b"), ("kind", "a")])
    assert GUARD.version(one) == GUARD.version(other) != GUARD.version(MultiDict())


@pytest.fixture
def company(anna):
    form = {"name": "Wilg BV", "phone": "1"}
    return anna.post("/bedrijven/nieuw", **form).location + "/wijzigen"


@pytest.fixture
def attempt(anna, people, database):
    path = f"/kandidaten/{people.samira}/pogingen/nieuw"
    typed = {"employer": "Wilg", "channel": "public", "outcome": "spoken"}
    anna.post(path, **{**filled(anna, path), **typed})
    with database.connect() as db:
        (found,) = db.execute("select id from attempt").fetchone()
    return f"/pogingen/{found}"


def filled(browser, path):
    form = browser.get(path).xpath("//main//form[@method='post']")[0]
    return {name: value for name, value in form.form_values() if name != "csrf_token"}


@pytest.mark.asvs("2.3.4 15.4.2")
@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("zoekprofiel", "experience"),
        ("traject", "planned_end"),
        ("company", "note"),
        ("attempt", "note"),
    ],
)
def test_the_second_of_two_windows_sees_both_and_may_then_save(
    anna, people, request, page, field
):
    path = (
        request.getfixturevalue(page)
        if page in {"company", "attempt"}
        else f"/kandidaten/{people.samira}/{page}"
    )
    both = filled(anna, path)
    is_day = field == "planned_end"
    theirs, mine = ("2099-01-01", "2099-02-02") if is_day else ("zij", "ik")
    assert anna.post(path, **{**both, field: theirs}).status_code == 303
    answer = anna.post(path, **{**both, field: mine})
    assert answer.status_code == 409
    shown = html.document_fromstring(answer.get_data(as_text=True))
    told = shown.xpath("//div[@role='alert']//td/text()")
    assert told == (["1 jan 2099", "2 feb 2099"] if is_day else [theirs, mine])
    assert filled(anna, path)[field] == theirs, "nothing was overwritten"
    form = shown.xpath("//main//form[@method='post']")[0]
    again = {n: v for n, v in form.form_values() if n != "csrf_token"}
    assert again[field] == mine, "what was typed is still there"
    assert anna.post(path, **again).status_code == 303
    assert filled(anna, path)[field] == mine
