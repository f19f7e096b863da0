"""Recruitee's one answer to postings."""

import json

import pytest

from crawlers.platforms.base import UnexpectedAnswerError
from crawlers.platforms.recruitee import Recruitee
from schemas.vacancy import PostingPlace
from tests.crawlers.adverts import page
from tests.crawlers.answers import answer, listing, offer
from tests.crawlers.crawling import crawled, source
from tests.crawlers.platforms.board_shapes import RECRUITEE
from tests.crawlers.site import served


def test_recruitee_offers():
    offers = {"offers": [offer(1), offer(2, status="closed"), offer(3, title=None)]}
    reading = Recruitee().read(answer(json.dumps(offers)), listing())
    assert reading.announced == 2
    [posting] = reading.postings
    assert (posting.source_key, posting.hours) == ("1", "16 - 24")
    assert "mbo-2" in posting.description
    assert posting.remote is None


@pytest.mark.parametrize("status", [{"nl": "published"}, ["published"], 1, ""])
def test_a_status_we_do_not_know_is_not_published(status):
    offers = {"offers": [offer(1, status=status)]}
    reading = Recruitee().read(answer(json.dumps(offers)), listing())
    assert (reading.announced, reading.postings) == (0, ())


def test_a_translated_offer_is_read_in_dutch():
    reading = Recruitee().read(answer(json.dumps(RECRUITEE)), listing())
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("2751915", "Magazijnmedewerker")
    assert "Je verzamelt orders" in posting.description
    assert "Strong" in posting.description  # not translated
    assert posting.places[1] == PostingPlace(locality="Den Haag", country="NL")
    assert reading.employer == "De Wilg"


@pytest.mark.parametrize("other", [None, {}, {"nl": None}, {"nl": {"title": ""}}, "nl"])
def test_without_a_dutch_title_the_first_language_stands(other):
    [row] = RECRUITEE["offers"]
    offers = {"offers": [row | {"translations": other}]}
    [posting] = Recruitee().read(answer(json.dumps(offers)), listing()).postings
    assert posting.title == "Warehouse worker"


@pytest.mark.parametrize(
    ("hours", "printed"),
    [
        ({"min_hours": 16, "max_hours": 24}, "16 - 24"),
        ({"min_hours_per_week": "16", "max_hours_per_week": "24"}, "16 - 24"),
        ({"max_hours": 24}, "24"),
        ({}, None),
    ],
)
def test_hours_stand_in_one_of_two_pairs(hours, printed):
    none = dict.fromkeys(
        ("min_hours", "max_hours", "min_hours_per_week", "max_hours_per_week")
    )
    offers = {"offers": [offer(1) | none | hours]}
    [posting] = Recruitee().read(answer(json.dumps(offers)), listing()).postings
    assert posting.hours == printed


@pytest.mark.parametrize(
    ("flags", "meaning"),
    [
        ({"hybrid": True, "remote": True}, "hybrid"),
        ({"remote": True}, "fully"),
        ({"on_site": True}, "none"),
        ({"hybrid": False, "remote": False, "on_site": False}, None),
    ],
)
def test_three_booleans_that_are_false_say_nothing(flags, meaning):
    offers = {"offers": [offer(1, **flags)]}
    [posting] = Recruitee().read(answer(json.dumps(offers)), listing()).postings
    assert posting.remote == meaning


@pytest.mark.parametrize(
    ("address", "board"),
    [
        ("https://wilg.recruitee.com/o/kok", "https://wilg.recruitee.com"),
        ("https://wilg.recruitee.com", "https://wilg.recruitee.com"),
        ("https://www.recruitee.com/", None),
        ("https://app.recruitee.com/", None),
        ("https://werkenbij.wilg.nl/o/kok", None),
    ],
)
def test_an_address_on_recruitee_leads_to_the_board(address, board):
    assert Recruitee().board_of(address) == board


def test_a_board_may_be_on_the_employers_own_host():
    visit = Recruitee().first(
        source("wilg", "https://werkenbij.wilg.nl/x", "recruitee")
    )
    assert visit.url == "https://werkenbij.wilg.nl/api/offers/"


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
