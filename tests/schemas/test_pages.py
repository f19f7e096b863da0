"""Every address of a source: named by a list, visited, and what came of it."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.tables import crawl_runs, page_counts, pages, sources
from schemas.tables.pages import VisitedPage
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URL = "https://wilg.example/vacatures/kok"


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        sources.add(db, source("wilg", "https://wilg.example/"))
        yield db


@pytest.fixture
def run(db):
    return crawl_runs.start(db, "wilg", NOW)


def visited(text="<h1>Kok</h1>", *, url=URL, **other):
    facts = {
        "kind": "detail",
        "outcome": "read",
        "visited_at": NOW,
        "http_status": 200,
        "content_type": "text/html",
        "etag": '"a"',
        "next_visit": NOW + timedelta(days=3),
    }
    packed = pages.pack(text) if text is not None else None
    return VisitedPage(url=url, packed=packed, **{**facts, **other})


def state(db, url=URL):
    """What a next run would find waiting."""
    later = crawl_runs.start(db, "wilg", NOW + timedelta(days=1))
    pages.announce(db, "wilg", later.id, [(url, "2026-11-01")])
    [found] = [page for page in pages.waiting(db, "wilg", later.id) if page.url == url]
    return found


def test_an_answer_comes_back_as_it_was(db, run):
    pages.visited(db, "wilg", run.id, [visited("é" * 5000)])
    assert pages.text_of(db, "wilg", URL) == "é" * 5000
    [(size,)] = db.execute("select length(body) from page").fetchall()
    assert size < 100
    pages.visited(db, "wilg", run.id, [visited("nieuw")])
    assert pages.text_of(db, "wilg", URL) == "nieuw"
    assert pages.text_of(db, "wilg", "https://wilg.example/x") is None


def test_what_a_list_names_waits_until_the_run_has_dealt_with_it(db, run):
    other = "https://wilg.example/vacatures/bakker"
    named = [(URL, "2026-11-01"), (other, None), (URL, "2026-11-02")]
    pages.announce(db, "wilg", run.id, named)
    waiting = pages.waiting(db, "wilg", run.id)
    assert [(page.url, page.announced_lastmod) for page in waiting] == [
        (other, None),
        (URL, "2026-11-02"),
    ]
    pages.visited(db, "wilg", run.id, [visited()])
    pages.skip(db, "wilg", run.id, [other])
    assert pages.waiting(db, "wilg", run.id) == []
    assert page_counts.announced(db, "wilg", run.id) == 2


def test_the_date_of_a_list_counts_as_known_only_once_the_page_was_read(db, run):
    pages.announce(db, "wilg", run.id, [(URL, "2026-11-01")])
    failed = visited(None, outcome="failed", reason="HTTP 500", etag=None)
    pages.visited(db, "wilg", run.id, [failed])
    before = state(db)
    assert (before.outcome, before.lastmod, before.failures) == ("failed", None, 1)
    pages.visited(db, "wilg", run.id, [visited()])
    after = state(db)
    assert (after.outcome, after.lastmod, after.failures) == ("read", "2026-11-01", 0)


def test_a_failed_visit_keeps_the_answer_of_last_time(db, run):
    pages.visited(db, "wilg", run.id, [visited("goed")])
    pages.visited(db, "wilg", run.id, [visited(None, outcome="failed", etag=None)])
    assert pages.text_of(db, "wilg", URL) == "goed"
    assert state(db).etag == '"a"'


def test_a_list_of_whole_vacancies_can_be_asked_whether_it_changed(db, run):
    board = "https://wilg.example/api/offers/"
    pages.visited(db, "wilg", run.id, [visited("{}", url=board, kind="listing")])
    assert pages.listings(db, "wilg")[board].etag == '"a"'
    assert URL not in pages.listings(db, "wilg")


def test_what_became_of_the_pages_is_counted_with_the_first_reason(db, run):
    urls = [f"{URL}-{n}" for n in range(4)]
    pages.announce(db, "wilg", run.id, [(url, None) for url in urls])
    failed = [
        visited(None, url=url, outcome="failed", reason=f"HTTP 50{n}")
        for n, url in enumerate(urls[2:])
    ]
    pages.visited(
        db, "wilg", run.id, [visited(url=urls[0]), visited(url=urls[1]), *failed]
    )
    counted = {
        dealt.outcome: (dealt.count, dealt.url, dealt.reason)
        for dealt in page_counts.dealt_with(db, "wilg", run.id)
    }
    assert counted["read"][0] == 2
    assert counted["failed"] == (2, urls[2], "HTTP 500")
