"""Given any address, find out which platform is there, by asking what it would ask.

From cheap to dear: a board by its address, the boards a page links to, those whose
builder left a mark, the usual answers of Recruitee and Teamtailor, sitemap and pages,
and a feed.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawlers.collecting.fetched import Fetched
from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import CareerPlatform, Visit, at_root, origin_of
from crawlers.platforms.known import PLATFORMS
from crawlers.platforms.vacancy_links import VACANCY_PATH
from crawlers.probe.lists import Lists, read_lists, read_pages, spread
from crawlers.probe.marks import Board, board_at, boards_built, boards_linked
from crawlers.probe.names import names_agree
from crawlers.probe.questions import NoAnswerError, Questions
from crawlers.probe.recognised import NotRecognisedError as NotRecognisedError
from crawlers.probe.recognised import Recognised, source_at
from crawlers.probe.recognised import name_of as name_of
from schemas.source import Platform
from schemas.vacancy import Posting

MOST_TRIED = 5  # pages, before a site is said to hold no vacancies
MOST_BOARDS = 3  # of those that a page links to
SHORTEST_PART = 4  # letters of a host that tell something
GUESSED: tuple[Platform, ...] = ("recruitee", "teamtailor")  # at the employer's host
STRUCTURED = {"json-ld", "microdata"}
WAYS: dict[Platform, str] = {"teamtailor": "feed", "personio": "feed", "feed": "feed"}


async def recognise(address: str, questions: Questions) -> Recognised:
    """What is at an address; NotRecognisedError with the status and the plain reason.

    A board is believed when it answers as its platform does. One that a page only
    links to must bear the name of the page, or of its host.
    """
    if board := board_at(address):
        return await _the_board(board, questions)
    start = await first_page(address, questions)
    if board := board_at(start.url):
        return await _the_board(board, questions)
    others: list[str] = []
    async for found in _ways_in(start, questions):
        if _is_ours(found, start):
            return replace(found, others=tuple(others))
        others.append(found.url)
    held = await _by_pages(start, questions) or await _by_feed(start, questions)
    if held is None:
        raise _nothing(start, others)
    return replace(held, others=tuple(others))


async def first_page(address: str, questions: Questions) -> Fetched:
    """The page at the address itself; NotRecognisedError when it cannot be had."""
    try:
        return await questions.ask(Visit(url=address, kind="listing"))
    except NoAnswerError as silence:
        raise NotRecognisedError(silence.status, str(silence)) from silence


async def _the_board(board: Board, questions: Questions) -> Recognised:
    """The board that the address names: there it is, or there is nothing."""
    found, trouble = await _try(board, questions)
    if found:
        return found
    if trouble:
        raise NotRecognisedError(trouble.status, str(trouble))
    raise NotRecognisedError("changed", f"{board.url} antwoordt niet als een bord")


async def _ways_in(start: Fetched, questions: Questions) -> AsyncIterator[Recognised]:
    """The boards that answer, of those that the page gives away or that are usual."""
    page = start.answer("").page
    linked = boards_linked(page)[:MOST_BOARDS]
    for board in (*linked, *_once((*boards_built(page), *_usual(start.url)))):
        found, _ = await _try(board, questions)
        if found and (found.lists.postings or found.lists.details):
            yield found


def _once(boards: Iterable[Board]) -> list[Board]:
    return list({(b.platform.name, b.url): b for b in boards}.values())


def _usual(url: str) -> list[Board]:
    known = [found for name in GUESSED if (found := _platform(name))]
    return [Board(platform=platform, url=origin_of(url)) for platform in known]


async def _try(
    board: Board, questions: Questions
) -> tuple[Recognised | None, NoAnswerError | None]:
    """The board, when it answers as its platform does, or why it does not answer."""
    first = board.platform.first(source_at(board.platform.name, board.url))
    if first is None:
        return None, None
    lists = await read_lists(board.platform, first, questions)
    if not lists.read:
        return None, lists.trouble
    employer = next((p.employer for p in lists.postings.values() if p.employer), None)
    found = Recognised(
        platform=board.platform,
        url=board.url,
        way=WAYS.get(board.platform.name, "API"),
        employer=lists.employer or employer,
        lists=lists,
    )
    return found, None


def _is_ours(found: Recognised, start: Fetched) -> bool:
    """Whether a board that the page links to is the employer's own."""
    if urlsplit(found.url).netloc == urlsplit(start.url).netloc:
        return True
    if found.employer and names_agree(found.employer, start.url):
        return True
    parts = urlsplit(start.url).netloc.removeprefix("www.").split(".")
    return any(len(p) >= SHORTEST_PART and p in found.url for p in parts[:-1])


async def _by_pages(start: Fetched, questions: Questions) -> Recognised | None:
    """A sitemap or list that leads to at least one page with a readable vacancy."""
    url, platform = _start_of(start), _platform("jobposting")
    first = platform.first(source_at("jobposting", url)) if platform else None
    if platform is None or first is None:
        return None
    lists = await read_lists(platform, first, questions)
    sample = await _one_page(platform, lists, questions)
    if not sample and lists.empty and not lists.details:
        host = urlsplit(url).netloc
        error = f"de sitemap van {host} noemt geen enkele pagina"
        raise NotRecognisedError("suspect", error)
    if not sample:
        return None
    parts = {origin.part for p in sample if (origin := p.origins.get(""))}
    holds = "JobPosting" if parts & STRUCTURED else "gegevens in de pagina"
    by = "sitemap" if lists.by == "sitemap" else "lijst"
    return Recognised(
        platform=platform, url=url, way=f"{by} en {holds}", employer=None, lists=lists
    )


async def _one_page(
    platform: CareerPlatform, lists: Lists, questions: Questions
) -> tuple[Posting, ...]:
    if lists.postings:
        return tuple(lists.postings.values())
    tried = spread(list(lists.details.values()), MOST_TRIED)
    return (await read_pages(platform, tried, questions, wanted=1)).postings


async def _by_feed(start: Fetched, questions: Questions) -> Recognised | None:
    """The feed of a page, when what is in it looks like vacancies and can be read."""
    if (platform := _platform("feed")) is None:
        return None
    found, _ = await _try(Board(platform=platform, url=start.url), questions)
    if found is None or not _about_vacancies(found.lists):
        return None
    return found if await _one_page(platform, found.lists, questions) else None


def _about_vacancies(lists: Lists) -> bool:
    """Whether most of a feed is vacancies: many a feed is of news."""
    urls = [*lists.details, *(posting.url for posting in lists.postings.values())]
    ours = [url for url in urls if VACANCY_PATH.search(urlsplit(url).path)]
    return 2 * len(ours) > len(urls)


def _platform(name: Platform) -> CareerPlatform | None:
    return next((platform for platform in PLATFORMS if platform.name == name), None)


def _start_of(start: Fetched) -> str:
    """A page with one vacancy stands for the site it is on."""
    try:
        alone = len(read_postings(start.answer("").page)) == 1
    except (NoPostingError, NotAPageError):
        alone = False
    return at_root(start.url, "/") if alone else start.url


def _nothing(start: Fetched, others: Sequence[str]) -> NotRecognisedError:
    host = urlsplit(start.url).netloc
    error = (
        f"op {host} staan geen vacatures die wij kunnen lezen: geen bord dat wij kennen"
        " en geen pagina's met een schema.org JobPosting"
    )
    if others:
        error += f"; de pagina noemt wel {', '.join(others)}, van een ander"
    return NotRecognisedError("failed", error)
