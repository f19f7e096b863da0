"""What every verb of the command line shares: options, messages, exit codes."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from schemas.opening import OpenDatabase, ready
from schemas.settings import from_environment

FINDINGS = 1
BAD_INPUT = 2
NOT_THERE = 3
PORT = click.IntRange(1, 65535)

as_json = click.option(
    "--json", "wants_json", is_flag=True, help="One JSON object on stdout."
)


def say(message: str) -> None:
    """A message for the person, on stderr; results alone go to stdout."""
    click.echo(message, err=True)


def fail(message: str, code: int) -> None:
    """Say what is wrong in one line and end with `code`."""
    say(f"spoorzoeker: {message}")
    sys.exit(code)


@contextmanager
def database() -> Iterator[OpenDatabase]:
    """The database of this installation, up to date."""
    with ready(from_environment(), say) as opened:
        yield opened


@contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], None]]:
    """What hears (done, all), and on a terminal draws it once there is something."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    drawn: list[TaskID] = []
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:

        def heard(done: int, everything: int) -> None:
            if not drawn:
                drawn.append(bar.add_task(text, total=everything))
            bar.update(drawn[0], completed=done, total=everything)

        yield heard


def show(rows: Sequence[Mapping[str, Any]], name: str, *, wants_json: bool) -> None:
    """Rows of the same keys: one JSON object, a table, or in a pipe plain lines."""
    if wants_json:
        click.echo(json.dumps({name: list(rows)}))
    elif not rows:
        say(f"no {name} yet")
    elif sys.stdout.isatty():
        _print_table(rows)
    else:
        for row in rows:
            click.echo("\t".join(map(_cell, row.values())))


def _print_table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in rows[0]:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    Console().print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if isinstance(value, float) else str(value)
