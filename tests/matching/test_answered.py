"""What an answer makes of a verdict: never asked again, never passed in silence."""

from dataclasses import replace
from datetime import date

import pytest

from matching.answered import with_sources
from matching.judging import judge
from schemas.answer import Told, fact_of, laid_over, with_answers
from schemas.capacity_fields import capacity_fields
from schemas.match import Match
from tests.matching.people import case, item, profile, unknown, vacancy

PLAIN = vacancy("Je verwerkt post.")


def told(field: str, polarity: str = "demanded", value=None, **more) -> Told:
    known = capacity_fields().get(field)
    return Told(
        **{
            "vacancy_id": PLAIN.id,
            "field": field,
            "polarity": polarity,
            "value": value,
            "unit": known.unit if known and value is not None else None,
            "said": {"demanded": "Ja.", "absent": "Nee."}.get(polarity, "Met hulp."),
            "note": "",
            "said_by": "employer_phone",
            "said_on": date(2026, 3, 12),
        }
        | more
    )


def judged(answer: Told, *items, job=PLAIN, **more) -> Match:
    plain = case(job, *items, **more)
    asked = replace(
        plain,
        vacancy=with_answers(job, [answer]),
        demands=laid_over(plain.demands, [answer]),
    )
    return with_sources(judge(asked, score=0.5), [answer])


LIFT = item("lift_kg", 1, 10, unit="kg")
KNEEL = item("kneel_per_hour", 2, 2, unit="n/h")


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (told("lift_kg", value=12.0), "past_niet"),
        (told("lift_kg", value=8.0), "past"),
        (told("lift_kg", "absent"), "past"),
        (told("lift_kg", "mitigated"), "past"),
        (told("lift_kg", "mitigated", value=12.0), "past_niet"),
        (told("lift_kg", "mitigated", value=4.0), "past"),
        (told("lift_kg"), "uitzoeken"),  # how much? the adviser weighs it
    ],
)
def test_an_answer_decides_where_it_can(answer, verdict):
    assert judge(case(PLAIN, LIFT, expected=unknown), score=0.5).verdict == "uitzoeken"
    assert judged(answer, LIFT, expected=unknown).verdict == verdict


def test_an_answer_goes_before_the_advert():
    heavy = vacancy("Je tilt dozen tot 23 kg.")
    assert judge(case(heavy, LIFT), score=0.5).verdict == "past_niet"
    found = judged(told("lift_kg", value=6.0), LIFT, job=heavy)
    assert found.verdict == "past"
    (reason,) = [one for one in found.reasons if one.field == "lift_kg"]
    assert (reason.part, reason.quote) == ("answer", "Ja.")
    assert reason.source == "werkgever, telefonisch, 12 maart 2026"


def test_an_aid_is_a_visible_assumption_with_its_source():
    found = judged(told("lift_kg", "mitigated"), LIFT, expected=unknown)
    (aid,) = [one for one in found.assumptions if one.field == "lift_kg"]
    assert "Kijk of dat genoeg is" in aid.text
    assert (aid.quote, aid.source) == (
        "Met hulp.",
        "werkgever, telefonisch, 12 maart 2026",
    )


def test_what_cannot_be_measured_is_weighed_by_the_adviser_and_asked_no_more():
    (left,) = judged(told("lift_kg"), LIFT, expected=unknown).questions
    assert left.text == "Tillen: wordt gevraagd. Weeg zelf of dit past."
    assert left.part == "answer"


@pytest.mark.parametrize("polarity", ["demanded", "absent", "mitigated"])
def test_no_answered_field_is_asked_again(polarity):
    """Whatever the limit and the answer: the employer hears no question twice."""
    for name in capacity_fields():
        found = judged(told(name, polarity), item(name, 1), expected=unknown)
        asked = [one for one in found.questions if one.part != "answer"]
        assert name not in {fact_of(one.field) for one in asked}, name


def test_a_yes_is_never_passed_in_silence():
    """On every field that an employer can be asked about."""
    for name, field in capacity_fields().items():
        if field.scale == "text" or name in {"hours_week", "no_evening", "no_night"}:
            continue
        found = judged(told(name), item(name, field.top_level or 1), expected=unknown)
        shown = [
            *(*found.objections, *found.questions, *found.assumptions, *found.reasons),
        ]
        if name not in {"hours_day", "dominant_side", "affected_side"}:
            assert name in {one.field for one in shown}, name
            assert found.verdict != "past", name


def test_one_answer_settles_every_point_with_the_very_same_question():
    limits = (LIFT, item("heavy_loads_frequent", 1))
    only = item("heavy_loads_frequent", 1)
    found = judged(told("lift_kg", value=8.0), only, expected=unknown)
    (weigh,) = found.questions
    assert (weigh.part, weigh.source) == (
        "answer",
        "werkgever, telefonisch, 12 maart 2026",
    )
    assert judged(told("lift_kg", value=8.0), *limits, expected=unknown).questions == ()


def test_a_place_is_left_for_the_next_question():
    limits = (
        item("lift_kg", 2, 5),
        KNEEL,
        item("climb", 2),
        item("overhead_minutes", 2),
    )
    before = judge(case(PLAIN, *limits, expected=unknown), score=0.5)
    after = judged(told("lift_kg", "absent"), *limits, expected=unknown)
    assert "lift_kg" in {one.field for one in before.questions}
    assert len(before.questions) == len(after.questions) == 3


@pytest.mark.parametrize(
    ("hours", "verdict"), [(24.0, "past_niet"), (20.0, "past"), (22.0, "past")]
)
def test_hours_that_were_asked_are_judged_as_said(hours, verdict):
    job = vacancy("Uren in overleg.", hours_min=32.0, hours_max=36.0)
    job = replace(job, hours_negotiable=True)
    found = judged(told("hours_min", value=hours), item("hours_week", 3, 20), job=job)
    assert found.verdict == verdict
    finding = (*found.objections, *found.reasons)[0]
    assert (finding.field, finding.quote) == ("hours_min", "Ja.")


def test_a_working_day_that_was_asked_is_in_or_out():
    limit = item("hours_day", 3, 4, unit="h")
    job = replace(PLAIN, hours_min=12.0, hours_max=16.0)
    assert judge(case(job, limit), score=0.5).verdict == "uitzoeken"
    assert judged(told("hours_day", value=8.0), limit, job=job).verdict == "past_niet"
    assert judged(told("hours_day", value=4.0), limit, job=job).verdict == "past"


@pytest.mark.parametrize(
    ("field", "facts", "held", "verdict"),
    [
        ("dutch_level", {"dutch_level": "B2"}, {"dutch_level": "B1"}, "past_niet"),
        ("dutch_level", {"dutch_level": "B2"}, {"dutch_level": None}, "uitzoeken"),
        ("certificates", {"certificates": ("VCA",)}, {}, "past_niet"),
        ("education_min", {"education_min": "hbo"}, {"education": "mbo4"}, "past_niet"),
        ("licences", {"licences": ("C",)}, {}, "past_niet"),
    ],
)
def test_papers_that_are_really_needed_are_out_and_else_they_are_not(
    field, facts, held, verdict
):
    job, who = replace(PLAIN, **facts), profile(**held)
    assert judged(told(field), job=job, who=who).verdict == verdict
    assert judged(told(field, "absent"), job=job, who=who).verdict == "past"


@pytest.mark.parametrize(
    ("polarity", "verdict"), [("demanded", "past_niet"), ("absent", "past")]
)
def test_shifts_that_were_asked_are_in_or_out(polarity, verdict):
    found = judged(told("shift_night", polarity), item("no_night", 1), expected=unknown)
    assert found.verdict == verdict
