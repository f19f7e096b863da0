"""Sources are registered once, and what was decided about them stays."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.tables import sources
from schemas.tables.sources import Decision
from tests.crawlers.crawling import source

WILG = source("wilg", "https://wilg.example/", employer="De Wilg", terms="unknown")
READ = Decision(
    terms="read_ok", by="Noor Dijkhuis", on=date(2026, 11, 21), quote="delen mag"
)


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        yield db


def test_a_source_is_kept_as_it_was_given(db):
    wilg = replace(WILG, delay=3.0, note="Sitemap bekend.")
    sources.add(db, wilg)
    assert sources.all(db) == [wilg]
    assert sources.by_name(db, "wilg") == wilg
    assert sources.by_url(db, "https://wilg.example/") == wilg
    assert sources.by_name(db, "eik") is None


def test_adding_again_brings_it_up_to_date_and_keeps_the_employer(db):
    sources.add(db, WILG)
    sources.add(db, replace(WILG, url="https://wilg.example/b", employer=None))
    [kept] = sources.all(db)
    assert (kept.url, kept.employer) == ("https://wilg.example/b", "De Wilg")


def test_adding_again_never_undoes_what_somebody_decided(db):
    sources.add(db, WILG)
    forbidden = replace(READ, terms="forbidden", quote="verboden te verzamelen")
    sources.decide(db, "wilg", forbidden, enabled=False)
    sources.add(db, replace(WILG, terms="permission", enabled=True, note="nieuw"))
    kept = sources.by_name(db, "wilg")
    assert (kept.terms, kept.enabled, kept.terms_by) == (
        "forbidden",
        False,
        "Noor Dijkhuis",
    )
    assert (kept.terms_quote, kept.note) == ("verboden te verzamelen", "nieuw")


def test_a_decision_stays_when_a_source_is_switched(db):
    sources.add(db, replace(WILG, enabled=False))
    sources.decide(db, "wilg", READ, enabled=True)
    sources.switch(db, "wilg", enabled=False)
    kept = sources.by_name(db, "wilg")
    assert (kept.enabled, kept.terms, kept.terms_on) == (False, "read_ok", READ.on)


def test_a_new_address_under_a_name_that_is_taken_gets_a_number(db):
    assert sources.register(db, WILG) == WILG
    assert sources.register(db, replace(WILG, employer=None)) == WILG, "known address"
    other = sources.register(db, replace(WILG, url="https://wilg.example/zorg"))
    third = sources.register(db, replace(WILG, url="https://wilg.example/techniek"))
    assert (other.name, third.name) == ("wilg-2", "wilg-3")
    assert [each.name for each in sources.all(db)] == ["wilg", "wilg-2", "wilg-3"]
