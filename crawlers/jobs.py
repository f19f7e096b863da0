"""Crawling as background jobs: one source a job, and all of them each night."""

import subprocess
import sys

from schemas import queue
from schemas.database import connect
from schemas.opening import OpenDatabase
from schemas.settings import child_environment
from schemas.tables import sources

NIGHTLY = "0 2 * * *"  # UTC


class CrawlFailedError(RuntimeError):
    """The crawl of a source ended without a summary."""


def register(opened: OpenDatabase) -> queue.Register:
    """The crawling jobs, for a worker on `opened`."""

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.CRAWL, name="crawl_source")
        def crawl_source(name: str) -> None:
            crawl_in_own_process(opened, name)

        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.CRAWL, name="crawl_all", queueing_lock="crawl all")
        def crawl_all(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            with connect(opened.role("crawler")) as db:
                names = [source.name for source in sources.all(db) if source.enabled]
            for name in names:
                queue.defer(
                    opened.role("worker"), "crawl_source", queue=queue.CRAWL, name=name
                )

    return tell


def crawl_in_own_process(opened: OpenDatabase, name: str) -> None:
    """Scrapy's reactor starts once per process, so every crawl has its own."""
    done = subprocess.run(  # noqa: S603 - our own program, a name from our table
        [sys.executable, "-m", "spoorzoeker", "crawl", name, "--json"],
        env=child_environment(opened.settings, opened.url),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:  # 1: done, with findings that the run itself records
        raise CrawlFailedError(f"{name}: exit code {done.returncode}")
