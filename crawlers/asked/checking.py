"""Looking at single vacancies just before they are used, as politely as crawling."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.asked.keeping import keep
from crawlers.asked.list_walk import ListWalk
from crawlers.asked.still_open import (
    found_in,
    said_by_list,
    said_by_page,
    said_by_vacancy,
    unknown,
)
from crawlers.collecting.fetched import Fetched
from crawlers.collecting.host import host_of, resting
from crawlers.collecting.reader import Reader
from crawlers.collecting.recorder import Clock
from crawlers.fetching.addresses import forbidden_board
from crawlers.fetching.asking import Fetch, UnansweredError, ask
from crawlers.pages.reservation import reservation_of
from crawlers.platforms.base import Visit, same_site
from crawlers.platforms.known import platform_named
from crawlers.reading.dates import AMSTERDAM
from crawlers.run import CrawlOptions, in_reactor
from schemas.database import Db, connect
from schemas.errors import BadInputError
from schemas.gazetteer import Gazetteer
from schemas.source import Source
from schemas.tables import hosts, places, sources, vacancy_checks
from schemas.tables.vacancy_checks import Outcome, Subject

CHECKED_FOR = timedelta(hours=20)  # what was added by hand is looked at once a night
MOST_DUE = 500
UNSEEN_BY_HAND = timedelta(days=30)

TERMS_FORBID = "de voorwaarden van deze site verbieden het ophalen van vacatures"
SWITCHED_OFF = "deze bron staat uit"
NO_ADDRESS = "er is geen webadres om te bekijken"

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A vacancy that was looked at, and what came of it."""

    subject: Subject
    outcome: Outcome
    at: datetime


def check(
    db_url: str, vacancy_ids: Sequence[UUID], options: CrawlOptions
) -> list[Checked]:
    """Look at each vacancy and keep what is seen; BadInputError for an unknown id."""
    with connect(db_url) as db:
        found = [vacancy_checks.subject(db, one) for one in vacancy_ids]
    subjects = [one for one in found if one]
    if unknown_ids := set(vacancy_ids) - {one.id for one in subjects}:
        raise BadInputError(f"no such vacancy: {', '.join(map(str, unknown_ids))}")
    return _look_at(db_url, subjects, options)


def check_due(db_url: str, options: CrawlOptions) -> list[Checked]:
    """Look at what was added by hand and has an address, once a night.

    What has passed its closing day is gone; what nobody has seen for thirty days, with
    or without an address, is in doubt.
    """
    now = options.clock()
    with connect(db_url) as db:
        due = vacancy_checks.due_by_hand(db, now - CHECKED_FOR, limit=MOST_DUE)
    looked = _look_at(db_url, due, options)
    with connect(db_url) as db:
        today, before = now.astimezone(AMSTERDAM).date(), now - UNSEEN_BY_HAND
        vacancy_checks.age_by_hand(db, today=today, before=before, now=now)
    return looked


def _look_at(
    db_url: str, subjects: Sequence[Subject], options: CrawlOptions
) -> list[Checked]:
    if not subjects:
        return []

    async def everything(process: AsyncCrawlerProcess) -> list[Checked]:
        async def question(fetch: Fetch) -> list[Checked]:
            looker = Looker(db_url, fetch, clock=options.clock, sleep=asyncio.sleep)
            return [await looker.look(subject) for subject in subjects]

        return await ask(process, question)

    return in_reactor(options, everything)


class Looker:
    """Looks at one vacancy after the other, at the pace of each source."""

    def __init__(
        self, db_url: str, fetch: Fetch, *, clock: Clock, sleep: Sleep
    ) -> None:
        self._db_url = db_url
        self._fetch = fetch
        self._clock = clock
        self._sleep = sleep
        self._asked: dict[str, datetime] = {}  # when each host was asked last
        with connect(db_url) as db:
            self._gazetteer: Gazetteer = places.gazetteer(db)
            self._sources = {source.name: source for source in sources.all(db)}

    async def look(self, subject: Subject) -> Checked:
        """Look, and keep what was seen."""
        try:
            outcome = await self._outcome(subject, self._sources[subject.source])
        except Exception as fault:  # noqa: BLE001 - of ours, on one page; others go on
            outcome = unknown(f"interne fout ({type(fault).__name__})")
        now = self._clock()
        with connect(self._db_url) as db:
            vacancy_checks.record(db, subject.id, outcome, now=now)
        return Checked(subject=subject, outcome=outcome, at=now)

    async def _outcome(self, subject: Subject, source: Source) -> Outcome:
        if why := self._why_not(subject, source):
            return unknown(why)
        if _stands_on_a_list(subject):
            return await self._on_list(subject, source)
        url = subject.page_url or subject.url
        return await self._on_page(subject, self._reader(source), url)

    def _why_not(self, subject: Subject, source: Source) -> str | None:
        """Why the site is not asked at all."""
        address = subject.page_url or subject.url
        if not address:
            return NO_ADDRESS
        if why := why_left_alone(address, self._sources.values()):
            return why
        if not (source.enabled or subject.by_hand):
            return SWITCHED_OFF
        with connect(self._db_url) as db:
            return resting(hosts.one(db, host_of(address)), self._clock())

    async def _on_page(self, subject: Subject, reader: Reader, url: str) -> Outcome:
        if not url:
            return unknown(NO_ADDRESS)
        try:
            fetched = await self._ask(Visit(url=url, kind="detail"), reader.source)
        except UnansweredError as silence:
            return unknown(silence.trouble.error)
        now = self._clock()
        with connect(self._db_url) as db:
            host = hosts.one(db, host_of(url))
            outcome = said_by_page(
                fetched,
                subject,
                reader,
                now=now,
                soft_404=host.soft_404 if host else None,
            )
            if outcome.changed and subject.by_hand:
                self._keep_anew(db, fetched, subject, reader)
        return outcome

    def _keep_anew(
        self, db: Db, fetched: Fetched, subject: Subject, reader: Reader
    ) -> None:
        """No crawl reads again what was added by hand."""
        visit, now = Visit(url=fetched.asked, kind="detail"), self._clock()
        reserved = reservation_of(fetched.headers, fetched.text).reserved
        understood = reader.read(fetched, visit, now=now, reserved=reserved)
        if found := found_in(understood.vacancies, subject):
            keep(db, found, fetched=fetched, reserved=reserved, now=now)

    async def _on_list(self, subject: Subject, source: Source) -> Outcome:
        reader = self._reader(source)
        walk = ListWalk(subject, reader, now=self._clock())
        while visit := walk.next():
            try:
                walk.answered(visit, await self._ask(visit, source))
            except UnansweredError as silence:
                walk.unanswered(visit, silence.trouble.error)
        if walk.look.found:
            return said_by_vacancy(walk.look.found, subject, self._clock())
        page = replace(reader, platform=platform_named("jobposting"))
        return said_by_list(walk.look, await self._on_page(subject, page, subject.url))

    def _reader(self, source: Source) -> Reader:
        platform = platform_named(source.platform)
        return Reader(source=source, platform=platform, gazetteer=self._gazetteer)

    async def _ask(self, visit: Visit, source: Source) -> Fetched:
        host = host_of(visit.url)
        if host in self._asked:
            past = (self._clock() - self._asked[host]).total_seconds()
            await self._sleep(max(0.0, source.delay - past))
        try:
            return await self._fetch(visit.url, visit.payload)
        finally:
            self._asked[host] = self._clock()


def why_left_alone(url: str, known: Iterable[Source]) -> str | None:
    """Why an address is never asked: its board or its own terms forbid it."""
    if why := forbidden_board(url):
        return why
    if any(one.terms == "forbidden" and same_site(one.url, url) for one in known):
        return TERMS_FORBID
    return None


def _stands_on_a_list(subject: Subject) -> bool:
    return subject.page_kind == "listing" and not subject.by_hand
