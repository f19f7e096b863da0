"""BambooHR's two lists, and the answer with one vacancy."""

import json

import pytest

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.platforms.bamboohr import BambooHR
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.detail_shapes import BAMBOO_DETAIL, BAMBOO_LIST

LIST = "https://wilg.bamboohr.com/careers/list"
EMBEDDED = "https://wilg.bamboohr.com/jobs/embed2.php"
DETAIL = Visit(url="https://wilg.bamboohr.com/careers/86/detail", kind="detail")
DETAILS = [DETAIL.url, "https://wilg.bamboohr.com/careers/87/detail"]
BOARD = """
<div class="BambooHR-ATS-board"><h2>Vacatures</h2><ul class="BambooHR-ATS-Jobs-List">
<li id="bhrPositionID_86" class="BambooHR-ATS-Jobs-Item">
 <a href="//wilg.bamboohr.com/careers/86">Schilder</a>
 <span class="BambooHR-ATS-Location">Zwolle</span></li>
<li id="bhrPositionID_87" class="BambooHR-ATS-Jobs-Item">
 <a href="//wilg.bamboohr.com/jobs/view.php?id=87">Timmerman</a></li>
<li id="bhrPositionID_86" class="BambooHR-ATS-Jobs-Item"><a>Schilder</a></li>
</ul></div>
"""


def read_detail(**other):
    job = BAMBOO_DETAIL["result"]["jobOpening"] | other
    text = json.dumps({"result": {"jobOpening": job}})
    [posting] = BambooHR().read(answer(text, DETAIL.url), DETAIL).postings
    return posting


def test_the_list_names_the_detail_of_each_vacancy():
    reading = BambooHR().read(answer(json.dumps(BAMBOO_LIST), LIST), listing(LIST))
    assert [visit.url for visit in reading.visits] == DETAILS
    assert (reading.announced, reading.total) == (2, 2)


def test_the_embedded_page_names_them_too():
    reading = BambooHR().read(answer(BOARD, EMBEDDED), listing(EMBEDDED))
    assert [visit.url for visit in reading.visits] == DETAILS
    assert (reading.announced, reading.total) == (2, None)


def test_an_embedded_page_without_vacancies_is_an_empty_board():
    empty = '<div class="BambooHR-ATS-board"><p>Geen vacatures.</p></div>'
    reading = BambooHR().read(answer(empty, EMBEDDED), listing(EMBEDDED))
    assert (reading.announced, reading.visits) == (0, ())


@pytest.mark.parametrize("url", [LIST, EMBEDDED])
def test_a_name_that_does_not_exist_gets_the_vendors_own_page(url):
    home = "<html><h1>The HR software people love</h1></html>"
    with pytest.raises(UnexpectedAnswerError):
        BambooHR().read(answer(home, url), listing(url))


def test_the_list_comes_first_and_the_embedded_page_behind_it():
    first = BambooHR().first(
        source("wilg", "https://wilg.bamboohr.com/careers", "bamboohr")
    )
    assert first.url == LIST
    assert [visit.url for visit in first.otherwise] == [EMBEDDED]


def test_one_vacancy_is_read_whole():
    posting = read_detail()
    assert (posting.source_key, posting.title) == ("86", "Schilder")
    assert posting.url == "https://wilg.bamboohr.com/careers/86"
    assert posting.places == (
        PostingPlace(
            locality="Zwolle",
            postcode="8011 AB",
            region="Overijssel",
            country="Netherlands",
        ),
    )
    assert posting.employment_types == ("Temporary",)
    assert posting.salary_text == "€ 2.600 - € 3.000 per maand"
    assert (posting.date_posted, posting.remote) == ("2026-09-04", None)
    assert "36 uur" in posting.description


def test_without_an_address_to_share_the_page_is_known_by_its_number():
    posting = read_detail(jobOpeningShareUrl=None)
    assert posting.url == "https://wilg.bamboohr.com/careers/86"


def test_a_remote_vacancy_is_where_it_may_be_done():
    posting = read_detail(
        location={"city": None, "state": None},
        atsLocation={"city": "Meppel", "country": "Netherlands"},
        locationType="1",
    )
    assert posting.places == (PostingPlace(locality="Meppel", country="Netherlands"),)
    assert posting.remote == "fully"


@pytest.mark.parametrize(
    ("kind", "anywhere", "meaning"),
    [
        ("2", None, "hybrid"),
        ("1", None, "fully"),
        ("0", True, "fully"),
        ("0", None, None),
    ],
)
def test_what_the_form_starts_with_says_nothing(kind, anywhere, meaning):
    assert read_detail(locationType=kind, isRemote=anywhere).remote == meaning


def test_a_closed_vacancy_is_gone():
    with pytest.raises(VacancyGoneError):
        read_detail(jobOpeningStatus="Closed")


def test_a_detail_without_a_vacancy_is_not_one():
    with pytest.raises(UnexpectedAnswerError):
        read_detail(jobOpeningName=None)


@pytest.mark.parametrize(
    "address",
    ["https://wilg.bamboohr.com/careers/86", "https://wilg.bamboohr.com/jobs/"],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    assert BambooHR().board_of(address) == "https://wilg.bamboohr.com/careers"


@pytest.mark.parametrize("address", ["https://www.bamboohr.com/", "https://wilg.nl/"])
def test_other_addresses_are_not_boards(address):
    assert BambooHR().board_of(address) is None
