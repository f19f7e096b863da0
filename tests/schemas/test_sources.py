"""Sources are registered once, and brought up to date by name."""

from dataclasses import replace

from schemas.tables import sources
from tests.crawlers.crawling import source


def test_a_source_is_kept_as_it_was_given(database):
    wilg = source("wilg", "https://wilg.example/", employer="De Wilg", delay=3.0)
    with database.connect("crawler") as db:
        sources.add(db, wilg)
        assert sources.all(db) == [wilg]
        assert sources.by_name(db, "wilg") == wilg
        assert sources.by_url(db, "https://wilg.example/") == wilg
        assert sources.by_name(db, "eik") is None


def test_adding_again_brings_it_up_to_date_and_keeps_the_employer(database):
    wilg = source("wilg", "https://wilg.example/", employer="De Wilg")
    with database.connect("crawler") as db:
        sources.add(db, wilg)
        sources.add(db, replace(wilg, url="https://wilg.example/b", employer=None))
        [kept] = sources.all(db)
    assert (kept.url, kept.employer) == ("https://wilg.example/b", "De Wilg")
