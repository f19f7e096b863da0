"""Attempts in the table: once, mended by their maker, counted, judged by their time."""

from dataclasses import asdict, replace
from uuid import uuid4

import psycopg
import pytest

from schemas.dossier import Attempt
from schemas.tables import attempts, judgements
from schemas.tables.judgements import NewJudgement
from tests import builders
from tests.sealing import VAULT


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
        assert attempts.add(db, made, vault=VAULT)
        assert not attempts.add(db, made, vault=VAULT)
        (found,) = attempts.of_candidate(db, people.samira, vault=VAULT)
    assert {name: getattr(found, name) for name in Attempt.__slots__} == asdict(made)


def test_only_the_maker_mends_and_whose_it_is_stays(database, people):
    made = attempt(people)
    with database.connect("maintenance") as db:
        attempts.add(db, made, vault=VAULT)
        assert not attempts.correct(db, replace(made, made_by=people.bram), vault=VAULT)
        moved = replace(made, employer="Drukkerij", candidate_id=people.tom)
        assert attempts.correct(db, moved, vault=VAULT)
        found = attempts.one_of_maker(db, made.id, people.anna, vault=VAULT)
    assert found == replace(made, employer="Drukkerij")


def test_attempts_are_counted_per_channel(database, people):
    with database.connect("maintenance") as db:
        for channel in ("public", "public", "own_network"):
            attempts.add(db, attempt(people, channel=channel), vault=VAULT)
        attempts.add(db, attempt(people, candidate_id=people.tom), vault=VAULT)
        assert attempts.per_channel(db, people.samira) == {
            "public": 2,
            "own_network": 1,
        }


@pytest.fixture
def job(database, people):
    """A vacancy that fits Samira by an FML of 12 March 2026."""
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        document = builders.add_capacity(db, people.samira, ("lift_kg", 2, 5.0))
        run = builders.add_match(db, people.samira, (vacancy, "past", 0.8))
        db.execute("update match_run set capacity_id = %s", (document,))
    return vacancy, run


def known(database, table="attempt"):
    with database.connect() as db:
        return db.execute(
            "select known_verdict, known_overruled, known_document, "
            f"known_assessed_on::text, known_rules, known_model from {table}"
        ).fetchall()


PAST = ("past", False, "fml", "2026-03-12", "test", "test")


def test_an_attempt_keeps_what_was_known_when_it_was_recorded(database, people, job):
    vacancy, run = job
    with database.connect("maintenance") as db:
        attempts.add(db, attempt(people, vacancy_id=vacancy), vault=VAULT)
        (found,) = attempts.of_candidate(db, people.samira, vault=VAULT)
        assert found.known_run == run
    with database.connect() as db:
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.8))
    assert known(database) == [PAST]


def test_erasing_old_rankings_leaves_what_was_known(database, people, job):
    with database.connect("maintenance") as db:
        attempts.add(db, attempt(people, vacancy_id=job[0]), vault=VAULT)
        db.execute("delete from match_run")
        db.execute("delete from capacity_document")
    assert known(database) == [PAST]
    with database.connect("maintenance") as db:
        (found,) = attempts.of_candidate(db, people.samira, vault=VAULT)
        db.execute("delete from candidate")
    assert found.known_run is None


def test_a_verdict_of_the_adviser_is_what_was_known(database, people, job):
    overrule = (
        "insert into verdict_overrule (id, candidate_id, vacancy_id, verdict, machine, "
        "motivation_sealed, capacity_id, made_by) "
        "select gen_random_uuid(), r.candidate_id, %s, 'past_niet', 'past', '', "
        "r.capacity_id, %s from match_run r"
    )
    with database.connect() as db:
        db.execute(overrule, (job[0], people.anna))
    with database.connect("maintenance") as db:
        attempts.add(db, attempt(people, vacancy_id=job[0]), vault=VAULT)
    assert known(database) == [("past_niet", True, *PAST[2:])]


def test_a_saved_judgement_keeps_it_too(database, people, job):
    saved = NewJudgement(
        candidate_id=people.samira,
        vacancy_id=job[0],
        decision="saved",
        reason=None,
        judged_by=people.anna,
    )
    with database.connect("maintenance") as db:
        judgements.record(db, saved)
    with database.connect() as db:
        (found,) = builders.under_way_for(db, people.samira).saved
    assert known(database, "judgement") == [PAST]
    assert (found.known_verdict, found.known_rules) == ("past", "test")


def test_nothing_is_known_without_a_vacancy_or_a_ranking(database, people, job):
    nothing = (None, False, None, None, None, None)
    with database.connect("maintenance") as db:
        attempts.add(db, attempt(people), vault=VAULT)
        attempts.add(
            db, attempt(people, candidate_id=people.tom, vacancy_id=job[0]), vault=VAULT
        )
    assert known(database) == [nothing, nothing]


def test_whoever_records_does_not_choose_what_was_known(database, people, job):
    forged = (
        "insert into attempt (candidate_id, vacancy_id, channel, employer, kind, outcome, "
        "made_by, known_verdict, known_rules) "
        "values (%s, %s, 'public', 'X', 'mail', 'sent', %s, 'past_niet', 'verzonnen')"
    )
    with database.connect("maintenance") as db:
        db.execute(forged, (people.samira, job[0], people.anna))
    assert known(database) == [PAST]
    for column in ("known_run", "known_verdict", "known_rules", "known_document"):
        for table in ("attempt", "judgement"):
            with (
                database.connect("web_adviser") as db,
                pytest.raises(psycopg.errors.InsufficientPrivilege),
            ):
                db.execute(f"update {table} set {column} = null")
