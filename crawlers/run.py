"""Crawling from the outside: sources in, finished runs out, one reactor for all."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.fetching.addresses import forbidden_board, web_address
from crawlers.fetching.probing import CrawlInterruptedError, probe
from crawlers.fetching.recorder import Recorder, SourceBusyError
from crawlers.fetching.settings import scrapy_settings
from crawlers.fetching.spider import Job, Progress, VacancySpider
from crawlers.platforms.known import platform_named
from crawlers.recognise import NotRecognisedError, name_of
from schemas.database import connect
from schemas.gazetteer import Gazetteer
from schemas.source import CrawlRun, RunStatus, Source
from schemas.tables import places
from schemas.tables import sources as source_table
from schemas.tables.crawl_runs import Outcome

MOST_AT_ONCE = 8  # sources; each holds one connection to the database
SHARED_HOSTS = ("recruitee.com", "teamtailor.com")


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """`progress` hears (source, done, expected); loopback is for tests and the demo."""

    user_agent: str
    allow_loopback: bool = False
    progress: Progress | None = None


def crawl(
    db_url: str, sources: Sequence[Source], options: CrawlOptions
) -> list[CrawlRun]:
    """Crawl each source once, in this process's only reactor run; runs in order.

    A run that was killed in the last day is taken up again. KeyboardInterrupt after
    Ctrl-C, with every page that was read already kept.
    """

    async def everything(process: AsyncCrawlerProcess) -> list[CrawlRun]:
        return await _crawl_all(process, db_url, sources, options)

    return _in_reactor(options, everything)


def crawl_address(db_url: str, address: str, options: CrawlOptions) -> CrawlRun:
    """Find out what is at an address, register it as a source and crawl it.

    AddressRefusedError for what is no web address and for boards that forbid it. When
    nothing is recognised, nothing is stored: the run that comes back has id 0.
    """
    url = web_address(address, allow_loopback=options.allow_loopback)

    async def everything(process: AsyncCrawlerProcess) -> list[CrawlRun]:
        try:
            found = await probe(process, url)
        except NotRecognisedError as nothing:
            return [_unstored(name_of(url), nothing.status, str(nothing))]
        source = _register(db_url, found)
        return await _crawl_all(process, db_url, [source], options)

    return _in_reactor(options, everything)[0]


def _in_reactor(
    options: CrawlOptions,
    everything: Callable[[AsyncCrawlerProcess], Awaitable[list[CrawlRun]]],
) -> list[CrawlRun]:
    settings = scrapy_settings(
        options.user_agent, allow_loopback=options.allow_loopback
    )
    process = AsyncCrawlerProcess(settings)
    outcome: list[list[CrawlRun] | Exception] = []

    async def main() -> None:
        try:
            outcome.append(await everything(process))
        except Exception as error:  # noqa: BLE001 - raised again below
            outcome.append(error)
        finally:
            _stop_reactor()

    task = asyncio.get_event_loop().create_task(main())
    process.start(stop_after_crawl=False)
    if not outcome or isinstance(outcome[0], CrawlInterruptedError):
        task.cancel()
        raise KeyboardInterrupt
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _stop_reactor() -> None:
    """Only now is there a reactor to import; importing it earlier would make one."""
    from twisted.internet import reactor as installed

    reactor: Any = installed
    if reactor.running:
        reactor.callLater(0, lambda: reactor.running and reactor.stop())


async def _crawl_all(
    process: AsyncCrawlerProcess,
    db_url: str,
    sources: Sequence[Source],
    options: CrawlOptions,
) -> list[CrawlRun]:
    """Hosts side by side, the sources of one host one after the other."""
    with connect(db_url) as db:
        gazetteer = places.gazetteer(db)
    turns = asyncio.Semaphore(MOST_AT_ONCE)
    runs: dict[str, CrawlRun] = {}

    async def one_host(queue: Iterable[Source]) -> None:
        for source in queue:
            async with turns:
                one = _One(process, db_url, source, gazetteer, options)
                runs[source.name] = await _crawl_one(one)

    await asyncio.gather(*(one_host(queue) for queue in _by_host(sources)))
    return [runs[source.name] for source in sources]


@dataclass(frozen=True, slots=True)
class _One:
    process: AsyncCrawlerProcess
    db_url: str
    source: Source
    gazetteer: Gazetteer
    options: CrawlOptions


async def _crawl_one(one: _One) -> CrawlRun:
    source = one.source
    with ExitStack() as stack:
        db = stack.enter_context(connect(one.db_url))
        try:
            recorder = Recorder(db, source, gazetteer=one.gazetteer, clock=_now)
        except SourceBusyError:
            error = "een ander proces haalt deze bron al op"
            return _unstored(source.name, "failed", error)
        if why := _why_refused(source):
            outcome = Outcome(status="blocked", expected=None, error=why)
            return recorder.close(outcome)
        job = Job(
            source=source,
            platform=platform_named(source.platform),
            recorder=recorder,
            progress=one.options.progress,
        )
        await one.process.crawl(_spider_of(source), job=job)
        if job.interrupted:
            raise CrawlInterruptedError(source.name)
        return recorder.run


def _spider_of(source: Source) -> type[VacancySpider]:
    """The spider with this source's own delay."""

    class OneSource(VacancySpider):
        """The spider of one source."""

        custom_settings = {"DOWNLOAD_DELAY": source.delay}

    return OneSource


def _why_refused(source: Source) -> str | None:
    if source.terms == "forbidden":
        return "de voorwaarden van deze site verbieden het ophalen van vacatures"
    return forbidden_board(source.url)


def _by_host(sources: Sequence[Source]) -> list[list[Source]]:
    queues: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        parts = urlsplit(source.url)
        host = parts.netloc.lower().removeprefix("www.")
        shared = next((h for h in SHARED_HOSTS if host.endswith(f".{h}")), host)
        queues[shared].append(source)
    return list(queues.values())


def _register(db_url: str, found: Source) -> Source:
    """The source as registered: the one at that address, or a new row."""
    with connect(db_url) as db:
        if known := source_table.by_url(db, found.url):
            return known
        source, number = found, 2
        while source_table.by_name(db, source.name):
            source = replace(found, name=f"{found.name[:58]}-{number}")
            number += 1
        source_table.add(db, source)
        return source


def _unstored(source: str, status: RunStatus, error: str) -> CrawlRun:
    """A run that never began, and so stands in no table."""
    now = _now()
    return CrawlRun(
        id=0,
        source=source,
        started_at=now,
        finished_at=now,
        status=status,
        expected=None,
        found=0,
        new=0,
        changed=0,
        gone=0,
        fetched=0,
        not_modified=0,
        seconds=0.0,
        error=error,
    )


def _now() -> datetime:
    return datetime.now(UTC)
