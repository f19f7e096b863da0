"""The site on a fresh database, and browsers that watch the house rules."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests import builders
from tests.site import own_site_on, site_on
from tests.webapp import trespass
from tests.webapp.browser import Browser, signed_in
from webapp.site import logs

# What people of these tests are called, type and get: nothing of it belongs in a log.
PRIVATE = re.compile(
    rf"@example\.nl|{builders.PASSWORD}|Geheim van"
    r"|\b(?:Anna|Bram|Samira|Tom|Olga|Cora|Arie)\b"
)
TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")  # as long as those of a session


@pytest.fixture(autouse=True)
def discreet_log(caplog) -> Iterator[None]:
    """Whatever a test here makes the site log is about nobody."""
    yield
    records = [one for part in ("setup", "call") for one in caplog.get_records(part)]
    said = [logs.Discreet().format(one) for one in records]
    assert [one for one in said if PRIVATE.search(one)] == []
    assert not any(TOKEN.search(one.getMessage()) for one in records)


@pytest.fixture
def people(database) -> builders.People:
    """Two advisers, two candidates, an opdrachtgever."""
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def app(database, people) -> Iterator[Flask]:  # noqa: ARG001 - the people sign in
    with site_on(database) as site:
        yield site


@pytest.fixture
def own_app(database, people) -> Iterator[Flask]:  # noqa: ARG001 - the people sign in
    """A site that the test may change; `app` is shared."""
    with own_site_on(database) as site:
        yield site


@pytest.fixture
def browser_of(app, database):
    """A function: the browser of somebody who was just let in."""

    def sign_in(name: str) -> Browser:
        return signed_in(app, database, name)

    return sign_in


@pytest.fixture
def ids(database, people):
    """Everybody's things of every kind, each with an id."""
    return trespass.furnish(database, people)


@pytest.fixture
def trespasser(app, database, people, ids):
    """Everybody at every door of the site, with a form for each."""
    everybody = trespass.visitors(app, database, people, ids)
    return trespass.Trespasser(app, everybody, ids["Samira"])


@pytest.fixture
def anna(browser_of):
    """The browser of the adviser of Samira."""
    return browser_of("Anna")


@pytest.fixture
def shelf(people):
    """Where the vacancies of Samira are."""
    return f"/kandidaten/{people.samira}/vacatures"


@pytest.fixture
def send(anna, shelf):
    """A function: Anna adds a vacancy for Samira by these fields."""

    def post(**fields: str) -> TestResponse:
        return anna.post(f"{shelf}/toevoegen", **{"id": str(uuid4()), **fields})

    return post
