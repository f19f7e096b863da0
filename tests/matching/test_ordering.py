"""The order of matches: excluded last, likeness with small corrections, id."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from matching.case import Case
from matching.demands import demands_of
from matching.judging import judge
from matching.ordering import Placed, corrections, in_order
from matching.ordering import placed as ready
from schemas.match import Match, Verdict
from tests.builders import TODAY, vacancy
from tests.matching.likeness.test_documents import profile
from tests.matching.people import capacity, item

HOME = {"lat": 52.09, "lon": 5.12}


def case(home: dict[str, float] | None = None, **facts: Any) -> Case:
    return Case(
        profile=profile(**(home or {})),
        capacity=None,
        vacancy=vacancy(**{"date_posted": None, **facts}),
        demands=(),
        expected=lambda _: "unknown",
        today=TODAY,
    )


def placed(verdict: Verdict, rank_score: float, *, near: bool = False) -> Placed:
    match = Match(
        vacancy_id=vacancy().id,
        score=rank_score,
        verdict=verdict,
        reasons=(),
        objections=(),
        questions=(),
        assumptions=(),
    )
    return Placed(match=match, rank_score=rank_score, near=near)


def test_the_excluded_come_last_however_alike():
    given = [
        placed("past_niet", 0.9),
        placed("uitzoeken", 0.8),
        placed("past", 0.2),
        placed("past", 0.4),
    ]
    assert in_order(given) == [given[i].match for i in (1, 3, 2, 0)]


def test_of_the_excluded_the_near_misses_come_first():
    far, near = placed("past_niet", 0.9), placed("past_niet", 0.3, near=True)
    fits = placed("past", 0.1)
    assert in_order([far, near, fits]) == [fits.match, near.match, far.match]


def test_a_judged_case_is_near_when_little_blocks_it():
    text = "Je tilt dozen tot 18 kg."
    limits = capacity(item("lift_kg", 1, 10, unit="kg"))
    situation = replace(
        case(hours_min=16, hours_max=20),
        capacity=limits,
        demands=demands_of("Medewerker", text),
        expected=lambda _: "low",
    )
    assert ready(situation, judge(situation, score=0.5)).near
    closed = replace(situation, vacancy=vacancy(status="gone"))
    assert not ready(closed, judge(closed, score=0.5)).near


def test_an_aid_for_what_is_limited_counts_a_little():
    limits = capacity(item("lift_kg", 1, 10, unit="kg"))
    aided = demands_of("Medewerker", "Er zijn tilhulpmiddelen voor het tillen.")
    plain = replace(case(), capacity=limits)
    assert corrections(replace(plain, demands=aided)) - corrections(plain) == 0.01


def test_of_two_as_alike_the_one_without_questions_comes_first():
    asks, fits = placed("uitzoeken", 0.8), placed("past", 0.78)
    assert in_order([asks, fits]) == [fits.match, asks.match]


def test_equals_stand_in_the_same_order_however_they_came():
    equal = [placed("past", 0.5) for _ in range(5)]
    assert in_order(equal) == in_order(equal[::-1])


@pytest.mark.parametrize(("days", "points"), [(3, 0.02), (30, 0.0), (90, -0.02)])
def test_a_fresh_advert_stands_a_little_higher(days, points):
    assert corrections(case(date_posted=TODAY - timedelta(days=days))) == points


def test_nearer_is_a_little_better_and_unknown_costs_nothing():
    here, there = case(HOME, **HOME), case(HOME, lat=53.2, lon=6.57)
    assert corrections(here) == 0
    assert corrections(there) == -0.04
    assert corrections(case(HOME, lat=None, lon=None)) == 0
    assert corrections(case(HOME, lat=53.2, lon=6.57, remote="full")) == 0
