"""Recruitee's one answer to postings."""

import json

import pytest

from crawlers.platforms.base import UnexpectedAnswerError
from crawlers.platforms.recruitee import Recruitee
from tests.crawlers.adverts import page
from tests.crawlers.answers import answer, listing, offer
from tests.crawlers.crawling import crawled, source
from tests.crawlers.site import served


def test_recruitee_offers():
    offers = {"offers": [offer(1), offer(2, status="closed"), offer(3, title=None)]}
    reading = Recruitee().read(answer(json.dumps(offers)), listing())
    assert reading.announced == 2
    [posting] = reading.postings
    assert (posting.source_key, posting.hours) == ("1", "16 - 24")
    assert "mbo-2" in posting.description
    assert posting.remote is None


@pytest.mark.parametrize(
    "text", ["<html></html>", '{"a": 1}', "[]", '{"offers": 3}', ""]
)
def test_anything_else_is_not_recruitee(text):
    with pytest.raises(UnexpectedAnswerError):
        Recruitee().read(answer(text), listing())


def test_a_recruitee_tenant_that_left_is_gone(database):
    with served({}) as site:
        [run] = crawled(database, [source("weg", site.address, "recruitee")])
    assert (run["status"], run["found"]) == ("gone", 0)


def test_html_where_json_belongs_is_a_changed_site(database):
    with served({"/api/offers/": page(body="<h1>Hoi</h1>")}) as site:
        [run] = crawled(database, [source("html", site.address, "recruitee")])
    assert run["status"] == "changed"
    assert run["error"] == "geen JSON van Recruitee"
