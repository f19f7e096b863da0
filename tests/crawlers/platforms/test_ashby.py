"""Ashby's one answer to postings."""

import json

import pytest

from crawlers.platforms.ashby import Ashby
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.board_shapes import ASHBY_JOB

API = "https://api.ashbyhq.com/posting-api/job-board/wilg?includeCompensation=true"


def read(*jobs):
    return Ashby().read(answer(json.dumps({"jobs": jobs}), API), listing(API))


def test_an_ashby_job_is_read_whole():
    [posting] = read(ASHBY_JOB).postings
    assert posting.source_key == "90fb3621-899e-4b59-925d-25080ec91e18"
    assert posting.title == "Medewerker magazijn"
    assert posting.places == (
        PostingPlace(locality="Zwolle", region="Overijssel", country="Netherlands"),
        PostingPlace(locality="Meppel", country="Netherlands"),
    )
    assert posting.employment_types == ("Temporary",)
    assert (posting.salary_min, posting.salary_max) == ("14.50", "16.00")
    assert (posting.salary_unit, posting.currency) == ("1 HOUR", "EUR")
    assert posting.date_posted == "2026-04-20T22:43:56.531+00:00"
    assert "bestellingen" in posting.description


def test_a_job_that_is_not_listed_is_not_for_the_public():
    reading = read(ASHBY_JOB, ASHBY_JOB | {"id": "2", "isListed": False})
    assert (reading.announced, len(reading.postings)) == (1, 1)


def test_a_wage_the_employer_does_not_show_is_not_shown():
    [posting] = read(
        ASHBY_JOB | {"shouldDisplayCompensationOnJobPostings": False}
    ).postings
    assert (posting.salary_min, posting.currency) == (None, None)


@pytest.mark.parametrize(
    ("kind", "anywhere", "meaning"),
    [
        ("Hybrid", True, "Hybrid"),
        ("OnSite", False, "OnSite"),
        (None, True, "fully"),
        (None, False, None),
    ],
)
def test_the_kind_of_workplace_counts_before_is_remote(kind, anywhere, meaning):
    [posting] = read(ASHBY_JOB | {"workplaceType": kind, "isRemote": anywhere}).postings
    assert posting.remote == meaning


def test_an_empty_address_leaves_the_name_of_the_place():
    empty = {"addressLocality": "", "addressCountry": "Netherlands"}
    job = ASHBY_JOB | {
        "location": "Kantoor Zwolle, Zwolle",
        "address": {"postalAddress": empty},
        "secondaryLocations": [],
    }
    [posting] = read(job).postings
    assert [place.locality for place in posting.places] == ["Kantoor Zwolle", "Zwolle"]
    assert {place.country for place in posting.places} == {"Netherlands"}


@pytest.mark.parametrize(
    "address",
    [
        "https://jobs.ashbyhq.com/wilg",
        "https://jobs.ashbyhq.com/wilg/90fb3621-899e-4b59-925d-25080ec91e18?x=1",
        "https://api.ashbyhq.com/posting-api/job-board/wilg",
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    board = Ashby().board_of(address)
    assert board == "https://jobs.ashbyhq.com/wilg"
    assert Ashby().first(source("wilg", board, "ashby")).url == API


def test_a_name_of_two_words_keeps_its_space():
    board = Ashby().board_of("https://jobs.ashbyhq.com/De%20Wilg/90fb3621")
    assert board == "https://jobs.ashbyhq.com/De%20Wilg"


@pytest.mark.parametrize(
    "address", ["https://www.ashbyhq.com/wilg", "https://jobs.ashbyhq.com/meeting/x"]
)
def test_other_addresses_are_not_boards(address):
    assert Ashby().board_of(address) is None
