"""A candidate reads the own findings, limits and questions, and nobody else's."""

from datetime import timedelta

import psycopg
import pytest

from schemas.tables import sessions
from tests.webapp import trespass
from webapp.site.request import now

TABLES = (
    *("match_run", "match", "capacity_document", "candidate_key"),
    *("asked_vacancy", "verdict_overrule"),
)


@pytest.fixture
def as_samira(database, people):
    """A function: what a statement does with Samira's token."""
    assert trespass.furnish(database, people)
    token = "een teken van Samira"
    with database.connect("web_auth") as db:
        expires = now() + timedelta(hours=1)
        sessions.open_session(db, people.samira_account, token, expires)

    def ask(query, *values):
        with database.connect("web_candidate") as db:
            sessions.identify(db, token)
            cursor = db.execute(query, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    return ask


def owners(as_samira, table):
    return {row[0] for row in as_samira(f"select candidate_id from {table}")}


def test_only_the_own_rows_are_there(as_samira, people, database):
    for table in TABLES:
        assert owners(as_samira, table) == {people.samira}, table
    with database.connect() as db:
        for table in TABLES:
            db.execute(f"create policy hole on {table} to web_candidate using (true)")
    for table in TABLES:  # else the rules above would prove nothing
        assert owners(as_samira, table) == {people.samira, people.tom}, table


def test_a_withdrawn_document_is_no_longer_there(as_samira, people, database):
    assert owners(as_samira, "capacity_document") == {people.samira}
    with database.connect() as db:
        db.execute(
            "update capacity_document set withdrawn_at = now(), withdrawn_sealed = ''"
        )
    assert owners(as_samira, "capacity_document") == set()


ASK = "insert into asked_vacancy (id, candidate_id, link) values (gen_random_uuid(), %s, %s)"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://x.example/", "x", "https://" + "x" * 2000]
)
def test_the_database_keeps_no_link_that_is_none(as_samira, people, link):
    with pytest.raises(psycopg.errors.CheckViolation):
        as_samira(ASK, people.samira, link)


def test_nobody_asks_or_takes_back_for_somebody_else(as_samira, people):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_samira(ASK, people.tom, "https://linde.example/8")
    assert as_samira(ASK, people.samira, "https://linde.example/8") == 1
    undo = "update asked_vacancy set undone_at = now() where candidate_id = %s"
    assert as_samira(undo, people.tom) == 0
    assert as_samira(undo, people.samira) == 2


@pytest.mark.asvs("8.3.1")
@pytest.mark.parametrize(
    "change",
    [
        "update asked_vacancy set link = 'https://elders.example/'",
        "update asked_vacancy set asked_at = now()",
        "update capacity_document set sealed = ''",
        "delete from candidate_key",
        "update candidate_key set wrapped = ''",
        "update match set verdict = 'past'",
        "select motivation_sealed from verdict_overrule",
        "select score from match",
        "select known_verdict from attempt",
        "select 1 from changes_seen",
    ],
)
def test_what_is_not_the_candidates_is_refused(as_samira, change):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_samira(change)
