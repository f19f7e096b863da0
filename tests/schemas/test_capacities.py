"""Capacity documents: every version stays, the last assessed counts."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from schemas.capacity import Capacity, CapacityItem, HoursStep
from schemas.tables import capacities
from tests import builders
from tests.sealing import VAULT


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
    assert capacities.add(db, made, vault=VAULT)
    assert capacities.latest(db, samira, vault=VAULT) == made
    assert capacities.one(db, made.id, vault=VAULT) == made


def test_a_document_is_kept_whole(db, samira):
    steps = (
        HoursStep(starts_on=date(2026, 4, 1), hours_week=16),
        HoursStep(starts_on=date(2026, 5, 1), hours_day=4, hours_week=20, is_max=True),
    )
    grips = CapacityItem(field="hand_use", level=1, choices=("ball_grip", "force"))
    made = document(samira, version="old", ramp=steps, items=(grips,))
    capacities.add(db, made, vault=VAULT)
    assert capacities.latest(db, samira, vault=VAULT) == made


def test_a_document_follows_the_one_that_counted_on_its_day(db, samira):
    first = document(samira, assessed_on=date(2025, 1, 1))
    last = document(samira, assessed_on=date(2026, 1, 1))
    between = document(samira, assessed_on=date(2025, 6, 1))
    for one in (first, last, between):
        capacities.add(db, one, vault=VAULT)
    assert capacities.one(db, first.id, vault=VAULT).supersedes is None
    assert capacities.one(db, last.id, vault=VAULT).supersedes == first.id
    assert capacities.one(db, between.id, vault=VAULT).supersedes == first.id


def test_a_withdrawn_document_stays_and_counts_no_more(db, samira):
    good = document(samira, assessed_on=date(2025, 1, 1))
    wrong = document(samira, assessed_on=date(2026, 1, 1))
    for one in (good, wrong):
        capacities.add(db, one, vault=VAULT)
    assert capacities.withdraw(db, samira, wrong.id, "Van iemand anders.", vault=VAULT)
    assert not capacities.withdraw(db, samira, wrong.id, "Nog eens.", vault=VAULT)
    assert capacities.latest(db, samira, vault=VAULT) == good
    kept = capacities.one(db, wrong.id, vault=VAULT)
    assert (kept.items, kept.withdrawn_reason) == (wrong.items, "Van iemand anders.")
    after = document(samira, assessed_on=date(2026, 2, 1))
    capacities.add(db, after, vault=VAULT)
    assert capacities.one(db, after.id, vault=VAULT).supersedes == good.id
    assert capacities.restore(db, samira, wrong.id)
    assert not capacities.restore(db, samira, wrong.id)
    assert len(capacities.versions(db, samira, vault=VAULT)) == 3
    assert capacities.one(db, wrong.id, vault=VAULT).withdrawn_at is None


def test_nothing_of_somebody_else_is_followed_or_withdrawn(db, samira):
    tom = builders.add_candidate(db, "Tom")
    foreign, own = document(tom), document(samira)
    capacities.add(db, foreign, vault=VAULT)
    assert not capacities.withdraw(db, samira, foreign.id, "Niet van mij.", vault=VAULT)
    with pytest.raises(Exception, match="foreign key"), db.transaction():
        capacities.add(db, replace(own, supersedes=foreign.id), vault=VAULT)
    capacities.add(db, own, vault=VAULT)
    assert capacities.one(db, own.id, vault=VAULT).supersedes is None


def test_the_last_assessed_counts_whenever_it_was_entered(db, samira):
    new = document(samira, assessed_on=date(2026, 9, 1))
    old = document(samira, assessed_on=date(2025, 9, 1))
    capacities.add(db, new, vault=VAULT)
    capacities.add(db, old, vault=VAULT)
    assert capacities.latest(db, samira, vault=VAULT) == new
    assert [one.capacity for one in capacities.versions(db, samira, vault=VAULT)] == [
        new,
        old,
    ]


def test_of_the_same_day_the_last_entered_counts(samira, db):
    db.commit()
    first, second = document(samira), document(samira, items=())
    for one in (first, second):
        capacities.add(db, one, vault=VAULT)
        db.commit()  # now() is the start of the transaction
    assert capacities.latest(db, samira, vault=VAULT) == replace(
        second, supersedes=first.id
    )


def test_the_same_id_twice_is_one_version(db, samira):
    made = document(samira)
    assert capacities.add(db, made, vault=VAULT)
    assert not capacities.add(db, replace(made, items=()), vault=VAULT)
    assert capacities.latest(db, samira, vault=VAULT) == made


def test_without_a_document_there_is_none(db, samira):
    assert capacities.latest(db, samira, vault=VAULT) is None
    assert capacities.one(db, uuid4(), vault=VAULT) is None


def test_the_matcher_reads_it_too(database, db, samira):
    step = HoursStep(starts_on=date(2026, 4, 1), hours_week=16)
    made = document(samira, ramp=(step,))
    capacities.add(db, made, vault=VAULT)
    db.commit()
    with database.connect("matcher") as matcher:
        assert capacities.latest(matcher, samira, vault=VAULT) == made


@pytest.mark.parametrize("role", ["crawler", "web_opdrachtgever", "web_auth"])
def test_nobody_else_may_look(database, role, samira):
    with database.connect(role) as db, pytest.raises(Exception, match="permission"):
        capacities.latest(db, samira, vault=VAULT)
