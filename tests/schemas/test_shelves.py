"""Shelves of many vacancies, held against the rule said in plain Python."""

from random import Random
from uuid import UUID

import pytest

from schemas.tables import judgements, shelves
from schemas.tables.judgements import NewJudgement
from tests import builders

VERDICTS = ("past", "uitzoeken", "past_niet")
MANY = 120


@pytest.fixture
def db(database):
    with database.connect() as db:
        yield db


def test_of_the_adverts_of_one_job_one_lies_and_nothing_that_is_gone(db):
    """Every mix of gone, duplicate, ranked and judged occurs among so many."""
    dice, people = Random(7), builders.add_people(db)
    ids = [
        builders.add_vacancy(db, builders.vacancy(title=str(n))) for n in range(MANY)
    ]
    stands_for = _duplicates(db, ids, dice)
    gone = {one for one in ids if dice.random() < 0.2}
    db.execute("update vacancy set status = 'gone' where id = any(%s)", (list(gone),))
    ranked = {one: dice.choice(VERDICTS) for one in ids if dice.random() < 0.7}
    builders.add_match(
        db, people.samira, *((one, verdict, 0.5) for one, verdict in ranked.items())
    )
    judged = {one for one in ids if dice.random() < 0.15}
    for one in judged:
        judgements.record(db, _saved(people, one))
    found = shelves.of_candidate(db, people.samira)
    assert set(found.saved) == judged
    jobs_judged = {stands_for.get(one, one) for one in judged}
    for verdict in VERDICTS:
        assert found.on(verdict) == tuple(
            one
            for one, said in ranked.items()
            if said == verdict
            and one not in gone
            and stands_for.get(one, one) not in jobs_judged
            and not _stands(stands_for.get(one), ranked, gone)
        )


def _stands(other: UUID | None, ranked, gone) -> bool:
    return other is not None and other in ranked and other not in gone


def _duplicates(db, ids, dice) -> dict[UUID, UUID]:
    heads, rest = ids[: MANY // 2], ids[MANY // 2 :]
    found = {one: dice.choice(heads) for one in rest if dice.random() < 0.6}
    for one, head in found.items():
        db.execute("update vacancy set duplicate_of = %s where id = %s", (head, one))
    return found


def _saved(people, vacancy_id) -> NewJudgement:
    return NewJudgement(
        candidate_id=people.samira,
        vacancy_id=vacancy_id,
        decision="saved",
        reason=None,
        judged_by=people.anna,
    )
