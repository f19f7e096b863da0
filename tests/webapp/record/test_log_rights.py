"""Who may do what to the log: the web adds, the sealer seals, and that is all."""

from datetime import timedelta

import psycopg
import pytest

from schemas.account import PERSONAS
from schemas.tables import sessions
from tests.webapp.trespass import OWNERS
from webapp.site.request import now

DENIED = (
    "select 1 from log_entry",
    "update log_entry set act = 'viewed'",
    "delete from log_entry",
    "truncate log_entry",
    "insert into log_entry (act, thing, at) values ('viewed', 'dossier', now())",
)


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize(
    "role",
    [
        *("web_adviser", "web_candidate", "web_opdrachtgever", "web_coordinator"),
        *("web_admin", "web_auth"),
    ],
)
@pytest.mark.parametrize("statement", DENIED)
def test_the_web_only_adds(database, role, statement):
    with (
        database.connect(role) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(statement)


def test_without_the_right_taken_away_it_would_be_seen(database):
    """Else the test above would be content with a table that is not there."""
    with database.connect() as db:
        for right in ("select", "update", "delete", "truncate", "insert"):
            db.execute(f"grant {right} on log_entry to web_adviser")
    for statement in DENIED[:4]:
        with database.connect("web_adviser") as db:
            db.execute(statement)


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("persona", PERSONAS)
def test_nobody_writes_that_somebody_was_erased_or_came_in(database, people, persona):
    """Whatever a session asks the database: that is the program's to say."""
    ends = now() + timedelta(hours=1)
    with database.connect("web_auth") as db:
        query = "select id from account where name = %s"
        (account,) = db.execute(query, (OWNERS[persona],)).fetchone()
        sessions.open_session(db, account, "teken", ends)
    said = "insert into log_entry (act, thing, request_id) values (%s, %s, %s)"
    with database.connect(f"web_{persona}") as db:
        sessions.identify(db, "teken")
        db.execute(said, ("viewed", "account", people.anna))
        for act in ("erased", "signed_in", "signed_out", "stood_in"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), db.transaction():
                db.execute(said, (act, "account", people.anna))


@pytest.mark.parametrize(
    "statement",
    [
        "update log_seal set rows = 1",
        "delete from log_seal",
        "delete from log_entry",
        "insert into log_entry (act, thing) values ('viewed', 'dossier')",
        "insert into log_retirement (number, head) values (1, '')",
        "select 1 from candidate",
        "select 1 from account",
    ],
)
def test_who_seals_does_nothing_else(database, statement):
    with (
        database.connect("sealer") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(statement)
