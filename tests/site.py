"""The site, built once per process: that takes longer than most tests of it do."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from flask import Flask

from schemas.pools import web_pools
from tests.sealing import SETTINGS
from webapp.application import create_app


@contextmanager
def site_on(database, *, size: int = 2) -> Iterator[Flask]:
    """The one site, on the database of a test; whoever changes a site builds its own."""
    app = _built()
    views = dict(app.view_functions)
    app.extensions["pools"] = web_pools(database.settings, database.url, size=size)
    yield app
    app.extensions["pools"].close()
    assert app.view_functions == views, "this test needs a site of its own"


@contextmanager
def own_site_on(database, *, size: int = 2) -> Iterator[Flask]:
    """A site of the test alone, to add views to or to set otherwise."""
    pools = web_pools(database.settings, database.url, size=size)
    yield create_app(database.settings, pools)
    pools.close()


@cache
def _built() -> Flask:
    nowhere = web_pools(SETTINGS, "", size=1)
    return create_app(SETTINGS, nowhere)
