"""`spoorzoeker users invite | invitations | withdraw`."""

import json
from collections.abc import Mapping
from typing import Any

import click

from schemas.account import PERSONAS
from schemas.terminal import as_json, database, say, show


@click.command()
@click.argument("email")
@click.option("--name", required=True)
@click.option("--persona", required=True, type=click.Choice(PERSONAS))
@click.option(
    "--candidate", type=click.UUID, help="From whose dossier; ends its address."
)
@as_json
def invite(email: str, *, wants_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands over its options
    """Invite somebody: a link by mail, a code to hand over yourself."""
    from webapp.accounts import administration

    with database() as opened:
        made = administration.invite(
            opened.role("maintenance"),
            administration.Invitee(email=email, **given),
            opened.settings.address,
        )
    say("Give the code by another road than mail; it works 72 hours, the link 7 days.")
    tell(made, wants_json=wants_json)


@click.command()
@as_json
def invitations(*, wants_json: bool) -> None:
    """List the open invitations."""
    from webapp.accounts import administration

    with database() as opened:
        rows = administration.invitations_of(opened.role("maintenance"))
    show(rows, "invitations", wants_json=wants_json)


@click.command()
@click.argument("email")
def withdraw(email: str) -> None:
    """Withdraw an invitation: its link leads nowhere from now on."""
    from webapp.accounts import administration

    with database() as opened:
        count = administration.withdraw(opened.role("maintenance"), email)
    say(f"{count} invitations of {email} withdrawn")


def tell(facts: Mapping[str, Any], *, wants_json: bool) -> None:
    """Facts as one JSON object, or a line each."""
    if wants_json:
        click.echo(json.dumps(facts))
        return
    for name, value in facts.items():
        click.echo(f"{name}: {value}")
