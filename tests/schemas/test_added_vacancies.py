"""An adviser asks in the own name, for an own candidate, and sees only that."""

from uuid import uuid4

import psycopg
import pytest

from schemas.tables import added_vacancies, sessions
from tests import builders
from tests.builders import NOW

URL = "https://wilg.example/7"


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def as_persona(database):
    """A function: a connection in the role of this persona, signed in."""

    def sign_in(account, persona="adviser"):
        token = f"een teken van {account}"
        with database.connect("web_auth") as db:
            db.execute("delete from session where account_id = %s", (account,))
            sessions.open_session(db, account, token, NOW.replace(year=2999))
        db = database.connect(f"web_{persona}")
        sessions.identify(db, token)
        return db

    return sign_in


def request(candidate, adviser):
    return added_vacancies.AddingRequest(
        id=uuid4(), candidate_id=candidate, url=URL, text="", title="", employer="",
        place="", hours="", asked_by=adviser,
    )  # fmt: skip


def requests(database):
    with database.connect() as db:
        return db.execute("select count(*) from added_vacancy").fetchone()[0]


def test_for_the_own_candidate_in_the_own_name(database, people, as_persona):
    with as_persona(people.anna) as db:
        asked = request(people.samira, people.anna)
        added_vacancies.ask(db, asked)
        assert added_vacancies.one(db, people.samira, asked.id).url == URL
    assert requests(database) == 1


@pytest.mark.parametrize(
    ("candidate", "adviser"),
    [("tom", "anna"), ("samira", "bram"), ("tom", "bram")],
)
def test_not_for_another_candidate_nor_in_another_name(
    database, people, as_persona, candidate, adviser
):
    asked = request(getattr(people, candidate), getattr(people, adviser))
    with (
        as_persona(people.anna) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        added_vacancies.ask(db, asked)
    assert requests(database) == 0


def test_nothing_once_the_candidate_is_in_other_hands(database, people, as_persona):
    asked = request(people.samira, people.anna)
    with as_persona(people.anna) as db:
        added_vacancies.ask(db, asked)
    with database.connect() as db:
        db.execute(
            "update assignment set ends_on = current_date - 1 where adviser_id = %s",
            (people.anna,),
        )
    with as_persona(people.anna) as db:
        assert added_vacancies.one(db, people.samira, asked.id) is None
        assert db.execute("select * from added_vacancy").fetchall() == []


@pytest.mark.parametrize(
    "change",
    [
        "update added_vacancy set state = 'done'",
        "update added_vacancy set url = ''",
        "delete from added_vacancy",
        "insert into added_vacancy (id, candidate_id, url, asked_by, state) "
        "values (gen_random_uuid(), gen_random_uuid(), 'x', gen_random_uuid(), 'done')",
        "insert into added_vacancy (id, vacancy_id) values (gen_random_uuid(), null)",
    ],
)
def test_what_came_of_it_is_not_the_advisers_to_write(people, as_persona, change):
    with as_persona(people.anna) as db:
        added_vacancies.ask(db, request(people.samira, people.anna))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute(change)


@pytest.mark.parametrize(
    ("persona", "who"),
    [("candidate", "samira_account"), ("opdrachtgever", "contact")],
)
def test_a_candidate_and_an_opdrachtgever_have_no_part_in_it(
    people, as_persona, persona, who
):
    for attempt in (
        "select 1 from added_vacancy",
        "select 1 from vacancy_event",
        "select check_pending(gen_random_uuid())",
    ):
        with (
            as_persona(getattr(people, who), persona) as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute(attempt)
