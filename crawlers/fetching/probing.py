"""Looking at an address through Scrapy, as politely as crawling it."""

from collections.abc import AsyncIterator

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawlers.fetching.answers import classify, text_of, why_not
from crawlers.fetching.politeness import RobotsForbidError
from crawlers.fetching.settings import LIST_MAXSIZE
from crawlers.fetching.tally import Trouble
from crawlers.pages.page import Page
from crawlers.platforms.base import Answer, Visit
from crawlers.recognise import (
    NotRecognisedError,
    UnansweredError,
    recognise,
)
from schemas.source import RunStatus, Source


class CrawlInterruptedError(Exception):
    """Ctrl-C; a KeyboardInterrupt inside a task would tear the event loop down."""


class ProbeSpider(Spider):
    """Asks the questions of `recognise`, one after the other."""

    name = "probe"

    def __init__(
        self, *, address: str, found: list[Source | NotRecognisedError]
    ) -> None:
        super().__init__()
        self._address = address
        self._found = found

    async def start(self) -> AsyncIterator[Request]:
        """Everything happens here; there is nothing to schedule."""
        try:
            self._found.append(await recognise(self._address, self._fetch))
        except NotRecognisedError as nothing:
            self._found.append(nothing)
        nothing_to_schedule: tuple[Request, ...] = ()
        for request in nothing_to_schedule:
            yield request

    async def _fetch(self, url: str) -> Answer:
        request = Request(
            url, callback=NO_CALLBACK, meta={"download_maxsize": LIST_MAXSIZE}
        )
        engine = self.crawler.engine
        assert engine is not None  # noqa: S101 - a spider that runs has an engine
        try:
            response = await engine.download_async(request)
        except RobotsForbidError as forbidden:
            raise UnansweredError(
                0, "blocked", f"robots.txt verbiedt {url}"
            ) from forbidden
        except IgnoreRequest as refused:
            raise _unanswered(why_not(refused)) from refused
        except Exception as silence:
            raise _unanswered(why_not(silence)) from silence
        meaning = classify(response, Visit(url=url, kind="listing"))
        if meaning != "read":
            statuses: dict[str, RunStatus] = {"missing": "gone", "blocked": "blocked"}
            raise UnansweredError(
                response.status,
                statuses.get(meaning, "failed"),
                f"{url} antwoordt met HTTP {response.status}",
            )
        page = Page(source="", url=response.url, text=text_of(response))
        return Answer(page=page, body=response.body)


def _unanswered(trouble: Trouble) -> UnansweredError:
    return UnansweredError(0, trouble.status, trouble.error)


async def probe(process: AsyncCrawlerProcess, address: str) -> Source:
    """The source at an address; NotRecognisedError says what is there instead."""
    found: list[Source | NotRecognisedError] = []
    await process.crawl(ProbeSpider, address=address, found=found)
    if not found:
        raise CrawlInterruptedError(address)
    if isinstance(found[0], NotRecognisedError):
        raise found[0]
    return found[0]
