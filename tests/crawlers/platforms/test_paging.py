"""From one page of a list to the next, and the ways a list ends."""

import pytest

from crawlers.platforms.base import Reading, Visit
from crawlers.platforms.paging import MOST_PAGES, onward, with_query
from tests.crawlers.answers import SITE, listing

DETAIL = Visit(url=f"{SITE}/vacatures/1", kind="detail")
PAGE = Reading(visits=(DETAIL,), announced=1)
NEXT = f"{SITE}/vacatures?page=2"


def test_a_page_is_followed_by_the_next_one():
    reading = onward(PAGE, listing(), NEXT)
    assert reading.visits[0] == DETAIL
    assert reading.visits[1] == listing(NEXT, depth=1, after=DETAIL.url)


@pytest.mark.parametrize("following", [None, "", "https://elders.nl/vacatures?page=2"])
def test_without_a_next_page_on_the_same_site_it_ends(following):
    assert onward(PAGE, listing(), following) == PAGE


def test_an_empty_page_is_the_last():
    assert onward(Reading(total=9), listing(), NEXT) == Reading(total=9)


def test_the_page_before_once_more_holds_nothing():
    assert onward(PAGE, listing(after=DETAIL.url), NEXT) == Reading()


def test_a_list_without_end_is_cut():
    reading = onward(PAGE, listing(depth=MOST_PAGES - 1), NEXT)
    assert (reading.cut, reading.visits) == (True, (DETAIL,))


def test_a_value_in_the_query_is_replaced_and_the_rest_stays():
    address = "https://x.nl/a?mode=json&skip=0&leeg="
    assert with_query(address, skip=100) == "https://x.nl/a?mode=json&skip=100&leeg="
