"""`spoorzoeker sources`: which there are, may they be read, and how they do."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, Literal

import click

from schemas.database import connect, is_local
from schemas.errors import BadInputError
from schemas.terminal import FINDINGS, NOT_THERE, as_json, database, say, show

TABLE = (
    *("name", "platform", "url", "terms", "enabled", "status", "expected", "found"),
    "last_ok",
)
MayBeRead = Literal["read_ok", "permission"]
TERMS = click.Choice(["read_ok", "permission"])


@click.group()
def sources() -> None:
    """Where vacancies come from, who said that we may read them, and how it goes."""


@sources.command("list")
@click.option("--registered", is_flag=True, help="Not those that came along unused.")
@as_json
def sources_list(*, registered: bool, wants_json: bool) -> None:
    """List the sources with how their last crawl went.

    Those that came with the program and nobody took up yet come last; they are off.
    """
    from crawlers.sources import command as sources_command

    with database() as opened, connect(opened.role("crawler")) as db:
        rows = sources_command.rows(db, registered_only=registered)
    if not wants_json:
        rows = [{key: row[key] for key in TABLE} for row in rows]
    show(rows, "sources", wants_json=wants_json)


@sources.command("probe")
@click.argument("url")
@click.option("--add", is_flag=True, help="Register it, switched off.")
@click.option(
    "--allow-loopback",
    is_flag=True,
    help="Tests and demo only; refused when the database is not local.",
)
@as_json
def sources_probe(
    url: str, *, add: bool, allow_loopback: bool, wants_json: bool
) -> None:
    """Try out a site: its platform, its rules, and how well it can be read.

    Exit code 0: recognised; 1: there is something to look at, or nothing that we can
    read; 2: an address that we refuse; 3: not reachable.
    """
    from crawlers.run import CrawlOptions
    from crawlers.sources import command as sources_command
    from crawlers.sources.examining import examine_address

    with database() as opened:
        if allow_loopback and not is_local(opened.url):
            raise BadInputError("--allow-loopback: the database is not local")
        options = CrawlOptions(
            user_agent=opened.settings.user_agent, allow_loopback=allow_loopback
        )
        with _telling() as told:
            report = examine_address(opened.role("crawler"), url, options, told)
        facts = report.as_json()
        if add and report.source:
            with connect(opened.role("crawler")) as db:
                kept, is_new = sources_command.add_probed(db, report.source)
            facts |= {"name": kept.name, "added": is_new}
            say(f"{kept.name}: {'added, switched off' if is_new else 'known already'}")
    for line in [json.dumps(facts)] if wants_json else report.lines():
        click.echo(line)
    if report.verdict == "unreachable":
        sys.exit(NOT_THERE)
    if report.verdict == "not_recognised" or report.findings:
        sys.exit(FINDINGS)


@sources.command("on")
@click.argument("name")
@click.option("--terms", type=TERMS, help="What reading the terms came to.")
@click.option("--by", metavar="NAME", help="Who read robots.txt and the terms.")
@click.option("--quote", default="", help="The words of the terms that decided.")
def sources_on(
    name: str, *, terms: MayBeRead | None, by: str | None, quote: str
) -> None:
    """Crawl a source every night; somebody must have read its terms.

    Undo: sources off.
    """
    from crawlers.sources import command as sources_command
    from schemas.tables.sources import Decision

    if (terms is None) != (by is None) or (by is not None and not by.strip()):
        raise BadInputError("--terms and --by belong together: who decided what?")
    decision = (
        Decision(terms=terms, by=by.strip(), on=_today(), quote=quote.strip())
        if terms and by
        else None
    )
    with database() as opened, connect(opened.role("crawler")) as db:
        source = sources_command.switch_on(db, name, decision)
    say(
        f"{name} is on: {source.terms} by {source.terms_by or 'nobody named'};"
        f" undo: spoorzoeker sources off {name}"
    )


@sources.command("off")
@click.argument("name")
def sources_off(name: str) -> None:
    """Leave a source alone; its vacancies stay. Undo: sources on."""
    from crawlers.sources import command as sources_command

    with database() as opened, connect(opened.role("crawler")) as db:
        sources_command.switch_off(db, name)
    say(f"{name} is off; undo: spoorzoeker sources on {name}")


@sources.command("forbid")
@click.argument("name")
@click.option("--quote", required=True, help="The words of the terms that forbid it.")
@click.option("--by", metavar="NAME", default="", help="Who read them.")
def sources_forbid(name: str, *, quote: str, by: str) -> None:
    """Never crawl a source: its terms forbid it. Undo: sources on --terms."""
    from crawlers.sources import command as sources_command

    if not quote.strip():
        raise BadInputError("--quote needs the words of the terms that forbid it")
    by = by.strip() or "onbekend"
    with database() as opened, connect(opened.role("crawler")) as db:
        sources_command.forbid(db, name, quote=quote.strip(), by=by, on=_today())
    say(
        f"{name} is forbidden and off; undo: spoorzoeker sources on {name}"
        ' --terms permission --by "NAME"'
    )


@sources.command("health")
@click.argument("name", required=False)
@as_json
def sources_health(name: str | None, *, wants_json: bool) -> None:
    """Show how the sources do; exit code 1 when one needs attention.

    Per source its last runs, and a line for what is wrong now; (nieuw) is what the
    last run changed.
    """
    from crawlers.sources import health as shown
    from schemas.tables import source_health

    with database() as opened, connect(opened.role("crawler")) as db:
        found = source_health.health(db, datetime.now(UTC), name=name)
    if name and not found:
        raise BadInputError(f"no such source: {name}")
    if wants_json:
        click.echo(json.dumps({"sources": [shown.as_json(each) for each in found]}))
    elif sys.stdout.isatty():
        from rich.console import Console

        Console().print(shown.table(found))
        for line in shown.sentences(found):
            click.echo(line)
    else:
        for line in shown.lines(found):
            click.echo(line)
    if any(each.conditions for each in found):
        sys.exit(FINDINGS)


def _today() -> date:
    from schemas.source_health import AMSTERDAM

    return datetime.now(AMSTERDAM).date()


@contextmanager
def _telling() -> Iterator[Any]:
    """Says on a terminal which address is asked for now."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("", spinner="dots") as status:
        yield lambda url: status.update(url) if console.is_terminal else None
