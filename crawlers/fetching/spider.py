"""The one spider: it fetches what a platform asks for and hands over what comes."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from scrapy import Spider, signals
from scrapy.exceptions import CloseSpider, DontCloseSpider
from scrapy.http import Request, Response

from crawlers.fetching.answers import classify, conditions, fetched_of, text_of, why_not
from crawlers.fetching.politeness import RobotsForbidError
from crawlers.fetching.recorder import Recorder
from crawlers.fetching.settings import LIST_MAXSIZE
from crawlers.fetching.tally import Tally, Trouble
from crawlers.pages.jobposting import (
    BrokenPostingError,
    NoPostingError,
    VacancyGoneError,
)
from crawlers.pages.page import NotAPageError, Page
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
)
from schemas.source import Source

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MOST_FAILURES = 10  # in a row; then the site is left alone
Progress = Callable[[str, int, int | None], None]


@dataclass(slots=True, kw_only=True)
class Job:
    """One source to crawl; `interrupted` is set when the crawl was cut off."""

    source: Source
    platform: CareerPlatform
    recorder: Recorder
    progress: Progress | None
    tally: Tally = field(default_factory=Tally)
    interrupted: bool = False


class VacancySpider(Spider):
    """Visits one source; reading is the platform's work, writing the recorder's."""

    name = "vacancies"

    def __init__(self, *, job: Job) -> None:
        super().__init__()
        self.job = job
        self._asked: set[str] = set()
        self._fallbacks: list[Visit] = []
        self._list_trouble: Trouble | None = None
        self._a_list_was_read = False
        self._failures = 0
        self._progressed = 0

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401
        """Scrapy's way of making a spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.idle, signals.spider_idle)
        crawler.signals.connect(spider.stumbled, signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the first page of the platform."""
        for request in self._requests([self.job.platform.first(self.job.source)]):
            yield request

    def parse(self, response: Response, visit: Visit) -> Iterator[Request]:
        """Weigh the answer, read it, and go on from there."""
        tally, recorder = self.job.tally, self.job.recorder
        match classify(response, visit):
            case "unchanged":
                recorder.unchanged(visit.url)
                self._done(visit)
            case "missing":
                self._missing(response, visit)
            case "blocked":
                tally.stop("blocked", f"de site weigert ons (HTTP {response.status})")
                raise CloseSpider("blocked")
            case "failed":
                self._failed(visit, Trouble("failed", f"HTTP {response.status}"))
            case "read":
                yield from self._read(response, visit)

    def failed(self, failure: Any) -> None:  # noqa: ANN401 - Twisted's, untyped
        """No answer at all, or none that we may ask for."""
        visit: Visit = failure.request.cb_kwargs["visit"]
        if failure.check(RobotsForbidError):
            self._forbidden(visit)
            return
        self._failed(visit, why_not(failure.value))

    def idle(self) -> None:
        """Nothing left to do: try another way in, if nothing was found so far."""
        if self.job.tally.announced or self.job.tally.trouble:
            return
        while self._fallbacks:
            for request in self._requests([self._fallbacks.pop(0)]):
                self._engine().crawl(request)
                raise DontCloseSpider

    def stumbled(self, failure: Any, response: Response) -> None:  # noqa: ANN401
        """A fault of our own, on one page; the others go on."""
        kind = type(failure.value).__name__
        self.job.tally.failed[response.url] = f"interne fout ({kind})"

    def closed(self, reason: str) -> None:
        """Close the run, unless it was cut off: then the next crawl takes it up."""
        if reason == "shutdown":
            self.job.interrupted = True
            return
        if not self._a_list_was_read and self._list_trouble:
            trouble = self._list_trouble
            self.job.tally.stop(trouble.status, trouble.error)
        self.job.recorder.run = self.job.recorder.finish(self.job.tally)

    def _read(self, response: Response, visit: Visit) -> Iterator[Request]:
        page = Page(
            source=self.job.source.name,
            url=response.url,
            text=text_of(response),
        )
        try:
            reading = self.job.platform.read(
                Answer(page=page, body=response.body), visit
            )
        except VacancyGoneError:
            self._missing(response, visit)
            return
        except (BrokenPostingError, NotAPageError):
            self._failed(visit, Trouble("changed", "de vacature is niet te lezen"))
            return
        except UnexpectedAnswerError as unexpected:
            self._failed(visit, Trouble("changed", str(unexpected)))
            return
        except NoPostingError:
            reading = Reading()
        self._take(response, visit, reading)
        yield from self._requests(reading.visits)

    def _take(self, response: Response, visit: Visit, reading: Reading) -> None:
        """Record what was read, and remember what it announces."""
        tally = self.job.tally
        self._failures = 0
        if visit.kind in {"listing", "sitemap"}:
            self._a_list_was_read = True
        tally.announced += reading.announced
        tally.cut = tally.cut or reading.cut
        self._fallbacks += [v for v in visit.otherwise if v not in self._fallbacks]
        if reading.postings or visit.kind == "detail":
            fetched = fetched_of(response, visit.url)
            self.job.recorder.page(fetched, reading.postings)
            tally.read += 1
            tally.empty += not reading.postings
        else:
            self.job.recorder.list_read()
        self._done(visit, count=len(reading.postings))

    def _missing(self, response: Response, visit: Visit) -> None:
        self._failures = 0
        if visit.kind == "detail":
            self.job.recorder.gone(fetched_of(response, visit.url))
            self.job.tally.read += 1
            self.job.tally.gone += 1
            self._done(visit)
            return
        self.job.recorder.list_read()
        self._fallbacks += [v for v in visit.otherwise if v not in self._fallbacks]
        if visit.kind != "robots":
            error = f"{visit.url} bestaat niet (HTTP {response.status})"
            self._list_trouble = Trouble("gone", error)

    def _failed(self, visit: Visit, trouble: Trouble) -> None:
        """A list that fails may have a stand-in; a page that fails is left unread."""
        self._fallbacks += [v for v in visit.otherwise if v not in self._fallbacks]
        if visit.kind == "detail":
            self.job.tally.failed[visit.url] = trouble.error
            self._failures += 1
            if self._failures >= MOST_FAILURES:
                error = (
                    f"{MOST_FAILURES} pagina's achter elkaar mislukt: {trouble.error}"
                )
                self.job.tally.stop("failed", error)
                raise CloseSpider("failures")
            self._done(visit)
            return
        self._list_trouble = trouble
        if not visit.guess and visit.kind != "robots":
            self.job.tally.failed[visit.url] = trouble.error
        if visit.kind == "robots" and trouble.status in {"gone", "blocked", "failed"}:
            self.job.tally.stop(trouble.status, trouble.error)
            raise CloseSpider("unreachable")

    def _forbidden(self, visit: Visit) -> None:
        self._fallbacks += [v for v in visit.otherwise if v not in self._fallbacks]
        if visit.kind == "detail":
            self.job.tally.forbidden.add(visit.url)
            self._done(visit)
        else:
            self._list_trouble = Trouble("blocked", f"robots.txt verbiedt {visit.url}")

    def _requests(self, visits: "list[Visit] | tuple[Visit, ...]") -> Iterator[Request]:
        for visit in visits:
            if visit.url in self._asked:
                continue
            self._asked.add(visit.url)
            if visit.kind == "detail" and visit.url in self.job.recorder.already:
                self.job.tally.read += 1
                self._done(visit)
                continue
            yield self._request(visit)

    def _request(self, visit: Visit) -> Request:
        marks = self.job.recorder.marks.get(visit.url)
        headers = conditions(marks) if marks and visit.kind == "detail" else {}
        meta = {} if visit.kind == "detail" else {"download_maxsize": LIST_MAXSIZE}
        return Request(
            visit.url,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"visit": visit},
            headers=headers,
            meta=meta,
            dont_filter=True,
        )

    def _done(self, visit: Visit, *, count: int = 1) -> None:
        """Tell how far we are: vacancies, or pages that should hold one."""
        self._progressed += 1 if visit.kind == "detail" else count
        if self.job.progress:
            expected = self.job.tally.announced or None
            self.job.progress(self.job.source.name, self._progressed, expected)

    def _engine(self) -> Any:  # noqa: ANN401 - Scrapy's engine
        return self.crawler.engine
