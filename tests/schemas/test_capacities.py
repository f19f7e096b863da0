"""Capacity documents: every version stays, the last assessed counts."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from schemas.capacity import Capacity, CapacityItem
from schemas.tables import capacities
from tests import builders


@pytest.fixture
def db(database):
    with database.connect("maintenance") as db:
        yield db


@pytest.fixture
def samira(db) -> UUID:
    return builders.add_candidate(db, "Samira")


def document(candidate: UUID, **facts) -> Capacity:
    plain = Capacity(
        id=uuid4(),
        candidate_id=candidate,
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=(
            CapacityItem(
                field="hours_week", level=3, value=20.0, unit="h", is_max=True
            ),
            CapacityItem(field="lift_kg", level=1, sentence="Tillen kan tot 10 kg."),
        ),
    )
    return replace(plain, **facts)


def test_what_is_added_is_what_is_read(db, samira):
    made = document(samira)
    assert capacities.add(db, made)
    assert capacities.latest(db, samira) == made
    assert capacities.one(db, made.id) == made


def test_the_last_assessed_counts_whenever_it_was_entered(db, samira):
    new = document(samira, assessed_on=date(2026, 9, 1))
    old = document(samira, assessed_on=date(2025, 9, 1))
    capacities.add(db, new)
    capacities.add(db, old)
    assert capacities.latest(db, samira) == new


def test_of_the_same_day_the_last_entered_counts(samira, db):
    db.commit()
    first, second = document(samira), document(samira, items=())
    for one in (first, second):
        capacities.add(db, one)
        db.commit()  # now() is the start of the transaction
    assert capacities.latest(db, samira) == second


def test_the_same_id_twice_is_one_version(db, samira):
    made = document(samira)
    assert capacities.add(db, made)
    assert not capacities.add(db, replace(made, items=()))
    assert capacities.latest(db, samira) == made


def test_without_a_document_there_is_none(db, samira):
    assert capacities.latest(db, samira) is None
    assert capacities.one(db, uuid4()) is None


def test_the_matcher_reads_it_too(database, db, samira):
    made = document(samira)
    capacities.add(db, made)
    db.commit()
    with database.connect("matcher") as matcher:
        assert capacities.latest(matcher, samira) == made


@pytest.mark.parametrize("role", ["crawler", "web_opdrachtgever", "web_auth"])
def test_nobody_else_may_look(database, role, samira):
    with database.connect(role) as db, pytest.raises(Exception, match="permission"):
        capacities.latest(db, samira)
