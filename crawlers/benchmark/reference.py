"""What a crawl is compared with: Scrapy that downloads every page and reads none.

Its own defaults, save for the number of items at once, which by default doubles its
processor time (see `crawlers.fetching.settings`), and what a fair crawl needs: the
same number of requests at once and robots.txt.
"""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from crawlers.benchmark.work import BenchmarkError, Counter

OK = 200
LOCATION = re.compile(r"<loc>([^<]+)</loc>")


class DownloadSpider(Spider):
    """Follows the sitemaps to every page."""

    name = "download"

    def __init__(self, *, origin: str, counter: Counter) -> None:
        super().__init__()
        self._origin = origin
        self._counter = counter

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the index of the sitemaps."""
        yield Request(f"{self._origin}/sitemap.xml", callback=self.read_index)

    def read_index(self, response: Response) -> Iterator[Request]:
        """Ask for each sitemap."""
        for url in LOCATION.findall(response.text):
            yield Request(url, callback=self.read_sitemap)

    def read_sitemap(self, response: Response) -> Iterator[Request]:
        """Ask for each page."""
        for url in LOCATION.findall(response.text):
            yield Request(url, callback=self.count)

    def count(self, response: Response) -> None:
        """Only look whether it came."""
        if response.status == OK and response.body:
            self._counter.add()


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloading:
    """A download of the whole site."""

    origin: str
    pages: int
    at_once: int

    def __call__(self, counter: Counter) -> None:
        """BenchmarkError when not every page came; starts the only reactor."""
        settings: dict[str, Any] = {
            "CONCURRENT_ITEMS": 8,
            "CONCURRENT_REQUESTS": self.at_once,
            "CONCURRENT_REQUESTS_PER_DOMAIN": self.at_once,
            "DOWNLOAD_DELAY": 0,
            "ROBOTSTXT_OBEY": True,
            "LOG_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
        }
        process = AsyncCrawlerProcess(settings)
        process.crawl(DownloadSpider, origin=self.origin, counter=counter)
        process.start()
        if counter.value != self.pages:
            raise BenchmarkError(f"Scrapy got {counter.value} of {self.pages} pages")
