"""A crawl that reads in a process of its own: the same result, and a clean end."""

import os
import signal
import time

import psutil
import pytest

from schemas.database import connect
from schemas.tables import crawl_runs, sources
from tests.crawlers.adverts import career_site, job, page
from tests.crawlers.crawling import crawled, export, finish, source, start
from tests.crawlers.site import Reply, served

PAGES = """
select url, kind, outcome, reason, http_status, content_type, etag, sha256, body
from page where source = %s order by url
"""
OWN = {"id", "source", "first_seen", "last_seen", "status_since", "provenance"}


def stored(database, name):
    """Vacancies and pages of a source, without what no two crawls share."""
    with database.connect() as db:
        kept = db.execute(PAGES, (name,)).fetchall()
    mine = [one for one in export(database) if one["source"] == name]
    facts = [{k: v for k, v in one.items() if k not in OWN} for one in mine]
    return sorted(facts, key=lambda one: one["source_key"]), kept


def test_reading_apart_stores_the_same(database):
    with served({}) as site:
        paths = career_site(site, 30)
        site.pages[paths[3]] = "<html><p>Hier staat niets</p>"
        site.pages[paths[4]] = Reply("weg", status=410)
        site.pages[paths[5]] = Reply("stuk", status=500)
        site.pages[paths[6]] = Reply(
            page(job(7)), headers={"tdm-reservation": "1", "ETag": '"a"'}
        )
        here = source("here", site.address + "/")
        apart = source("apart", site.address + "/werken-bij")
        [first] = crawled(database, [here])
        [second] = crawled(database, [apart], at_once=4)
    told = ("status", "error", "expected", "found", "new", "gone", "quality")
    assert [first[k] for k in told] == [second[k] for k in told]
    assert (second["status"], second["found"]) == ("ok", 27)
    assert stored(database, "apart") == stored(database, "here")


def slow_site(site, count, seconds=0.1):
    for path in career_site(site, count):
        site.pages[path] = Reply(site.pages[path], seconds=seconds)


def started(database, site):
    with connect(database.role("crawler")) as db:
        sources.add(db, source("wilg", site.address + "/"))
    return start(database, names=["wilg"], at_once=4)


def wait_until(said, crawling):
    until = time.monotonic() + 30
    while not said():
        assert crawling.process.is_alive()
        assert time.monotonic() < until
        time.sleep(0.02)


def reading(crawling):
    """The process that reads for this crawl, or none yet."""
    return psutil.Process(crawling.pid).children()


def under_way(database, site):
    """A crawl of forty pages in the midst of them, and the process that reads."""
    slow_site(site, 40)
    crawling = started(database, site)
    wait_until(lambda: len(site.asked) > 14, crawling)
    [reader] = reading(crawling)
    return crawling, reader


def found(database):
    with database.connect() as db:
        [run] = crawl_runs.latest(db)
    return run.found


def test_a_crawl_whose_reading_process_is_killed_fails_and_says_why(database):
    with served({}) as site:
        slow_site(site, 120)
        crawling = started(database, site)
        wait_until(lambda: found(database) if site.asked else 0, crawling)
        [reader] = reading(crawling)
        os.kill(reader.pid, signal.SIGKILL)
        [run] = finish(crawling)
        assert run["status"] == "failed"
        assert "interne fout (het lezen is afgebroken)" in run["error"]
        assert 1 <= run["found"] < 120
        [again] = finish(start(database, names=["wilg"], at_once=4))
    assert (again["status"], again["found"]) == ("ok", 120)


def test_ctrl_c_ends_both_processes_and_the_next_crawl_goes_on(database):
    with served({}) as site:
        crawling, reader = under_way(database, site)
        for pid in (crawling.pid, reader.pid):  # a terminal tells them all
            os.kill(pid, signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            finish(crawling)
        assert not psutil.pid_exists(reader.pid)
        before = found(database)
        [run] = finish(start(database, names=["wilg"], at_once=4))
    assert 1 <= before < 40
    assert (run["status"], run["found"]) == ("ok", 40)


def test_when_a_crawl_is_killed_nobody_is_left_reading(database):
    with served({}) as site:
        crawling, reader = under_way(database, site)
        os.kill(crawling.pid, signal.SIGKILL)
        crawling.process.join()
        crawling.answer.close()
        psutil.wait_procs([reader], timeout=30)
        assert not psutil.pid_exists(reader.pid)


def test_a_polite_crawl_starts_no_process(database):
    with served({}) as site:
        slow_site(site, 8)
        with connect(database.role("crawler")) as db:
            sources.add(db, source("wilg", site.address + "/"))
        crawling = start(database, names=["wilg"])
        wait_until(lambda: len(site.asked) > 6, crawling)
        assert reading(crawling) == []
        finish(crawling)
