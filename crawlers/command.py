"""What `spoorzoeker crawl` does."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from crawlers.collecting.pages_ahead import Limits
from crawlers.run import CrawlOptions, crawl_address, utc_now
from crawlers.run import crawl as crawl_sources
from schemas.database import connect, is_local
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.source import CrawlRun, Source
from schemas.tables import sources as source_table


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How to crawl, as said on the command line."""

    allow_loopback: bool = False
    everything: bool = False
    most_pages: int | None = None
    heed_rest: bool = False


def crawl(
    opened: OpenDatabase, *, names: Sequence[str], address: str | None, how: How
) -> list[CrawlRun]:
    """Crawl all enabled sources, those named, or a new address.

    BadInputError for an unknown name, for no source at all, and for loopback on a
    database that is not local.
    """
    if how.allow_loopback and not is_local(opened.url):
        raise BadInputError("--allow-loopback is refused: the database is not local")
    url = opened.role("crawler")
    with _progress() as bar:
        options = CrawlOptions(
            user_agent=opened.settings.user_agent,
            allow_loopback=how.allow_loopback,
            progress=_Bars(bar).show,
            limits=Limits(most_pages=how.most_pages, everything=how.everything),
            heed_rest=how.heed_rest,
        )
        if address:
            runs = [crawl_address(url, address, options)]
        else:
            runs = crawl_sources(url, _chosen(url, names), options)
    _find_same_jobs(url)
    return runs


def _find_same_jobs(url: str) -> None:
    # Not above: it takes a second to import, and other commands do without.
    from crawlers.clustering.recluster import recluster

    with connect(url) as db:
        recluster(db, now=utc_now())


def _chosen(url: str, names: Sequence[str]) -> list[Source]:
    with connect(url) as db:
        known = {source.name: source for source in source_table.all(db)}
    if unknown := [name for name in names if name not in known]:
        raise BadInputError(f"no such source: {', '.join(unknown)}")
    by_hand = {source.name for source in known.values() if source.platform == "manual"}
    if named := by_hand & set(names):
        raise BadInputError(
            f"{', '.join(named)}: vacancies added by hand are no site to crawl; to look"
            " whether they are still open: spoorzoeker vacancies check --added"
        )
    chosen = [known[name] for name in names] or [
        source
        for source in known.values()
        if source.enabled and source.name not in by_hand
    ]
    if not chosen:
        raise BadInputError(
            "there is no source yet; give one with `spoorzoeker crawl --url …`"
        )
    return chosen


class _Bars:
    """One progress bar per source, only on a terminal."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bars: dict[str, TaskID] = {}

    def show(self, source: str, done: int, expected: int | None) -> None:
        """Draw how far one source is."""
        if source not in self._bars:
            self._bars[source] = self._progress.add_task(source, total=expected)
        self._progress.update(self._bars[source], completed=done, total=expected)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
