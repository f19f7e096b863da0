"""Judgements and the shelves they put vacancies on."""

from datetime import date
from uuid import UUID

import pytest

from schemas.tables import judgements, ranked_vacancies, shelves
from schemas.tables.judgements import NewJudgement
from tests import builders
from tests.sealing import VAULT


@pytest.fixture
def db(database):
    with database.connect() as db:
        yield db


@pytest.fixture
def people(db) -> builders.People:
    return builders.add_people(db)


@pytest.fixture
def vacancy(db) -> UUID:
    return builders.add_vacancy(db, builders.vacancy(title="Receptionist"))


def saved(people, vacancy, **facts) -> NewJudgement:
    plain = {
        "candidate_id": people.samira,
        "vacancy_id": vacancy,
        "decision": "saved",
        "reason": None,
        "judged_by": people.anna,
    }
    return NewJudgement(**plain | facts)


def test_a_judgement_lays_a_vacancy_on_its_shelf_and_undoing_lays_it_back(
    db, people, vacancy
):
    builders.add_match(db, people.samira, (vacancy, "past", 0.9))
    judgements.record(db, saved(people, vacancy))
    lying = shelves.of_candidate(db, people.samira)
    assert (lying.past, lying.saved) == ((), (vacancy,))
    assert judgements.undo(db, people.samira, vacancy)
    lying = shelves.of_candidate(db, people.samira)
    assert (lying.past, lying.saved) == ((vacancy,), ())
    assert not judgements.undo(db, people.samira, vacancy)


def test_a_judgement_of_one_candidate_leaves_the_other_alone(db, people, vacancy):
    for candidate in (people.samira, people.tom):
        builders.add_match(db, candidate, (vacancy, "past", 0.9))
    judgements.record(db, saved(people, vacancy))
    assert shelves.of_candidate(db, people.tom).past == (vacancy,)
    found = ranked_vacancies.one(db, people.tom, vacancy, vault=VAULT)
    assert found is not None
    assert found.decision is None


def test_nothing_is_erased(db, people, vacancy):
    judgements.record(db, saved(people, vacancy))
    judgements.record(db, saved(people, vacancy, decision="rejected", reason="too_far"))
    judgements.undo(db, people.samira, vacancy)
    (rows,) = db.execute("select count(*) from judgement").fetchone()
    assert rows == 2
    assert ranked_vacancies.one(db, people.samira, vacancy, vault=VAULT) is None


def test_findings_come_back_as_findings(db, people, vacancy):
    builders.add_match(db, people.samira, (vacancy, "uitzoeken", 0.4))
    assert shelves.of_candidate(db, people.samira).uitzoeken == (vacancy,)
    (row,) = ranked_vacancies.several(db, people.samira, [vacancy], vault=VAULT)
    assert row.match is not None
    assert [one.text for one in row.match.questions] == ["Zin over uitzoeken."]
    assert row.match.reasons == ()


def test_a_shelf_is_in_order_and_its_rows_come_as_asked(db, people):
    ids = [builders.add_vacancy(db, builders.vacancy(title=str(n))) for n in range(5)]
    builders.add_match(db, people.samira, *((i, "past", 0.5) for i in ids))
    assert shelves.of_candidate(db, people.samira).past == tuple(ids)
    part = ranked_vacancies.several(db, people.samira, ids[3:1:-1], vault=VAULT)
    assert [row.title for row in part] == ["3", "2"]


def test_the_saved_shelf_shows_what_closed_and_what_was_never_ranked(db, people):
    closed = builders.add_vacancy(
        db, builders.vacancy(status="gone", valid_through=date(2026, 1, 1))
    )
    judgements.record(db, saved(people, closed))
    assert shelves.of_candidate(db, people.samira).saved == (closed,)
    (row,) = ranked_vacancies.several(db, people.samira, [closed], vault=VAULT)
    assert (row.match, row.status) == (None, "gone")
    (listed,) = builders.under_way_for(db, people.samira).saved
    assert (listed.vacancy_id, listed.interested) == (closed, None)
    assert listed.standing.status == "gone"
