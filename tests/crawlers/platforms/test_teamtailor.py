"""Teamtailor's two feeds to postings."""

import json

import pytest

from crawlers.platforms.base import UnexpectedAnswerError
from crawlers.platforms.teamtailor import Teamtailor
from tests.crawlers.answers import SITE, answer, listing, rss
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served


def test_teamtailor_rss():
    reading = Teamtailor().read(answer(rss(7, 8)), listing(f"{SITE}/jobs.rss"))
    assert [p.source_key for p in reading.postings] == ["7", "8"]
    first = reading.postings[0]
    assert (first.employer, first.remote) == ("De Wilg", "hybrid")
    assert first.places[0].postcode == "8011 AB"
    assert reading.visits == ()


def test_teamtailor_rss_has_pages_of_a_hundred():
    full = Teamtailor().read(answer(rss(*range(100))), listing(f"{SITE}/jobs.rss"))
    [following] = full.visits
    assert following.url == f"{SITE}/jobs.rss?offset=100&per_page=100"
    again = Teamtailor().read(answer(rss(*range(100))), following)
    assert (again.postings, again.visits) == ((), ())


def test_teamtailor_json_follows_its_own_next_page_but_not_to_elsewhere():
    item = {
        "title": "Baan",
        "url": f"{SITE}/jobs/7-baan",
        "content_html": "<p>Werk</p>",
    }
    for address, count in (("/jobs.json?page=2", 1), ("https://elders.nl/x", 0)):
        feed = {"items": [item], "next_url": address}
        reading = Teamtailor().read(answer(json.dumps(feed)), listing())
        assert len(reading.visits) == count
    assert reading.postings[0].source_key == "7"


@pytest.mark.parametrize("text", ["<html/>", "nee", '{"items": 1}', "{", "<rss"])
def test_anything_else_is_not_teamtailor(text):
    with pytest.raises(UnexpectedAnswerError):
        Teamtailor().read(answer(text), listing())


def test_a_teamtailor_site_of_three_pages_is_crawled_whole(database):
    pages = {
        "/jobs.rss": Reply(rss(*range(100)), kind="application/rss+xml"),
        "/jobs.rss?offset=100&per_page=100": Reply(rss(*range(100, 200))),
        "/jobs.rss?offset=200&per_page=100": Reply(rss(*range(200, 207))),
    }
    with served(pages) as site:
        [run] = crawled(database, [source("tt", site.address, "teamtailor")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 207, 207)
    assert len(export(database)) == 207
