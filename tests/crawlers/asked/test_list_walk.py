"""Finding one vacancy in the list of a board, page by page."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from crawlers.asked.list_walk import EMPTY, MOST_LISTS, ListWalk
from crawlers.collecting.fetched import Fetched
from crawlers.collecting.reader import Reader
from crawlers.platforms.base import (
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
)
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer
from schemas.tables.vacancy_checks import Subject
from schemas.vacancy import Posting
from tests.crawlers.answers import offer
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
BOARD = "https://werkenbij.wilg.example"
OFFERS = f"{BOARD}/api/offers/"


class Paged(CareerPlatform):
    """A board of numbered pages; each answer is `{"keys": …, "total": …}`."""

    name = "lever"

    def first(self, source):
        return self.visit(1, source.url)

    def visit(self, number, base=BOARD):
        spare = (Visit(url=f"{base}/spare", kind="listing"),) if number == 1 else ()
        url = f"{base}/list/{number}"
        return Visit(url=url, kind="listing", otherwise=spare, depth=number)

    def read(self, answer, visit):
        if not answer.page.text.startswith("{"):
            raise UnexpectedAnswerError("geen JSON")
        told = json.loads(answer.page.text)
        more = (self.visit(visit.depth + 1),) if told.get("more") else ()
        return Reading(
            postings=tuple(
                Posting(source="wilg", source_key=key, url=BOARD, title=key, description="")
                for key in told["keys"]
            ),
            visits=more,
            total=told.get("total"),
            cut=told.get("cut", False),
        )  # fmt: skip


class Newest(Paged):
    lists_everything = False


def subject(key, page_url=f"{BOARD}/list/1"):
    return Subject(
        id=uuid4(), source="wilg", source_key=key, url=f"{BOARD}/o/{key}",
        page_url=page_url, page_kind="listing", title=key, text="",
    )  # fmt: skip


def walk(answers, about, platform=None):
    """Walk with these answers by address; what was asked, and what it came to."""
    reader = Reader(
        source=source("wilg", BOARD, "lever"),
        platform=platform or Paged(),
        gazetteer=Gazetteer([], {}),
    )
    one = ListWalk(about, reader, now=NOW)
    asked = []
    while visit := one.next():
        asked.append(visit.url.removeprefix(BOARD))
        answer = answers.get(asked[-1], ("weg", 404))
        if answer is None:
            one.unanswered(visit, "geen antwoord")
            continue
        text, status = (
            answer if isinstance(answer, tuple) else (json.dumps(answer), 200)
        )
        one.answered(
            visit, Fetched(asked=visit.url, url=visit.url, status=status, text=text)
        )
    return asked, one.look


def test_it_is_found_where_it_stood_last_time_in_one_request():
    answers = {"/list/3": {"keys": ["a"]}}
    asked, look = walk(answers, subject("a", f"{BOARD}/list/3"))
    assert asked == ["/list/3"]
    assert look.found.source_key == "a"


def test_else_the_whole_list_is_read_until_it_is_found():
    answers = {
        "/list/3": {"keys": ["z"]},
        "/list/1": {"keys": ["b"], "more": True},
        "/list/2": {"keys": ["a"], "more": True},
    }
    asked, look = walk(answers, subject("a", f"{BOARD}/list/3"))
    assert asked == ["/list/3", "/list/1", "/list/2"]
    assert look.found


def test_a_list_read_to_its_end_without_it_is_complete():
    answers = {"/list/1": {"keys": ["b"], "more": True}, "/list/2": {"keys": ["c"]}}
    asked, look = walk(answers, subject("a"))
    assert asked == ["/list/1", "/list/2"]
    assert (look.found, look.complete, look.trouble) == (None, True, None)


@pytest.mark.parametrize(
    "end",
    [
        {"keys": ["c"], "total": 3},  # the board says to have more than it names
        {"keys": ["c"], "cut": True},
    ],
)
def test_a_list_with_a_hole_in_it_is_not(end):
    _, look = walk({"/list/1": {"keys": ["b"], "more": True}, "/list/2": end}, subject("a"))  # fmt: skip
    assert not look.complete


def test_a_feed_of_the_newest_is_never_complete():
    _, look = walk({"/list/1": {"keys": ["b"]}}, subject("a"), Newest())
    assert not look.complete


def test_a_list_that_goes_on_and_on_is_left():
    answers = {f"/list/{n}": {"keys": [str(n)], "more": True} for n in range(99)}
    asked, look = walk(answers, subject("a"))
    assert len(asked) == MOST_LISTS
    assert not look.complete


def test_an_empty_list_is_no_proof():
    _, look = walk({"/list/1": {"keys": []}, "/spare": {"keys": []}}, subject("a"))
    assert look.trouble == EMPTY


@pytest.mark.parametrize("first", [("weg", 404), ("<html>", 200), ("", 500), None])
def test_a_list_that_fails_gives_way_to_its_stand_in(first):
    asked, look = walk({"/list/1": first, "/spare": {"keys": ["a"]}}, subject("a"))
    assert asked == ["/list/1", "/spare"]
    assert look.found


def test_when_all_fails_the_last_reason_is_told():
    _, look = walk({"/list/1": None, "/spare": ("", 503)}, subject("a"))
    assert look.trouble == "de site antwoordt niet goed (HTTP 503)"
    assert not look.complete


def test_a_site_that_refuses_us_is_asked_nothing_more():
    answers = {"/list/3": ("nee", 403), "/list/1": {"keys": ["a"]}}
    asked, look = walk(answers, subject("a", f"{BOARD}/list/3"))
    assert asked == ["/list/3"]
    assert look.trouble == "de site weigert ons (HTTP 403)"


def test_the_same_title_under_another_key_is_another_vacancy():
    _, look = walk({"/list/1": {"keys": ["A"]}}, subject("a"))
    assert look.found is None


def test_a_board_of_one_answer_is_asked_once():
    reader = Reader(
        source=source("wilg", BOARD, "recruitee"),
        platform=platform_named("recruitee"),
        gazetteer=Gazetteer([], {}),
    )
    one = ListWalk(subject("9", OFFERS), reader, now=NOW)
    visit = one.next()
    assert visit.url == OFFERS
    text = json.dumps({"offers": [offer(1), offer(2)]})
    one.answered(visit, Fetched(asked=OFFERS, url=OFFERS, status=200, text=text))
    assert one.next() is None
    assert one.look.complete


def test_a_list_on_a_site_of_its_own_is_only_looked_at_where_it_stood():
    reader = Reader(
        source=source("wilg", BOARD, "jobposting"),
        platform=platform_named("jobposting"),
        gazetteer=Gazetteer([], {}),
    )
    one = ListWalk(subject("a", f"{BOARD}/vacatures"), reader, now=NOW)
    visit = one.next()
    one.answered(visit, Fetched(asked=visit.url, url=visit.url, status=200, text="<p>"))
    assert one.next() is None
    assert not one.look.complete
