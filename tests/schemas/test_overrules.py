"""Overruled verdicts: on which shelf they lay a vacancy, and for how long."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from schemas.tables import candidates, overrules, ranked_vacancies, shelves
from schemas.tables.overrules import NewOverrule
from schemas.tables.ranked_vacancies import RankedVacancy
from tests import builders
from tests.sealing import VAULT


@pytest.fixture
def db(database):
    with database.connect() as db:
        yield db


@pytest.fixture
def people(db):
    return builders.add_people(db)


@pytest.fixture
def document(db, people) -> UUID:
    return builders.add_capacity(db, people.samira, ("lift_kg", 1, 10.0))


@pytest.fixture
def vacancy(db, people) -> UUID:
    made = builders.add_vacancy(db, builders.vacancy(title="Magazijn"))
    builders.add_match(db, people.samira, (made, "past_niet", 0.9))
    return made


@pytest.fixture
def overrule(people, vacancy, document) -> NewOverrule:
    return NewOverrule(
        id=uuid4(),
        candidate_id=people.samira,
        vacancy_id=vacancy,
        verdict="past",
        machine="past_niet",
        motivation="De dozen staan op een kar.",
        capacity_id=document,
        made_by=people.anna,
    )


def ranked_again(db, people, *rows):
    """A newer ranking, of (vacancy, verdict, score)."""
    db.execute("update match_run set made_at = made_at - interval '1 day'")
    builders.add_match(db, people.samira, *rows)


def counted(db, people):
    found = shelves.of_candidate(db, people.samira)
    return len(found.past), len(found.uitzoeken), len(found.past_niet)


def first_that_fits(db, people) -> RankedVacancy:
    (lying,) = shelves.of_candidate(db, people.samira).past
    (found,) = ranked_vacancies.several(db, people.samira, [lying], vault=VAULT)
    return found


def test_an_overrule_lays_a_vacancy_elsewhere_and_taking_it_back_lays_it_back(
    db, people, vacancy, overrule
):
    assert counted(db, people) == (0, 0, 1)
    assert overrules.add(db, overrule, vault=VAULT)
    assert counted(db, people) == (1, 0, 0)
    found = first_that_fits(db, people)
    assert (found.verdict, found.motivation) == ("past", overrule.motivation)
    assert found.match is not None
    assert found.match.verdict == "past_niet"
    assert overrules.take_back(db, people.samira, overrule.id, people.bram)
    assert not overrules.take_back(db, people.samira, overrule.id, people.anna)
    assert counted(db, people) == (0, 0, 1)
    (kept,) = overrules.history(db, people.samira, vacancy, vault=VAULT)
    assert kept.undone_by == people.bram


def test_a_later_ranking_keeps_it(db, people, vacancy, overrule):
    overrules.add(db, overrule, vault=VAULT)
    ranked_again(db, people, (vacancy, "uitzoeken", 0.4))
    assert counted(db, people) == (1, 0, 0)
    overrules.take_back(db, people.samira, overrule.id, people.anna)
    assert counted(db, people) == (0, 1, 0)


def test_a_ranking_that_left_it_out_keeps_it_too(db, people, overrule):
    overrules.add(db, overrule, vault=VAULT)
    ranked_again(db, people)
    found = first_that_fits(db, people)
    assert (found.match, found.verdict) == (None, "past")


def test_what_is_gone_lies_nowhere(db, people, overrule):
    overrules.add(db, overrule, vault=VAULT)
    db.execute("update vacancy set status = 'gone'")
    assert counted(db, people) == (0, 0, 0)
    assert shelves.of_candidate(db, people.samira).outdated == ()


def test_another_document_makes_it_to_be_looked_at_again(db, people, vacancy, overrule):
    overrules.add(db, overrule, vault=VAULT)
    assert shelves.of_candidate(db, people.samira).outdated == ()
    later = builders.add_capacity(db, people.samira, ("lift_kg", 3, 2.0))
    db.execute(
        "update capacity_document set assessed_on = '2026-10-01' where id = %s",
        (later,),
    )
    assert counted(db, people) == (0, 0, 1)
    found = ranked_vacancies.one(db, people.samira, vacancy, vault=VAULT)
    assert found is not None
    assert (found.verdict, found.overruled, found.outdated) == (
        "past_niet",
        "past",
        True,
    )
    assert [one.title for one in shelves.of_candidate(db, people.samira).outdated] == [
        "Magazijn"
    ]
    db.execute(
        "update capacity_document set withdrawn_at = now(), withdrawn_sealed = '' "
        "where id = %s",
        (later,),
    )
    assert counted(db, people) == (1, 0, 0)


def test_a_judgement_comes_before_an_overrule(db, people, vacancy, overrule):
    overrules.add(db, overrule, vault=VAULT)
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
        "values (%s, %s, 'saved', %s)",
        (people.samira, vacancy, people.anna),
    )
    assert shelves.of_candidate(db, people.samira).saved == (vacancy,)
    assert counted(db, people) == (0, 0, 0)


def test_it_holds_for_the_job_whichever_advert_of_it_is_ranked(
    db, people, vacancy, overrule
):
    overrules.add(db, overrule, vault=VAULT)
    other = builders.add_vacancy(db, builders.vacancy(title="Magazijn (2)"))
    db.execute("update vacancy set duplicate_of = %s where id = %s", (other, vacancy))
    ranked_again(db, people, (other, "past_niet", 0.9))
    found = first_that_fits(db, people)
    assert (found.vacancy_id, found.overrule_id) == (other, overrule.id)
    assert counted(db, people) == (1, 0, 0)


def test_the_list_of_candidates_counts_as_the_shelves_do(db, people, overrule):
    overrules.add(db, overrule, vault=VAULT)
    line = next(
        one
        for one in candidates.caseload(db, builders.TODAY)
        if one.id == people.samira
    )
    assert (line.past, line.uitzoeken) == (1, 0)


def test_the_second_of_two_changes_nothing(db, people, vacancy, overrule):
    assert overrules.add(db, overrule, vault=VAULT)
    assert not overrules.add(db, overrule, vault=VAULT)
    late = replace(overrule, id=uuid4(), verdict="uitzoeken")
    assert not overrules.add(db, late, vault=VAULT)
    assert overrules.add(db, replace(late, seen=overrule.id), vault=VAULT)
    kept = overrules.history(db, people.samira, vacancy, vault=VAULT)
    assert [one.verdict for one in kept if not one.undone_at] == ["uitzoeken"]
    assert [one.verdict for one in kept if one.undone_at] == ["past"]


def test_an_overrule_of_one_candidate_leaves_the_other_alone(
    db, people, vacancy, overrule
):
    builders.add_match(db, people.tom, (vacancy, "past_niet", 0.9))
    overrules.add(db, overrule, vault=VAULT)
    assert shelves.of_candidate(db, people.tom).past_niet == (vacancy,)
    assert not overrules.take_back(db, people.tom, overrule.id, people.bram)
