"""The order of matches: excluded last, by score, near-misses first of those, id."""

from dataclasses import replace

from matching.case import Case
from matching.demands import demands_of
from matching.judging import judge
from matching.ordering import Placed, in_order
from matching.ordering import placed as ready
from schemas.match import Match, Verdict
from tests.builders import TODAY, vacancy
from tests.matching.likeness.test_documents import profile
from tests.matching.people import capacity, item

CASE = Case(
    profile=profile(),
    capacity=None,
    vacancy=vacancy(),
    demands=(),
    expected=lambda _: "low",
    today=TODAY,
)


def placed(
    verdict: Verdict, score: float, *, near: bool = False, employer: str | None = None
) -> Placed:
    match = Match(
        vacancy_id=vacancy().id,
        score=score,
        verdict=verdict,
        reasons=(),
        objections=(),
        questions=(),
        assumptions=(),
    )
    kinds = {"employer": employer} if employer else {}
    return Placed(match=match, kinds=kinds, near=near)  # type: ignore[arg-type]


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
    limits = capacity(item("lift_kg", 1, 10, unit="kg"))
    situation = replace(
        CASE,
        vacancy=vacancy(hours_min=16, hours_max=20),
        capacity=limits,
        demands=demands_of("Medewerker", "Je tilt dozen tot 18 kg."),
    )
    assert ready(situation, judge(situation, score=0.5)).near
    closed = replace(situation, vacancy=vacancy(status="gone"))
    assert not ready(closed, judge(closed, score=0.5)).near


def test_equals_stand_in_the_same_order_however_they_came():
    equal = [placed("past", 0.5) for _ in range(5)]
    assert in_order(equal) == in_order(equal[::-1])


def test_one_employer_does_not_fill_the_page_and_the_excluded_stay_where_they_are():
    same = [placed("past", 0.9, employer="jansen") for _ in range(3)]
    out = [placed("past_niet", 0.9, employer="jansen") for _ in range(3)]
    other = placed("uitzoeken", 0.1, employer="pietersen")
    found = in_order([*same, *out, other])
    assert found[2] == other.match
    assert [one.held_back for one in found] == [
        None,
        None,
        None,
        "employer",
        *([None] * 3),
    ]
