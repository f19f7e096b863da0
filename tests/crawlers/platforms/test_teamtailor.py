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


def test_a_feed_tells_the_name_of_the_employer():
    item = {"title": "Baan", "url": f"{SITE}/jobs/7-baan"}
    feed = {"title": "De Wilg", "items": [item, item | {"title": "Baan"}]}
    reading = Teamtailor().read(answer(json.dumps(feed)), listing())
    assert reading.employer == "De Wilg"
    assert [post.employer for post in reading.postings] == ["De Wilg"]
    assert Teamtailor().read(answer(rss(7)), listing()).employer == "De Wilg"


def test_an_item_without_a_web_address_is_announced_and_not_found():
    item = {"title": "Baan", "url": "javascript:alert(1)"}
    reading = Teamtailor().read(answer(json.dumps({"items": [item]})), listing())
    assert (reading.announced, reading.postings) == (1, ())


@pytest.mark.parametrize("other", ["http://[", "mailto:x@wilg.nl", 7, None])
def test_a_next_page_that_is_no_address_is_no_page(other):
    item = {"title": "Baan", "url": f"{SITE}/jobs/7-baan"}
    feed = {"items": [item], "next_url": other}
    assert Teamtailor().read(answer(json.dumps(feed)), listing()).visits == ()


@pytest.mark.parametrize(
    ("address", "board"),
    [
        ("https://wilg.teamtailor.com/jobs/7-baan", "https://wilg.teamtailor.com"),
        ("https://wilg.na.teamtailor.com/jobs", "https://wilg.na.teamtailor.com"),
        ("https://wilg.teamtailor.com/nl/jobs/7", "https://wilg.teamtailor.com/nl"),
        ("https://wilg.teamtailor.com/en-GB/jobs", "https://wilg.teamtailor.com/en-GB"),
        ("https://career.teamtailor.com/jobs", "https://career.teamtailor.com"),
        ("https://www.teamtailor.com/jobs", None),
        ("https://app.teamtailor.com/", None),
        ("https://wilg.teamtailor.com.kwaad.nl/jobs", None),
        ("https://werkenbij.wilg.nl/jobs", None),
    ],
)
def test_an_address_on_teamtailor_leads_to_the_board(address, board):
    assert Teamtailor().board_of(address) == board


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        (SITE, f"{SITE}/jobs.json"),
        (f"{SITE}/jobs", f"{SITE}/jobs.json"),
        (f"{SITE}/nl", f"{SITE}/nl/jobs.json"),
        (f"{SITE}/en-GB/jobs?x=1", f"{SITE}/en-GB/jobs.json"),
    ],
)
def test_the_feed_is_that_of_the_language_of_the_address(address, feed):
    first = Teamtailor().first(source("wilg", address, "teamtailor"))
    assert first.url == feed
    assert first.otherwise[0].url == feed.replace(".json", ".rss")


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
