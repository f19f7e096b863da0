"""Crawling as background jobs: a batch of one source each, all sources each night.

Any number of workers on any number of machines share them: the lock of a job is the
host it visits, so no host is ever crawled by two at once. Only the one page that an
adviser is waiting for (see `crawlers.asked`) may be asked for in between.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from crawlers.asked import jobs as asked_jobs
from crawlers.batch import crawl_batch
from crawlers.own_process import NoAnswerError, in_own_process
from crawlers.platforms.known import turn_of
from crawlers.reading.dates import AMSTERDAM
from schemas import queue
from schemas.database import connect, is_local
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.queue import Errand
from schemas.source import CrawlRun, Source
from schemas.tables import sources, vacancy_sightings

NIGHTLY = "0 2 * * *"  # UTC
BATCH = 250  # pages; at two seconds each, about eight minutes
BUSY_AGAIN = 60  # seconds until we ask again for a source that another process has
TRIES = 3


class CrawlFailedError(RuntimeError):
    """The crawl of a source ended without a summary."""


def register(
    opened: OpenDatabase, *, allow_loopback: bool = False, batch: int = BATCH
) -> queue.Register:
    """The crawling jobs, for a worker on `opened`.

    BadInputError for `allow_loopback` on a database that is not local.
    """
    if allow_loopback and not is_local(opened.url):
        raise BadInputError("--allow-loopback is refused: the database is not local")
    desk = Desk(opened, allow_loopback=allow_loopback, batch=batch)

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.CRAWL, name="crawl_source", retry=TRIES)
        def crawl_source(name: str) -> None:
            desk.crawl(name)

        @app.task(queue=queue.CRAWL, name="recluster", retry=TRIES)
        def recluster() -> None:
            desk.recluster()

        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.CRAWL, name="crawl_all", queueing_lock="crawl all")
        def crawl_all(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            desk.crawl_all()

        asked_jobs.add_to(app, opened)

    return tell


def errand_for(source: Source, *, after_seconds: int = 0) -> Errand:
    """The job that crawls (a batch of) a source."""
    return Errand(
        task="crawl_source",
        queue=queue.CRAWL,
        args={"name": source.name},
        lock=f"host {turn_of(source)}",
        after_seconds=after_seconds,
    )


class Desk:
    """Does the jobs."""

    def __init__(
        self, opened: OpenDatabase, *, allow_loopback: bool, batch: int
    ) -> None:
        self._opened = opened
        self._allow_loopback = allow_loopback
        self._batch = batch

    def crawl_all(self) -> None:
        """Put every source in the queue; doubt what no source confirms any more."""
        now = datetime.now(UTC)
        with connect(self._opened.role("crawler")) as db:
            chosen = [one for one in sources.all(db) if one.may_be_crawled_unasked]
            today = now.astimezone(AMSTERDAM).date()
            vacancy_sightings.age(db, None, today=today, now=now)
        self._defer([errand_for(source) for source in chosen])

    def crawl(self, name: str) -> None:
        """Crawl one batch of a source, and see that the next one follows."""
        with connect(self._opened.role("crawler")) as db:
            source = sources.by_name(db, name)
        if source is None:
            return  # it was removed while the job waited
        if source.platform == "manual":
            raise CrawlFailedError(f"{name}: what was added by hand is no site")
        run = self._batch_of(source)
        if run.status == "running":
            wait = BUSY_AGAIN if run.error else 0
            self._defer([errand_for(source, after_seconds=wait)])
        else:
            self._defer([Errand(task="recluster", queue=queue.CRAWL)])

    def recluster(self) -> None:
        """Find anew which vacancies are one and the same job."""
        from crawlers.clustering.recluster import recluster  # a second; often unused

        with connect(self._opened.role("crawler")) as db:
            recluster(db, now=datetime.now(UTC))

    def _batch_of(self, source: Source) -> CrawlRun:
        try:
            return in_own_process(
                crawl_batch,
                self._opened.role("crawler"),
                source,
                user_agent=self._opened.settings.user_agent,
                pages=self._batch,
                allow_loopback=self._allow_loopback,
            )
        except NoAnswerError as broken:
            raise CrawlFailedError(f"{source.name}: {broken}") from broken

    def _defer(self, errands: Sequence[Errand]) -> None:
        queue.defer(self._opened.role("worker"), errands)
