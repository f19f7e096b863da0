"""Asking a site a few questions through Scrapy, as politely as crawling it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Protocol, TypeVar

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawlers.collecting.fetched import Fetched, Trouble
from crawlers.fetching.answers import fetched_of, why_not
from crawlers.fetching.politeness import RobotsForbidError
from crawlers.fetching.settings import LIST_MAXSIZE

Told = TypeVar("Told")


class CrawlInterruptedError(Exception):
    """Ctrl-C; a KeyboardInterrupt inside a task would tear the event loop down."""


class UnansweredError(Exception):
    """No answer came, or none that we may ask for; `trouble` says it plainly."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.error)
        self.trouble = trouble


class Fetch(Protocol):
    """Asks for an address; with `payload` that JSON is sent along, as a POST."""

    async def __call__(self, url: str, payload: str | None = None) -> Fetched:
        """Raises UnansweredError."""
        ...


Question = Callable[[Fetch], Awaitable[Told]]


class AskingSpider(Spider):
    """Lets one function ask its questions, one after the other."""

    name = "asking"

    def __init__(self, *, question: Question[Any], told: list[Any]) -> None:
        super().__init__()
        self._question = question
        self._told = told

    async def start(self) -> AsyncIterator[Request]:
        """Everything happens here; there is nothing to schedule."""
        try:
            self._told.append(await self._question(self._fetch))
        except Exception as error:  # noqa: BLE001 - raised again by `ask`
            self._told.append(error)
        nothing_to_schedule: tuple[Request, ...] = ()
        for request in nothing_to_schedule:
            yield request

    async def _fetch(self, url: str, payload: str | None = None) -> Fetched:
        request = Request(
            url,
            callback=NO_CALLBACK,
            method="GET" if payload is None else "POST",
            body=payload or "",
            headers={} if payload is None else {"Content-Type": "application/json"},
            meta={"download_maxsize": LIST_MAXSIZE},
        )
        engine = self.crawler.engine
        assert engine is not None  # noqa: S101 - a spider that runs has an engine
        try:
            return fetched_of(await engine.download_async(request), url)
        except RobotsForbidError as forbidden:
            trouble = Trouble("blocked", f"robots.txt verbiedt {url}")
            raise UnansweredError(trouble) from forbidden
        except IgnoreRequest as refused:
            raise UnansweredError(why_not(refused)) from refused
        except Exception as silence:
            raise UnansweredError(why_not(silence)) from silence


async def ask(
    process: AsyncCrawlerProcess, question: Question[Told], *, delay: float = 0.0
) -> Told:
    """What the question comes to; its own errors are raised here.

    `delay`: seconds between two requests to one host, when robots.txt asks no more.
    CrawlInterruptedError when it was cut off.
    """

    class AtAPace(AskingSpider):
        """Asks at this pace."""

        custom_settings = {"DOWNLOAD_DELAY": delay}

    told: list[Any] = []
    await process.crawl(AtAPace, question=question, told=told)
    if not told:
        raise CrawlInterruptedError
    if isinstance(told[0], Exception):
        raise told[0]
    answer: Told = told[0]
    return answer
