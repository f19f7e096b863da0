"""The invented people come in once, and everything invented goes out whole."""

from datetime import UTC, datetime

import pytest

from demo import loading
from demo.market import load_market, sources
from schemas.database import connect
from schemas.gazetteer_source import dutch_places
from schemas.tables import invented, places
from tests import builders
from tests.sealing import VAULT
from webapp.record.sealing import seal_new

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PERSONAL = (
    *("account", "candidate", "capacity_document", "candidate_key", "assignment"),
    *("task", "attempt", "company", "company_person", "opdrachtgever"),
)


@pytest.fixture
def url(database):
    with database.connect("maintenance") as db:
        places.store_places(db, dutch_places())
    return database.role("maintenance")


def counts(database):
    with database.connect() as db:
        return {
            table: db.execute(f"select count(*) from {table}").fetchone()[0]
            for table in PERSONAL
        }


def test_loading_twice_is_loading_once(url, database):
    assert loading.load(url, now=NOW, vault=VAULT) >= 6
    once = counts(database)
    assert min(once.values()) > 0
    assert loading.load(url, now=NOW, vault=VAULT) == 0
    assert counts(database) == once


def test_what_somebody_changed_in_the_demo_stays(url, database):
    loading.load(url, now=NOW, vault=VAULT)
    with database.connect() as db:
        db.execute("update candidate set wishes = 'Iets anders.'")
        db.execute("update task set status = 'done'")
    loading.load(url, now=NOW, vault=VAULT)
    with database.connect() as db:
        assert db.execute("select distinct wishes from candidate").fetchall() == [
            ("Iets anders.",)
        ]
        assert db.execute("select distinct status from task").fetchall() == [("done",)]


def test_everybody_lives_somewhere_the_gazetteer_knows(url, database):
    loading.load(url, now=NOW, vault=VAULT)
    with database.connect() as db:
        lost = db.execute("select name from candidate where lat is null").fetchall()
    assert lost == []


def test_removing_takes_all_that_is_invented_and_nothing_else(url, database):
    with database.connect() as db:
        real = builders.add_people(db)
        db.execute("update account set invented = false")
        kept = builders.add_vacancy(db, builders.vacancy())
    before = counts(database)
    loading.load(url, now=NOW, vault=VAULT)
    with connect(url) as db:
        for source in sources(load_market(), _addresses()):
            invented.add_source(db, source)
    with database.connect() as db:
        db.execute(
            "insert into vacancy_answer (id, vacancy_id, field, polarity, said, said_by, "
            "said_on, made_by) select gen_random_uuid(), %s, 'climb', 'absent', 'Nee.', "
            "'website', '2026-11-20', id from account where invented limit 1",
            (kept,),
        )
    said = loading.remove(url)
    assert "1 answers" in said
    assert counts(database) == before
    with database.connect() as db:
        assert db.execute("select id from vacancy").fetchall() == [(kept,)]
        assert db.execute("select count(*) from source").fetchone() == (1,)
        names = db.execute("select id from candidate").fetchall()
    assert {row[0] for row in names} == {real.samira, real.tom}


def test_two_demos_on_one_database_are_one_too_many(url):
    with connect(url) as first, connect(url) as second:
        assert invented.claim(first)
        assert not invented.claim(second)


def test_the_log_is_sealed_while_a_demo_runs(database, url):
    with connect(url) as demo, database.connect("sealer") as sealer:
        assert invented.claim(demo)
        sealer.execute("set local lock_timeout = '1s'")
        assert seal_new(sealer) is None  # nothing to seal, and nobody to wait for


def _addresses():
    return {
        employer.slug: f"http://127.0.0.1:{8801 + number}"
        for number, employer in enumerate(load_market().employers)
    }
