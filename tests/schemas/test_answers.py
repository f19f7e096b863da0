"""Answers about jobs: appended and taken back, shared by the adverts of one job."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import answers, sessions, vacancies
from schemas.tables.answers import NewAnswer
from schemas.tables.vacancies import Sighted
from tests import builders
from tests.rights import allowed


@pytest.fixture
def db(database):
    with database.connect() as db:
        yield db


@pytest.fixture
def people(db):
    return builders.add_people(db)


@pytest.fixture
def vacancy(db):
    return builders.add_vacancy(db, builders.vacancy())


def new(people, vacancy, field="lift_kg", **facts) -> NewAnswer:
    plain = NewAnswer(
        id=uuid4(),
        vacancy_id=vacancy,
        field=field,
        polarity="absent",
        value=None,
        unit=None,
        said="Nee.",
        note="",
        said_by="employer_phone",
        said_on=date(2026, 3, 12),
        made_by=people.anna,
    )
    return replace(plain, **facts)


def told(db, vacancy) -> list[str]:
    return [one.words for one in answers.told_of(db, [vacancy])[vacancy]]


def test_the_same_form_twice_is_one_answer(db, people, vacancy):
    answer = new(people, vacancy)
    assert answers.add(db, answer)
    assert not answers.add(db, answer)
    assert told(db, vacancy) == ["Nee."]


def test_an_answer_takes_the_place_of_the_one_that_was_seen(db, people, vacancy):
    first = new(people, vacancy)
    second = new(people, vacancy, said="Toch wel.", seen=first.id, made_by=people.bram)
    assert answers.add(db, first)
    assert answers.add(db, second)
    assert told(db, vacancy) == ["Toch wel."]
    kept = {one.id: one for one in answers.of_vacancy(db, vacancy)}
    assert kept[first.id].undone_by == people.bram
    assert kept[second.id].undone_at is None


def test_who_comes_second_changes_nothing(db, people, vacancy):
    first, third = new(people, vacancy), new(people, vacancy, said="Nooit.")
    answers.add(db, first)
    answers.add(db, new(people, vacancy, said="Toch wel.", seen=first.id))
    assert not answers.add(db, replace(third, seen=first.id))
    assert not answers.add(db, third)
    assert told(db, vacancy) == ["Toch wel."]


def test_taking_back_is_done_once_and_erases_nothing(db, people, vacancy):
    answer = new(people, vacancy)
    answers.add(db, answer)
    assert answers.take_back(db, answer.id, people.bram)
    assert not answers.take_back(db, answer.id, people.anna)
    assert told(db, vacancy) == []
    (kept,) = answers.of_vacancy(db, vacancy)
    assert (kept.made_by, kept.undone_by) == (people.anna, people.bram)


def test_adverts_of_one_job_know_each_others_answers(db, people, vacancy):
    twins = [builders.add_vacancy(db, builders.vacancy()) for _ in range(2)]
    other = builders.add_vacancy(db, builders.vacancy())
    db.execute(
        "update vacancy set duplicate_of = %s where id = any(%s)", (vacancy, twins)
    )
    answers.add(db, new(people, twins[0]))
    found = answers.told_of(db, [vacancy, *twins, other])
    assert {one: len(known) for one, known in found.items()} == {
        **dict.fromkeys([vacancy, *twins], 1),
        other: 0,
    }
    answers.add(db, new(people, vacancy, said="Toch wel."))
    db.execute(
        "update vacancy_answer set made_at = made_at - interval '1 h' where said = 'Nee.'"
    )
    assert told(db, twins[1]) == ["Toch wel."]


def test_an_advert_crawled_again_keeps_its_answers_and_says_when_it_changed(db, people):
    now = datetime.now(UTC)
    made = builders.vacancy(first_seen=now - timedelta(days=9), last_seen=now)
    vacancy = builders.add_vacancy(db, made)
    db.execute("update vacancy set last_changed = first_seen")
    answers.add(db, new(people, vacancy, said_on=date(2026, 11, 1)))
    assert not answers.of_vacancy(db, vacancy)[0].outdated
    (run,) = db.execute(
        "insert into crawl_run (source) values (%s) returning id", (made.source,)
    ).fetchone()
    again = replace(made, text="Een nieuwe tekst.", last_seen=now + timedelta(days=1))
    vacancies.store(db, [Sighted(vacancy=again, page_url=made.url)], run_id=run)
    (kept,) = answers.of_vacancy(db, vacancy)
    assert (kept.words, kept.outdated) == ("Nee.", True)
    answers.add(db, new(people, vacancy, "climb"))
    db.execute(
        "update vacancy_answer set said_on = current_date + 2, "
        "made_at = now() + interval '2 d' where field = 'climb'"
    )
    fresh = {one.field: one.outdated for one in answers.of_vacancy(db, vacancy)}
    assert fresh == {"climb": False, "lift_kg": True}


@pytest.fixture
def as_anna(database, db, people):
    """A function: a connection with Anna's session."""
    db.commit()
    with database.connect("web_auth") as auth:
        soon = datetime.now(UTC) + timedelta(hours=1)
        sessions.open_session(auth, people.anna, "teken", soon)

    def sign_in():
        own = database.connect("web_adviser")
        sessions.identify(own, "teken")
        return own

    return sign_in


def test_an_adviser_signs_with_the_own_name_and_takes_back_once(
    as_anna, db, people, vacancy
):
    of_bram = new(people, vacancy, "climb", made_by=people.bram)
    answers.add(db, of_bram)
    db.commit()
    for wrong in (
        lambda own: answers.add(own, new(people, vacancy, made_by=people.bram)),
        lambda own: answers.take_back(own, of_bram.id, people.bram),
        lambda own: own.execute("update vacancy_answer set said = 'Anders.'"),
        lambda own: own.execute("delete from vacancy_answer"),
    ):
        with (
            as_anna() as own,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            wrong(own)
    with as_anna() as own:
        assert answers.take_back(own, of_bram.id, people.anna)
        undo = "update vacancy_answer set undone_by = %s, undone_at = null"
        assert own.execute(undo, (people.anna,)).rowcount == 0


def test_matching_reads_what_was_said_and_not_who_asked(database):
    columns = allowed(database, "matcher", "select")["vacancy_answer"]
    assert not {"id", "made_by", "undone_by"} & columns
    assert {"field", "polarity", "value", "note", "said_on"} <= columns
    for right in ("insert", "update", "delete"):
        assert "vacancy_answer" not in allowed(database, "matcher", right)


def test_nobody_without_a_session_reads_an_answer(database, db, people, vacancy):
    answers.add(db, new(people, vacancy))
    db.commit()
    with database.connect("web_adviser") as stranger:
        assert answers.of_vacancy(stranger, vacancy) == []
