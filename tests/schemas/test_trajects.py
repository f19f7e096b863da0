"""The numbers of a traject as the role of its opdrachtgever reads them."""

from datetime import timedelta

import pytest

from schemas.tables import sessions, trajects
from tests import builders
from webapp.site.request import now


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def as_olga(database, people):
    token = "teken van Olga"
    with database.connect("web_auth") as db:
        expires = now() + timedelta(hours=1)
        sessions.open_session(db, people.contact, token, expires)
    with database.connect("web_opdrachtgever") as db:
        sessions.identify(db, token)
        yield db


def test_a_traject_without_history_counts_nothing(as_olga, people):
    (found,) = trajects.progress(as_olga)
    assert found.id == people.samira
    assert found.last_attempt_on is None
    counts = (found.public, found.tasks_given, found.tasks_done, found.proposed)
    assert counts == (0, 0, 0, 0)


def test_counts_of_one_kind_do_not_multiply_another(database, as_olga, people):
    with database.connect() as db:
        for _ in range(3):
            db.execute(
                "insert into attempt (candidate_id, channel, employer, kind, outcome, "
                "made_by) values (%s, 'public', 'X', 'mail', 'sent', %s)",
                (people.samira, people.anna),
            )
        for _ in range(2):
            db.execute(
                "insert into task (candidate_id, title, due_on, status, made_by) "
                "values (%s, 'Bel', current_date, 'done', %s)",
                (people.samira, people.anna),
            )
    (found,) = trajects.progress(as_olga)
    assert (found.public, found.tasks_given, found.tasks_done) == (3, 2, 2)
