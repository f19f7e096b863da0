"""Everything a crawl writes, each page in a transaction of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic

from crawlers.fetching.tally import Tally, outcome_of
from crawlers.normalise import normalise
from crawlers.pages.contact import without_addresses
from schemas.database import Db
from schemas.gazetteer import Gazetteer
from schemas.source import CrawlRun, Source
from schemas.tables import crawl_runs, pages, vacancies, vacancy_sightings
from schemas.tables.crawl_runs import Counts, Outcome
from schemas.tables.pages import FetchedPage, Marks
from schemas.tables.vacancies import Sighting
from schemas.vacancy import Posting, Vacancy

Clock = Callable[[], datetime]


class SourceBusyError(RuntimeError):
    """Another process is crawling this source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer of a site; `url` is what was asked for."""

    url: str
    status: int
    content_type: str | None
    etag: str | None
    last_modified: str | None
    text: str


class Recorder:
    """The run of one source. Takes up a run of the last day that was cut off."""

    def __init__(
        self, db: Db, source: Source, *, gazetteer: Gazetteer, clock: Clock
    ) -> None:
        """SourceBusyError when another process has the source."""
        db.autocommit = True
        if not crawl_runs.lock(db, source.name):
            raise SourceBusyError(source.name)
        self._db = db
        self._source = source
        self._gazetteer = gazetteer
        self._clock = clock
        self._counted_at = monotonic()
        now = clock()
        with db.transaction():
            run = crawl_runs.unfinished(db, source.name, now)
            crawl_runs.abandon_others(db, source.name, run.id if run else None, now)
            self.run = run or crawl_runs.start(db, source.name, now)
        self.already: set[str] = pages.of_run(db, self.run.id) if run else set()
        self.marks: dict[str, Marks] = pages.marks(db, source.name)

    def page(self, fetched: Fetched, postings: Sequence[Posting]) -> None:
        """Keep an answer and the vacancies read from it."""
        now = self._clock()
        made = [self._vacancy_of(posting, now) for posting in postings]
        with self._db.transaction():
            self._keep(fetched, now)
            sighting = Sighting(run_id=self.run.id, page_url=fetched.url)
            results = [vacancies.store(self._db, v, sighting) for v in made]
            self._count(
                fetched=1,
                found=len(results),
                new=results.count("new"),
                changed=results.count("changed"),
            )

    def list_read(self) -> None:
        """Count an answer that only pointed to others; it is not kept."""
        self._count(fetched=1)

    def unchanged(self, url: str) -> None:
        """The site says that nothing changed: the vacancies are still there."""
        now = self._clock()
        with self._db.transaction():
            pages.seen_unchanged(
                self._db, self._source.name, url, run_id=self.run.id, fetched_at=now
            )
            seen = vacancy_sightings.seen_on(
                self._db, self._source.name, url, run_id=self.run.id, now=now
            )
            self._count(fetched=1, not_modified=1, found=seen)

    def gone(self, fetched: Fetched) -> None:
        """The page of a vacancy is no more."""
        now = self._clock()
        with self._db.transaction():
            self._keep(fetched, now)
            gone = vacancy_sightings.gone_on(
                self._db, self._source.name, [fetched.url], now=now
            )
            self._count(fetched=1, gone=gone)

    def finish(self, tally: Tally) -> CrawlRun:
        """Close the run; only a complete and good one calls vacancies gone."""
        found = vacancy_sightings.seen_in(self._db, self.run.id)
        outcome = outcome_of(tally, found=found, before=self._before())
        return self.close(outcome, found=found, unread=self._unread(tally, outcome))

    def close(
        self, outcome: Outcome, *, found: int = 0, unread: set[str] | None = None
    ) -> CrawlRun:
        """Write the end of the run; `unread` None: nothing may be called gone."""
        now = self._clock()
        with self._db.transaction():
            gone = 0
            if unread is not None:
                gone = vacancy_sightings.unseen_gone(
                    self._db, self._source.name, self.run.id, unread=unread, now=now
                )
            self._count(gone=gone)
            return crawl_runs.finish(
                self._db, self.run.id, outcome, found=found, now=now
            )

    def _before(self) -> int | None:
        """What to compare with; a shrunk list is believed at the third time."""
        recent = crawl_runs.finished(self._db, self._source.name, limit=2)
        shrunk = [run.found for run in recent if run.status == "suspect" and run.found]
        if len(shrunk) == 2:
            return min(shrunk)
        last = crawl_runs.last_ok(self._db, self._source.name)
        return last.found if last else None

    def _unread(self, tally: Tally, outcome: Outcome) -> set[str] | None:
        complete = outcome.status == "ok" and tally.complete
        return tally.forbidden if complete else None

    def _vacancy_of(self, posting: Posting, now: datetime) -> Vacancy:
        own = replace(
            posting,
            employer=posting.employer or self._source.employer,
            intermediary=posting.intermediary or self._source.intermediary or None,
        )
        return normalise(own, gazetteer=self._gazetteer, fetched_at=now)

    def _keep(self, fetched: Fetched, now: datetime) -> None:
        pages.store(
            self._db,
            FetchedPage(
                source=self._source.name,
                url=fetched.url,
                run_id=self.run.id,
                fetched_at=now,
                http_status=fetched.status,
                content_type=fetched.content_type,
                etag=fetched.etag,
                last_modified=fetched.last_modified,
                text=without_addresses(fetched.text.replace("\x00", "")),
            ),
        )

    def _count(self, **counts: int) -> None:
        elapsed = monotonic() - self._counted_at
        self._counted_at += elapsed
        crawl_runs.count(self._db, self.run.id, Counts(**counts, seconds=elapsed))
