"""The whole benchmark: rounds in turn, then, if wanted, one long crawl."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from crawlers.benchmark.rounds import Run, prepared
from crawlers.benchmark.server import served
from crawlers.benchmark.site import Plan
from crawlers.benchmark.summary import memory_of, summary_of

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How much to measure; without `watched_pages` no long crawl."""

    pages: int
    rounds: int
    at_once: int
    watched_pages: int
    seed: int
    today: date


def bench(wanted: Wanted, say: Say) -> dict[str, Any]:
    """The figures; BenchmarkError when a crawl does not do its work."""
    runs: list[Run] = []
    with prepared(at_once=wanted.at_once) as rounds:
        with served(_plan(wanted, wanted.pages)) as site:
            for _ in range(wanted.rounds):
                for crawl in (rounds.ours, rounds.reference):
                    runs.append(crawl(site))
                    say(_line(runs[-1]))
        figures = summary_of(runs)
        if wanted.watched_pages:
            with served(_plan(wanted, wanted.watched_pages)) as site:
                long = rounds.ours(site)
            say(_line(long))
            figures["memory"] = memory_of(long)
    return figures


def _plan(wanted: Wanted, pages: int) -> Plan:
    return Plan(seed=wanted.seed, pages=pages, today=wanted.today)


def _line(run: Run) -> str:
    return (
        f"{run.who}: {run.pages} pages, {run.pages_per_second:.0f} a second, "
        f"{run.cpu_ms:.2f} ms of processor time a page"
    )
