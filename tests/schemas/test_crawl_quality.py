"""How much of what a run found was understood."""

from datetime import UTC, datetime

import pytest

from crawlers.pages.mending import AS_IS
from schemas.tables import crawl_runs, sources, vacancies
from schemas.tables.crawl_quality import quality_of
from schemas.tables.vacancies import Sighted
from tests.builders import vacancy as built
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def vacancy(key, **facts):
    plain = {"source": "wilg", "source_key": key, "place": None, "text": "Kort."}
    found = built(**{**plain, "provenance": {}, **facts})
    return Sighted(vacancy=found, page_url=f"https://wilg.example/{key}")


def read_by(rung, path="JobPosting"):
    return {"posting": {"part": "json-ld", "path": path, "raw": rung}}


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        sources.add(db, source("wilg", "https://wilg.example/"))
        yield db


def test_shares_of_the_open_vacancies_of_that_run_alone(db):
    run = crawl_runs.start(db, "wilg", NOW)
    older = crawl_runs.start(db, "wilg", NOW)
    no_hours = {"hours_min": None, "hours_max": None}
    found = [
        vacancy("1", text="x" * 401, provenance=read_by(AS_IS)),
        vacancy("2", place="Zwolle", provenance=read_by("trailing comma")),
        vacancy("3", **no_hours),
        vacancy("4", salary_max=3100.0, provenance=read_by("", "rss")),
    ]
    vacancies.store(db, found, run_id=run.id)
    vacancies.store(db, [vacancy("5")], run_id=older.id)
    assert quality_of(db, run.id) == {
        "hours": 0.75,
        "salary": 0.25,
        "place": 0.25,
        "text": 0.25,
        "repaired": 0.25,
        "errors": 0.0,
    }


def test_pages_that_failed_are_counted(db):
    run = crawl_runs.start(db, "wilg", NOW)
    db.execute(
        "insert into page (source, url, run_id, outcome) values"
        " ('wilg', 'a', %(run)s, 'failed'), ('wilg', 'b', %(run)s, 'failed'),"
        " ('wilg', 'c', %(run)s, 'read'), ('wilg', 'd', null, 'failed')",
        {"run": run.id},
    )
    assert quality_of(db, run.id) == {"errors": 2.0}


def test_of_nothing_there_are_no_shares(db):
    run = crawl_runs.start(db, "wilg", NOW)
    assert quality_of(db, run.id) == {"errors": 0.0}
