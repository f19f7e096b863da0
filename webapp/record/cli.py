"""`spoorzoeker log`: seal what was logged, and see that nobody changed it."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemas.terminal import FINDINGS, as_json, database, say

if TYPE_CHECKING:
    from webapp.record.verifying import Finding, Report

TOLD = {
    "rows_missing": "rows are missing under seal {seal}",
    "rows_added": "there are more rows under seal {seal} than were sealed",
    "rows_changed": "under seal {seal} something was changed, or the seal itself was",
    "row_inserted": "row {row} stands where everything was sealed already",
    "row_back_dated": "row {row} is dated before the seal that precedes it",
    "row_impossible": "row {row} names a transaction that has not been yet",
    "seal_missing": "seal {seal} is missing",
    "retired_too_soon": "what seal {seal} covered was removed within five years",
    "outside_missing": "the file with the seals is not there",
    "outside_begins_late": "the file vouches only from seal {seal} on",
    "outside_lacks": "seal {seal} is not in the file",
    "outside_disagrees": "seal {seal} in the file is another one",
    "outside_damaged": "line {line} of the file cannot be read",
}


@click.group()
def log() -> None:
    """The log of who looked at what and who changed it."""


@log.command("seal")
def log_seal() -> None:
    """Seal now what is new; a worker does this each minute."""
    from webapp.record import jobs

    with database() as opened:
        made = jobs.seal(opened)
    say(f"seal {made.number}: {made.rows} rows" if made else "nothing new to seal")


@log.command("verify")
@click.option(
    "--seals",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file with the seals, instead of the one in the settings.",
)
@as_json
def log_verify(seals: Path | None, *, wants_json: bool) -> None:
    """Reckon every seal again. Ends with 1 when something is not as it was written."""
    from schemas.database import connect
    from schemas.tables import log_entries
    from webapp.record import outside
    from webapp.record.verifying import verify

    with database() as opened:
        beside = outside.read(seals or opened.settings.seals_file)
        with connect(opened.role("sealer")) as db:
            rows = log_entries.count(db)
            db.rollback()
            with _progress(rows) as tick:
                report = verify(db, beside, tick)
    click.echo(json.dumps(_as_dict(report)) if wants_json else _in_words(report))
    if report.findings:
        sys.exit(FINDINGS)


def _in_words(report: "Report") -> str:
    waiting = f", {report.unsealed} rows wait for a seal" if report.unsealed else ""
    if report.unsealed_since:
        waiting += f" (since {report.unsealed_since.isoformat(timespec='seconds')})"
    head = f"{report.rows} rows under {report.seals} seals{waiting}"
    if not report.findings:
        return f"{head}\nnothing was changed, removed or put in between"
    return "\n".join([head, *map(_line, report.findings)])


def _line(found: "Finding") -> str:
    return TOLD[found.kind].format(seal=found.seal, row=found.row, line=found.line)


def _as_dict(report: "Report") -> dict[str, object]:
    since = report.unsealed_since
    return {**asdict(report), "unsealed_since": since.isoformat() if since else None}


@contextmanager
def _progress(rows: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal; elsewhere nothing."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("log", total=rows)
        yield lambda some: bar.advance(task, some)
