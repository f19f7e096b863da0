"""The order of matches: excluded last, likeness with small corrections, id."""

from datetime import timedelta
from typing import Any

import pytest

from matching.case import Case
from matching.ordering import Placed, corrections, in_order
from schemas.match import Match, Verdict
from tests.builders import TODAY, vacancy
from tests.matching.likeness.test_documents import profile

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


def placed(verdict: Verdict, rank_score: float) -> Placed:
    match = Match(
        vacancy_id=vacancy().id,
        score=rank_score,
        verdict=verdict,
        reasons=(),
        objections=(),
        questions=(),
        assumptions=(),
    )
    return Placed(match=match, rank_score=rank_score)


def test_the_excluded_come_last_however_alike():
    given = [
        placed("past_niet", 0.9),
        placed("uitzoeken", 0.8),
        placed("past", 0.2),
        placed("past", 0.4),
    ]
    assert in_order(given) == [given[i].match for i in (1, 3, 2, 0)]


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
