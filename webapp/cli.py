"""`spoorzoeker web` and `spoorzoeker users`."""

import json
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID

import click

from schemas.account import PERSONAS
from schemas.terminal import PORT, as_json, database, say, show

if TYPE_CHECKING:
    from flask import Flask


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=PORT)
def web(host: str, port: int) -> None:
    """Serve the site until Ctrl-C."""
    from webapp.site.serving import Site, check

    with database() as opened:
        check(opened.settings, host)
        say(f"Spoorzoeker: http://{host}:{port}/")
        Site(opened.settings, opened.url, bind=f"{host}:{port}").run()


@click.group()
def users() -> None:
    """The accounts."""


@users.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option(
    "--persona",
    required=True,
    type=click.Choice(PERSONAS),
)
@click.option("--candidate", type=click.UUID, help="The candidate this account is of.")
@click.option("--opdrachtgever", help="The paying employer this account works for.")
@click.password_option(help="Asked for when left out; at least 12 characters.")
def users_add(**given: Any) -> None:  # noqa: ANN401 - click hands over its options
    """Add an account."""
    from webapp.accounts import administration

    new = administration.NewAccount(**given)
    with database() as opened:
        administration.add_account(opened.role("maintenance"), new)
    say(f"{new.email} may sign in")


@users.command("disable")
@click.argument("email")
def users_disable(email: str) -> None:
    """Keep an account out from this moment on; nothing of it is removed."""
    from webapp.accounts import administration

    with database() as opened:
        administration.set_active(opened.role("maintenance"), email, active=False)
    say(f"{email} is signed out and may not sign in")


@users.command("enable")
@click.argument("email")
def users_enable(email: str) -> None:
    """Let a disabled account in again."""
    from webapp.accounts import administration

    with database() as opened:
        administration.set_active(opened.role("maintenance"), email, active=True)
    say(f"{email} may sign in")


@users.command("assign")
@click.argument("email")
@click.argument("candidate", type=click.UUID)
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day.")
@click.option("--reason", default="", help="Why, for instance: on leave.")
def users_assign(
    email: str, candidate: UUID, until: datetime | None, reason: str
) -> None:
    """Let an adviser work on a traject; CANDIDATE ends the address of the dossier."""
    from webapp.accounts import administration

    last_day = until.date() if until else None
    with database() as opened:
        administration.assign(
            opened.role("maintenance"), email, candidate, until=last_day, reason=reason
        )
    say(f"{email} may work on it from today")


@users.command("list")
@as_json
def users_list(*, wants_json: bool) -> None:
    """List the accounts."""
    from webapp.accounts import administration

    with database() as opened:
        rows = administration.accounts_of(opened.role("maintenance"))
    show(rows, "users", wants_json=wants_json)


WHERE = click.argument(
    "file", type=click.File("w", encoding="utf-8", atomic=True), default="-"
)


@users.command("matrix")
@as_json
@WHERE
def users_matrix(file: IO[str], *, wants_json: bool) -> None:
    """Write who may do what: kinds of data, columns, functions and pages."""
    from webapp.site import authorisation

    site = _site_without_database()
    if wants_json:
        file.write(json.dumps(authorisation.as_data(site), ensure_ascii=False) + "\n")
    else:
        file.write(authorisation.page(site))


@users.command("routes")
@WHERE
def users_routes(file: IO[str]) -> None:
    """Write every address of the site and who may use it, one a line."""
    from webapp.site import authorisation

    file.write(authorisation.as_lines(_site_without_database()))


def _site_without_database() -> "Flask":
    from schemas.pools import Pools
    from schemas.settings import read_settings
    from webapp.application import create_app

    return create_app(read_settings({}), Pools({}, size=1))
