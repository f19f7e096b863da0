"""Tasks in the table: once, in the order in which they need somebody, moved by rule."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from schemas.dossier import Task
from schemas.tables import tasks
from tests import builders
from tests.sealing import VAULT


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


def task(people, **facts):
    plain = Task(
        id=uuid4(),
        candidate_id=people.samira,
        vacancy_id=None,
        title="Bel de drukkerij",
        detail="",
        due_on=builders.TODAY + timedelta(days=7),
        status="open",
        cannot_reason=None,
        answer="",
        made_by=people.anna,
        made_at=builders.NOW,
        answered_at=None,
    )
    return replace(plain, **facts)


def test_maintenance_gives_a_task_once_and_reads_it_back(database, people):
    made = task(people, status="cannot", cannot_reason="no_time", answer="Druk.")
    with database.connect("maintenance") as db:
        assert tasks.add(db, made, vault=VAULT)
        assert not tasks.add(db, made, vault=VAULT)
        assert tasks.of_candidate(db, people.samira, vault=VAULT) == [made]


def test_what_waits_for_the_adviser_comes_first(database, people):
    order = ("done", "cannot", "open", "approved", "withdrawn")
    with database.connect("maintenance") as db:
        for status in reversed(order):
            tasks.add(db, task(people, status=status), vault=VAULT)
        found = [
            one.status for one in tasks.of_candidate(db, people.samira, vault=VAULT)
        ]
    assert tuple(found) == order


def test_a_task_moves_from_allowed_states_of_its_own_candidate_only(database, people):
    made = task(people, status="done", answered_at=builders.NOW)
    with database.connect("maintenance") as db:
        tasks.add(db, made, vault=VAULT)
        move = (made.id, "approved")
        assert not tasks.move(db, people.samira, *move, {"open"})
        assert not tasks.move(db, people.tom, *move, {"done"})
        assert tasks.move(db, people.samira, *move, {"done"})
        assert tasks.move(db, people.samira, made.id, "open", {"approved"})
        assert tasks.one(db, made.id, vault=VAULT) == replace(
            made, status="open", answered_at=None
        )
