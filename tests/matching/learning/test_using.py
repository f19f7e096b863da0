"""Learned weights: kept with their evidence, used from then on, and a way back."""

import json
from datetime import timedelta

import psycopg
import pytest

from matching.learning.command import use, weights
from matching.learning.learning import learn
from matching.learning.using import weights_in_use
from matching.scoring.weights import SCORING_VERSION, SHIPPED_WEIGHTS
from schemas import sealed_findings
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.tables import rank_weights
from tests import builders
from tests.builders import (
    NOW,
    add_account,
    add_candidate,
    add_match,
    add_vacancy,
    vacancy,
)
from tests.matching.learning.judged import examples
from tests.sealing import VAULT


@pytest.fixture
def judged(database):
    """360 judgements of twelve candidates, each of a ranking that was looked at."""
    with database.connect() as db:
        anna = add_account(db, "adviser", "Anna")
        people: dict = {}
        for number, one in enumerate(examples()):
            if one.candidate not in people:
                people[one.candidate] = add_candidate(db, "Iemand", adviser=anna)
            _judge(db, people[one.candidate], one, number, anna)
    return database


def _judge(db, candidate, one, number, adviser):
    made = vacancy()
    add_vacancy(db, made)
    run = add_match(db, candidate, (made.id, "past", 0.5))
    seen = [
        {"aspect": aspect, "points": 1, "value": value, "text": "Zin."}
        for aspect, value in one.values.items()
    ]
    at = NOW + timedelta(seconds=number)
    db.execute(
        "update match_run set scoring = %s, weights = 0, made_at = %s where id = %s",
        (SCORING_VERSION, at, run),
    )
    cell = sealed_findings.cell(run, made.id)
    text = sealed_findings.as_text({"contributions": seen})
    db.execute(
        "update match set findings = %s where run_id = %s",
        (builders.sealed(db, candidate, cell, text), run),
    )
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by, "
        "judged_at) values (%s, %s, %s, %s, %s, %s)",
        (
            candidate,
            made.id,
            "saved" if one.saved else "rejected",
            None if one.saved else "other_work",
            adviser,
            one.judged_at,
        ),
    )


def test_what_was_learned_is_kept_with_its_evidence_and_counts_from_then_on(judged):
    with judged.connect("matcher") as db:
        found = learn(db, by="Coördinator", vault=VAULT)
        assert found.version == 1
        assert weights_in_use(db).version == 1
        shipped, learned = rank_weights.all_versions(db)
    assert (shipped.in_use, learned.in_use) == (False, True)
    assert (learned.judgements, learned.candidates) == (360, 12)
    assert learned.made_by == learned.chosen_by == "Coördinator"
    assert set(learned.measured) == {"other_candidates", "later_days", "scoring"}


def test_there_is_a_way_back(judged):
    opened = OpenDatabase(settings=judged.settings, url=judged.url, embedded=True)
    with connect(opened.role("matcher")) as db:
        learn(db, by="Coördinator", vault=VAULT)
    use(opened, 0, by="Anna")
    with connect(opened.role("matcher")) as db:
        assert weights_in_use(db) == SHIPPED_WEIGHTS
    assert [one["in_use"] for one in weights(opened)] == [True, False]
    with pytest.raises(BadInputError):
        use(opened, 7, by="Anna")
    with pytest.raises(BadInputError):
        use(opened, 0, by=" ")


@pytest.mark.parametrize(
    "reason",
    ["too_far", "too_heavy", "too_many_hours", "education", "expired", "duplicate"],
)
def test_a_rejection_that_says_nothing_of_likeness_teaches_nothing(judged, reason):
    with judged.connect() as db:
        db.execute(
            "update judgement set reason = %s where decision = 'rejected'", (reason,)
        )
    with judged.connect("matcher") as db:
        found = learn(db, by="Coördinator", vault=VAULT)
    assert found.version is None
    assert found.lesson.lacking
    assert found.lesson.judgements < 360


def test_what_was_undone_or_scored_in_another_way_teaches_nothing(judged):
    with judged.connect() as db:
        db.execute("update judgement set undone_at = now() where decision = 'saved'")
        db.execute("update match_run set scoring = 'ouder'")
    with judged.connect("matcher") as db:
        assert learn(db, by="Coördinator", vault=VAULT).lesson.judgements == 0


@pytest.mark.parametrize(
    "statement",
    [
        "update rank_weights set base = 0",
        "delete from rank_weights",
        "update rank_weights_choice set version = 0",
        "delete from rank_weights_choice",
        "insert into rank_weights (version, judgements, candidates, measured, made_by, "
        "made_at) values (9, 0, 0, '{}', 'x', now())",
    ],
)
def test_nobody_rewrites_what_was_learned_or_chosen(database, statement):
    with (
        database.connect("matcher") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(statement)


def test_the_database_too_refuses_weights_on_too_little(database):
    with (
        database.connect("matcher") as db,
        pytest.raises(psycopg.errors.CheckViolation),
    ):
        rank_weights.add(
            db,
            rank_weights.NewWeights(
                base=0.0,
                weights={},
                judgements=199,
                candidates=10,
                measured={},
                made_by="x",
            ),
        )


def test_weights_hold_no_candidate(judged):
    with judged.connect("matcher") as db:
        learn(db, by="Coördinator", vault=VAULT)
        (_, learned) = rank_weights.all_versions(db)
        people = db.execute("select id from candidate").fetchall()
    assert set(learned.weights or {}) == set(SHIPPED_WEIGHTS.of)
    told = json.dumps([learned.weights, learned.measured])
    assert not any(str(person) in told for (person,) in people)
