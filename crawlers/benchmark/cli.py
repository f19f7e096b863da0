"""`spoorzoeker bench crawl`."""

import json
import sys
from datetime import UTC, datetime

import click

from schemas.errors import NotThereError
from schemas.terminal import FINDINGS, as_json, say

SEED = 20261122
MANY_PAGES = 50_000


@click.command()
@click.option("--pages", default=5_000, show_default=True, type=click.IntRange(1))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
@click.option(
    "--concurrency", default=32, show_default=True, type=click.IntRange(1, 256)
)
@click.option(
    "--memory",
    "watched_pages",
    is_flag=False,
    flag_value=MANY_PAGES,
    default=0,
    metavar="[PAGES]",
    help=f"Also crawl {MANY_PAGES} pages (or PAGES) once and watch the memory.",
)
@as_json
def crawl(
    pages: int, rounds: int, concurrency: int, watched_pages: int, *, wants_json: bool
) -> None:
    """Pages a second of the whole crawl, beside Scrapy that only downloads.

    Both crawl the same generated site on this machine, in turn. Exit code 1 when a
    goal is missed.
    """
    from crawlers.benchmark import running
    from crawlers.benchmark.summary import lines_of, meets_goals
    from crawlers.benchmark.work import BenchmarkError

    wanted = running.Wanted(
        pages=pages,
        rounds=rounds,
        at_once=concurrency,
        watched_pages=watched_pages,
        seed=SEED,
        today=datetime.now(UTC).date(),
    )
    try:
        figures = running.bench(wanted, say if sys.stderr.isatty() else _quiet)
    except BenchmarkError as failed:
        raise NotThereError(str(failed)) from failed
    click.echo(json.dumps(figures) if wants_json else "\n".join(lines_of(figures)))
    if not meets_goals(figures):
        sys.exit(FINDINGS)


def _quiet(_message: str) -> None:
    """In a pipe nobody looks on."""
