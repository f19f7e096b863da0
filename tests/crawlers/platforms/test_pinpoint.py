"""Pinpoint's one answer to postings."""

import json

import pytest

from crawlers.platforms.pinpoint import Pinpoint
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.board_shapes import PINPOINT_POSTING

API = "https://wilg.pinpointhq.com/postings.json"


def read(*postings):
    return Pinpoint().read(answer(json.dumps({"data": postings}), API), listing(API))


def test_a_pinpoint_posting_is_read_whole():
    [posting] = read(PINPOINT_POSTING).postings
    assert (posting.source_key, posting.title) == ("post-001", "Receptionist")
    assert posting.url == "https://wilg.pinpointhq.com/nl/postings/post-001"
    assert posting.places == (
        PostingPlace(locality="Zwolle", postcode="8011 AB", country="NL"),
    )
    assert posting.remote == "onsite"
    assert posting.employment_types == (
        "fixed_term_part_time",
        "Fixed Term - Part Time",
    )
    assert (posting.salary_min, posting.salary_max) == ("2400.00", "2900.00")
    assert (posting.salary_unit, posting.currency) == ("month", "EUR")
    assert posting.valid_through == "2026-12-28T23:59:59+01:00"
    assert posting.date_posted is None


def test_the_sections_of_the_text_keep_their_headings():
    [posting] = read(PINPOINT_POSTING | {"benefits_header": None}).postings
    wanted = ["bezoekers", "<h3>Wat ga je doen</h3>", "telefoon", "mbo-3", "24 uur"]
    places = [posting.description.index(words) for words in wanted]
    assert places == sorted(places)
    assert posting.description.count("<h3>") == 2


def test_a_posting_with_a_path_only_is_on_the_same_site():
    row = PINPOINT_POSTING | {"url": None, "path": "/postings/post-002"}
    [posting] = read(row).postings
    assert posting.url == "https://wilg.pinpointhq.com/postings/post-002"


def test_a_wage_that_is_not_visible_is_not_shown():
    [posting] = read(PINPOINT_POSTING | {"compensation_visible": False}).postings
    assert (posting.salary_min, posting.salary_text) == (None, None)


def test_without_a_city_the_name_of_the_location_tells():
    [posting] = read(PINPOINT_POSTING | {"location": {"name": "Zwolle, NL"}}).postings
    assert posting.places == (PostingPlace(locality="Zwolle", country="NL"),)


def test_any_address_on_a_board_leads_to_the_board():
    board = Pinpoint().board_of("https://wilg.pinpointhq.com/nl/postings/post-001")
    assert board == "https://wilg.pinpointhq.com"
    assert Pinpoint().first(source("wilg", board, "pinpoint")).url == API


def test_a_board_may_be_on_the_employers_own_host():
    visit = Pinpoint().first(source("wilg", "https://werkenbij.wilg.nl/", "pinpoint"))
    assert visit.url == "https://werkenbij.wilg.nl/postings.json"


@pytest.mark.parametrize(
    "address", ["https://www.pinpointhq.com/", "https://wilg.nl/", "geen adres"]
)
def test_other_addresses_are_not_boards(address):
    assert Pinpoint().board_of(address) is None
