"""What a run is called: never zero when it is blocked, never believed when it shrank."""

import pytest

from crawlers.collecting.fetched import Trouble
from crawlers.collecting.tally import Tally, outcome_of, tally_of
from schemas.tables.page_counts import Dealt


def status(before=10, **counts):
    return outcome_of(Tally(**{"expected": 10, "found": 10, **counts}), before=before)


@pytest.mark.parametrize(
    ("counts", "called"),
    [
        ({}, "ok"),
        ({"found": 5}, "suspect"),
        ({"found": 6}, "ok"),
        ({"expected": 0, "found": 0}, "suspect"),
        ({"found": 0, "failed": 10}, "failed"),
        ({"found": 0, "forbidden": 10}, "blocked"),
        ({"found": 0, "gone": 10}, "suspect"),
        ({"found": 0}, "changed"),
        ({"gone": 6, "closing": 11}, "suspect"),
        ({"gone": 6, "closing": 5}, "ok"),
        ({"gone": 60}, "ok"),
        ({"trouble": Trouble("blocked", "de site weigert ons")}, "blocked"),
    ],
)
def test_the_status_of_a_run(counts, called):
    assert status(**counts).status == called


def test_a_board_that_says_it_has_none_is_believed_when_it_had_none():
    empty = {"expected": 0, "found": 0, "total": 0}
    assert status(before=None, **empty).status == "ok"
    assert status(before=0, **empty).status == "ok"
    assert status(before=8, **empty).status == "suspect"


@pytest.mark.parametrize(
    "lack",
    [
        {"cut": True},
        {"lists_failed": 1},
        {"total": 11},
        {"trouble": Trouble("failed", "nee")},
    ],
)
def test_absence_means_nothing_when_part_of_the_list_is_missing(lack):
    assert not status(**lack).complete
    assert status().complete


def test_a_good_run_says_what_it_left_out():
    said = status(
        failed=2, forbidden=1, first_failure="HTTP 500, /a", total=12, dates_lie=True
    ).error
    for words in ("2 van 10", "HTTP 500, /a", "robots.txt", "zegt 12", "datums"):
        assert words in said


def test_the_counts_come_from_what_was_left_in_the_database():
    dealt = [
        Dealt(kind="detail", outcome="failed", count=2, url="/a", reason="HTTP 500"),
        Dealt(kind="detail", outcome="gone", count=3, url="/b", reason="page_missing"),
        Dealt(kind="listing", outcome="failed", count=1, url="/s", reason="HTTP 502"),
    ]
    tally = tally_of(dealt, Tally(expected=9, found=4))
    assert (tally.failed, tally.gone, tally.lists_failed) == (2, 3, 1)
    assert tally.first_failure == "HTTP 500, /a"
