"""What was recorded before we kept what was known gets the ranking of its own day."""

from datetime import timedelta

from schemas.migrations import FOLDER
from tests import builders
from tests.builders import NOW

TEXT = (FOLDER / "0009_what_was_known.sql").read_text()
FILLING = TEXT[TEXT.index("-- What is there already") : TEXT.index("-- 3. A vacancy")]
TABLES = ("attempt", "judgement")


def rank(db, people, vacancy, verdict, days):
    run = builders.add_match(db, people.samira, (vacancy, verdict, 0.5))
    made_at = NOW + timedelta(days=days)
    db.execute("update match_run set made_at = %s where id = %s", (made_at, run))
    return run


def record(db, people, vacancy, days):
    db.execute(
        "insert into attempt (candidate_id, vacancy_id, channel, employer, kind, "
        "outcome, made_by, made_at) values (%s, %s, 'public', 'X', 'mail', 'sent', %s, %s)",
        (people.samira, vacancy, people.anna, NOW + timedelta(days=days)),
    )


def test_the_past_gets_what_was_known_in_its_time(database):
    with database.connect() as db:
        people = builders.add_people(db)
        vacancy = builders.add_vacancy(db, builders.vacancy())
        for table in TABLES:
            db.execute(f"drop trigger note_what_is_known on {table}")
        for days in (0, 2, 4):
            record(db, people, vacancy, days)
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, judged_by, "
            "judged_at) values (%s, %s, 'saved', %s, %s)",
            (people.samira, vacancy, people.anna, NOW + timedelta(days=2)),
        )
        first = rank(db, people, vacancy, "past", 1)
        second = rank(db, people, vacancy, "past_niet", 3)
        db.execute("set local role spoorzoeker_owner")
        db.execute(FILLING)
        db.execute("reset role")
        found = {
            table: db.execute(
                f"select known_run, known_verdict, known_rules from {table} "
                f"order by {moment}"
            ).fetchall()
            for table, moment in zip(TABLES, ("made_at", "judged_at"), strict=True)
        }
        (unguarded,) = db.execute(
            "select count(*) from pg_class where relname = any (%s) "
            "and not (relrowsecurity and relforcerowsecurity)",
            ([*TABLES, "match_run", "match", "capacity_document"],),
        ).fetchone()
    known = (first, "past", "test")
    assert found["attempt"] == [(None,) * 3, known, (second, "past_niet", "test")]
    assert found["judgement"] == [known]
    assert unguarded == 0
