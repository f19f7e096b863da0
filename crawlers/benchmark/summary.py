"""From runs to the figures that are shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from statistics import median
from typing import Any

from crawlers.benchmark.measuring import Sample, growth_of
from crawlers.benchmark.rounds import Run, Who

GOAL = 0.75  # of the pages a second of the reference
MOST_SHOWN = 100  # samples of memory


def summary_of(runs: Sequence[Run]) -> dict[str, Any]:
    """Medians over the rounds; `ratio` is our pages a second to Scrapy's.

    Milliseconds of processor time are per page: of the crawl's own processes, and
    what it made the database and the site spend.
    """

    def middle(who: Who, figure: Callable[[Run], float]) -> float:
        return median(figure(run) for run in runs if run.who == who)

    def speed(run: Run) -> float:
        return run.pages_per_second

    ours, reference = middle("ours", speed), middle("reference", speed)
    return {
        "ratio": round(ours / reference, 3),
        "ours": round(ours, 1),
        "reference": round(reference, 1),
        "against": f"Scrapy {version('scrapy')}, only downloading",
        "unit": "pages/s",
        "rss_bytes": max(run.peak for run in runs if run.who == "ours"),
        "cpu_ms_per_page": {
            "ours": round(middle("ours", lambda run: run.cpu_ms), 3),
            "reference": round(middle("reference", lambda run: run.cpu_ms), 3),
            "database": round(middle("ours", lambda run: run.database_ms), 3),
            "site": round(middle("ours", lambda run: run.site_ms), 3),
        },
        "runs": [_row(run) for run in runs],
    }


def _row(run: Run) -> dict[str, Any]:
    return {
        "who": run.who,
        "pages": run.pages,
        "seconds": round(run.seconds, 3),
        "pages_per_second": round(run.pages_per_second, 1),
        "cpu_ms_per_page": round(run.cpu_ms, 3),
        "database_cpu_ms_per_page": round(run.database_ms, 3),
        "site_cpu_ms_per_page": round(run.site_ms, 3),
        "rss_bytes": run.peak,
    }


def memory_of(run: Run) -> dict[str, Any]:
    """How memory went in one long crawl of ours; TooFewSamplesError when too short."""
    growth = growth_of(run.samples)
    return {
        "pages": run.pages,
        "median_bytes": growth.median,
        "bytes_per_page": round(growth.bytes_per_page, 1),
        "growth": round(growth.share, 4),
        "flat": growth.is_flat,
        "samples": [[s.pages, s.rss] for s in _thinned(run.samples)],
    }


def _thinned(samples: Sequence[Sample]) -> Sequence[Sample]:
    return samples[:: -(-len(samples) // MOST_SHOWN) or 1]


def meets_goals(figures: Mapping[str, Any]) -> bool:
    """Whether we are fast enough, and the memory, if it was looked at, stayed flat."""
    return bool(
        figures["ratio"] >= GOAL and figures.get("memory", {}).get("flat", True)
    )


def lines_of(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures for people, in the words of the command line."""
    cpu = figures["cpu_ms_per_page"]
    yield (
        f"{figures['ours']:.0f} {figures['unit']}, {figures['ratio']:.2f} of "
        f"{figures['reference']:.0f} ({figures['against']}); goal {GOAL}"
    )
    yield (
        f"processor time a page: ours {cpu['ours']:.2f} ms and the database "
        f"{cpu['database']:.2f} ms, reference {cpu['reference']:.2f} ms"
    )
    yield f"memory: {figures['rss_bytes'] / 1e6:.0f} MB at most"
    if memory := figures.get("memory"):
        kind = "flat" if memory["flat"] else "not flat"
        yield (
            f"memory over {memory['pages']} pages: {kind}, "
            f"{memory['growth']:+.1%} after the first fifth"
        )
