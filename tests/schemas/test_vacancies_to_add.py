"""What is known already, and what a request leaves behind."""

from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import added_vacancies, vacancies_to_add
from schemas.tables.vacancies_to_add import Answer
from tests import builders

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
URL = "https://wilg.example/vacatures/7"


def add(database, **facts):
    with database.connect() as db:
        return builders.add_vacancy(db, builders.vacancy(**facts))


def known(database, *urls, **more):
    with database.connect("crawler") as db:
        return [one.id for one in vacancies_to_add.known(db, urls, **more)]


def test_an_address_is_known_from_a_source_before_what_was_added_by_hand(database):
    by_hand = add(database, url=URL, source="handmatig")
    gone = add(database, url=URL, source="oud", status="gone")
    crawled = add(database, url=URL, source="wilg")
    add(database, url="https://wilg.example/vacatures/8", source="wilg")
    assert known(database, URL) == [crawled, gone, by_hand]
    assert known(database) == []


def test_a_key_counts_only_within_the_sources_of_the_same_site(database):
    one = add(database, url="https://a.example", source="wilg", source_key="77")
    add(database, url="https://b.example", source="eik", source_key="77")
    assert known(database, key="77", sources=["wilg"]) == [one]
    assert known(database, key="77") == []


def test_the_page_of_a_list_makes_nothing_known(database):
    one = add(database, source="wilg")
    with database.connect() as db:
        db.execute("update vacancy set page_url = %s", (URL,))
        db.execute(
            "insert into page (source, url, kind) values ('wilg', %s, 'listing')",
            (URL,),
        )
    assert known(database, URL) == []
    with database.connect() as db:
        db.execute("update page set kind = 'detail'")
    assert known(database, URL) == [one]


@pytest.fixture
def added(database):
    with database.connect() as db:
        people = builders.add_people(db)
        request = added_vacancies.AddingRequest(
            id=uuid4(), candidate_id=people.samira, url=URL, text="Hulp. Bel Noor.",
            title="Hulp", employer="", place="", hours="", asked_by=people.anna,
        )  # fmt: skip
        for _ in range(2):
            added_vacancies.ask(db, request)
        [waiting] = added_vacancies.to_tell(db, people.samira, since=NOW)
    return waiting.id


def state(database, added):
    with database.connect() as db:
        row = "select state, text, error, settled_at from added_vacancy where id = %s"
        return db.execute(row, (added,)).fetchone()


def jobs(database):
    with database.connect() as db:
        return db.execute("select task_name from procrastinate_jobs").fetchall()


def test_an_answer_is_given_once_and_takes_the_text_with_it(database, added):
    with database.connect("crawler") as db:
        vacancies_to_add.settle(db, added, Answer(error="Nee."), now=NOW)
        assert vacancies_to_add.waiting(db, added) is None
        vacancies_to_add.settle(db, added, Answer(error="Toch niet."), now=NOW)
    assert state(database, added) == ("refused", "", "Nee.", NOW)
    assert jobs(database) == [("add_vacancy",)]


def test_a_ranking_that_waits_already_is_no_trouble(database, added):
    vacancy = add(database)
    with database.connect() as db:
        db.execute(
            "insert into procrastinate_jobs (queue_name, task_name, queueing_lock) "
            "select 'match', 'match_candidate', 'match ' || candidate_id "
            "from added_vacancy"
        )
    with database.connect("crawler") as db:
        vacancies_to_add.settle(db, added, Answer(vacancy_id=vacancy), now=NOW)
    assert state(database, added)[0] == "done"
    assert sorted(jobs(database)) == [("add_vacancy",), ("match_candidate",)]


def test_the_crawler_neither_asks_nor_looks_whose_it_is(database, added):
    for attempt in (
        "select asked_by from added_vacancy",
        "select candidate_id from added_vacancy",
        "update added_vacancy set asked_by = gen_random_uuid()",
        "delete from added_vacancy",
    ):
        with (
            database.connect("crawler") as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute(attempt)
    assert state(database, added)[0] == "waiting"
