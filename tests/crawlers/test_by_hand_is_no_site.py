"""What was added by hand is no site: crawling it is refused, whoever asks."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from crawlers import jobs
from crawlers.asked.by_hand import MANUAL
from schemas import queue
from schemas.opening import OpenDatabase
from schemas.source import BY_HAND
from schemas.tables import sources
from tests import builders


@pytest.fixture
def added(database):
    """One vacancy added by hand, in a source that somebody switched on in the table."""
    with database.connect("crawler") as db:
        sources.add(db, replace(MANUAL, enabled=True, terms="read_ok"))
    with database.connect() as db:
        return builders.add_vacancy(db, builders.vacancy(source=BY_HAND))


def rows(database):
    with database.connect() as db:
        status = db.execute("select status from vacancy where source = 'handmatig'")
        runs = db.execute("select count(*) from crawl_run").fetchone()
        return status.fetchone()[0], runs[0]


def crawl(database, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "spoorzoeker", "crawl", *arguments],
        env={**os.environ, "DATABASE_URL": database.url},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_by_its_name_it_is_refused_with_what_to_do_instead(database, added):
    assert added
    for more in ((), ("--everything", "--json")):
        answer = crawl(database, BY_HAND, *more)
        assert answer.returncode == 2
        assert answer.stdout == ""
        assert "vacancies check --added" in answer.stderr
        assert "Traceback" not in answer.stderr
    assert rows(database) == ("open", 0)


def test_with_all_that_are_on_it_is_left_out(database, added):
    assert added
    answer = crawl(database)
    assert answer.returncode == 2
    assert "there is no source yet" in answer.stderr
    assert rows(database) == ("open", 0)


def test_no_night_puts_it_in_the_queue():
    on = replace(MANUAL, enabled=True, terms="permission")
    assert not on.may_be_crawled_unasked


def test_a_job_for_it_fails_aloud_and_visits_nothing(database, added):
    assert added
    queue.defer(
        database.role("worker"),
        [queue.Errand(task="crawl_source", queue=queue.CRAWL, args={"name": BY_HAND})],
    )
    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    queue.work(
        database.role("worker"),
        [jobs.register(opened)],
        queues=[queue.CRAWL],
        wait=False,
    )
    assert rows(database) == ("open", 0)
    with database.connect() as db:
        left = db.execute("select task_name, status::text from procrastinate_jobs")
        assert left.fetchall() == [("crawl_source", "failed")]


def test_nobody_switches_it_on(database, added):
    assert added
    answer = subprocess.run(
        [sys.executable, "-m", "spoorzoeker", "sources", "on", BY_HAND,
         "--terms", "read_ok", "--by", "Anna"],
        env={**os.environ, "DATABASE_URL": database.url},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert answer.returncode == 2
    assert "no site to crawl" in answer.stderr
    with database.connect() as db:
        row = db.execute("select to_json(terms_by)::text from source").fetchone()
    assert json.loads(row[0]) == ""
