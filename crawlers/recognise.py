"""Given any address, find out which platform is there, by asking what it would ask."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawlers.fetching.addresses import is_loopback_host
from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
    origin_of,
)
from crawlers.platforms.jobposting import JobPostingSite
from crawlers.platforms.recruitee import Recruitee
from crawlers.platforms.teamtailor import Teamtailor
from schemas.source import Platform, RunStatus, Source

USUAL_DELAY = 2.0
MOST_SAMPLES = 5
MOST_LISTS = 12


class NotRecognisedError(ValueError):
    """No vacancies that we can read; `status` is what a crawl would have called it."""

    def __init__(self, status: RunStatus, error: str) -> None:
        super().__init__(error)
        self.status: RunStatus = status


class UnansweredError(ValueError):
    """A page that cannot be had; `status` is 404 and the like, or 0 for no answer."""

    def __init__(self, http_status: int, status: RunStatus, error: str) -> None:
        super().__init__(error)
        self.http_status = http_status
        self.status: RunStatus = status


Fetch = Callable[[str], Awaitable[Answer]]  # raises UnansweredError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    platform: Platform
    url: str
    employer: str | None


async def recognise(address: str, fetch: Fetch) -> Source:
    """The source at an address, ready to be registered.

    Raises NotRecognisedError, with the status and the plain reason.
    """
    try:
        first = await fetch(address)
    except UnansweredError as unanswered:
        raise NotRecognisedError(unanswered.status, str(unanswered)) from unanswered
    for look in (_recruitee, _teamtailor, _job_postings):
        if found := await look(first, fetch):
            return _source(found)
    host = urlsplit(first.page.url).netloc
    raise NotRecognisedError(
        "failed",
        f"op {host} staan geen vacatures die wij kunnen lezen: geen Recruitee, geen"
        " Teamtailor en geen pagina's met een schema.org JobPosting",
    )


async def _board(
    platform: CareerPlatform, first: Answer, fetch: Fetch
) -> Reading | None:
    """What the platform's own address gives, if it is the platform at all."""
    visit: Visit | None = platform.first(_guess(platform.name, first.page.url))
    while visit:
        try:
            return platform.read(await fetch(visit.url), visit)
        except (UnansweredError, UnexpectedAnswerError):
            visit = visit.otherwise[0] if visit.otherwise else None
    return None


async def _recruitee(first: Answer, fetch: Fetch) -> _Found | None:
    platform = Recruitee()
    reading = await _board(platform, first, fetch)
    return _board_found(platform, reading, first)


async def _teamtailor(first: Answer, fetch: Fetch) -> _Found | None:
    platform = Teamtailor()
    reading = await _board(platform, first, fetch)
    return _board_found(platform, reading, first)


def _board_found(
    platform: CareerPlatform, reading: Reading | None, first: Answer
) -> _Found | None:
    if reading is None:
        return None
    own_host = f"{platform.name}.com" in (urlsplit(first.page.url).hostname or "")
    if not reading.postings and not own_host:
        return None
    employer = next((p.employer for p in reading.postings if p.employer), None)
    return _Found(
        platform=platform.name, url=origin_of(first.page.url), employer=employer
    )


async def _job_postings(first: Answer, fetch: Fetch) -> _Found | None:
    """A sitemap or list that leads to at least one page with a readable vacancy."""
    start = _start_of(first)
    platform = JobPostingSite()
    waiting = [platform.first(_guess("jobposting", start))]
    asked: set[str] = set()
    samples = lists = 0
    named_none = False
    while waiting and samples < MOST_SAMPLES and lists < MOST_LISTS:
        visit = waiting.pop(0)
        if visit.url in asked:
            continue
        asked.add(visit.url)
        samples += visit.kind == "detail"
        lists += visit.kind != "detail"
        reading = await _try(platform, visit, first, fetch)
        if reading and reading.postings:
            return _Found(platform="jobposting", url=start, employer=None)
        if visit.kind == "sitemap" and reading and not reading.visits:
            named_none = True
        onward = list(reading.visits) if reading else []
        waiting = [*onward, *waiting, *([] if onward else visit.otherwise)]
    if named_none and not samples:
        raise NotRecognisedError(
            "suspect",
            f"de sitemap van {urlsplit(start).netloc} noemt geen enkele pagina",
        )
    return None


async def _try(
    platform: CareerPlatform, visit: Visit, first: Answer, fetch: Fetch
) -> Reading | None:
    try:
        answer = first if visit.url == first.page.url else await fetch(visit.url)
        return platform.read(answer, visit)
    except (UnansweredError, UnexpectedAnswerError, NoPostingError, NotAPageError):
        return None


def _start_of(first: Answer) -> str:
    """A page with one vacancy stands for the site it is on."""
    try:
        alone = len(read_postings(first.page)) == 1
    except (NoPostingError, NotAPageError):
        alone = False
    return at_root(first.page.url, "/") if alone else first.page.url


def _guess(platform: Platform, url: str) -> Source:
    return _source(_Found(platform=platform, url=url, employer=None))


def _source(found: _Found) -> Source:
    return Source(
        name=name_of(found.url),
        platform=found.platform,
        url=found.url,
        employer=found.employer,
        intermediary=False,
        terms="unknown",
        enabled=True,
        delay=0.0 if is_loopback_host(found.url) else USUAL_DELAY,
        invented=False,
    )


def name_of(url: str) -> str:
    """`https://www.werkenbij-x.nl/vacatures` is called `werkenbij-x-nl`."""
    netloc = urlsplit(url).netloc.lower().removeprefix("www.")
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in netloc)
    return letters.strip("-")[:60] or "bron"
