"""The measures on cases small enough to count by hand."""

import pytest

from matching.evaluation.measures import (
    agreement,
    ndcg,
    precision,
    share,
    verdict_measures,
)


def test_agreement_counts_what_is_shared() -> None:
    found = agreement({"a", "b", "c"}, {"b", "c", "d", "e"})
    assert (found.right, found.said, found.known) == (2, 3, 4)
    assert (found.precision, found.recall, found.f1) == (0.6667, 0.5, 0.5714)


def test_agreements_add_up() -> None:
    assert (agreement("ab", "b") + agreement("c", "c")).precision == 0.6667


def test_of_nothing_everything_is_right() -> None:
    assert share(0, 0) == 1.0


def test_the_best_order_is_one_and_the_worst_is_less() -> None:
    assert ndcg([3, 2, 0], [3, 2, 0]) == 1.0
    assert ndcg([0, 2, 3], [3, 2, 0]) == pytest.approx(0.6064, abs=1e-4)


def test_what_is_left_out_costs_its_relevance() -> None:
    assert ndcg([2], [3, 2]) < ndcg([2, 3], [3, 2])
    assert precision([3, 2, 1, 0, 2]) == 0.6
    assert precision([3]) == 0.2


def test_verdicts_are_three_rates_and_a_table() -> None:
    found = verdict_measures(
        [
            ("past_niet", "past_niet"),
            ("past_niet", "uitzoeken"),
            ("past", "past_niet"),
            ("past", "past"),
            ("uitzoeken", "past"),
            ("uitzoeken", "uitzoeken"),
        ]
    )
    assert found.must_exclude_recall == 0.5
    assert found.wrong_exclude_rate == 0.25
    assert found.silent_pass_rate == 0.5
    assert found.confusion["past"] == {"past": 1, "uitzoeken": 0, "past_niet": 1}
