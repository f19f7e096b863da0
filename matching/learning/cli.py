"""`spoorzoeker match weights`, `match learn` and `match use`."""

import json
from typing import Any

import click

from schemas.terminal import as_json, database, say, show

by_whom = click.option("--by", required=True, help="Who decides this; it is kept.")


@click.command()
@as_json
def weights(*, wants_json: bool) -> None:
    """Show how much each part of a score counts, version by version."""
    from matching.learning import command

    with database() as opened:
        found = command.weights(opened)
    rows = found if wants_json else [command.summary(one) for one in found]
    show(rows, "weights", wants_json=wants_json)


@click.command()
@by_whom
@as_json
def learn(by: str, *, wants_json: bool) -> None:
    """Learn from what was saved and rejected; take it only if it orders better.

    Needs 200 judgements that count, of 10 candidates. Measured on candidates and on
    days that were kept apart. Takes effect at the next ranking; `match use` goes back.
    """
    from matching.learning import command

    with database() as opened:
        found = command.learned(opened, by=by)
    if wants_json:
        click.echo(json.dumps(found))
        return
    for name, one in found["measured"].items():
        click.echo(f"{name}\t{one['before']['order']}\t{one['after']['order']}")
    say(_outcome(found))


@click.command()
@click.argument("version", type=click.IntRange(min=0))
@by_whom
def use(version: int, by: str) -> None:
    """Rank by the weights of VERSION from now on; 0 are the shipped ones."""
    from matching.learning import command

    with database() as opened:
        command.use(opened, version, by=by)
    say(f"the next ranking counts with version {version}")


def _outcome(found: dict[str, Any]) -> str:
    if found["lacking"]:
        return f"nothing learned: {found['lacking']}"
    if found["taken"]:
        return f"learned: version {found['version']} is in use"
    return "nothing taken: what was learned does not order clearly better"
