"""Runs: opened, counted, closed, taken up again."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.tables import crawl_runs, sources
from schemas.tables.crawl_runs import Counts, Outcome
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FINE = Outcome(status="ok", expected=3, error=None)


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        sources.add(db, source("wilg", "https://wilg.example/"))
        yield db


def test_a_run_adds_up_what_its_pages_bring(db):
    run = crawl_runs.start(db, "wilg", NOW)
    crawl_runs.count(db, run.id, Counts(fetched=1, found=2, new=2, seconds=0.5))
    crawl_runs.count(db, run.id, Counts(fetched=1, changed=1, seconds=0.25))
    done = crawl_runs.finish(db, run.id, FINE, found=2, now=NOW)
    assert (done.fetched, done.new, done.changed, done.seconds) == (2, 2, 1, 0.75)
    assert (done.status, done.expected, done.finished_at) == ("ok", 3, NOW)
    assert crawl_runs.one(db, run.id) == done


def test_a_run_that_was_cut_off_is_taken_up_for_a_day(db):
    run = crawl_runs.start(db, "wilg", NOW)
    assert crawl_runs.unfinished(db, "wilg", NOW + timedelta(hours=23)) == run
    assert crawl_runs.unfinished(db, "wilg", NOW + timedelta(hours=25)) is None
    crawl_runs.abandon_others(db, "wilg", None, NOW)
    assert crawl_runs.one(db, run.id).status == "failed"


def test_the_latest_run_per_source(db):
    sources.add(db, source("eik", "https://eik.example/"))
    crawl_runs.start(db, "wilg", NOW - timedelta(days=1))
    newest = crawl_runs.start(db, "wilg", NOW)
    other = crawl_runs.start(db, "eik", NOW)
    assert crawl_runs.latest(db) == [other, newest]


def test_the_last_good_run_is_what_a_new_one_is_compared_with(db):
    good = crawl_runs.start(db, "wilg", NOW - timedelta(days=1))
    good = crawl_runs.finish(db, good.id, FINE, found=3, now=NOW)
    bad = crawl_runs.start(db, "wilg", NOW)
    blocked = Outcome(status="blocked", expected=None, error="nee")
    bad = crawl_runs.finish(db, bad.id, blocked, found=0, now=NOW)
    assert crawl_runs.last_ok(db, "wilg") == good
    assert crawl_runs.finished(db, "wilg", limit=2) == [bad, good]


def test_one_process_at_a_time_has_a_source(database, db):
    assert crawl_runs.lock(db, "wilg")
    with database.connect("crawler") as other:
        assert not crawl_runs.lock(other, "wilg")
        assert crawl_runs.lock(other, "eik")
