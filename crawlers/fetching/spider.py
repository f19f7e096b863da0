"""The one spider: it fetches what a collection asks for and hands over what comes."""

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

from scrapy import Spider, signals
from scrapy.exceptions import CloseSpider, DontCloseSpider
from scrapy.http import Request, Response

from crawlers.collecting.collection import Collection
from crawlers.fetching.answers import fetched_of, why_not
from crawlers.fetching.politeness import RobotsForbidError
from crawlers.fetching.settings import LIST_MAXSIZE
from crawlers.platforms.base import Visit

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class VacancySpider(Spider):
    """Between Scrapy and a collection; decides nothing itself."""

    name = "vacancies"

    def __init__(self, *, collection: Collection) -> None:
        super().__init__()
        self.collection = collection

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401
        """Scrapy's way of making a spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.idle, signals.spider_idle)
        crawler.signals.connect(spider.stumbled, signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the first page."""
        for request in self._requests(self.collection.next()):
            yield request

    def parse(self, response: Response, visit: Visit) -> Iterator[Request]:
        """Hand over an answer, and go on from there."""
        more = self.collection.answered(visit, fetched_of(response, visit.url))
        yield from self._requests(more)
        self._stop_if_told()

    def failed(self, failure: Any) -> None:  # noqa: ANN401 - Twisted's, untyped
        """No answer at all, or none that we may ask for."""
        visit: Visit = failure.request.cb_kwargs["visit"]
        if failure.check(RobotsForbidError):
            self.collection.forbidden(visit)
        else:
            self.collection.unanswered(visit, why_not(failure.value))
        self._stop_if_told()

    def idle(self) -> None:
        """Everything asked for came back: ask for more, if there is more."""
        visits = self.collection.next()
        for request in self._requests(visits):
            self._engine().crawl(request)
        if visits:
            raise DontCloseSpider

    def stumbled(self, failure: Any, response: Response) -> None:  # noqa: ANN401
        """A fault of our own, on one page; the others go on."""
        visit: Visit = response.cb_kwargs["visit"]
        self.collection.stumbled(visit, type(failure.value).__name__)

    def closed(self, reason: str) -> None:
        """Close the run, unless it was cut off: then the next crawl takes it up."""
        if reason == "shutdown":
            self.collection.cut_off()
        else:
            self.collection.finish()

    def _stop_if_told(self) -> None:
        if self.collection.trouble:
            raise CloseSpider(self.collection.trouble.status)

    def _requests(self, visits: Iterable[Visit]) -> Iterator[Request]:
        return map(self._request, visits)

    def _request(self, visit: Visit) -> Request:
        headers = self.collection.conditions(visit)
        if visit.payload is not None:
            headers["Content-Type"] = "application/json"
        meta = {} if visit.kind == "detail" else {"download_maxsize": LIST_MAXSIZE}
        return Request(
            visit.url,
            method="GET" if visit.payload is None else "POST",
            body=visit.payload or "",
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"visit": visit},
            headers=headers,
            meta=meta,
            dont_filter=True,
        )

    def _engine(self) -> Any:  # noqa: ANN401 - Scrapy's engine
        return self.crawler.engine
