"""`spoorzoeker db` and `spoorzoeker vacancies`."""

import json
import sys
from datetime import datetime
from typing import IO

import click

from schemas.settings import from_environment
from schemas.terminal import FINDINGS, as_json, database, progress, say


@click.group()
def db() -> None:
    """The database."""


@db.command("status")
@as_json
def db_status(*, wants_json: bool) -> None:
    """Say which database this is and whether it is up to date."""
    from schemas import status
    from schemas.opening import reachable

    with reachable(from_environment()) as opened:
        facts = status.of(opened)
    if wants_json:
        click.echo(json.dumps(facts))
        return
    for key, value in facts.items():
        click.echo(f"{key}: {value}")


@db.command("migrate")
def db_migrate() -> None:
    """Bring the database up to date; a second run changes nothing."""
    from schemas.opening import bring_up_to_date, reachable

    with reachable(from_environment()) as opened, progress("verzegelen") as heard:
        applied = bring_up_to_date(opened, say, heard)
    say(f"applied: {', '.join(applied)}" if applied else "already up to date")


@db.command("rotate-key")
@as_json
def db_rotate_key(*, wants_json: bool) -> None:
    """Wrap candidates' keys and apps by a new SPOORZOEKER_KEK (the old: ..._OLD)."""
    from schemas import rotation

    with database() as opened, progress("sleutels") as heard:
        done = rotation.rotate(opened, heard)
    if wants_json:
        click.echo(json.dumps({"rewrapped": done.keys, "apps": done.apps}))
    else:
        say(f"{done.keys} keys of candidates and {done.apps} apps have the new key")


@db.command("replay-erasures")
@as_json
def db_replay_erasures(*, wants_json: bool) -> None:
    """After restoring a backup: erase again who was erased since."""
    from schemas import erasing

    with database() as opened:
        count = erasing.replay(opened)
    if wants_json:
        click.echo(json.dumps({"erased": count}))
    else:
        say(f"{count} erased again")


@db.command("purge")
@click.option("--dry-run", is_flag=True, help="Only say what is due; remove nothing.")
@as_json
def db_purge(*, dry_run: bool, wants_json: bool) -> None:
    """Remove what is kept too long; a worker does this each night.

    Ends with 1 when something should have been gone for more than two days.
    """
    from schemas import purging
    from schemas.database import connect
    from schemas.erasing import FILE
    from schemas.source_health import AMSTERDAM

    today = datetime.now(AMSTERDAM).date()
    with database() as opened, connect(opened.role("maintenance")) as db:
        if dry_run:
            report = purging.look(db, today)
        else:
            with progress("opruimen") as heard:
                listed = opened.settings.home / FILE
                report = purging.purge(db, listed, today, heard)
    facts = purging.facts_of(report, today)
    click.echo(json.dumps(facts) if wants_json else purging.in_words(facts))
    if facts["alarm"]:
        sys.exit(FINDINGS)


@db.command("privacy")
@click.argument("file", type=click.File("w", encoding="utf-8", atomic=True))
def db_privacy(file: IO[str]) -> None:
    """Write what is stored, why, how long and who sees it, as one page ("-": here)."""
    from schemas.catalogue import privacy

    file.write(privacy.page())


@click.group()
def vacancies() -> None:
    """The vacancies we have."""


@vacancies.command("export")
@click.argument("file", type=click.File("w", encoding="utf-8", atomic=True))
def vacancies_export(file: IO[str]) -> None:
    """Write every vacancy as one JSON object a line, with demands and provenance."""
    from schemas import exchange

    with database() as opened:
        count = exchange.export(opened.role("crawler"), file)
    say(f"{count} vacancies written")
