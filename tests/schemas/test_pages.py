"""Raw answers are kept, compressed, one per address."""

from datetime import UTC, datetime

import pytest

from schemas.tables import crawl_runs, pages, sources
from schemas.tables.pages import FetchedPage
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URL = "https://wilg.example/vacatures/kok"


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        sources.add(db, source("wilg", "https://wilg.example/"))
        yield db


def fetched(run_id, text="<h1>Kok</h1>"):
    return FetchedPage(
        source="wilg",
        url=URL,
        run_id=run_id,
        fetched_at=NOW,
        http_status=200,
        content_type="text/html",
        etag='"a"',
        last_modified=None,
        text=text,
    )


def test_an_answer_comes_back_as_it_was(db):
    run = crawl_runs.start(db, "wilg", NOW)
    pages.store(db, fetched(run.id, "é" * 5000))
    assert pages.text_of(db, "wilg", URL) == "é" * 5000
    [(size,)] = db.execute("select length(body) from page").fetchall()
    assert size < 100
    pages.store(db, fetched(run.id, "nieuw"))
    assert pages.text_of(db, "wilg", URL) == "nieuw"
    assert pages.text_of(db, "wilg", "https://wilg.example/x") is None


def test_the_pages_of_a_run(db):
    first = crawl_runs.start(db, "wilg", NOW)
    pages.store(db, fetched(first.id))
    second = crawl_runs.start(db, "wilg", NOW)
    assert pages.of_run(db, first.id) == {URL}
    pages.seen_unchanged(db, "wilg", URL, run_id=second.id, fetched_at=NOW)
    assert (pages.of_run(db, first.id), pages.of_run(db, second.id)) == (set(), {URL})


def test_only_a_page_with_an_open_vacancy_is_asked_conditionally(db):
    run = crawl_runs.start(db, "wilg", NOW)
    pages.store(db, fetched(run.id))
    assert pages.marks(db, "wilg") == {}
