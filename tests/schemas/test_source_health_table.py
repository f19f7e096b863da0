"""The health of every source, from its last runs in the database."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.tables import crawl_runs, source_health, sources
from schemas.tables.crawl_runs import Outcome
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)


def ran(db, name, days_ago, *, found=48, **other):
    when = NOW - timedelta(days=days_ago, hours=3)
    run = crawl_runs.start(db, name, when)
    facts = {"status": "ok", "expected": found, "error": None} | other
    crawl_runs.finish(db, run.id, Outcome(**facts), found=found, now=when)


@pytest.fixture
def filled(database):
    with database.connect("crawler") as db:
        for name in ("eik", "wilg", "els"):
            sources.add(db, source(name, f"https://{name}.example/"))
        for days_ago in range(1, 40):
            ran(db, "wilg", days_ago)
        ran(db, "wilg", 0, found=0, status="blocked", expected=None, error="HTTP 403")
        ran(db, "eik", 0)
        crawl_runs.start(db, "eik", NOW)
    return database


@pytest.mark.parametrize("role", ["crawler", "web_adviser"])
def test_who_may_see_it_sees_the_same(filled, role):
    with filled.connect(role) as db:
        eik, els, wilg = source_health.health(db, NOW)
    assert [each.source.name for each in (eik, els, wilg)] == ["eik", "els", "wilg"]
    assert [len(each.runs) for each in (eik, els, wilg)] == [1, 0, 31]
    assert (eik.word, els.word, wilg.word) == (
        "goed",
        "nog niet opgehaald",
        "geweigerd",
    )
    assert [c.sentence for c in wilg.changes] == ["De site weigert ons (HTTP 403)."]
    assert wilg.last_ok == NOW - timedelta(days=1, hours=3)
    assert not eik.conditions


def test_one_source_alone(filled):
    with filled.connect("crawler") as db:
        [wilg] = source_health.health(db, NOW, name="wilg")
        assert source_health.health(db, NOW, name="bestaat-niet") == []
    assert wilg.source.name == "wilg"
