"""No adviser alone fills the queue, and no slow site holds the others up."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import added_vacancies, sessions, vacancy_checks
from tests import builders
from tests.builders import NOW

MOST = 300


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def as_adviser(database):
    """A function: a connection of this adviser, signed in."""

    def sign_in(account):
        token = f"een teken van {account}"
        with database.connect("web_auth") as db:
            db.execute("delete from session where account_id = %s", (account,))
            sessions.open_session(db, account, token, NOW.replace(year=2999))
        db = database.connect("web_adviser")
        sessions.identify(db, token)
        return db

    return sign_in


@pytest.fixture
def vacancies(database):
    with database.connect() as db:
        return [builders.add_vacancy(db, builders.vacancy()) for _ in range(MOST + 3)]


def looks(database):
    with database.connect() as db:
        query = "select count(*) from procrastinate_jobs where task_name = 'check_vacancy'"  # fmt: skip
        return db.execute(query).fetchone()[0]


def test_one_adviser_asks_so_many_looks_a_day_and_another_still_may(
    database, people, as_adviser, vacancies
):
    with as_adviser(people.anna) as db:
        asked = [vacancy_checks.ask(db, one) for one in vacancies]
        assert asked == [True] * MOST + [False] * 3
    assert looks(database) == MOST
    with as_adviser(people.bram) as db:
        assert vacancy_checks.ask(db, vacancies[-1])
    with database.connect() as db:
        db.execute("update looks_asked set day = day - 1")
    with as_adviser(people.anna) as db:
        assert vacancy_checks.ask(db, vacancies[-2]), "tomorrow is another day"
        count = "select looks from looks_asked where account_id = %s"
    with database.connect() as db:
        assert db.execute(count, (people.anna,)).fetchone() == (1,)


def test_what_is_refused_or_waits_already_does_not_count(
    database, people, as_adviser, vacancies
):
    with as_adviser(people.anna) as db:
        assert vacancy_checks.ask(db, vacancies[0])
        assert not vacancy_checks.ask(db, vacancies[0]), "ten minutes"
    with database.connect() as db:
        db.execute("update vacancy set check_asked_at = now() - interval '1 hour'")
    with as_adviser(people.anna) as db:
        assert vacancy_checks.ask(db, vacancies[0]), "it waits already"
    with database.connect() as db:
        assert db.execute("select looks from looks_asked").fetchall() == [(1,)]


@pytest.mark.parametrize(
    "role",
    ["web_adviser", "web_candidate", "web_opdrachtgever", "web_auth", "crawler", "matcher", "worker"],
)  # fmt: skip
def test_nobody_sees_or_resets_how_often_an_adviser_asked(database, role):
    for attempt in ("select * from looks_asked", "delete from looks_asked"):
        with (
            database.connect(role) as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute(attempt)


def locks(database):
    with database.connect() as db:
        query = "select lock from procrastinate_jobs where task_name = 'add_vacancy' order by id"  # fmt: skip
        return [lock for (lock,) in db.execute(query)]


def test_only_who_goes_to_the_same_site_waits(database, people, as_adviser):
    given = (
        {"url": "https://www.Wilg.example/vacatures/7"},
        {"url": "http://wilg.example?id=8"},
        {"url": "https://eik.example:443/7"},
        {"url": "https://eik.example/7", "text": "Hulp in de keuken."},
        {"url": "onzin zonder host"},
    )
    empty = dict.fromkeys(("url", "text", "title", "employer", "place", "hours"), "")
    with as_adviser(people.anna) as db:
        for one in given:
            request = added_vacancies.AddingRequest(
                id=uuid4(), candidate_id=people.samira, asked_by=people.anna, **empty | one
            )  # fmt: skip
            added_vacancies.ask(db, request)
        assert added_vacancies.count_since(db, NOW - timedelta(days=9999)) == 5
    same, also, other, text, nowhere = locks(database)
    assert same == also == "add wilg.example"
    assert other == "add eik.example"
    assert len({same, other, text, nowhere}) == 4
    with as_adviser(people.bram) as db:
        assert added_vacancies.count_since(db, NOW - timedelta(days=9999)) == 0
