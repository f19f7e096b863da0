"""How well it does: precision and recall, pair by pair, on made markets."""

import json

import pytest

from crawlers.clustering.recluster import recluster
from tests.builders import NOW, vacancy
from tests.crawlers.clustering.made_market import made_market
from tests.crawlers.clustering.measuring import put, score, shown
from tests.crawlers.clustering.told_market import told_market


def measured(database, market):
    with database.connect() as admin:
        put(admin, [made.vacancy for made in market])
    with database.connect("crawler") as db:
        recluster(db, now=NOW)
        return score({made.vacancy.id: made.job for made in market}, shown(db))


def test_of_2000_adverts_with_300_duplicates_over_three_sources(database):
    market = made_market(seed=20_261_121)
    assert len(market) == 2_000
    assert len(market) - len({made.job for made in market}) == 300
    assert {made.vacancy.source for made in market} == {"eigen", "bureau", "bord"}
    found = measured(database, market)
    assert found.precision >= 0.99
    assert found.recall >= 0.95


def test_of_prose_copied_in_other_ways(database):
    """Sister jobs share up to half their lines here; see the module for the rest."""
    market = told_market(seed=20_261_121)
    found = measured(database, market)
    assert found.precision >= 0.97
    assert found.recall >= 0.90


@pytest.mark.shared
def test_no_two_of_the_gold_adverts_are_one_job(database, shared):
    lines = (shared / "gold" / "vacancies.jsonl").read_text().splitlines()
    adverts = []
    for number, line in enumerate(lines):
        gold = json.loads(line)
        adverts.append(
            vacancy(
                source=f"bron-{number % 7}",
                source_key=gold["id"],
                title=gold["title"],
                employer=gold["employer"],
                place="Utrecht",
                text=gold["text"],
                hours_min=None,
                hours_max=None,
            )
        )
    with database.connect() as admin:
        put(admin, adverts)
    with database.connect("crawler") as db:
        assert recluster(db, now=NOW).clusters == 0
