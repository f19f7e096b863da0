"""Adding one vacancy by hand, from the outside: ask its page, understand, store."""

from dataclasses import dataclass
from uuid import UUID

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.asked.by_hand import (
    MANUAL,
    NotAddedError,
    as_added,
    check_address,
    check_understood,
    cleaned,
    not_answered,
    spellings,
    storable,
    vacancy_in,
    vacancy_on,
)
from crawlers.asked.checking import why_left_alone
from crawlers.asked.keeping import keep
from crawlers.asked.shared_address import as_shared
from crawlers.asked.still_open import open_
from crawlers.collecting.fetched import Fetched
from crawlers.collecting.host import host_of, resting
from crawlers.collecting.reader import Reader
from crawlers.fetching.asking import Fetch, UnansweredError, ask
from crawlers.pages.reservation import reservation_in_robots, reservation_of
from crawlers.platforms.base import at_root, same_site
from crawlers.platforms.known import platform_named
from crawlers.run import CrawlOptions, in_reactor
from schemas.database import Db, connect
from schemas.source import BY_HAND
from schemas.tables import hosts, places, sources, vacancies_to_add, vacancy_checks
from schemas.tables.vacancies_to_add import Answer, KnownVacancy, VacancyToAdd
from schemas.vacancy import Vacancy


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A page that came, and whether its site keeps text mining to itself."""

    fetched: Fetched
    reserved: bool


def answer_request(db_url: str, added_id: UUID, options: CrawlOptions) -> Answer | None:
    """Do what an adviser asked in the web; None when that was done already."""
    with connect(db_url) as db:
        given = vacancies_to_add.waiting(db, added_id)
    if given is None:
        return None
    answer = add(db_url, given, options)
    with connect(db_url) as db:
        vacancies_to_add.settle(db, added_id, answer, now=options.clock())
    return answer


def add(db_url: str, given: VacancyToAdd, options: CrawlOptions) -> Answer:
    """Add what is given: a text when there is one, else what is at the address."""
    given = storable(given)
    try:
        if given.text:
            clean = cleaned(given, allow_loopback=options.allow_loopback)
            return _add_text(db_url, clean, options)
        return _add_page(db_url, as_shared(given.url.strip()), options)
    except NotAddedError as refused:
        return Answer(error=str(refused))


def _add_text(db_url: str, given: VacancyToAdd, options: CrawlOptions) -> Answer:
    now = options.clock()
    with connect(db_url) as db:
        vacancy = vacancy_in(given, places.gazetteer(db), now=now)
        check_understood(vacancy)
        at_address = spellings(given.url) if given.url else []
        key, ours = vacancy.source_key, [BY_HAND]
        known = vacancies_to_add.known(db, at_address, key=key, sources=ours)
        here = next((one for one in known if _is_same(one, vacancy)), None)
        if here is None or here.id == vacancy.id:  # seen once more
            keep(db, vacancy, fetched=None, reserved=False, now=now)
    shown = here.shown_as if here else vacancy.id
    return Answer(vacancy_id=shown, known=here is not None)


def _is_same(known: KnownVacancy, vacancy: Vacancy) -> bool:
    """Whether it is this one, and still open."""
    same = known.title.casefold() == vacancy.title.casefold()
    return same and known.status != "gone"


def _add_page(db_url: str, url: str, options: CrawlOptions) -> Answer:
    with connect(db_url) as db:
        left_alone = why_left_alone(url, sources.all(db))
        check_address(url, left_alone, allow_loopback=options.allow_loopback)
        known = vacancies_to_add.known(db, spellings(url))
        if known and known[0].status != "gone" and _is_one(known):
            return Answer(vacancy_id=known[0].shown_as, known=True)
        if rest := resting(hosts.one(db, host_of(url)), options.clock()):
            raise not_answered(rest)
        gazetteer = places.gazetteer(db)
    reader = Reader(
        source=MANUAL, platform=platform_named("jobposting"), gazetteer=gazetteer
    )
    read = _read(url, options)
    vacancy = vacancy_on(
        read.fetched, reader, now=options.clock(), reserved=read.reserved
    )
    with connect(db_url) as db:
        return _keep(db, vacancy, read, options)


def _is_one(known: list[KnownVacancy]) -> bool:
    """Whether they are one job: at the address of a list stand many."""
    return len({one.title.casefold() for one in known}) == 1


def _read(url: str, options: CrawlOptions) -> _Read:
    agent = options.user_agent.split("/")[0].strip()

    async def question(fetch: Fetch) -> _Read:
        fetched = await fetch(url)
        robots = await fetch(at_root(fetched.url, "/robots.txt"))
        told = (
            reservation_of(fetched.headers, fetched.text),
            reservation_in_robots(robots.text, agent),
        )
        return _Read(fetched=fetched, reserved=any(one.reserved for one in told))

    async def everything(process: AsyncCrawlerProcess) -> _Read:
        return await ask(process, question)

    try:
        return in_reactor(options, everything)
    except UnansweredError as silence:
        raise not_answered(silence.trouble.error) from silence


def _keep(db: Db, vacancy: Vacancy, read: _Read, options: CrawlOptions) -> Answer:
    """What a source has already is seen once more; anything else is added."""
    here = [one for one in sources.all(db) if same_site(one.url, vacancy.url)]
    known = vacancies_to_add.known(
        db,
        [*spellings(vacancy.url), *spellings(read.fetched.url)],
        key=vacancy.source_key,
        sources=[one.name for one in here],
    )
    if known and known[0].source != BY_HAND and _is_one(known):
        vacancy_checks.record(db, known[0].id, open_(), now=options.clock())
        return Answer(vacancy_id=known[0].shown_as, known=True)
    ours = as_added(vacancy)
    keep(db, ours, fetched=read.fetched, reserved=read.reserved, now=options.clock())
    return Answer(vacancy_id=ours.id)
