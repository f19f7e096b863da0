"""Crawls as jobs: many workers share them, and none does the work of another."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from crawlers import jobs
from schemas import queue
from schemas.database import connect
from schemas.tables import crawl_runs, sources
from tests.crawlers.adverts import career_site
from tests.crawlers.crawling import export, source
from tests.crawlers.site import Reply, served

ROOT = Path(__file__).resolve().parents[2]
SOURCES, PAGES, MORE_PAGES = 30, 4, 12
STANDSTILL = 280  # seconds, of a machine that others keep busy too
LEFT = "select count(*) from procrastinate_jobs where task_name = 'crawl_source'"
WORKER = """
import sys
from crawlers import jobs
from schemas import queue
from schemas.opening import OpenDatabase
from schemas.settings import read_settings
opened = OpenDatabase(settings=read_settings({}), url=sys.argv[1], embedded=False)
queue.work(
    opened.role("worker"), [jobs.register(opened, allow_loopback=True, batch=5)],
    queues=[queue.CRAWL], wait=sys.argv[2] == "wait",
)
"""


def a_worker(database, *, wait):
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, database.url, "wait" if wait else "go"],
        cwd=ROOT,
        start_new_session=True,
    )


def put_in_queue(database, made):
    with connect(database.role("crawler")) as db:
        for one in made:
            sources.add(db, one)
    queue.defer(database.role("worker"), [jobs.errand_for(one) for one in made])


def details(site):
    return [path for path in site.paths() if path.startswith("/vacatures/")]


def test_only_a_source_that_is_on_and_read_is_crawled_unasked():
    wilg = source("wilg", "https://wilg.example/", terms="read_ok")
    assert wilg.may_be_crawled_unasked
    assert not replace(wilg, enabled=False).may_be_crawled_unasked
    assert not replace(wilg, terms="unknown").may_be_crawled_unasked


def test_two_boards_of_one_vendor_wait_for_each_other():
    boards = [
        source(name, f"https://{name}.recruitee.com/", platform="recruitee")
        for name in ("wilg", "eik")
    ]
    assert len({jobs.errand_for(board).lock for board in boards}) == 1
    own = source("beuk", "https://werkenbijbeuk.example/", platform="recruitee")
    assert jobs.errand_for(own).lock != jobs.errand_for(boards[0]).lock


def test_three_workers_crawl_thirty_sources_and_fetch_no_page_twice(database):
    with ExitStack() as stack:
        sites = [stack.enter_context(served({})) for _ in range(SOURCES)]
        for site in sites:
            career_site(site, PAGES)
        career_site(sites[0], MORE_PAGES)  # three batches
        made = [source(f"bron-{n}", f"{site.address}/") for n, site in enumerate(sites)]
        put_in_queue(database, made)
        workers = [a_worker(database, wait=False) for _ in range(3)]
        for worker in workers:
            assert worker.wait(timeout=STANDSTILL) == 0
        for site in sites:
            counts = Counter(details(site))
            asked = [path for path in counts if "bestaat-niet" not in path]
            assert len(asked) == (MORE_PAGES if site is sites[0] else PAGES)
            assert max(counts.values()) == 1
    with database.connect() as db:
        runs = crawl_runs.latest(db)
        left = db.execute(LEFT).fetchone()
    assert {run.status for run in runs} == {"ok"}
    assert (len(runs), left) == (SOURCES, (0,))
    assert len(export(database)) == (SOURCES - 1) * PAGES + MORE_PAGES


def test_a_worker_that_is_killed_loses_nothing(database):
    with served({}) as site:
        for path in career_site(site, 12):
            site.pages[path] = Reply(site.pages[path], seconds=0.2)
        wilg = source("wilg", f"{site.address}/")
        put_in_queue(database, [wilg])
        worker = a_worker(database, wait=True)
        while len(details(site)) < 4:
            assert worker.poll() is None
            time.sleep(0.05)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        with database.connect() as db:
            assert crawl_runs.latest(db)[0].status == "running"
            db.execute(
                "update procrastinate_workers set last_heartbeat = now() - "
                "interval '1 hour'"
            )
        take_up = queue.Errand(
            task="take_up_the_stalled",
            queue=queue.HOUSEKEEPING,
            args={"timestamp": "0"},
        )
        queue.defer(database.role("worker"), [take_up])
        while a_worker(database, wait=False).wait(timeout=STANDSTILL) == 0:
            with database.connect() as db:
                if crawl_runs.latest(db)[0].status != "running":
                    break
    with database.connect() as db:
        [run] = crawl_runs.latest(db)
    assert (run.status, run.found, run.new) == ("ok", 12, 12)
    assert len(export(database)) == 12
