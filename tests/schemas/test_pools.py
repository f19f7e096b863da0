"""A connection that is lent comes back clean, or not at all."""

import logging

import pytest
from psycopg import OperationalError

from schemas.pools import Pools

ROLE = "web_auth"


@pytest.fixture
def pools(database):
    made = Pools({ROLE: database.role(ROLE)}, size=1)
    yield made
    made.close()


def process_of(db):
    return db.execute("select pg_backend_pid()").fetchone()[0]


def test_one_that_only_read_is_given_back_without_a_word(pools, caplog):
    with caplog.at_level(logging.INFO, logger="psycopg.pool"):
        with pools.lend(ROLE) as db:
            first = process_of(db)
        with pools.lend(ROLE) as db:
            assert process_of(db) == first
    assert [one.getMessage() for one in caplog.records if "rolling" in one.msg] == []


def test_what_was_not_committed_is_undone(pools):
    with pools.lend(ROLE) as db:
        db.execute("set app.known = 'here'")
    with pools.lend(ROLE) as db:
        assert db.execute("select current_setting('app.known', true)").fetchone() in (
            (None,),
            ("",),
        )


def broken(pools, database):
    """The server process of a connection that went while it was lent."""
    with pools.lend(ROLE) as db:
        gone = process_of(db)
        with database.connect() as superuser:
            superuser.execute("select pg_terminate_backend(%s, 5000)", (gone,))
        with pytest.raises(OperationalError):
            db.execute("select 1")
    return gone


def test_one_whose_server_process_went_makes_way_for_another(pools, database):
    gone = broken(pools, database)
    with pools.lend(ROLE) as db:
        assert process_of(db) != gone
