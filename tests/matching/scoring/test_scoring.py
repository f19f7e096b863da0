"""Scores: what each fact adds, in words, and only where something is known."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from matching.case import Case
from matching.demands import demands_of
from matching.judging import judge
from matching.likeness.comparing import Likeness
from matching.likeness.documents import Query
from matching.scoring.facts import aid, education, freshness, hours, travel
from matching.scoring.occupations import digits_shared, known_occupations, related
from matching.scoring.scoring import Sought, with_score
from matching.scoring.transferable import Taken
from matching.scoring.weights import SHIPPED_WEIGHTS, widened
from schemas.match import Contribution, out_of_hundred
from tests.builders import TODAY, vacancy
from tests.matching.likeness.test_documents import profile
from tests.matching.people import capacity, item

HOME = {"lat": 52.09, "lon": 5.12}
OFFICE = Query(kind="direction", text="administratie")
ALIKE = Likeness(
    best=OFFICE,
    closest=OFFICE,
    meaning=0.8,
    words=0.5,
    whole=0.4,
    told=0.3,
    skills=0.2,
    shared=("facturen", "archief"),
)


def case(home: dict[str, Any] | None = None, **facts: Any) -> Case:
    return Case(
        profile=profile(**(home or {})),
        capacity=None,
        vacancy=vacancy(**{"date_posted": None, **facts}),
        demands=(),
        expected=lambda _: "unknown",
        today=TODAY,
    )


def scored(situation: Case, like: Likeness = ALIKE, **changes: Any):
    plain = Sought(known=(), taken=(), weights=SHIPPED_WEIGHTS)
    judged = judge(situation, score=0.0)
    return with_score(judged, situation, like, replace(plain, **changes))


def told(match) -> dict[str, Contribution]:
    return {one.aspect: one for one in match.contributions}


def test_a_score_is_taken_apart_in_words_and_points_that_add_up():
    match = scored(case(HOME, **HOME))
    assert sum(c.points for c in match.contributions) == out_of_hundred(match.score)
    seen = told(match)
    assert "zoekrichting “administratie”" in seen["meaning"].text
    assert seen["skills"].text == "Gedeelde woorden: facturen, archief."
    assert all(one.text for one in match.contributions)


def test_what_is_not_known_takes_no_part():
    assert set(told(scored(case(), Likeness()))) <= {"base", "questions"}


@pytest.mark.parametrize(("days", "value"), [(3, 1.0), (30, 0.0), (90, -1.0)])
def test_a_fresh_advert_counts_a_little_and_an_old_one_less(days, value):
    assert freshness(case(date_posted=TODAY - timedelta(days=days))) == value


def test_nearer_is_a_little_better_and_unknown_costs_nothing():
    here, there = case(HOME, **HOME), case(HOME, lat=53.2, lon=6.57)
    assert (travel(here), travel(there)) == (0.0, 1.0)
    assert scored(here).score > scored(there).score
    assert travel(case(HOME, lat=None, lon=None)) == 0
    assert travel(case(HOME, lat=53.2, lon=6.57, remote="full")) == 0


@pytest.mark.parametrize(
    ("held", "asked", "value"),
    [
        ("mbo3", "mbo3", 1.0),
        ("mbo3", "mbo2", 1.0),
        ("mbo3", "vmbo", 0.0),
        ("mbo3", "hbo", -2.0),
        (None, "hbo", 0.0),
        ("mbo3", None, 0.0),
    ],
)
def test_the_own_level_counts_and_a_higher_one_costs(held, asked, value):
    assert education(case({"education": held}, education_min=asked)) == value


def test_hours_count_when_all_of_them_fit():
    able = capacity(item("hours_week", 1, 24, unit="h"))
    assert hours(replace(case(hours_max=24.0), capacity=able)) == 1
    assert hours(replace(case(hours_max=32.0), capacity=able)) == 0
    assert hours(case(hours_max=24.0)) == 0


def test_an_aid_for_what_is_limited_counts_a_little():
    limits = capacity(item("lift_kg", 1, 10, unit="kg"))
    aided = demands_of("Medewerker", "Er zijn tilhulpmiddelen voor het tillen.")
    plain = replace(case(), capacity=limits)
    assert aid(replace(plain, demands=aided)) == 1
    assert aid(plain) == 0
    assert aid(replace(case(), demands=aided)) == 0


def test_occupations_are_nearer_the_more_digits_they_share():
    assert [
        digits_shared("4110", other) for other in ("4110", "4112", "4321", "9")
    ] == [
        4,
        3,
        1,
        0,
    ]
    job = Query(kind="job", text="boekhouder")
    known = known_occupations([OFFICE, job], {"administratie": "4110"})
    found = related("4120", known)
    assert found is not None
    assert (found.known.query, found.digits) == (OFFICE, 2)
    assert related(None, known) is related("9112", known) is None


def test_the_same_occupation_says_so():
    known = known_occupations([OFFICE], {"administratie": "4110"})
    seen = told(scored(case(isco="4110"), known=known))
    assert seen["occupation"].text == (
        "Hetzelfde beroep als bij de zoekrichting “administratie”."
    )


def test_wider_lets_other_work_rise_and_changes_no_verdict():
    other = Taken(direction="receptionist", isco="4226", value=0.5, reason="Dicht bij.")
    desk = case(isco="4226")
    far = replace(ALIKE, meaning=0.2, words=0.1)
    narrow, wide = (
        scored(desk, far, taken=[other], weights=widened(SHIPPED_WEIGHTS, width))
        for width in (0, 2)
    )
    assert "transferable" not in told(narrow)
    assert told(wide)["transferable"].points > 0
    assert wide.score > narrow.score
    assert wide.verdict == narrow.verdict
    likes = [
        told(scored(desk, weights=widened(SHIPPED_WEIGHTS, width)))["meaning"].points
        for width in (0, 1, 2)
    ]
    assert likes == sorted(likes, reverse=True)


def test_no_open_question_is_an_advantage():
    assert told(scored(case(HOME, **HOME)))["questions"].points > 0
