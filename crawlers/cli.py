"""`spoorzoeker crawl` and `spoorzoeker sources`."""

import sys
from typing import Any

import click

from crawlers.sources.cli import sources as sources  # the verb beside `crawl`
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
@click.option(
    "--everything", is_flag=True, help="Visit every page anew, also what is unchanged."
)
@click.option(
    "--pages",
    "most_pages",
    type=click.IntRange(min=1),
    help="Stop after so many pages; the next crawl goes on.",
)
@click.option(
    "--heed-rest",
    is_flag=True,
    help="Leave a site alone that refused us a while ago, as a worker does.",
)
@as_json
def crawl(
    names: tuple[str, ...],
    address: str | None,
    *,
    wants_json: bool,
    **how: Any,  # noqa: ANN401 - the options of How
) -> None:
    """Collect vacancies: of all sources, of NAMES, or of a new address."""
    from crawlers import command

    if names and address:
        raise BadInputError("give source names or --url, not both")
    with database() as opened:
        runs = command.crawl(
            opened, names=names, address=address, how=command.How(**how)
        )
    rows = [{key: getattr(run, key) for key in RUN_KEYS} for run in runs]
    show(rows, "runs", wants_json=wants_json)
    if any(run.status not in {"ok", "running"} for run in runs):
        sys.exit(FINDINGS)
