"""Who may do what to the log: the web adds, the sealer seals, and that is all."""

import psycopg
import pytest

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
