"""Attempts in the table: once, mended by their maker, counted."""

from dataclasses import replace
from uuid import uuid4

import pytest

from schemas.dossier import Attempt
from schemas.tables import attempts
from tests import builders


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


def attempt(people, **facts):
    plain = Attempt(
        id=uuid4(),
        candidate_id=people.samira,
        company_id=None,
        vacancy_id=None,
        channel="public",
        employer="Papierfabriek",
        person="",
        kind="phone",
        outcome="spoken",
        note="",
        next_step="",
        next_on=None,
        happened_on=builders.TODAY,
        made_by=people.anna,
        made_at=builders.NOW,
    )
    return replace(plain, **facts)


def test_maintenance_adds_an_attempt_once_and_reads_it_back(database, people):
    made = attempt(people)
    with database.connect("maintenance") as db:
        assert attempts.add(db, made)
        assert not attempts.add(db, made)
        assert attempts.of_candidate(db, people.samira) == [made]


def test_only_the_maker_mends_and_whose_it_is_stays(database, people):
    made = attempt(people)
    with database.connect("maintenance") as db:
        attempts.add(db, made)
        assert not attempts.correct(db, replace(made, made_by=people.bram))
        moved = replace(made, employer="Drukkerij", candidate_id=people.tom)
        assert attempts.correct(db, moved)
        found = attempts.one_of_maker(db, made.id, people.anna)
    assert found == replace(made, employer="Drukkerij")


def test_attempts_are_counted_per_channel(database, people):
    with database.connect("maintenance") as db:
        for channel in ("public", "public", "own_network"):
            attempts.add(db, attempt(people, channel=channel))
        attempts.add(db, attempt(people, candidate_id=people.tom))
        assert attempts.per_channel(db, people.samira) == {
            "public": 2,
            "own_network": 1,
        }
