"""Everybody at every door of the site, with a form for each."""

import pytest

from tests.webapp import trespass


@pytest.fixture
def ids(database, people):
    return trespass.furnish(database, people)


@pytest.fixture
def trespasser(app, database, people, ids):
    everybody = trespass.visitors(app, database, people, ids)
    return trespass.Trespasser(app, everybody, ids["Samira"])
