"""Rankings are only added, and come back as they were stored."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.match import Contribution, Finding, Match, MatchRun, Suggestion
from schemas.tables import matches
from tests.builders import NOW, add_candidate, add_vacancy, vacancy
from tests.sealing import VAULT

WHY = Finding(
    kind="objection",
    field="lift_kg",
    text="Te zwaar.",
    quote="tillen tot 25 kg",
    part="text",
    offset=12,
    limit="10 kg (FML van 12 maart 2026)",
)


def run_for(candidate, *, made_at=NOW):
    return MatchRun(
        id=uuid4(),
        candidate_id=candidate,
        capacity_id=None,
        model="m1",
        rules="r1",
        made_at=made_at,
        considered=2,
        excluded=1,
        scoring="s1",
        weights=0,
        search_width=2,
        suggestions=(
            Suggestion(direction="planner", isco="4323", reason="Dicht bij chauffeur."),
        ),
    )


def match_of(vacancy_id, verdict, *objections):
    return Match(
        vacancy_id=vacancy_id,
        score=0.75,
        verdict=verdict,
        reasons=(),
        objections=objections,
        questions=(),
        assumptions=(),
        contributions=(
            Contribution(aspect="base", points=3, value=1.0, text="Begin."),
            Contribution(aspect="meaning", points=72, value=0.9, text="Alike."),
        ),
        held_back="employer",
    )


@pytest.fixture
def stage(database):
    """A candidate and two vacancies."""
    jobs = [vacancy(), vacancy()]
    with database.connect() as admin:
        for job in jobs:
            add_vacancy(admin, job)
        return add_candidate(admin, "Samira"), jobs


def test_a_ranking_comes_back_in_its_order(database, stage):
    candidate, (first, second) = stage
    made = run_for(candidate)
    kept = [match_of(second.id, "past"), match_of(first.id, "past_niet", WHY)]
    with database.connect("matcher") as db:
        matches.store(db, made, kept, vault=VAULT)
        assert matches.of_run(db, made.id, vault=VAULT) == kept
        assert matches.latest_run(db, candidate) == made


def test_the_latest_run_counts_and_the_earlier_stays(database, stage):
    candidate, (first, _) = stage
    old = run_for(candidate, made_at=NOW - timedelta(days=1))
    new = run_for(candidate)
    with database.connect("matcher") as db:
        matches.store(db, new, [], vault=VAULT)
        matches.store(db, old, [match_of(first.id, "past")], vault=VAULT)
        assert matches.latest_run(db, candidate) == new
        assert len(matches.of_run(db, old.id, vault=VAULT)) == 1


def test_somebody_without_a_ranking_has_none(database, stage):
    with database.connect("matcher") as db:
        assert matches.latest_run(db, stage[0]) is None


def test_the_matcher_cannot_rewrite_history(database):
    with (
        database.connect("matcher") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute("delete from match_run")
