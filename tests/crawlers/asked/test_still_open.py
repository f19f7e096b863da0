"""Is it still open: every answer a page or a list can give, and what follows from it."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from crawlers.asked.still_open import (
    CHANGED,
    OTHER_VACANCY,
    UNLISTED,
    UNREADABLE,
    WALL,
    ListLook,
    gone,
    open_,
    said_by_list,
    said_by_page,
    unknown,
)
from crawlers.collecting.fetched import Fetched
from crawlers.collecting.lessons import mark_of
from crawlers.collecting.reader import Reader
from crawlers.platforms.base import Visit
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer
from schemas.tables.vacancy_checks import Outcome, Subject
from tests.crawlers.adverts import job, page
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
URL = "https://werkenbij.wilg.example/vacatures/kassa-7"
VISIT = Visit(url=URL, kind="detail")
GONE_WORDS = "<main><h1>Deze vacature is niet meer beschikbaar</h1></main>"


def fetched(text="", status=200, url=URL):
    return Fetched(asked=URL, url=url, status=status, text=text, body=text.encode())


def reader(platform="jobposting", name="wilg"):
    return Reader(
        source=source(name, "https://werkenbij.wilg.example/vacatures", platform),
        platform=platform_named(platform),
        gazetteer=Gazetteer([], {}),
    )


def subject(**facts):
    [read] = reader().read(fetched(page(job(7))), VISIT, now=NOW).vacancies
    plain = {
        "id": uuid4(),
        "source": "wilg",
        "source_key": read.source_key,
        "url": URL,
        "page_url": URL,
        "page_kind": "detail",
        "title": read.title,
        "text": read.text,
    }
    return Subject(**plain | facts)


def said(answer, about=None, **other):
    return said_by_page(answer, about or subject(), reader(), now=NOW, **other)


def test_a_page_with_the_vacancy_says_that_it_is_open():
    assert said(fetched(page(job(7)))) == open_()


def test_another_text_is_open_and_says_so():
    words = page(job(7, description="<p>Nu met avonddienst, 36 uur per week.</p>" * 20))
    outcome = said(fetched(words))
    assert (outcome.result, outcome.changed, outcome.reason) == ("open", True, CHANGED)


@pytest.mark.parametrize("status", [404, 410])
def test_a_missing_page_says_gone(status):
    assert said(fetched("weg", status)) == gone("page_missing")


def test_a_soft_404_says_gone():
    assert said(fetched(page(body=GONE_WORDS))) == gone("page_says_so")


def test_the_words_of_the_page_beat_its_linked_data():
    body = "<main><h1>Winkelmedewerker</h1><p>Deze vacature is gesloten.</p>"
    body += f"<p>{'Wij zoeken een collega. ' * 9}</p></main>"
    assert said(fetched(page(job(7), body=body))) == gone("page_says_so")


def test_the_page_this_host_gives_for_nonsense_says_gone():
    empty = page(body="<main><h1>Ons aanbod</h1><p>" + "Kijk eens rond. " * 20 + "</p></main>")  # fmt: skip
    mark = mark_of(fetched(empty))
    assert said(fetched(empty), soft_404=mark) == gone("page_says_so")
    assert said(fetched(empty), soft_404=b"another") == unknown(UNREADABLE)


@pytest.mark.parametrize(
    "end",
    [
        "https://werkenbij.wilg.example/",
        "https://werkenbij.wilg.example/vacatures",
        "https://werkenbij.wilg.example/vacatures/",
    ],
)
def test_a_redirect_to_the_list_or_the_front_page_says_gone(end):
    welcome = page(body="<main><h1>Werken bij De Wilg</h1></main>")
    assert said(fetched(welcome, url=end)) == gone("redirected")


def test_a_redirect_to_the_vacancy_under_another_name_is_open():
    end = "https://werkenbij.wilg.example/vacatures/kassa-medewerker-7"
    assert said(fetched(page(job(7)), url=end)) == open_()


def test_a_redirect_to_a_sign_in_page_says_nothing():
    end = "https://login.wilg.example/sessie/nieuw"
    assert said(fetched(page(body="<h1>Inloggen</h1>"), url=end)).result == "unknown"


def test_a_closing_day_that_has_passed_says_gone_and_the_day_itself_does_not():
    assert said(fetched(page(job(7, validThrough="2026-11-20")))) == gone("expired")
    assert said(fetched(page(job(7, validThrough="2026-11-21")))) == open_()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "weigert ons (HTTP 401)"),
        (403, "weigert ons (HTTP 403)"),
        (429, "weigert ons (HTTP 429)"),
        (500, "antwoordt niet goed (HTTP 500)"),
        (503, "antwoordt niet goed (HTTP 503)"),
        (304, "antwoordt niet goed (HTTP 304)"),
        (418, "antwoordt niet goed (HTTP 418)"),
    ],
)
def test_a_refusal_or_a_fault_is_unknown_and_never_gone(status, words):
    outcome = said(fetched(page(body=GONE_WORDS), status))
    assert (outcome.result, outcome.status) == ("unknown", None)
    assert words in outcome.reason


def test_a_wall_against_robots_is_unknown():
    wall = "<html><head><title>Just a moment...</title></head><body></body></html>"
    assert said(fetched(wall)) == unknown(WALL)


@pytest.mark.parametrize("text", ["", "<main><h1>Hallo</h1></main>", "%PDF-1.7", "{}"])
def test_a_page_without_a_readable_vacancy_is_unknown(text):
    assert said(fetched(text)) == unknown(UNREADABLE)


def test_broken_linked_data_is_unknown():
    assert said(fetched(page('{"@type": "JobPosting", "title": '))).result == "unknown"


def test_another_vacancy_on_the_page_is_not_this_one():
    other = page(job(8, title="Bedrijfsleider"))
    assert said(fetched(other)) == unknown(OTHER_VACANCY)


def test_the_same_title_under_another_key_is_this_one():
    assert said(fetched(page(job(8, title=" winkelmedewerker  7")))).result == "open"


def test_among_several_only_the_key_counts():
    both = page(job(7), job(8))
    assert said(fetched(both), subject(source_key="w8")).result == "open"
    assert said(fetched(both), subject(source_key="w9")) == unknown(OTHER_VACANCY)


def test_of_a_page_added_by_hand_the_heading_is_enough():
    bare = page(body="<main><h1>Hulp in de keuken</h1><p>Bel ons.</p></main>")
    by_hand = subject(source="handmatig", title="Hulp in de keuken", source_key="x")
    manual = reader("manual", "handmatig")
    assert said_by_page(fetched(bare), by_hand, manual, now=NOW) == open_()
    crawled = subject(title="Hulp in de keuken", source_key="x")
    assert said(fetched(bare), crawled) == unknown(UNREADABLE)


def test_where_no_text_may_be_kept_none_is_compared():
    assert said(fetched(page(job(7))), subject(text="")) == open_()


BY_PAGE = {"gone": gone("page_missing"), "open": open_(), "unknown": unknown("stil")}


def test_only_a_complete_list_makes_doubtful():
    whole = ListLook(complete=True)
    doubt = Outcome(
        result="unknown",
        reason=UNLISTED,
        status="unconfirmed",
        status_reason="unlisted",
    )
    assert said_by_list(whole, BY_PAGE["unknown"]) == doubt
    assert said_by_list(whole, BY_PAGE["open"]) == doubt
    assert said_by_list(whole, BY_PAGE["gone"]) == gone("page_missing")


def test_a_list_that_could_not_be_read_leaves_the_word_to_the_page():
    broken = ListLook(trouble="de lijst is stuk")
    assert said_by_list(broken, BY_PAGE["gone"]) == gone("page_missing")
    assert said_by_list(broken, BY_PAGE["open"]) == open_()
    assert said_by_list(broken, BY_PAGE["unknown"]) == unknown("de lijst is stuk")
    assert said_by_list(ListLook(), None).result == "unknown"
