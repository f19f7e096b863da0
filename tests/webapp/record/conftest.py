"""A log under its seals, and the hands that may touch it."""

from dataclasses import replace

import pytest

from schemas.tables import log_entries
from tests.webapp.record.around_rows import add_around
from tests.webapp.record.log_rows import note
from webapp.record import outside, sealing
from webapp.record.verifying import verify

THINGS = ("dossier", "task", "capacity", "vacancy")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "seals.log"


@pytest.fixture
def write(database):
    """A function: so many rows in the log, as the program writes them."""

    def some(count: int) -> None:
        with database.connect("maintenance") as db:
            for number in range(count):
                log_entries.write(db, note(THINGS[number % len(THINGS)]))

    return some


@pytest.fixture
def seal(database, path):
    """A function: what the job does each minute."""

    def now():
        with database.connect("sealer") as db:
            made = sealing.seal_new(db)
            db.commit()
            if made:
                outside.keep_up(db, path, made)
            return made

    return now


@pytest.fixture
def check(database, path):
    """A function: what `spoorzoeker log verify` finds."""
    with database.connect("sealer") as db:

        def look(**beside):
            report = verify(db, replace(outside.read(path), **beside))
            db.rollback()
            return report

        yield look


@pytest.fixture
def sealed(write, seal):
    """Forty rows under four seals."""
    for _ in range(4):
        write(10)
        seal()


@pytest.fixture
def tamper(database):
    """A function: what an administrator of the database could do."""
    with database.connect() as db:
        db.autocommit = True
        db.execute("set session_replication_role = replica")
        yield lambda query, *values: db.execute(query, values)


@pytest.fixture
def around(database, people) -> None:
    """What is known of Samira and Tom beside their dossiers."""
    with database.connect() as db:
        add_around(db, people)
