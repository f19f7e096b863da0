"""The one spider: it fetches what a collection asks for and hands over what comes.

It asks Scrapy's engine for each answer itself: the scheduler and the scraper, which
we do not use, would cost a page half as much processor time again. Slots, delays,
robots.txt, retries and redirects are the downloader's and apply all the same.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from scrapy import Spider
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from crawlers.collecting.apart import (
    Apart,
    ApartError,
    Started,
    reading_apart,
    start_reading,
)
from crawlers.collecting.collection import Collection
from crawlers.fetching.answers import fetched_of, why_not
from crawlers.fetching.politeness import RobotsForbidError
from crawlers.fetching.settings import LIST_MAXSIZE
from crawlers.platforms.base import Visit


class VacancySpider(Spider):
    """Between Scrapy and a collection; decides nothing itself."""

    name = "vacancies"

    def __init__(self, *, collection: Collection, early: list[Started]) -> None:
        super().__init__()
        self.collection = collection
        self._early = early
        self._apart: Apart | None = None
        self._writing = asyncio.Lock()

    async def start(self) -> AsyncIterator[Request]:
        """The whole crawl happens here; there is nothing to schedule."""
        try:
            await self._crawl()
        except Exception as fault:  # noqa: BLE001 - raised again by `finish`
            self.collection.fault = fault
        nothing_to_schedule: tuple[Request, ...] = ()
        for request in nothing_to_schedule:
            yield request

    def closed(self, reason: str) -> None:
        """Tell when it was cut off: then the next crawl takes the run up."""
        if reason == "shutdown":
            self.collection.cut_off()

    async def _crawl(self) -> None:
        at_once = self.crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        if at_once == 1:
            await self._visit_everything(at_once)
            return
        started = self._early.pop() if self._early else start_reading()
        async with reading_apart(self.collection.reader, started) as self._apart:
            await self._visit_everything(at_once)

    async def _visit_everything(self, at_once: int) -> None:
        while visits := self.collection.next():
            coming = deque(visits)
            await asyncio.gather(*(self._visit_all(coming) for _ in range(at_once)))

    async def _visit_all(self, coming: deque[Visit]) -> None:
        while coming and not self.collection.stopped:
            visit = coming.popleft()
            response = await self._answer(visit)
            if response is not None:
                coming.extend(await self._weigh(visit, response))
            if self.collection.recorder.is_due:
                await self._write()

    async def _write(self) -> None:
        """At a polite pace here and now; in a hurry beside the fetching, by one of us.

        The others go on meanwhile, unless the database falls behind.
        """
        recorder = self.collection.recorder
        if self._apart is None:
            recorder.flush()
        elif recorder.is_behind or not self._writing.locked():
            async with self._writing:
                await asyncio.to_thread(recorder.flush)

    async def _weigh(self, visit: Visit, response: Response) -> list[Visit]:
        try:
            fetched = fetched_of(response, visit.url)
            if self._apart is None or visit.kind != "detail":
                return self.collection.answered(visit, fetched)
            task = self.collection.task(visit, fetched)
            came = await self._apart.weigh(fetched, visit, task)
            return self.collection.weighed(visit, came)
        except ApartError as fault:
            self.collection.stumbled(visit, str(fault))
            return []
        except Exception as fault:  # noqa: BLE001 - of ours, on one page; others go on
            self.collection.stumbled(visit, type(fault).__name__)
            return []

    async def _answer(self, visit: Visit) -> Response | None:
        engine = self.crawler.engine
        assert engine is not None  # noqa: S101 - a spider that runs has an engine
        try:
            return await engine.download_async(self._request(visit))
        except RobotsForbidError:
            self.collection.forbidden(visit)
        except Exception as silence:  # noqa: BLE001 - each silence has its plain line
            self.collection.unanswered(visit, why_not(silence))
        return None

    def _request(self, visit: Visit) -> Request:
        headers = self.collection.conditions(visit)
        if visit.payload is not None:
            headers["Content-Type"] = "application/json"
        return Request(
            visit.url,
            method="GET" if visit.payload is None else "POST",
            body=visit.payload or "",
            callback=NO_CALLBACK,
            headers=headers,
            meta={} if visit.kind == "detail" else {"download_maxsize": LIST_MAXSIZE},
        )
