"""Everything a run writes, many pages to a transaction when they come fast."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock
from time import monotonic

from crawlers.collecting.reader import Understood
from crawlers.collecting.tally import Believed
from crawlers.collecting.visited import Visited, page_of
from crawlers.platforms.known import turn_of
from crawlers.reading.dates import AMSTERDAM
from schemas.database import REFUSALS, Db
from schemas.source import CrawlRun, Source
from schemas.tables import (
    crawl_runs,
    page_counts,
    pages,
    vacancies,
    vacancy_sightings,
)
from schemas.tables.crawl_quality import quality_of
from schemas.tables.crawl_runs import Counts, Listed, Outcome
from schemas.tables.page_counts import Dealt
from schemas.tables.pages import PageState
from schemas.tables.vacancies import Sighted, Stored

Clock = Callable[[], datetime]
Noticed = Callable[[str, bool], None]  # address, whether a vacancy on it changed

MOST_WAITING = 250  # pages not yet written
TOO_MANY_WAITING = 1_000  # pages; so that memory stays flat
LONGEST_WAITING = 0.3  # seconds: at our own pace every page is written at once


class SourceBusyError(RuntimeError):
    """Another process is crawling this source."""


class Recorder:
    """The run of one source. Takes up a run of the last day that was cut off."""

    def __init__(
        self, db: Db, source: Source, *, clock: Clock, noticed: Noticed | None = None
    ) -> None:
        """SourceBusyError when another process has the source, or one of its host."""
        db.autocommit = True
        self._turn = turn_of(source)
        if not crawl_runs.lock(db, self._turn):
            raise SourceBusyError(source.name)
        self.db = db
        self.clock = clock
        self.noticed = noticed
        self._source = source.name
        self._waiting: list[Visited] = []
        self._writing = RLock()  # a crawl in a hurry writes while it fetches on
        self._counted_at = self._written_at = monotonic()
        now = clock()
        with db.transaction():
            run = crawl_runs.unfinished(db, source.name, now)
            crawl_runs.abandon_others(db, source.name, run.id if run else None, now)
            self.run: CrawlRun = run or crawl_runs.start(db, source.name, now)

    def announce(self, named: Sequence[tuple[str, str | None]]) -> None:
        """A list names these addresses, with its dates for them."""
        pages.announce(self.db, self._source, self.run.id, named)

    def asked(self) -> None:
        """Count an answer that is not kept: robots.txt, a sitemap, a page of links."""
        with self._writing:
            self._count(fetched=1)

    def listed(self, *, on_lists: int, total: int | None, cut: bool) -> None:
        """The list is read to its end; `on_lists` vacancies stood on it whole."""
        self.flush()
        announced = page_counts.announced(self.db, self._source, self.run.id)
        said = Listed(announced=announced + on_lists, total=total, cut=cut)
        self.run = crawl_runs.listed(self.db, self.run.id, said, now=self.clock())

    def waiting(self) -> list[PageState]:
        """What the list named and this run has not dealt with yet."""
        return pages.waiting(self.db, self._source, self.run.id)

    def skip(self, urls: Sequence[str]) -> None:
        """The list says that these are as they were."""
        if not urls:
            return
        with self.db.transaction():
            showing = pages.skip(self.db, self._source, self.run.id, urls)
            seen = vacancy_sightings.seen_on(
                self.db, self._source, showing, run_id=self.run.id, now=self.clock()
            )
            self._count(skipped=len(urls), found=seen)

    def visited(self, visited: Visited) -> None:
        """Keep what came of a visit until the next `flush`."""
        self._waiting.append(visited)

    @property
    def is_due(self) -> bool:
        """Whether what waits is much, or waits long."""
        fast = monotonic() - self._written_at < LONGEST_WAITING
        return len(self._waiting) >= MOST_WAITING or (bool(self._waiting) and not fast)

    @property
    def is_behind(self) -> bool:
        """Whether nothing more may come before what waits is written."""
        return len(self._waiting) >= TOO_MANY_WAITING

    def flush(self) -> None:
        """Write what waits, in one transaction; where that fails, one by one.

        May be called from another thread than everything else.
        """
        with self._writing:
            batch, self._waiting = self._waiting, []
            self._written_at = monotonic()
            if batch:
                self._write_all(batch)

    def _write_all(self, batch: Sequence[Visited]) -> None:
        try:
            self._write(batch)
        except REFUSALS:
            for one in batch:
                self._write_alone(one)

    def _write_alone(self, one: Visited) -> None:
        """What the database does not take is a page that failed; others are kept."""
        try:
            self._write([one])
        except REFUSALS as refusal:
            reason = f"interne fout ({type(refusal).__name__})"
            failed = Understood(outcome="failed", reason=reason)
            self._write([replace(one, understood=failed, came=None)])

    def _write(self, batch: Sequence[Visited]) -> None:
        now = self.clock()
        with self.db.transaction():
            changed = self._store(batch)
            rows = [page_of(one, now, changed=one.url in changed) for one in batch]
            pages.visited(self.db, self._source, self.run.id, rows)
            self._see_unchanged(batch, now)
        for one in batch:
            if self.noticed:
                self.noticed(one.url, one.url in changed)

    def dealt_with(self) -> list[Dealt]:
        """What became of the pages of this run."""
        self.flush()
        return page_counts.dealt_with(self.db, self._source, self.run.id)

    def found(self) -> int:
        """How many vacancies this run saw, each once."""
        return vacancy_sightings.seen_in(self.db, self.run.id)

    def found_on(self, url: str) -> int:
        """How many of them were last seen on one page."""
        return vacancy_sightings.seen_in_on(self.db, self._source, self.run.id, url)

    def closing(self) -> int:
        """How many vacancies would be gone by pages that the list still names."""
        return vacancy_sightings.closing(self.db, self._source, self.run.id)

    def before(self) -> int | None:
        """What to compare with; a shrunk list is believed at the third time."""
        recent = crawl_runs.finished(self.db, self._source, limit=2)
        shrunk = [run for run in recent if run.status == "suspect"]
        if len(shrunk) == 2 and all(run.found or not run.expected for run in shrunk):
            return min(run.found for run in shrunk)
        last = crawl_runs.last_ok(self.db, self._source)
        return last.found if last else None

    def close(self, outcome: Outcome, believed: Believed) -> None:
        """Write the end of the run, and what it says of vacancies it did not see."""
        now, name, run_id = self.clock(), self._source, self.run.id
        today = now.astimezone(AMSTERDAM).date()
        with self.db.transaction():
            gone = 0
            for listed in believed.pages:
                gone += vacancy_sightings.gone_by_page(
                    self.db, name, run_id, listed=listed, now=now
                )
            if believed.absence:
                gone += vacancy_sightings.miss(self.db, name, run_id, now=now)
            if not outcome.complete:
                vacancy_sightings.shown_by_page(self.db, name, run_id, now=now)
            vacancy_sightings.age(self.db, name, today=today, now=now)
            self._count(gone=gone)
            found = self.found()
            outcome = replace(outcome, quality=quality_of(self.db, run_id))
            self.run = crawl_runs.finish(self.db, run_id, outcome, found=found, now=now)
        crawl_runs.unlock(self.db, self._turn)

    def pause(self) -> None:
        """Only this batch is over: keep what came, and let others go on."""
        self.flush()
        self.run = crawl_runs.one(self.db, self.run.id) or self.run
        crawl_runs.unlock(self.db, self._turn)

    def _store(self, batch: Sequence[Visited]) -> set[str]:
        """Store the vacancies of a batch; the addresses where one was changed."""
        counting = [one for one in batch if one.counts]
        sighted = [
            Sighted(vacancy=vacancy, page_url=one.url)
            for one in counting
            for vacancy in one.understood.vacancies
        ]
        results: list[Stored] = []
        if sighted:
            results = vacancies.store(self.db, sighted, run_id=self.run.id)
        self._count(
            fetched=sum(one.came is not None for one in batch),
            found=len(results),
            new=results.count("new"),
            changed=results.count("changed"),
        )
        told = zip(sighted, results, strict=True)
        return {one.page_url for one, result in told if result == "changed"}

    def _see_unchanged(self, batch: Sequence[Visited], now: datetime) -> None:
        same = [o.url for o in batch if o.understood.outcome == "unchanged"]
        if same:
            seen = vacancy_sightings.seen_on(
                self.db, self._source, same, run_id=self.run.id, now=now
            )
            self._count(not_modified=len(same), found=seen)

    def _count(self, **counts: int) -> None:
        elapsed = monotonic() - self._counted_at
        self._counted_at += elapsed
        crawl_runs.count(self.db, self.run.id, Counts(**counts, seconds=elapsed))
