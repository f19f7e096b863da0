"""What is shown for what, where else a job stands, and who may see or change it."""

from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import duplicates, freshness
from schemas.tables.duplicates import BusyError
from tests.builders import NOW, TODAY, add_vacancy, vacancy

LIST_SHOWN = f"select v.id from vacancy v where {duplicates.SHOWN}"


@pytest.fixture
def three(database):
    """The employer's own page, and the same job on a board and at an agency."""
    made = [
        vacancy(source="eigen", url="https://eigen.example/1"),
        vacancy(source="bord", title="Administratief medewerker"),
        vacancy(source="bureau", employer="Vlot BV", employer_is_intermediary=True),
    ]
    with database.connect() as db:
        return [add_vacancy(db, each) for each in made]


def shown(db, today=TODAY):
    return {row[0] for row in db.execute(LIST_SHOWN, {"today": today})}


def hide(database, shown_for):
    with database.connect("crawler") as db:
        duplicates.write(db, shown_for)


def test_a_vacancy_stands_for_itself_until_told_otherwise(database, three):
    with database.connect("matcher") as db:
        assert shown(db) == set(three)


def test_a_duplicate_is_not_shown_and_can_be_again(database, three):
    page, copy, told = three
    hide(database, {copy: page, told: page})
    with database.connect("web_adviser") as db:
        assert shown(db) == {page}
    hide(database, {copy: None})
    with database.connect("web_adviser") as db:
        assert shown(db) == {page, copy}


@pytest.mark.parametrize(
    "change", ["status = 'gone'", "valid_through = '2026-11-20'", "country = 'BE'"]
)
def test_a_job_is_never_hidden_behind_one_that_is_not_open(database, three, change):
    page, copy, told = three
    hide(database, {copy: page, told: page})
    with database.connect() as db:
        db.execute(f"update vacancy set {change} where id = %s", (page,))
        assert {copy, told} <= shown(db)


def test_when_what_is_shown_is_removed_the_others_are_shown(database, three):
    page, copy, told = three
    hide(database, {copy: page, told: page})
    with database.connect() as db:
        db.execute("delete from vacancy where id = %s", (page,))
        assert shown(db) == {copy, told}


def test_who_followed_one_that_is_now_hidden_follows_it_on(database, three):
    page, copy, told = three
    hide(database, {told: copy})
    hide(database, {copy: page})
    with database.connect("crawler") as db:
        assert shown(db) == {page}
        rows = db.execute("select id, duplicate_of from vacancy").fetchall()
    assert dict(rows) == {page: None, copy: page, told: page}


def test_none_stands_for_itself_by_name(database, three):
    with (
        database.connect("crawler") as db,
        pytest.raises(psycopg.errors.CheckViolation),
    ):
        duplicates.write(db, {three[0]: three[0]})


def test_the_other_places_of_a_job_the_open_and_the_employers_first(database, three):
    page, copy, told = three
    hide(database, {copy: page, told: page})
    with database.connect() as db:
        db.execute("update vacancy set status = 'gone' where id = %s", (page,))
    with database.connect("web_adviser") as db:
        found = freshness.of_vacancy(db, told).others
        assert [each.vacancy_id for each in found] == [copy, page]
        assert [each.status for each in found] == ["open", "gone"]
        assert found[1].url == "https://eigen.example/1"
        assert found[0].title == "Administratief medewerker"
        agency = freshness.of_vacancy(db, page).others[1]
    assert (agency.source, agency.employer) == ("bureau", "Vlot BV")
    assert agency.employer_is_intermediary
    assert agency.last_seen == NOW


def test_one_that_stands_alone_stands_nowhere_else(database, three):
    with database.connect("web_adviser") as db:
        assert freshness.of_vacancy(db, three[0]).others == []
        assert freshness.of_vacancy(db, uuid4()) is None


def test_writing_gives_way_soon_to_a_crawl_and_leaves_nothing(database, three):
    page, copy, told = three
    with database.connect("crawler") as crawl, database.connect("crawler") as db:
        crawl.execute("select from vacancy where id = %s for update", (told,))
        began = monotonic()
        with pytest.raises(BusyError), db.transaction():
            duplicates.write(db, {copy: page, told: page})
        assert monotonic() - began < 0.9  # before a deadlock would end the crawl
        assert shown(db) == set(three)


@pytest.mark.parametrize("role", ["matcher", "web_adviser", "web_candidate"])
def test_who_reads_vacancies_reads_what_is_shown_and_changes_nothing(
    database, three, role
):
    with database.connect(role) as db:
        assert shown(db) == set(three)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("update vacancy set duplicate_of = null")


@pytest.mark.parametrize(
    "role", ["matcher", "web_auth", "web_adviser", "web_candidate", "web_opdrachtgever"]
)
@pytest.mark.parametrize(
    "table", ["vacancy_fingerprint", "vacancy_sketch", "boilerplate", "same_job"]
)
def test_what_is_compared_is_the_crawlers_own_business(database, role, table):
    with (
        database.connect(role) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(f"select from {table}")
