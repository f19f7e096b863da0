"""Crawling from the outside: sources in, finished runs out, one reactor for all."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.collecting.apart import Started, started_early
from crawlers.collecting.collection import Collection, Progress
from crawlers.collecting.host import HostKnowledge, host_of, resting
from crawlers.collecting.pages_ahead import Limits
from crawlers.collecting.reader import Reader
from crawlers.collecting.recorder import Clock, Recorder, SourceBusyError
from crawlers.collecting.tally import Believed
from crawlers.fetching.addresses import forbidden_board, web_address
from crawlers.fetching.asking import CrawlInterruptedError
from crawlers.fetching.probing import probe
from crawlers.fetching.reactor import Told, run_once
from crawlers.fetching.settings import scrapy_settings
from crawlers.fetching.spider import VacancySpider
from crawlers.platforms.known import platform_named, turn_of
from crawlers.recognise import NotRecognisedError, name_of
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.gazetteer import Gazetteer
from schemas.source import CrawlRun, RunStatus, Source
from schemas.tables import hosts, places
from schemas.tables import sources as source_table
from schemas.tables.crawl_runs import Outcome

ALL_OF_IT = Limits()
MOST_AT_ONCE = 8  # sources; each holds one connection to the database


def utc_now() -> datetime:
    """The clock of a real crawl."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """How to crawl; `progress` hears (source, done, expected).

    Loopback and more than one request at a time are for tests, benchmarks and the
    demo. `heed_rest`: leave a host alone that refused us a while ago, as a job does
    and a person who names a source does not.
    """

    user_agent: str
    allow_loopback: bool = False
    progress: Progress | None = None
    limits: Limits = ALL_OF_IT
    heed_rest: bool = False
    at_once: int = 1
    clock: Clock = utc_now


def crawl(
    db_url: str, sources: Sequence[Source], options: CrawlOptions
) -> list[CrawlRun]:
    """Crawl each source once, in this process's only reactor run; runs in order.

    A run that was killed in the last day is taken up again. KeyboardInterrupt after
    Ctrl-C, with every page that was read already kept.
    """

    async def everything(process: AsyncCrawlerProcess) -> list[CrawlRun]:
        return await _crawl_all(process, db_url, sources, options)

    return in_reactor(options, everything)


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
        with connect(db_url) as db:
            source = source_table.register(db, found)
        return await _crawl_all(process, db_url, [source], options)

    return in_reactor(options, everything)[0]


def in_reactor(
    options: CrawlOptions,
    everything: Callable[[AsyncCrawlerProcess], Awaitable[Told]],
) -> Told:
    """Run `everything` in this process's only reactor run, see `run_once`."""
    if options.at_once > 1 and not options.allow_loopback:
        raise BadInputError("more than one request at a time is for loopback only")
    settings = scrapy_settings(
        options.user_agent,
        allow_loopback=options.allow_loopback,
        at_once=options.at_once,
    )
    return run_once(settings, everything)


async def _crawl_all(
    process: AsyncCrawlerProcess,
    db_url: str,
    sources: Sequence[Source],
    options: CrawlOptions,
) -> list[CrawlRun]:
    """Hosts side by side, the sources of one host one after the other."""
    with started_early(int(options.at_once > 1)) as early:
        with connect(db_url) as db:
            gazetteer = places.gazetteer(db)
        turns = asyncio.Semaphore(MOST_AT_ONCE)
        runs: dict[str, CrawlRun] = {}

        async def one_host(queue: Iterable[Source]) -> None:
            for source in queue:
                async with turns:
                    one = _One(process, db_url, source, gazetteer, options, early)
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
    early: list[Started]


async def _crawl_one(one: _One) -> CrawlRun:
    source, options = one.source, one.options
    with ExitStack() as stack:
        db = stack.enter_context(connect(one.db_url))
        try:
            recorder = Recorder(db, source, clock=options.clock)
        except SourceBusyError:
            error = "een ander proces haalt deze bron al op"
            return _unstored(source.name, "running", error)
        known = hosts.one(db, host_of(source.url)) if options.heed_rest else None
        why = _why_refused(source) or resting(known, options.clock())
        if why:
            outcome = Outcome(status="blocked", expected=None, error=why)
            recorder.close(outcome, Believed())
            return recorder.run
        collection = _collection(one, recorder)
        spider = _spider_of(source)
        await one.process.crawl(spider, collection=collection, early=one.early)
        if collection.was_cut_off:
            raise CrawlInterruptedError(source.name)
        collection.finish()  # not in the spider, for Scrapy swallows what goes wrong
        return collection.run


def _collection(one: _One, recorder: Recorder) -> Collection:
    reader = Reader(
        source=one.source,
        platform=platform_named(one.source.platform),
        gazetteer=one.gazetteer,
    )
    agent = one.options.user_agent.split("/")[0].strip()
    host = HostKnowledge(one.source.url, recorder, agent=agent)
    return Collection(
        reader,
        recorder,
        host,
        limits=one.options.limits,
        progress=one.options.progress,
    )


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
        queues[turn_of(source)].append(source)
    return list(queues.values())


def _unstored(source: str, status: RunStatus, error: str) -> CrawlRun:
    """A run that never began, and so stands in no table."""
    now = utc_now()
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
