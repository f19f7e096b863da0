"""From what is asked and what somebody can, to one of three verdicts."""

import pytest

from matching.judging import MOST_QUESTIONS, judge
from matching.priors import expected_load
from matching.rules.questions import question_about, questions
from schemas.capacity_fields import capacity_fields
from schemas.match import Match
from tests.matching.people import case, item, unknown, vacancy

HEALTH_WORDS = (
    "beperk",
    "klacht van",
    "ziek",
    "belastbaar",
    "kandidaat",
    "fml",
    "arts",
)


def verdict(text: str, *items, **more) -> str:
    return judged(text, *items, **more).verdict


def judged(text: str, *items, **more) -> Match:
    return judge(case(vacancy(text), *items, **more), score=0.5)


LIFT = item("lift_kg", 1, 10, unit="kg")


def test_more_than_the_limit_is_out_with_quote_and_document() -> None:
    found = judged("Je tilt dozen tot 23 kg.", LIFT)
    (objection,) = found.objections
    assert found.verdict == "past_niet"
    assert objection.quote == "Je tilt dozen tot 23 kg"
    assert objection.limit == "tillen tot 10 kg, FML 12-03-2026"


def test_less_than_the_limit_is_a_reason() -> None:
    found = judged("Je tilt dozen tot 8 kg.", LIFT)
    assert found.verdict == "past"
    assert "Tillen: 8 kg gevraagd past." in [one.text for one in found.reasons]


def test_a_clear_demand_excludes_only_where_the_limit_is_severe() -> None:
    assert verdict("Je tilt dozen.", LIFT) == "uitzoeken"
    assert verdict("Je tilt dozen.", item("lift_kg", 2, 5)) == "past_niet"


def test_a_condition_that_holds_is_severe() -> None:
    text = "Je werkt met deadlines."
    assert verdict(text, item("needs_no_deadlines_peaks")) == "past_niet"


def test_boilerplate_never_excludes() -> None:
    text = "Je bent stressbestendig."
    assert verdict(text, item("needs_no_deadlines_peaks")) == "uitzoeken"


def test_an_aid_makes_it_a_question() -> None:
    text = "Je tilt zware platen, er is een tillift."
    assert verdict(text, item("lift_kg", 3, 2)) == "uitzoeken"


def test_what_is_not_asked_is_a_reason() -> None:
    found = judged("Geen fysiek zwaar werk.", LIFT)
    assert found.verdict == "past"
    assert any(one.field == "lift_kg" for one in found.reasons)


def test_silence_is_an_assumption_or_a_question_and_never_nothing() -> None:
    low = judged("Je verwerkt post.", LIFT)
    asked = judged("Je verwerkt post.", LIFT, expected=unknown)
    assert (low.verdict, low.assumptions[0].field) == ("past", "lift_kg")
    assert (asked.verdict, asked.questions[0].field) == ("uitzoeken", "lift_kg")


@pytest.mark.parametrize("load", ["low", "medium", "high", "unknown"])
def test_no_prior_and_no_score_ever_excludes(load: str) -> None:
    items = [item(name, 1) for name in capacity_fields()]
    quiet = case(vacancy("Je verwerkt post."), *items, expected=lambda _: load)
    assert judge(quiet, score=0.0).verdict != "past_niet"


def test_a_high_score_lifts_nothing() -> None:
    heavy = case(vacancy("Je tilt 25 kg."), LIFT)
    assert judge(heavy, score=1.0).verdict == "past_niet"


def test_at_most_three_questions_and_the_rest_is_visible() -> None:
    names = ["lift_kg", "push_pull_kgf", "stand_minutes", "climb", "hearing"]
    found = judged("Je verwerkt post.", *map(item, names), expected=unknown)
    assert len(found.questions) == MOST_QUESTIONS
    left = [one.field for one in found.assumptions]
    assert {one.field for one in found.questions} | set(left) == set(names)


def test_the_heaviest_limits_are_asked_first() -> None:
    limits = [item("hearing"), item("lift_kg", 3, 2), item("walk_minutes", 1, 30)]
    found = judged("Je verwerkt post.", *limits, expected=unknown)
    assert [q.field for q in found.questions] == ["lift_kg", "hearing", "walk_minutes"]


def test_one_family_is_one_question() -> None:
    limits = [item("stand_minutes"), item("stand_hours_day")]
    found = judged("Je verwerkt post.", *limits, expected=unknown)
    assert len(found.questions) == 1


def test_conflict_by_telephone_only_is_allowed_at_level_one() -> None:
    by_phone = "Je handelt telefonisch klachten af."
    in_person = "Aan de balie heb je te maken met agressie."
    assert verdict(by_phone, item("conflict", 1)) == "uitzoeken"
    assert verdict(by_phone, item("conflict", 2)) == "past_niet"
    assert verdict(in_person, item("conflict", 1)) == "past_niet"


def test_other_protection_than_the_document_names_is_a_question() -> None:
    no_gloves = item("ppe_limited", 1, sentence="Geen handschoenen langer dan 30 min.")
    assert verdict("Een helm is verplicht.", no_gloves) == "uitzoeken"
    assert verdict("Handschoenen dragen is verplicht.", no_gloves) == "past_niet"


def test_an_open_office_can_be_adapted() -> None:
    text = "Je werkt in een kantoortuin."
    assert verdict(text, item("needs_low_distraction")) == "uitzoeken"


def test_every_field_has_a_question_about_the_job() -> None:
    for name, field in capacity_fields().items():
        if field.scale == "text" or name.startswith(("no_", "self_", "own_", "goal_")):
            continue
        assert question_about(name).endswith("?")


def test_no_question_betrays_a_health_fact() -> None:
    for text in questions().values():
        assert not any(word in text.lower() for word in HEALTH_WORDS), text


def test_one_changed_item_changes_only_its_own_verdict() -> None:
    heavy, noisy = "Je tilt 25 kg.", "Gehoorbescherming is verplicht."
    before, after = item("lift_kg", 1, 10), item("lift_kg", 1, 30)
    assert verdict(heavy, before) == "past_niet"
    assert verdict(heavy, after) == "past"
    assert verdict(noisy, before) == verdict(noisy, after)


def test_the_priors_can_be_asked_for_every_field() -> None:
    for name in capacity_fields():
        assert expected_load("4110", name) in {"low", "medium", "high", "unknown"}


def test_before_something_passes_its_silence_is_looked_at_once_more() -> None:
    calm = judged("Je verwerkt post.", item("hearing"))
    hinted = judged("Je verwerkt post en bellen hoort erbij.", item("hearing"))
    assert calm.verdict == "past"
    assert (hinted.verdict, hinted.questions[0].field) == ("uitzoeken", "hearing")


def test_a_hint_among_what_is_offered_is_none() -> None:
    text = "Je verwerkt post.\n\nWij bieden:\n- een telefoon van de zaak"
    assert verdict(text, item("hearing")) == "past"
