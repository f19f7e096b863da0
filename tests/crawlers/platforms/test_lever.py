"""Lever's pages of postings."""

import json

import pytest

from crawlers.platforms.base import UnexpectedAnswerError
from crawlers.platforms.lever import PER_PAGE, Lever
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.board_shapes import LEVER_POSTING

API = "https://api.lever.co/v0/postings/wilg?mode=json&skip=0&limit=100"


def posting(**other):
    return LEVER_POSTING | other


def read(postings, visit=None):
    return Lever().read(answer(json.dumps(postings), API), visit or listing(API))


def page_of(first, count):
    return [posting(id=f"id-{number}") for number in range(first, first + count)]


def test_a_lever_posting_is_read_whole():
    [read_one] = read([posting()]).postings
    assert read_one.source_key == "a24ec4e5-5caa-473d-abd4-b71f09a8167b"
    assert read_one.title == "Monteur warmtepompen"
    assert read_one.url.startswith("https://jobs.lever.co/wilg/a24ec4e5")
    assert read_one.places == (
        PostingPlace(locality="Zwolle", country="NL"),
        PostingPlace(locality="Deventer", country="NL"),
    )
    assert read_one.employment_types == ("Permanent, part-time",)
    assert read_one.remote == "on-site"
    assert (read_one.salary_min, read_one.salary_max) == ("2600.00", "3100.50")
    assert (read_one.salary_unit, read_one.currency) == ("per-month-salary", "EUR")
    assert read_one.date_posted == "1764205361939"


def test_the_parts_of_the_text_are_joined_in_order():
    [read_one] = read([posting()]).postings
    wanted = ["warmtepompen", "Wat vragen wij", "rijbewijs B", "32 uur", "cao", "Bel"]
    places = [read_one.description.index(words) for words in wanted]
    assert places == sorted(places)
    assert "<ul><li>rijbewijs B</li>" in read_one.description


def test_only_the_first_place_is_in_the_country_it_prints():
    categories = {"location": "Chicago, IL", "allLocations": ["Chicago, IL", "London"]}
    [read_one] = read([posting(country="US", categories=categories)]).postings
    assert [place.country for place in read_one.places] == ["US", None]


def test_a_country_may_be_all_it_tells():
    [read_one] = read([posting(categories={"location": "Remote"})]).postings
    assert read_one.places == (PostingPlace(country="NL"),)


def test_a_full_page_is_followed_until_one_is_not_full():
    reading = read(page_of(0, PER_PAGE))
    [second] = reading.visits
    assert reading.total is None
    assert (
        second.url
        == "https://api.lever.co/v0/postings/wilg?mode=json&skip=100&limit=100"
    )
    last = read(page_of(PER_PAGE, 7), second)
    assert (last.announced, last.visits) == (7, ())


def test_a_board_that_gives_everything_at_once_is_not_read_twice():
    everything = page_of(0, 302)
    [again] = read(everything).visits
    assert read(everything, again).announced == 0


def test_the_answer_for_a_name_that_does_not_exist_is_not_an_empty_board():
    with pytest.raises(UnexpectedAnswerError):
        read({"ok": False, "error": "Document not found"})


@pytest.mark.parametrize(
    ("address", "board", "api"),
    [
        (
            "https://jobs.lever.co/wilg/a24ec4e5/apply",
            "https://jobs.lever.co/wilg",
            API,
        ),
        (
            "https://api.lever.co/v0/postings/wilg?mode=json",
            "https://jobs.lever.co/wilg",
            API,
        ),
        (
            "https://jobs.eu.lever.co/Wilg",
            "https://jobs.eu.lever.co/Wilg",
            "https://api.eu.lever.co/v0/postings/Wilg?mode=json&skip=0&limit=100",
        ),
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address, board, api):
    assert Lever().board_of(address) == board
    assert Lever().first(source("wilg", board, "lever")).url == api


@pytest.mark.parametrize(
    "address", ["https://www.lever.co/wilg", "https://jobs.lever.co/"]
)
def test_other_addresses_are_not_boards(address):
    assert Lever().board_of(address) is None
