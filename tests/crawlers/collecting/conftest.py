"""A source of its own, and a run of it."""

import pytest

from crawlers.collecting.pages_ahead import Limits
from schemas.tables import sources
from tests.crawlers.collecting.career import HOST, NOW
from tests.crawlers.collecting.driving import drive
from tests.crawlers.crawling import source


@pytest.fixture
def wilg(database):
    made = source("wilg", f"{HOST}/")
    with database.connect() as db:
        sources.add(db, made)
    return made


@pytest.fixture
def run(database, wilg):
    def once(site, now=NOW, **limits):
        with database.connect("crawler") as db:
            return drive(db, wilg, site.answer, now, limits=Limits(**limits))

    return once
