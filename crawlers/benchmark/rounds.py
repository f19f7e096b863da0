"""The two crawls with what they need; ours goes each time into a new database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from crawlers.benchmark.measuring import Sample, cpu_of
from crawlers.benchmark.ours import Collecting, source_of
from crawlers.benchmark.reference import Downloading
from crawlers.benchmark.server import RunningSite
from crawlers.benchmark.work import Crawling, Watched, watched
from schemas import embedded, gazetteer_source, migrations
from schemas.database import connect, role_url
from schemas.settings import read_settings
from schemas.tables import places, sources

Who = Literal["ours", "reference"]
SETTINGS = read_settings({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One crawl, and the processor seconds it made the database and the site spend."""

    who: Who
    pages: int
    watched: Watched
    database_cpu: float
    site_cpu: float

    @property
    def seconds(self) -> float:
        """By the clock."""
        return self.watched.spent.seconds

    @property
    def pages_per_second(self) -> float:
        """By the clock."""
        return self.pages / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Milliseconds a page, of the crawl's own processes."""
        return 1000 * self.watched.spent.cpu / self.pages

    @property
    def database_ms(self) -> float:
        """Milliseconds a page, of the database."""
        return 1000 * self.database_cpu / self.pages

    @property
    def site_ms(self) -> float:
        """Milliseconds a page, of the site."""
        return 1000 * self.site_cpu / self.pages

    @property
    def samples(self) -> tuple[Sample, ...]:
        """The memory on the way."""
        return self.watched.samples

    @property
    def peak(self) -> int:
        """The most resident bytes that were seen."""
        return max((sample.rss for sample in self.samples), default=0)


class Rounds:
    """The two crawls of a site that is being served, as often as is wanted."""

    def __init__(self, home: Path, *, at_once: int) -> None:
        self._at_once = at_once
        self._server = embedded.start(home)
        self._made = 0
        self._places = list(gazetteer_source.dutch_places())
        self._postcodes = gazetteer_source.dutch_postcodes(fetch=False)

    def stop(self) -> None:
        """Stop the database server."""
        self._server.cleanup()

    def reference(self, site: RunningSite) -> Run:
        """Scrapy downloads the site."""
        download = Downloading(
            origin=site.origin, pages=site.plan.pages, at_once=self._at_once
        )
        return self._run("reference", site, download)

    def ours(self, site: RunningSite) -> Run:
        """We crawl the site."""
        source = source_of(site.origin)
        url = self._new_database()
        with connect(url) as db:
            sources.add(db, source)
        collect = Collecting(
            url=url, source=source, pages=site.plan.pages, at_once=self._at_once
        )
        return self._run("ours", site, collect)

    def _run(self, who: Who, site: RunningSite, crawling: Crawling) -> Run:
        database = self._server.get_pid() or 0
        before = cpu_of(database), cpu_of(site.pid)
        seen = watched(crawling)
        return Run(
            who=who,
            pages=site.plan.pages,
            watched=seen,
            database_cpu=cpu_of(database) - before[0],
            site_cpu=cpu_of(site.pid) - before[1],
        )

    def _new_database(self) -> str:
        """Migrated and with its places; the address for the crawler's role."""
        self._made += 1
        url = embedded.new_database(self._server, f"benchmark_{self._made}")
        migrations.migrate(SETTINGS, url)
        with connect(role_url(SETTINGS, url, "maintenance")) as db:
            places.store_places(db, self._places)
            places.store_postcodes(db, self._postcodes)
        return role_url(SETTINGS, url, "crawler")


@contextmanager
def prepared(*, at_once: int) -> Iterator[Rounds]:
    """A database server for as many crawls as is wanted."""
    with embedded.passing_home() as home:
        rounds = Rounds(home, at_once=at_once)
        try:
            yield rounds
        finally:
            rounds.stop()
