"""Rows in rows: what several lists say in one statement, each says by itself too."""

import pytest

from schemas.tables import (
    answers,
    asked_vacancies,
    attempts,
    candidates,
    capacities,
    compared_runs,
    demands,
    dossiers,
    freshness,
    known_vacancies,
    matches,
    profiles,
    ranked_vacancies,
    searches,
    source_health,
    sources,
    tasks,
    vacancies,
    vacancy_checks,
)
from tests import builders
from tests.sealing import VAULT
from tests.webapp import furnishing


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def ids(database, people):
    """A row of everything, for Samira and for Tom."""
    return furnishing.furnish(database, people)["Samira"]


@pytest.fixture
def db(database, ids):  # noqa: ARG001 - for the rows
    with database.connect() as db:
        yield db


def test_the_head_of_a_dossier_is_what_its_parts_are(db, people):
    found = dossiers.one(db, people.samira, vault=VAULT)
    assert found.candidate == candidates.one(db, people.samira)
    assert found.profile == profiles.profile_for_matching(db, people.samira)
    assert found.capacity == capacities.latest(db, people.samira, vault=VAULT)
    assert found.ended_on is None


def test_a_search_is_what_its_parts_are(db, people):
    found = searches.one(db, people.samira, vault=VAULT)
    assert found.candidate == candidates.one(db, people.samira)
    assert found.profile == profiles.profile_for_matching(db, people.samira)
    assert found.run == matches.latest_run(db, people.samira)
    assert found.capacity == capacities.one(db, found.run.capacity_id, vault=VAULT)


def test_a_dossier_of_nobody_is_none(db, ids):
    assert dossiers.one(db, ids["vacancy_id"], vault=VAULT) is None
    assert searches.one(db, ids["vacancy_id"], vault=VAULT) is None


def test_what_is_under_way_is_what_its_lists_are(db, people, ids):
    found = builders.under_way_for(db, people.samira)
    assert found.tasks == tasks.of_candidate(db, people.samira, vault=VAULT)
    assert found.attempts == attempts.of_candidate(db, people.samira, vault=VAULT)
    assert found.task_count == len(found.tasks) == 1
    (saved,), (asked,) = found.saved, found.asked
    standing = vacancy_checks.standing(db, [saved.vacancy_id])[saved.vacancy_id]
    assert (saved.standing, asked.id) == (standing, ids["asked_id"])
    assert asked in asked_vacancies.mine(db)


def test_a_known_vacancy_is_what_its_parts_are(db, ids):
    vacancy_id = ids["vacancy_id"]
    found = known_vacancies.one(db, vacancy_id)
    assert found.vacancy == vacancies.one(db, vacancy_id)
    assert found.answers == answers.of_vacancy(db, vacancy_id)
    assert found.demands == demands.of_vacancies(db, [vacancy_id])[vacancy_id]


def test_a_ranked_vacancy_says_how_fresh_it_is_and_what_was_answered(db, people, ids):
    vacancy_id = ids["vacancy_id"]
    found = ranked_vacancies.one(db, people.samira, vacancy_id, vault=VAULT)
    standing = vacancy_checks.standing(db, [vacancy_id])[vacancy_id]
    assert found.standing == freshness.of_vacancy(db, vacancy_id).standing == standing
    (said,) = answers.told_of(db, [vacancy_id])[vacancy_id]
    assert {name: getattr(found.told[0], name) for name in said.__slots__} == {
        name: getattr(said, name) for name in said.__slots__
    }


def test_the_newest_ranking_stands_beside_the_one_before(db, people):
    found = compared_runs.of_candidate(db, people.samira, people.anna, vault=VAULT)
    assert found.newest.run == matches.latest_run(db, people.samira)
    assert found.newest.capacity == capacities.latest(db, people.samira, vault=VAULT)
    assert found.previous == found.on_another
    assert found.previous.capacity is None
    assert found.seen_until.isoformat().startswith("2026-01-01")
    seen = compared_runs.of_candidate(db, people.samira, people.bram, vault=VAULT)
    assert seen.seen_until is None


def test_a_source_with_its_runs_is_the_source(db):
    assert [one for one, _ in source_health.with_runs(db, limit=1)] == sources.all(db)
