"""`spoorzoeker match`."""

import json
from uuid import UUID

import click

from schemas.terminal import as_json, database, show


@click.command()
@click.argument("candidates", nargs=-1, type=click.UUID)
@as_json
def match(candidates: tuple[UUID, ...], *, wants_json: bool) -> None:
    """Rank the open vacancies: for all candidates, or for those named by id."""
    from matching import command

    with database() as opened:
        results = command.match(opened, candidates)
    if wants_json:
        one = len(candidates) == 1
        click.echo(json.dumps(results[0] if one else {"candidates": results}))
    else:
        show([command.summary(one) for one in results], "candidates", wants_json=False)
