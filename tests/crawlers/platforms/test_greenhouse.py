"""Greenhouse's one answer to postings."""

import json

import pytest

from crawlers.platforms.greenhouse import Greenhouse
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.board_shapes import GREENHOUSE_JOB

API = "https://boards-api.greenhouse.io/v1/boards/wilg/jobs?content=true&pay_transparency=true"
ZWOLLE = PostingPlace(locality="Zwolle", country="NL")


def job(**other):
    return GREENHOUSE_JOB | other


def read(*jobs, total=None):
    board = {"jobs": list(jobs), "meta": {"total": total or len(jobs)}}
    return Greenhouse().read(answer(json.dumps(board), API), listing(API))


def test_a_greenhouse_job_is_read_whole():
    [posting] = read(job()).postings
    assert (posting.source_key, posting.title) == ("4001", "Planner wijkzorg")
    assert posting.url == "https://job-boards.greenhouse.io/wilg/jobs/4001"
    assert posting.employer == "De Wilg"
    assert posting.places == (ZWOLLE,)
    assert posting.employment_types == ("Fixed-term",)
    assert (posting.hours, posting.remote) == ("24 - 32", "Hybrid")
    assert (posting.salary_min, posting.salary_max) == ("2650.00", "3400.50")
    assert (posting.salary_unit, posting.currency) == (None, "EUR")
    assert posting.date_posted == "2026-09-01T23:30:00-04:00"
    assert (posting.valid_through, posting.language) == ("2026-10-31", "nl")


def test_the_board_tells_its_name_and_how_many_it_has():
    reading = read(job(id=1), job(id=2, internal_job_id=2), total=37)
    assert (reading.announced, reading.total, reading.employer) == (2, 37, "De Wilg")


def test_a_job_and_its_translation_are_one_in_dutch_under_the_oldest_number():
    english = job(id=4000, title="Planner", language="en")
    reading = read(english, job(id=4001), total=2)
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("4000", "Planner wijkzorg")
    assert (reading.announced, reading.total) == (1, 1)


def test_two_posts_of_one_job_in_one_language_are_two():
    reading = read(job(id=1, title="Ochtend"), job(id=2, title="Avond"))
    assert [posting.title for posting in reading.postings] == ["Ochtend", "Avond"]


def test_without_a_dutch_post_the_language_of_the_first_counts():
    reading = read(job(id=1, language="en"), job(id=2, language="de"))
    [posting] = reading.postings
    assert (posting.source_key, posting.language) == ("1", "en")


def test_posts_of_one_job_for_several_places_stay_apart():
    reading = read(job(id=1), job(id=2, location={"name": "Meppel, Netherlands"}))
    assert [posting.source_key for posting in reading.postings] == ["1", "2"]


def test_posts_without_a_job_behind_them_are_not_one_job():
    reading = read(job(id=1, internal_job_id=None), job(id=2, internal_job_id=None))
    assert len(reading.postings) == 2


@pytest.mark.parametrize(
    ("place", "office", "expected"),
    [
        ("Zwolle", "Zwolle, Overijssel, Netherlands", ZWOLLE),
        (
            "Remote",
            "London, England, United Kingdom",
            PostingPlace(locality="London", region="England", country="GB"),
        ),
        ("London", None, PostingPlace(locality="London")),
    ],
)
def test_an_office_tells_the_country_or_at_need_the_place(place, office, expected):
    offices = [{"name": "x", "location": office}]
    [posting] = read(job(location={"name": place}, offices=offices)).postings
    assert posting.places == (expected,)


def test_a_place_may_tell_how_the_work_is_done():
    [posting] = read(
        job(metadata=None, location={"name": "Remote - Zwolle, NL"})
    ).postings
    assert posting.remote == "Remote"
    assert posting.places == (ZWOLLE,)


@pytest.mark.parametrize("missing", ["id", "title", "absolute_url"])
def test_a_row_that_cannot_be_read_is_announced_and_not_found(missing):
    reading = read(job(id=1), job(internal_job_id=2) | {missing: None})
    assert (reading.announced, len(reading.postings)) == (2, 1)


@pytest.mark.parametrize(
    "address",
    [
        "https://boards.greenhouse.io/wilg",
        "https://boards.greenhouse.io/wilg/jobs/4001?gh_src=x",
        "https://job-boards.greenhouse.io/wilg/",
        "https://boards-api.greenhouse.io/v1/boards/wilg/jobs/4001",
        "https://boards.greenhouse.io/embed/job_board?for=wilg&b=https://x.nl",
        "https://boards.greenhouse.io/embed/job_app?token=4001&for=wilg",
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    board = Greenhouse().board_of(address)
    assert board == "https://job-boards.greenhouse.io/wilg"
    assert Greenhouse().first(source("wilg", board, "greenhouse")).url == API


def test_a_european_board_is_listed_at_the_same_place():
    board = Greenhouse().board_of("https://job-boards.eu.greenhouse.io/wilg/jobs/1")
    assert board == "https://job-boards.eu.greenhouse.io/wilg"
    assert Greenhouse().first(source("wilg", board, "greenhouse")).url == API


@pytest.mark.parametrize(
    "address",
    [
        "https://www.greenhouse.io/wilg",
        "https://boards.greenhouse.io/",
        "https://boards.greenhouse.io/embed/job_board",
        "https://boards.greenhouse.io.kwaad.nl/wilg",
        "https://wilg.nl/vacatures?gh_jid=4001",
    ],
)
def test_other_addresses_are_not_boards(address):
    assert Greenhouse().board_of(address) is None


def test_an_address_of_another_host_stands_in_for_the_api():
    first = Greenhouse().first(
        source("wilg", "http://127.0.0.1:8000/wilg", "greenhouse")
    )
    assert first.url.startswith(
        "http://127.0.0.1:8000/v1/boards/wilg/jobs?content=true"
    )
