"""The whole crawl as in production: fetched, read, understood and stored."""

from dataclasses import dataclass

from crawlers.benchmark.work import BenchmarkError, Counter
from crawlers.run import CrawlOptions, crawl
from schemas.source import Source

USER_AGENT = "SpoorzoekerBenchmark/1.0 (+http://127.0.0.1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """A crawl of the generated site into the database at `url`."""

    url: str
    source: Source
    pages: int
    at_once: int

    def __call__(self, counter: Counter) -> None:
        """BenchmarkError when not every vacancy of the site was found."""
        options = CrawlOptions(
            user_agent=USER_AGENT,
            allow_loopback=True,
            at_once=self.at_once,
            progress=counter.show,
        )
        [run] = crawl(self.url, [self.source], options)
        if (run.status, run.found) != ("ok", self.pages):
            raise BenchmarkError(
                f"our crawl of {self.pages} pages: {run.status}, found {run.found}"
                f" ({run.error})"
            )


def source_of(origin: str) -> Source:
    """The generated site as a source that may be read without delay."""
    return Source(
        name="benchmark",
        platform="jobposting",
        url=f"{origin}/sitemap.xml",
        employer=None,
        intermediary=False,
        terms="permission",
        enabled=True,
        delay=0.0,
        invented=True,
    )
