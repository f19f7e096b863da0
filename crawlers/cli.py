"""`spoorzoeker crawl` and `spoorzoeker sources`."""

import sys

import click

from schemas.errors import BadInputError
from schemas.terminal import FINDINGS, as_json, database, show

RUN_KEYS = (
    *("source", "status", "expected", "found", "new", "changed", "gone"),
    *("fetched", "not_modified", "seconds", "error"),
)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--url", "address", help="Recognise this site, register and crawl it.")
@click.option(
    "--allow-loopback",
    is_flag=True,
    help="Tests and demo only; refused when the database is not local.",
)
@as_json
def crawl(
    names: tuple[str, ...],
    address: str | None,
    *,
    allow_loopback: bool,
    wants_json: bool,
) -> None:
    """Collect vacancies: of all sources, of NAMES, or of a new address."""
    from crawlers import command

    if names and address:
        raise BadInputError("give source names or --url, not both")
    with database() as opened:
        runs = command.crawl(
            opened, names=names, address=address, allow_loopback=allow_loopback
        )
    rows = [{key: getattr(run, key) for key in RUN_KEYS} for run in runs]
    show(rows, "runs", wants_json=wants_json)
    if any(run.status != "ok" for run in runs):
        sys.exit(FINDINGS)


@click.group()
def sources() -> None:
    """Where vacancies come from."""


@sources.command("list")
@as_json
def sources_list(*, wants_json: bool) -> None:
    """List the sources with how their last crawl went."""
    from crawlers import command

    with database() as opened:
        rows = command.source_rows(opened)
    show(rows, "sources", wants_json=wants_json)
