"""What is shown adds up to the score, rounding included."""

from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.scoring.adding_up import chance, divided
from matching.scoring.weights import SHIPPED_WEIGHTS
from schemas.match import out_of_hundred

LOG_ODDS = st.floats(-12, 12, allow_nan=False)
ASPECTS = st.dictionaries(st.sampled_from(sorted(SHIPPED_WEIGHTS.of)), LOG_ODDS)


@given(base=LOG_ODDS, aspects=ASPECTS)
@settings(max_examples=150, deadline=None)
def test_the_points_add_up_to_the_score_and_keep_their_sign(base, aspects):
    made = divided(base, aspects)
    assert sum(made.points.values()) == out_of_hundred(made.score)
    assert isclose(made.score, chance(base + sum(aspects.values())), abs_tol=5e-5)
    for aspect, value in aspects.items():
        assert made.points[aspect] * value >= 0
        assert value or not made.points[aspect]


@given(base=LOG_ODDS, value=LOG_ODDS, more=st.floats(0, 3))
@settings(max_examples=150, deadline=None)
def test_more_of_one_aspect_never_lowers_the_score(base, value, more):
    before = divided(base, {"meaning": value})
    after = divided(base, {"meaning": value + more})
    assert after.score >= before.score


def test_what_weighs_twice_gets_about_twice_the_points():
    made = divided(-3.6, {"meaning": 2.0, "words": 1.0})
    assert abs(made.points["meaning"] - 2 * made.points["words"]) <= 2


def test_what_cancels_out_leaves_the_beginning():
    made = divided(-1.0, {"meaning": 2.0, "travel": -2.0})
    assert made.score == divided(-1.0, {}).score
    assert made.points["meaning"] == -made.points["travel"] > 0


def test_what_is_far_out_gives_no_error():
    assert 0 <= chance(-1e6) < 1e-300
    assert chance(1e6) == 1
