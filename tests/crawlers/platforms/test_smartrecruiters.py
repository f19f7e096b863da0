"""SmartRecruiters' pages of a list, and the page of one vacancy."""

import json

import pytest

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.smartrecruiters import SmartRecruiters
from schemas.vacancy import PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import source
from tests.crawlers.platforms.detail_shapes import SMART_DETAIL, SMART_ROW

PLACE = "https://api.smartrecruiters.com/v1/companies/Wilg/postings"
API = f"{PLACE}?country=nl&limit=100&offset=0"
DETAIL = Visit(url=f"{PLACE}/743999671674844", kind="detail")


def rows(first, count):
    return [SMART_ROW | {"id": str(number)} for number in range(first, first + count)]


def read_list(content, total, visit=None):
    page = {"limit": 100, "totalFound": total, "content": content}
    return SmartRecruiters().read(answer(json.dumps(page), API), visit or listing(API))


def read_detail(**other):
    text = json.dumps(SMART_DETAIL | other)
    [posting] = SmartRecruiters().read(answer(text, DETAIL.url), DETAIL).postings
    return posting


def test_the_list_names_the_page_of_each_vacancy_and_when_it_was_released():
    reading = read_list([SMART_ROW], 1)
    [visit] = reading.visits
    assert (visit.url, visit.kind) == (DETAIL.url, "detail")
    assert visit.lastmod == "2026-06-08T22:11:28.000Z"
    assert (reading.announced, reading.total, reading.employer) == (1, 1, "De Wilg")


def test_all_pages_are_read_and_not_only_the_first_hundred():
    pages = [rows(0, 100), rows(100, 100), rows(200, 50)]
    visit, seen, offsets = listing(API), [], []
    for content in pages:
        reading = read_list(content, 250, visit)
        seen += [v.url for v in reading.visits if v.kind == "detail"]
        onward = [v for v in reading.visits if v.kind == "listing"]
        offsets += [v.url.partition("offset=")[2] for v in onward]
        visit = onward[0] if onward else None
    assert offsets == ["100", "200"]
    assert visit is None
    assert len(set(seen)) == 250


def test_a_page_that_comes_again_ends_the_list_short_of_its_total():
    [*_, second] = read_list(rows(0, 100), 300).visits
    again = read_list(rows(0, 100), 300, second)
    assert (again.announced, again.visits) == (0, ())


def test_an_empty_page_ends_the_list():
    [*_, second] = read_list(rows(0, 100), 300).visits
    end = read_list([], 300, second)
    assert (end.visits, end.total) == ((), 300)


def test_a_list_without_a_total_is_followed_as_long_as_pages_are_full():
    assert read_list(rows(0, 100), None).visits[-1].kind == "listing"
    assert read_list(rows(0, 99), None).visits[-1].kind == "detail"


def test_two_rows_of_one_vacancy_are_one_and_one_reference_may_be_two():
    reading = read_list([SMART_ROW, SMART_ROW, SMART_ROW | {"id": "9"}], 2)
    assert reading.announced == 2


def test_a_name_that_does_not_exist_gets_an_empty_list():
    reading = read_list([], 0)
    assert (reading.announced, reading.total, reading.employer) == (0, 0, None)


def test_one_vacancy_is_read_whole():
    posting = read_detail()
    assert (posting.source_key, posting.title) == ("743999671674844", "Verzorgende IG")
    assert posting.url == SMART_DETAIL["postingUrl"]
    assert posting.employer == "De Wilg"
    assert posting.places == (
        PostingPlace(locality="Zwolle", postcode="8011 AB", region="OV", country="nl"),
    )
    assert (posting.remote, posting.hours) == ("hybrid", "16 - 24")
    assert posting.employment_types == ("Temporary",)
    assert (posting.date_posted, posting.language) == ("2026-06-08T22:11:28.000Z", "nl")


def test_the_work_comes_before_what_the_employer_says_of_itself():
    text = read_detail().description
    wanted = ["Je werk", "wassen", "mbo-3", "Fiets", "Over ons"]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("remote", "hybrid", "meaning"),
    [(True, False, "fully"), (True, True, "hybrid"), (False, False, None)],
)
def test_two_booleans_that_are_false_say_nothing(remote, hybrid, meaning):
    spot = {"city": "Zwolle", "remote": remote, "hybrid": hybrid}
    assert read_detail(location=spot).remote == meaning


def test_a_vacancy_that_is_no_longer_active_is_gone():
    with pytest.raises(VacancyGoneError):
        read_detail(active=False)


@pytest.mark.parametrize("missing", ["id", "name"])
def test_a_detail_without_a_vacancy_is_not_one(missing):
    with pytest.raises(UnexpectedAnswerError):
        read_detail(**{missing: None})


@pytest.mark.parametrize(
    "address",
    [
        "https://careers.smartrecruiters.com/Wilg",
        "https://jobs.smartrecruiters.com/Wilg/743999671674844-verzorgende-ig",
        PLACE,
    ],
)
def test_any_address_on_a_board_leads_to_the_board(address):
    board = SmartRecruiters().board_of(address)
    assert board == "https://careers.smartrecruiters.com/Wilg"
    assert SmartRecruiters().first(source("wilg", board, "smartrecruiters")).url == API


@pytest.mark.parametrize(
    "address",
    [
        "https://www.smartrecruiters.com/Wilg",
        "https://jobs.smartrecruiters.com/oneclick-ui/company/Wilg",
        "https://careers.smartrecruiters.com/",
    ],
)
def test_other_addresses_are_not_boards(address):
    assert SmartRecruiters().board_of(address) is None
