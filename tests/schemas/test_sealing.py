"""What an older version kept plain is sealed by the upgrade, whole, also in two goes."""

import json
from datetime import date
from itertools import count

import psycopg
import pytest

from schemas import migrations
from schemas.database import connect, role_url
from schemas.match import Contribution, Finding
from schemas.tables import (
    attempts,
    capacities,
    dossier_exports,
    matches,
    overrules,
    reactions,
    tasks,
)
from tests import builders
from tests.conftest import _named
from tests.dumps import telling
from tests.sealing import SETTINGS, VAULT

BEFORE = "0015_sealing.sql"
LATER, THROWS_AWAY = "0018_kept_by_an_admin.sql", "0018b_answers_only_sealed.sql"
LAST, THROWS_LAST_AWAY = "0020_reactions_sealed.sql", "0020b_reactions_only_sealed.sql"
NUMBERS = count()
FILE = b"Bestand-geheim"
SECRETS = (
    *("Tillen-geheim", "Notitie-geheim", "Waarom-geheim", "Grens-geheim"),
    *("Antwoord-geheim", "too_heavy", "Stap-geheim", "Reactie-geheim"),
    FILE.hex(),
)
FINDING = {
    "kind": "objection",
    "field": "lift_kg",
    "text": "Grens-geheim",
    "quote": None,
    "part": None,
    "offset": None,
    "limit": "5 kg",
}
SHARE = {"aspect": "near", "points": 3, "value": 0.5, "text": "Grens-geheim"}


@pytest.fixture
def old(server_url):
    """The address of a database as it was before anything was sealed."""
    name = f"old_{next(NUMBERS)}"
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"create database {name}")
    url = _named(server_url, name)
    with connect(url) as db:
        db.autocommit = True
        db.execute(migrations.REMEMBER_TABLE)
        for path in migrations._files():
            if path.name < BEFORE:
                migrations._apply(db, path)
    yield url
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"drop database {name} with (force)")


def fill(url):
    """Two candidates with everything that was plain, and a call for nobody."""
    with connect(url) as db:
        people = builders.add_people(db)
        vacancy = builders.add_vacancy(db, builders.vacancy())
        for candidate in (people.samira, people.tom):
            _fill_one(db, people.anna, candidate, vacancy)
        db.execute(
            "insert into attempt (channel, employer, kind, outcome, note, next_step, "
            "made_by) values ('public', 'X', 'phone', 'spoken', 'Over niemand.', "
            "'Nog eens.', %s)",
            (people.anna,),
        )
    return people, vacancy


def _fill_one(db, adviser, candidate, vacancy):
    (document,) = db.execute(
        "insert into capacity_document (candidate_id, kind, author_role, assessed_on, "
        "withdrawn_at, withdrawn_reason) values (%s, 'fml', 'bedrijfsarts', "
        "'2026-03-12', now(), 'Waarom-geheim') returning id",
        (candidate,),
    ).fetchone()
    db.execute(
        "insert into capacity_item (document_id, candidate_id, field, level, value, unit, "
        "sentence, choices) values (%s, %s, 'hand_use', 2, 5, 'kg', 'Tillen-geheim', "
        "'{repetitive}')",
        (document, candidate),
    )
    db.execute(
        "insert into capacity_hours_step (document_id, candidate_id, starts_on, "
        "hours_week, is_max) values (%s, %s, '2026-04-01', 16, true)",
        (document, candidate),
    )
    (run,) = db.execute(
        "insert into match_run (candidate_id, model, rules, considered, excluded) "
        "values (%s, 'm', 'r', 1, 1) returning id",
        (candidate,),
    ).fetchone()
    db.execute(
        "insert into match (run_id, candidate_id, vacancy_id, position, score, verdict, "
        "reasons, objections, questions, assumptions, contributions) "
        "values (%s, %s, %s, 1, 0.5, 'past_niet', '[]', %s, '[]', '[]', %s)",
        (run, candidate, vacancy, json.dumps([FINDING]), json.dumps([SHARE])),
    )
    db.execute(
        "insert into attempt (candidate_id, channel, employer, kind, outcome, note, "
        "next_step, made_by) values (%s, 'public', 'X', 'phone', 'spoken', "
        "'Notitie-geheim', 'Stap-geheim', %s)",
        (candidate, adviser),
    )
    db.execute(
        "insert into task (candidate_id, title, due_on, status, cannot_reason, answer, "
        "made_by) values (%s, 'Bel', '2026-12-01', 'cannot', 'too_heavy', "
        "'Antwoord-geheim', %s)",
        (candidate, adviser),
    )
    db.execute(
        "insert into reaction (id, candidate_id, task_id, text) "
        "select gen_random_uuid(), candidate_id, id, 'Reactie-geheim' from task "
        "where candidate_id = %s",
        (candidate,),
    )
    db.execute(
        "insert into response (candidate_id, vacancy_id, interested, why) "
        "values (%s, %s, false, 'Waarom-geheim')",
        (candidate, vacancy),
    )
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
        "values (%s, %s, 'saved', %s)",
        (candidate, vacancy, adviser),
    )
    db.execute(
        "insert into dossier_export (candidate_id, made_at, expires_at, file) "
        "values (%s, now(), now() + interval '7 days', %s)",
        (candidate, FILE),
    )
    db.execute(
        "insert into verdict_overrule (id, candidate_id, vacancy_id, verdict, machine, "
        "motivation, made_by) values (gen_random_uuid(), %s, %s, 'past', 'past_niet', "
        "'Waarom-geheim', %s)",
        (candidate, vacancy, adviser),
    )


def check(url, people, vacancy):
    """Everything is there for whoever has the key, and for nobody else."""
    with connect(url) as db:
        assert telling(db, *SECRETS) == {}
        for candidate in (people.samira, people.tom):
            _check_one(db, candidate, vacancy)
        row = db.execute(
            "select note, next_step from attempt where candidate_id is null"
        )
        assert row.fetchall() == [("Over niemand.", "Nog eens.")]


def _check_one(db, candidate, vacancy):
    ((version),) = capacities.versions(db, candidate, vault=VAULT)
    kept = version.capacity
    (item,), (step,) = kept.items, kept.ramp
    assert (item.level, item.value, item.unit, item.sentence, item.choices) == (
        *(2, 5.0, "kg", "Tillen-geheim"),
        ("repetitive",),
    )
    assert (step.starts_on, step.hours_week, step.is_max) == (
        date(2026, 4, 1),
        16,
        True,
    )
    assert kept.withdrawn_reason == "Waarom-geheim"
    (attempt,) = attempts.of_candidate(db, candidate, vault=VAULT)
    assert (attempt.note, attempt.next_step) == ("Notitie-geheim", "Stap-geheim")
    (task,) = tasks.of_candidate(db, candidate, vault=VAULT)
    assert (task.cannot_reason, task.answer) == ("too_heavy", "Antwoord-geheim")
    (reaction,) = reactions.about(db, task.id, vault=VAULT)
    assert reaction.text == "Reactie-geheim"
    (saved,) = builders.under_way_for(db, candidate).saved
    assert saved.why == "Waarom-geheim"
    (export,) = db.execute(
        "select id from dossier_export where candidate_id = %s", (candidate,)
    ).fetchone()
    assert dossier_exports.file(db, export, vault=VAULT) == FILE
    (overrule,) = overrules.history(db, candidate, vacancy, vault=VAULT)
    assert overrule.motivation == "Waarom-geheim"
    run = matches.latest_run(db, candidate)
    (match,) = matches.of_run(db, run.id, vault=VAULT)
    assert match.objections == (Finding(**FINDING),)
    assert match.contributions == (Contribution(**SHARE),)


@pytest.mark.asvs("11.3.3 14.2.4")
def test_an_old_database_is_sealed_whole(old):
    people, vacancy = fill(old)
    with connect(old) as db:
        assert set(telling(db, *SECRETS)) == {
            *("capacity_document", "capacity_item", "attempt", "match"),
            *("verdict_overrule", "task", "response", "dossier_export"),
            "reaction",
        }
    migrations.migrate(SETTINGS, old)
    check(old, people, vacancy)
    assert migrations.migrate(SETTINGS, old) == ()


class StoppedError(Exception):
    """Somebody pressed Ctrl-C."""


def test_an_upgrade_that_was_stopped_goes_on_and_loses_nothing(old):
    people, vacancy = fill(old)

    def stop(done, everybody):
        assert (done, everybody) == (1, 2)
        raise StoppedError

    with pytest.raises(StoppedError):
        migrations.migrate(SETTINGS, old, heard=stop)
    with connect(old) as db:
        state = migrations.state(db)
        (sealed,) = db.execute("select count(*) from candidate_key").fetchone()
    assert sealed == 1
    assert state.pending[0] == f"{BEFORE}{migrations.DONE}"
    heard = []
    migrations.migrate(SETTINGS, old, heard=lambda *seen: heard.append(seen))
    assert heard == [(1, 2), (2, 2)] * 3  # what was sealed first, and what later
    check(old, people, vacancy)


@pytest.mark.parametrize("column", ["note", "next_step"])
def test_nothing_plain_can_come_back(database, column):
    with database.connect() as db:
        people = builders.add_people(db)
    with (
        database.connect("maintenance") as db,
        pytest.raises(psycopg.errors.CheckViolation, match=f"{column}_of_a_candidate"),
    ):
        db.execute(
            f"insert into attempt (candidate_id, channel, employer, kind, outcome, {column}, "
            "made_by) values (%s, 'public', 'X', 'phone', 'spoken', 'plat', %s)",
            (people.samira, people.anna),
        )


def test_no_answer_goes_while_it_is_not_sealed(old):
    fill(old)
    with connect(old) as db:
        for name in (BEFORE, LATER):  # and nobody sealed what stands there
            migrations._apply(db, migrations.FOLDER / name)
        for table in ("task", "response", "dossier_export"):
            with pytest.raises(psycopg.errors.CheckViolation, match="nothing_left"):
                migrations._apply(db, migrations.FOLDER / THROWS_AWAY)
            db.execute(f"delete from {table}")
            db.commit()


def test_no_reaction_goes_while_it_is_not_sealed(old):
    fill(old)
    with connect(old) as db:
        migrations._apply(db, migrations.FOLDER / LAST)
        with pytest.raises(psycopg.errors.CheckViolation, match="nothing_left"):
            migrations._apply(db, migrations.FOLDER / THROWS_LAST_AWAY)


def test_the_plain_columns_do_not_go_while_a_row_is_left(old):
    fill(old)
    with connect(old) as db:
        migrations._apply(db, migrations.FOLDER / BEFORE)
        with pytest.raises(psycopg.errors.CheckViolation, match="nothing_left"):
            migrations._apply(db, migrations.FOLDER / "0016_only_sealed_or_erased.sql")


def test_what_is_sealed_is_written_as_the_role_that_may(old):
    """As maintenance: the administrator of an outside server may see no rows at all."""
    fill(old)
    migrations.migrate(SETTINGS, old)
    with connect(role_url(SETTINGS, old, "maintenance")) as db:
        assert db.execute("select count(*) from candidate_key").fetchone() == (2,)
