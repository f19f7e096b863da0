"""`spoorzoeker web` and `spoorzoeker users`."""

from typing import Any

import click

from schemas.terminal import PORT, as_json, database, say, show


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=PORT)
def web(host: str, port: int) -> None:
    """Serve the site until Ctrl-C."""
    from webapp.serving import Site

    with database() as opened:
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
    type=click.Choice(["adviser", "candidate", "opdrachtgever"]),
)
@click.option("--candidate", type=click.UUID, help="The candidate this account is of.")
@click.option("--opdrachtgever", help="The paying employer this account works for.")
@click.password_option(help="Asked for when left out; at least 12 characters.")
def users_add(**given: Any) -> None:  # noqa: ANN401 - click hands over its options
    """Add an account."""
    from webapp import administration

    new = administration.NewAccount(**given)
    with database() as opened:
        administration.add_account(opened.role("maintenance"), new)
    say(f"{new.email} may sign in")


@users.command("list")
@as_json
def users_list(*, wants_json: bool) -> None:
    """List the accounts."""
    from webapp import administration

    with database() as opened:
        rows = administration.accounts_of(opened.role("maintenance"))
    show(rows, "users", wants_json=wants_json)
