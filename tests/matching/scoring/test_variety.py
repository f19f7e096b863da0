"""Variety: no page with one employer or one job, as long as there is anything else."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.scoring.variety import MOST, WINDOW, kinds_of, various
from schemas.match import Match
from tests.builders import vacancy

VERDICTS = ("past", "uitzoeken")


def match(number: int, verdict: str = "past") -> Match:
    return Match(
        vacancy_id=UUID(int=number),
        score=1 - number / 1000,
        verdict=verdict,  # type: ignore[arg-type]
        reasons=(),
        objections=(),
        questions=(),
        assumptions=(),
    )


def arranged(*kinds: dict[str, str], verdicts: tuple[str, ...] = ()) -> list[Match]:
    """Matches in order of score, with these kinds."""
    found = [
        match(number, verdicts[number] if verdicts else "past")
        for number in range(len(kinds))
    ]
    return various(found, {UUID(int=n): kind for n, kind in enumerate(kinds)})  # type: ignore[arg-type]


def order(found: list[Match]) -> list[int]:
    return [one.vacancy_id.int for one in found]


def test_the_third_of_an_employer_waits_ten_places_and_says_why():
    same = {"employer": "jansen"}
    found = arranged(same, same, same, *({"employer": f"x{n}"} for n in range(12)))
    assert order(found)[:2] == [0, 1]
    assert order(found).index(2) == WINDOW
    assert [one.held_back for one in found if one.held_back] == ["employer"]
    assert found[WINDOW].score == match(2).score


def test_the_fourth_of_a_title_waits():
    same = {"title": "kok"}
    found = arranged(*([same] * 4), *({"title": f"t{n}"} for n in range(12)))
    assert order(found)[:4] == [0, 1, 2, 4]
    assert found[order(found).index(3)].held_back == "title"


def test_without_anything_else_the_order_stays():
    found = arranged(*([{"employer": "jansen"}] * 15))
    assert order(found) == list(range(15))


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from(VERDICTS)
        ),
        max_size=60,
    )
)
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_and_the_same_input_gives_the_same_order(rows):
    kinds = [{"employer": e, "title": t} for e, t, _ in rows]
    verdicts = tuple(v for *_, v in rows)
    found = arranged(*kinds, verdicts=verdicts)
    assert sorted(order(found)) == list(range(len(rows)))
    assert arranged(*kinds, verdicts=verdicts) == found
    kept = [one.vacancy_id.int for one in found if one.held_back is None]
    assert kept == sorted(kept)


@pytest.mark.parametrize("shelf", [None, *VERDICTS])
def test_any_ten_are_various_on_every_list(shelf):
    kinds = [{"employer": f"e{n % 7}", "title": f"t{n % 5}"} for n in range(100)]
    verdicts = tuple(VERDICTS[n // 3 % 2] for n in range(100))
    found = [
        one
        for one in arranged(*kinds, verdicts=verdicts)[:60]
        if shelf in (None, one.verdict)
    ]
    for start in range(len(found) - WINDOW):
        page = [kinds[one.vacancy_id.int] for one in found[start : start + WINDOW]]
        for kind, most in MOST.items():
            assert max(Counter(row[kind] for row in page).values()) <= most


def test_a_title_is_the_same_in_any_order_and_dress():
    one = kinds_of(vacancy(title="Medewerker klantenservice (m/v) 32 uur"))
    other = kinds_of(vacancy(title="Klantenservice medewerker", employer=None))
    assert one["title"] == other["title"]
    assert "employer" not in other
