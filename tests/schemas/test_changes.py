"""What was set going, as the matcher may know it: which vacancies, and nothing said."""

import psycopg
import pytest

from schemas.tables import changes, matches
from tests import builders

LINK = "https://linde.example/7"


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


def add_all(db, candidate, adviser):
    """A vacancy saved, rejected, given, withdrawn, tried and asked about, in turn."""
    jobs = [builders.add_vacancy(db, builders.vacancy()) for _ in range(5)]
    saved, rejected, given, withdrawn, tried = jobs
    asked = builders.add_vacancy(db, builders.vacancy(url=f"{LINK}/"))
    for job, decision in ((saved, "saved"), (rejected, "rejected")):
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, reason, "
            "judged_by) values (%s, %s, %s, 'too_far', %s)",
            (candidate, job, decision, adviser),
        )
    for job, status in ((given, "open"), (withdrawn, "withdrawn")):
        db.execute(
            "insert into task (candidate_id, vacancy_id, title, due_on, status, made_by) "
            "values (%s, %s, 'Bel', '2099-01-01', %s, %s)",
            (candidate, job, status, adviser),
        )
    db.execute(
        "insert into attempt (candidate_id, vacancy_id, channel, employer, kind, outcome, "
        "made_by) values (%s, %s, 'public', 'X', 'mail', 'sent', %s)",
        (candidate, tried, adviser),
    )
    db.execute(
        "insert into asked_vacancy (id, candidate_id, link) "
        "values (gen_random_uuid(), %s, %s)",
        (candidate, LINK),
    )
    return {saved, given, tried, asked}


def test_the_matcher_keeps_what_was_set_going_and_reads_nothing_of_it(database, people):
    with database.connect() as db:
        expected = add_all(db, people.samira, people.anna)
    with database.connect("matcher") as db:
        assert changes.begun(db, people.samira) == expected
        assert changes.begun(db, people.tom) == set()
    for query in (
        "select note from attempt",
        "select employer from attempt",
        "select title from task",
        "select answer_sealed from task",
        "select asked_at from asked_vacancy",
    ):
        with (
            database.connect("matcher") as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute(query)


def waiting(db):
    rows = db.execute("select args ->> 'candidate_id' from procrastinate_jobs")
    return [row[0] for row in rows]


def test_a_question_about_what_was_not_ranked_asks_for_a_ranking(database, people):
    ask = (
        "insert into asked_vacancy (id, candidate_id, link) "
        "values (gen_random_uuid(), %s, %s)"
    )
    with database.connect() as db:
        ranked = builders.add_vacancy(db, builders.vacancy(url="https://a.example/"))
        builders.add_vacancy(db, builders.vacancy(url="https://b.example/"))
        builders.add_match(db, people.samira, (ranked, "past", 0.5))
        for link in ("https://a.example/", "https://unknown.example/"):
            db.execute(ask, (people.samira, link))
        assert waiting(db) == []
        for link in ("https://b.example", "https://b.example/"):
            db.execute(ask, (people.samira, link))
        assert waiting(db) == [str(people.samira)]


def test_what_differs_is_what_turned_came_or_went(database, people):
    with database.connect() as db:
        same, turned, gone, new = (
            builders.add_vacancy(db, builders.vacancy()) for _ in range(4)
        )
        rows = [(same, "past", 0.9), (turned, "past", 0.8), (gone, "uitzoeken", 0.7)]
        builders.add_match(db, people.samira, *rows)
        before = matches.latest_run(db, people.samira)
        db.execute("update match_run set made_at = made_at - interval '1 day'")
        rows = [(same, "past", 0.9), (turned, "past_niet", 0.8), (new, "past", 0.7)]
        builders.add_match(db, people.samira, *rows)
        after = matches.latest_run(db, people.samira)
        found = changes.differing(db, before, after, today=builders.TODAY)
        none = changes.differing(db, after, after, today=builders.TODAY)
    assert (found.before, found.after) == (3, 3)
    assert {one.vacancy_id: (one.before, one.after) for one in found.adverts} == {
        turned: ("past", "past_niet"),
        gone: ("uitzoeken", None),
        new: (None, "past"),
    }
    assert (none.before, none.after, none.adverts) == (3, 3, [])
