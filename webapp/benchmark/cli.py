"""`spoorzoeker bench web | log`."""

import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from schemas.terminal import FINDINGS, as_json, say

if TYPE_CHECKING:
    from webapp.benchmark.measuring import Figure

MOST_RANKED = 1_000  # as a ranking keeps


@click.command()
@click.option("--advisers", default=20, show_default=True, type=click.IntRange(2))
@click.option(
    "--candidates",
    default=35,
    show_default=True,
    type=click.IntRange(1),
    help="Of each adviser.",
)
@click.option("--vacancies", default=20_000, show_default=True, type=click.IntRange(10))
@click.option("--seconds", default=60.0, show_default=True, help="How long they work.")
@click.option(
    "--think",
    default=1.0,
    show_default=True,
    help="Mean seconds between an answer and the next click.",
)
@click.option("--requests", default=10_000, show_default=True, type=click.IntRange(8))
@as_json
def web(*, wants_json: bool, **asked: int) -> None:
    """Advisers at work at once: how fast pages come, and whether anybody sees too much.

    Makes an invented crowd on a database server of its own, removed afterwards. Exit
    code 1 when a goal is missed.
    """
    from schemas.tables.crowd import CrowdSize
    from webapp.benchmark.measuring import Wanted, measure, report

    counts = {name: asked.pop(name) for name in ("advisers", "candidates", "vacancies")}
    size = CrowdSize(**counts, kept=min(MOST_RANKED, counts["vacancies"]))
    wanted = Wanted(size=size, **asked)
    figures = measure(wanted, say if sys.stderr.isatty() else _quiet)
    _show(figures, report(figures, wanted) if wants_json else None)


@click.command()
@click.option("--writes", default=1_000, show_default=True, type=click.IntRange(2))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1))
@as_json
def log(writes: int, threads: int, *, wants_json: bool) -> None:
    """Rows in the log of who looked, many at once while it is sealed; then verified.

    On a database server of its own, removed afterwards. Exit code 1 when a goal is
    missed.
    """
    from webapp.benchmark import log_writing
    from webapp.benchmark.measuring import as_data

    told = say if sys.stderr.isatty() else _quiet
    figures = log_writing.measure(writes=writes, threads=threads, say=told)
    size = {"writes": writes, "threads": threads}
    busy = {"load": [round(one, 2) for one in os.getloadavg()]}
    _show(figures, {**size, **busy, **as_data(figures)} if wants_json else None)


def _show(figures: "dict[str, Figure]", data: Mapping[str, Any] | None) -> None:
    """As one JSON object, or a line each; exit code 1 when a goal is missed."""
    if data is not None:
        click.echo(json.dumps(data))
    else:
        for name, one in figures.items():
            said = "" if one.is_met else "  MISSED"
            click.echo(f"{name}\t{one.value} {one.unit}\tat most {one.goal}{said}")
    if not all(one.is_met for one in figures.values()):
        sys.exit(FINDINGS)


def _quiet(_message: str) -> None:
    """In a pipe nobody looks on."""
