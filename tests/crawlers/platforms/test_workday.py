"""Workday's list, and the answer with one vacancy."""

import json

import pytest

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.workday import Workday
from crawlers.platforms.workday_search import Search, search_of
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.platforms.detail_shapes import WORKDAY_DETAIL, WORKDAY_ROW
from tests.crawlers.platforms.workday_board import BASE, BOARD, Board, jobs
from tests.crawlers.site import Reply, served

DETAIL = Visit(url=f"{BASE}/job/Zwolle/Grondwerker_JR354232", kind="detail")
NL = {"id": "nl", "descriptor": "Nederland", "count": 3}
BE = {"id": "be", "descriptor": "België", "count": 4}


def read_first(page, **search):
    visit = Search(**search).visit(f"{BASE}/jobs", 0)
    return Workday().read(answer(json.dumps(page), visit.url), visit)


def read_detail(**other):
    whole = WORKDAY_DETAIL | {
        "jobPostingInfo": WORKDAY_DETAIL["jobPostingInfo"] | other
    }
    return Workday().read(answer(json.dumps(whole), DETAIL.url), DETAIL)


def test_the_first_search_is_posted_for_everything_twenty_at_a_time():
    first = Workday().first(source("wilg", BOARD, "workday"))
    assert first.url == f"{BASE}/jobs"
    assert json.loads(first.payload) == {
        "appliedFacets": {},
        "limit": 20,
        "offset": 0,
        "searchText": "",
    }


def test_the_list_names_the_detail_of_each_vacancy():
    reading = read_first({"total": 1, "jobPostings": [WORKDAY_ROW], "facets": []})
    assert reading.visits == (DETAIL,)
    assert (reading.announced, reading.total) == (1, 1)


def test_a_board_with_other_countries_only_has_nothing_for_us():
    page = {
        "total": 7,
        "jobPostings": [WORKDAY_ROW],
        "facets": [{"facetParameter": "locationCountry", "values": [BE]}],
    }
    reading = read_first(page)
    assert (reading.visits, reading.announced, reading.total) == ((), 0, 0)


@pytest.mark.parametrize(
    "facet",
    [
        {
            "facetParameter": "jobFamilyGroup",
            "values": [{"id": "1", "descriptor": "IT"}],
        },
        {
            "facetParameter": "locations",
            "values": [NL, {"id": "2", "descriptor": "Gent"}],
        },
    ],
)
def test_a_facet_that_is_not_of_countries_does_not_choose_the_netherlands(facet):
    reading = read_first({"total": 1, "jobPostings": [WORKDAY_ROW], "facets": [facet]})
    assert reading.visits == (DETAIL,)


def test_a_first_page_without_a_total_is_not_a_list():
    with pytest.raises(UnexpectedAnswerError, match="zonder aantal"):
        read_first({"jobPostings": [WORKDAY_ROW]})


@pytest.mark.parametrize("path", [None, "", "//kwaad.nl/job/x", "/login", 7])
def test_only_paths_of_vacancies_are_followed(path):
    page = {"total": 1, "jobPostings": [{"externalPath": path}]}
    assert read_first(page).visits == ()


def test_a_board_is_crawled_whole_by_post_and_get(database):
    board = Board(jobs(45, locations=lambda n: f"p{n % 3}"))

    def page(headers):
        asked = Visit(url="", kind="listing", payload=headers["body"])
        return Reply(json.dumps(board.page(search_of(asked))), kind="application/json")

    detail = Reply(json.dumps(WORKDAY_DETAIL), kind="application/json")
    pages = {f"/wday/cxs/wilg/Werken{path}": detail for path in board.jobs}
    with served(pages | {"/wday/cxs/wilg/Werken/jobs": page}) as site:
        address = f"{site.address}/wilg/Werken"
        [run] = crawled(database, [source("wilg", address, "workday")])
    assert (run["status"], run["found"], run["total"]) == ("ok", 45, 45)
    assert run["complete"]
    assert {vacancy["source_key"] for vacancy in export(database)} == {
        f"JR{number}" for number in range(45)
    }


def test_one_vacancy_is_read_whole():
    reading = read_detail()
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("JR354232", "Grondwerker")
    assert posting.url == f"{BOARD}/job/Zwolle/Grondwerker_JR354232"
    assert posting.employer == reading.employer == "De Wilg Infra B.V."
    assert [place.locality for place in posting.places] == [
        *("Zwolle", "Voorst", "Deventer", "Apeldoorn"),
    ]
    assert posting.places[0].country == "NL"
    assert posting.employment_types == ("Full time",)
    assert posting.remote == "On-site"
    assert (posting.date_posted, posting.valid_through) == ("2026-08-20", "2026-12-01")
    assert "sleuven" in posting.description


def test_without_a_day_the_words_of_the_list_are_passed_on():
    [posting] = read_detail(startDate=None).postings
    assert posting.date_posted == "Posted 30+ Days Ago"


def test_without_an_address_for_people_it_follows_from_our_own():
    [posting] = read_detail(externalUrl=None).postings
    assert posting.url == f"{BOARD}/job/Zwolle/Grondwerker_JR354232"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/job/Zwolle/Grond--en-wegwerker_JR354232", "JR354232"),
        ("/job/Elders/Andere-titel_JR354232-1", "JR354232-1"),
        ("/job/Zwolle/Zonder-nummer", "Zonder-nummer"),
    ],
)
def test_place_and_title_in_the_address_are_not_the_identity(path, key):
    visit = Visit(url=BASE + path, kind="detail")
    text = json.dumps(WORKDAY_DETAIL)
    [posting] = Workday().read(answer(text, visit.url), visit).postings
    assert posting.source_key == key


def test_a_vacancy_abroad_keeps_its_country():
    info = {
        "location": "Virginia - Washington DC Metro - Remote",
        "additionalLocations": [],
        "remoteType": None,
        "jobRequisitionLocation": {"country": {"alpha2Code": "US"}},
    }
    [posting] = read_detail(**info).postings
    assert posting.places == (
        PostingPlace(locality="Virginia", region="Washington DC Metro", country="US"),
    )
    assert posting.remote == "Remote"


def test_a_vacancy_that_is_not_posted_any_more_is_gone():
    with pytest.raises(VacancyGoneError):
        read_detail(posted=False)


def test_a_detail_without_a_vacancy_is_not_one():
    with pytest.raises(UnexpectedAnswerError):
        read_detail(title=None)


@pytest.mark.parametrize(
    "address",
    [
        BOARD,
        f"{BOARD}/job/Zwolle/Grondwerker_JR354232",
        "https://wilg.wd3.myworkdayjobs.com/nl-NL/Werken/job/Zwolle/Grondwerker_JR354232",
        "https://wilg.wd3.myworkdayjobs.com/nl/Werken",
        f"{BASE}/jobs",
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    board = Workday().board_of(address)
    assert board == BOARD
    assert Workday().first(source("wilg", board, "workday")).url == f"{BASE}/jobs"


@pytest.mark.parametrize(
    "address",
    [
        "https://wilg.wd3.myworkdayjobs.com/",
        "https://wilg.wd3.myworkdayjobs.com/nl-NL",
        "https://wilg.wd3.myworkdayjobs.com/robots.txt",
        "https://www.workday.com/wilg",
        "https://wilg.wd3.myworkdayjobs.com.kwaad.nl/Werken",
    ],
)
def test_an_address_without_a_career_site_is_not_a_board(address):
    assert Workday().board_of(address) is None


def test_an_address_of_another_host_stands_in_for_workday():
    first = Workday().first(
        source("wilg", "http://127.0.0.1:8000/wilg/Werken", "workday")
    )
    assert first.url == "http://127.0.0.1:8000/wday/cxs/wilg/Werken/jobs"
