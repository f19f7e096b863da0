"""Nothing is missed: the best by eight bits and whole vectors are the best by all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.market import together
from matching.market.search import alone, best, nth
from matching.market.vectors import exact, off_by, packed, rough

SIZES = st.integers(1, 400), st.integers(1, 48), st.integers(1, 4)


def unit(dice, rows, width):
    made = dice.standard_normal((rows, width)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def by_hand(vectors, rows, query, count):
    points = vectors.whole[rows].astype(float) @ query.astype(float)
    return rows[np.lexsort((rows, -points))[:count]]


@settings(deadline=None, max_examples=60)
@given(*SIZES, st.integers(0, 2**32 - 1))
def test_eight_bits_are_never_further_off_than_they_say(
    rows, width, asked, seed
) -> None:
    dice = np.random.default_rng(seed)
    vectors, queries = packed(unit(dice, rows, width)), unit(dice, asked, width)
    everything = np.arange(rows)
    near = rough(vectors, everything, queries)
    true = exact(vectors, everything, queries)
    assert (np.abs(near.cosines - true) <= near.off).all()
    assert (near.off == off_by(vectors, queries)).all()


@settings(deadline=None, max_examples=60)
@given(*SIZES, st.integers(0, 2**32 - 1), st.integers(1, 60))
def test_the_best_of_some_rows_are_the_best_by_hand(
    rows, width, asked, seed, count
) -> None:
    dice = np.random.default_rng(seed)
    vectors, queries = packed(unit(dice, rows, width)), unit(dice, asked, width)
    left = np.flatnonzero(dice.random(rows) < 0.6)
    for query in queries:
        found = best(vectors, left, query[None], count, alone)
        assert found.rows.tolist() == by_hand(vectors, left, query, count).tolist()


def test_of_equals_the_first_row_is_taken() -> None:
    same = packed(np.ones((9, 4), np.float32) / 2)
    found = best(same, np.arange(9), same.whole[:1], 3, alone)
    assert found.rows.tolist() == [0, 1, 2]


def test_a_fusion_of_queries_is_exact_too() -> None:
    dice = np.random.default_rng(3)
    vectors, queries = packed(unit(dice, 5_000, 32)), unit(dice, 3, 32)

    def fuse(cosines, _places):
        return 0.6 * cosines.max(axis=1) + 0.4 * cosines.mean(axis=1)

    rows = np.arange(5_000)
    found = best(vectors, rows, queries, 40, fuse)
    points = fuse(vectors.whole.astype(float) @ queries.T.astype(float), rows)
    assert found.rows.tolist() == np.argsort(-points, kind="stable")[:40].tolist()


@pytest.mark.parametrize("rows", [500, 6_000, 20_000])
def test_many_queries_at_once_find_what_each_finds_alone(rows) -> None:
    dice = np.random.default_rng(rows)
    vectors, queries = packed(unit(dice, rows, 24)), unit(dice, 30, 24)
    left = np.flatnonzero(dice.random(rows) < 0.7)
    at_once = together.best_of_each(vectors, left, queries, 25)
    for query, found in zip(queries, at_once, strict=True):
        assert found.rows.tolist() == by_hand(vectors, left, query, 25).tolist()


def test_a_sample_that_misleads_costs_time_and_nothing_else() -> None:
    """The best lie in the sample alone, so that its floor lets too few pass."""
    dice = np.random.default_rng(1)
    whole = unit(dice, 8_000, 16)
    query = unit(dice, 1, 16)
    whole[:: together.SAMPLE] = query + 0.01 * whole[:: together.SAMPLE]
    vectors, rows = packed(whole), np.arange(8_000)
    (found,) = together.best_of_each(vectors, rows, query, 490)
    assert found.rows.tolist() == by_hand(vectors, rows, query[0], 490).tolist()


def test_the_nth_of_too_few_is_below_all() -> None:
    assert nth(np.array([1.0, 2.0]), 5) == -np.inf
    assert nth(np.array([1.0, 3.0, 2.0]), 2) == 2.0
