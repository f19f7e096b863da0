"""Workable's one answer to postings."""

import json

import pytest

from crawlers.platforms.workable import Workable
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.board_shapes import WORKABLE, WORKABLE_JOB

API = "https://apply.workable.com/api/v1/widget/accounts/wilg?details=true"


def read(*jobs):
    board = WORKABLE | {"jobs": list(jobs)}
    return Workable().read(answer(json.dumps(board), API), listing(API))


def test_a_workable_job_is_read_whole():
    reading = read(WORKABLE_JOB)
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("DD136DD7E7", "Kok")
    assert posting.url == "https://apply.workable.com/j/DD136DD7E7"
    assert (posting.employer, reading.employer) == ("De Wilg", "De Wilg")
    assert posting.places == (PostingPlace(locality="Zwolle", country="NL"),)
    assert posting.employment_types == ("Part-time",)
    assert (posting.education, posting.remote) == ("Vocational", None)
    assert posting.date_posted == "2026-08-05"
    assert "24 uur" in posting.description


def test_a_vacancy_in_two_countries_is_one_with_two_places():
    def row(code):
        spot = {"countryCode": code, "city": "", "region": None, "hidden": False}
        return WORKABLE_JOB | {"locations": [spot]}

    reading = read(row("ES"), row("PT"))
    [posting] = reading.postings
    assert [place.country for place in posting.places] == ["ES", "PT"]
    assert reading.announced == 1


def test_a_hidden_place_is_not_shown_and_without_any_the_row_itself_tells():
    hidden = [{"countryCode": "DE", "city": "Berlin", "hidden": True}]
    [posting] = read(WORKABLE_JOB | {"locations": hidden}).postings
    wanted = PostingPlace(locality="Zwolle", region="Overijssel", country="Netherlands")
    assert posting.places == (wanted,)


def test_a_board_without_vacancies_still_tells_its_name():
    reading = read()
    assert (reading.announced, reading.employer) == (0, "De Wilg")


@pytest.mark.parametrize(
    "address",
    [
        "https://apply.workable.com/wilg/",
        "https://apply.workable.com/wilg/j/DD136DD7E7/",
        "https://apply.workable.com/api/v1/widget/accounts/wilg",
        "https://apply.workable.com/api/v3/accounts/wilg/jobs",
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    board = Workable().board_of(address)
    assert board == "https://apply.workable.com/wilg"
    assert Workable().first(source("wilg", board, "workable")).url == API


@pytest.mark.parametrize(
    "address",
    ["https://apply.workable.com/j/DD136DD7E7", "https://www.workable.com/wilg"],
)
def test_an_address_that_names_no_employer_is_not_a_board(address):
    assert Workable().board_of(address) is None
