"""What excludes, what is solved, what must be asked: one situation a test."""

from dataclasses import replace
from datetime import date

import pytest

from matching.judging import findings, judge
from matching.priors.naming import words_of
from matching.rules.second_look import hints
from schemas.capacity_fields import capacity_fields
from schemas.match import Match
from tests.matching.people import capacity, case, item, profile, unknown, vacancy

NO_GLOVES = item("ppe_limited", sentence="Geen handschoenen langer dan 30 minuten.")
NO_MASK = item("ppe_limited", sentence="Geen mondmasker.")
SKIN = item("skin_contact_limited")
WITH_GLOVES = "Je werkt met olie, handschoenen zijn er altijd."


def judged(text: str, *items, **more) -> Match:
    return judge(case(vacancy(text), *items, **more), score=0.5)


def kinds(text: str, *items, field: str) -> list[str]:
    found = findings(case(vacancy(text), *items))
    return [one.kind for one in found if one.field == field]


def test_a_sit_stand_desk_is_enough_for_a_mild_limit_and_not_for_a_severe_one() -> None:
    text = "Je werkt aan een zit-sta-bureau."
    mild = item("sit_minutes", 1, 60, unit="min")
    severe = item("sit_minutes", 3, 10, unit="min")
    assert kinds(text, mild, field="sit_minutes") == ["assumption"]
    assert kinds(text, severe, field="sit_minutes") == ["question"]


def test_days_at_home_are_as_good_as_a_quiet_room() -> None:
    found = judged("Je kunt thuiswerken.", item("needs_low_distraction"))
    assert found.verdict == "past"


def test_other_work_in_between_takes_repetition_away() -> None:
    found = judged("Het werk is repeterend, met taakroulatie.", item("hand_use"))
    assert found.verdict == "past"


def test_lifting_with_an_aid_is_still_asked() -> None:
    found = judged("Er zijn tilhulpmiddelen voor het tillen.", item("lift_kg", 1, 10))
    assert [one.field for one in found.questions] == ["lift_kg"]


def test_gloves_help_only_who_may_wear_them() -> None:
    assert judged(WITH_GLOVES, SKIN).verdict == "uitzoeken"
    assert judged(WITH_GLOVES, SKIN, NO_MASK).verdict == "uitzoeken"
    out = judged(WITH_GLOVES, SKIN, NO_GLOVES)
    assert "skin_contact_limited" in [one.field for one in out.objections]


def test_a_stated_number_beyond_the_limit_excludes_though_the_limit_is_mild() -> None:
    stairs = item("stair_steps", 1, 30, unit="steps")
    assert judged("Je loopt trappen van 90 treden.", stairs).verdict == "past_niet"
    assert judged("Dagelijks veel trappenlopen.", stairs).verdict == "uitzoeken"


def test_hours_of_something_never_exceed_a_short_working_day() -> None:
    screen = item("keyboard_hours_day", 1, 4, unit="h")
    text = "Je doet de hele dag data-invoer."
    assert kinds(text, screen, field="keyboard_hours_day") == ["objection"]
    short = item("hours_day", 3, 4, unit="h")
    assert kinds(text, screen, short, field="keyboard_hours_day") == ["assumption"]


@pytest.mark.parametrize(
    ("choices", "verdict"),
    [(("repetitive",), "past_niet"), (("force",), "uitzoeken"), ((), "past_niet")],
)
def test_of_a_field_of_parts_only_the_limited_part_excludes(
    choices: tuple[str, ...], verdict: str
) -> None:
    found = judged("Je werkt aan de lopende band.", item("hand_use", choices=choices))
    assert found.verdict == verdict


def test_talk_in_a_group_is_asked_and_a_headset_excludes() -> None:
    assert judged("Je hebt veel overleg.", item("hearing")).verdict == "uitzoeken"
    assert judged("Je belt met een headset.", item("hearing")).verdict == "past_niet"


def test_a_stock_phrase_on_a_mild_limit_is_no_question() -> None:
    mild, severe = item("focus_minutes", 1, 29), item("focus_minutes", 2, 5)
    assert judged("Je bent nauwkeurig.", mild).verdict == "past"
    assert judged("Je bent nauwkeurig.", severe).verdict == "uitzoeken"


def test_the_likeliest_load_is_asked_before_the_others() -> None:
    names = ["climb", "hearing", "lift_kg", "needs_no_leadership"]
    loads = {"needs_no_leadership": "high"}
    found = judge(
        case(
            vacancy("Je verwerkt post."),
            *(item(name, 2) for name in names),
            expected=lambda field: loads.get(field, "medium"),
        ),
        score=0.5,
    )
    assert found.questions[0].field == "needs_no_leadership"


def test_the_question_of_a_family_is_that_of_its_first_limited_field() -> None:
    limits = (item("lift_per_hour", 1, 10), item("lift_kg", 1, 10))
    found = judged("Je verwerkt post.", *limits, expected=unknown)
    assert [one.field for one in found.questions] == ["lift_kg"]


def test_more_than_normal_is_shown_where_nothing_is_limited() -> None:
    found = judged("Je tilt dozen tot 25 kg.", item("hearing"))
    told = [one.text for one in found.assumptions if one.field == "lift_kg"]
    assert told == ["Tillen: 25 kg gevraagd, meer dan gewoonlijk (15 kg)."]


def test_an_outdated_document_is_said() -> None:
    old = replace(capacity(SKIN), valid_until=date(2026, 6, 1))
    found = judge(replace(case(vacancy("Post.")), capacity=old), score=0.5)
    told = [one.text for one in found.assumptions if one.field == "capacity"]
    assert told == [
        "Vergeleken met FML 12-03-2026, geldig tot 01-06-2026: vraag na of die nog klopt."
    ]


EARLY = "Je werkt van 05.00 tot 13.00 uur."


@pytest.mark.parametrize(
    ("text", "modes", "asked"),
    [
        (EARLY, ("ov",), True),
        (EARLY, ("ov", "car"), False),
        (EARLY, ("ov", "bike"), False),  # around the corner
        ("Je werkt van 07.00 tot 15.00 uur.", ("ov",), False),
        ("Je verdient 5.00 euro per stuk.", ("ov",), False),
    ],
)
def test_work_before_the_first_train_is_asked(
    text: str, modes: tuple[str, ...], *, asked: bool
) -> None:
    job = vacancy(text, lat=52.09, lon=5.12)
    found = judge(case(job, who=profile(travel_modes=modes)), score=0.5)
    quoted = [one.quote for one in found.questions if one.field == "distance"]
    assert bool(quoted) is asked
    assert all("05.00" in (quote or "") for quote in quoted)


def test_every_hint_is_about_a_field_of_the_list() -> None:
    told = {field for fields in hints().values() for field in fields}
    assert told <= set(capacity_fields())


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("op_hoogte", "je werkt op hoogte", True),
        ("til tilt", "tilburg", False),
        ("*druk", "werkdruk", True),
    ],
)
def test_words_are_whole_unless_they_say_otherwise(
    words: str, text: str, *, found: bool
) -> None:
    assert bool(words_of(words).search(text)) is found
