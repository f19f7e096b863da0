"""`spoorzoeker bench web`."""

import json
import sys

import click

from schemas.terminal import FINDINGS, as_json, say

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
    if wants_json:
        click.echo(json.dumps(report(figures, wanted)))
    else:
        for name, one in figures.items():
            said = "" if one.is_met else "  MISSED"
            click.echo(f"{name}\t{one.value} {one.unit}\tat most {one.goal}{said}")
    if not all(one.is_met for one in figures.values()):
        sys.exit(FINDINGS)


def _quiet(_message: str) -> None:
    """In a pipe nobody looks on."""
