"""`spoorzoeker users matrix | routes`: who may do what."""

import json
from typing import IO, TYPE_CHECKING

import click

from schemas.terminal import as_json

if TYPE_CHECKING:
    from flask import Flask

WHERE = click.argument(
    "file", type=click.File("w", encoding="utf-8", atomic=True), default="-"
)


@click.command()
@as_json
@WHERE
def matrix(file: IO[str], *, wants_json: bool) -> None:
    """Write who may do what: kinds of data, columns, functions and pages."""
    from webapp.site import authorisation

    site = _site_without_database()
    if wants_json:
        file.write(json.dumps(authorisation.as_data(site), ensure_ascii=False) + "\n")
    else:
        file.write(authorisation.page(site))


@click.command()
@WHERE
def routes(file: IO[str]) -> None:
    """Write every address of the site and who may use it, one a line."""
    from webapp.site import authorisation

    file.write(authorisation.as_lines(_site_without_database()))


def _site_without_database() -> "Flask":
    from schemas.pools import Pools
    from schemas.settings import read_settings
    from webapp.application import create_app

    return create_app(read_settings({}), Pools({}, size=1))
