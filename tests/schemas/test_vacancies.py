"""Vacancies: the same job keeps its row, and what the matcher added."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from schemas.tables import crawl_runs, pages, sources, vacancies, vacancy_sightings
from schemas.tables.vacancies import Sighting
from schemas.vacancy import Vacancy, vacancy_id
from tests.crawlers.crawling import source
from tests.schemas.test_pages import fetched

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
URL = "https://wilg.example/vacatures/kok"


def vacancy(key="1", **other):
    empty = dict.fromkeys(field.name for field in fields(Vacancy))
    facts = {
        "id": vacancy_id("wilg", key),
        "source": "wilg",
        "source_key": key,
        "url": URL,
        "status": "open",
        "title": "Kok",
        "employer_is_intermediary": False,
        "hours_min": 24.0,
        "hours_negotiable": False,
        "education_strict": False,
        "licences": ("B",),
        "licences_wish": (),
        "certificates": (),
        "certificates_wish": (),
        "shifts": (),
        "first_seen": NOW,
        "last_seen": NOW,
        "text": "Je kookt.",
        "provenance": {"hours": {"part": "text", "path": "hours", "raw": "24 uur"}},
    }
    return Vacancy(**{**empty, **facts, **other})


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        sources.add(db, source("wilg", "https://wilg.example/"))
        yield db


@pytest.fixture
def run(db):
    return crawl_runs.start(db, "wilg", NOW)


def stored(db, run, one, page_url=URL):
    return vacancies.store(db, one, Sighting(run_id=run.id, page_url=page_url))


def test_a_vacancy_comes_back_as_it_was_stored(db, run):
    kok = vacancy()
    assert stored(db, run, kok) == "new"
    assert vacancies.one(db, kok.id) == kok
    assert vacancies.several(db, [kok.id]) == [kok]
    assert list(vacancies.all_for_export(db)) == [kok]
    assert vacancies.one(db, vacancy_id("wilg", "2")) is None


def test_every_field_has_its_column(db):
    columns = {
        name
        for (name,) in db.execute(
            "select column_name from information_schema.columns"
            " where table_name = 'vacancy'"
        )
    }
    assert {field.name for field in fields(Vacancy)} <= columns


def test_seeing_it_again_changes_only_when_it_was_seen(db, run):
    kok = vacancy()
    stored(db, run, kok)
    assert stored(db, run, replace(kok, first_seen=LATER, last_seen=LATER)) == "same"
    again = vacancies.one(db, kok.id)
    assert (again.first_seen, again.last_seen) == (NOW, LATER)


def test_other_words_are_a_change_and_other_provenance_is_not(db, run):
    kok = vacancy()
    stored(db, run, kok)
    assert stored(db, run, replace(kok, provenance={})) == "same"
    assert stored(db, run, replace(kok, hours_min=32.0)) == "changed"
    assert vacancies.one(db, kok.id).hours_min == 32


def test_what_the_matcher_added_stays(database, db, run):
    kok = vacancy()
    stored(db, run, kok)
    db.commit()
    with database.connect("matcher") as matcher:
        matcher.execute("update vacancy set isco = '5120', shifts = '{evening}'")
    stored(db, run, replace(kok, text="Je kookt veel."))
    kept = vacancies.one(db, kok.id)
    assert (kept.isco, kept.shifts) == ("5120", ("evening",))


def test_one_that_was_gone_is_open_again_when_it_is_seen(db, run):
    kok = vacancy()
    stored(db, run, kok)
    assert vacancy_sightings.gone_on(db, "wilg", [URL], now=NOW) == 1
    assert vacancies.one(db, kok.id).status == "gone"
    assert vacancies.still_open(db, NOW.date()) == []
    assert stored(db, run, kok) == "same"
    assert vacancies.one(db, kok.id).status == "open"


def test_the_closing_day_is_still_a_day(db, run):
    stored(db, run, vacancy("1", valid_through=date(2026, 11, 21)))
    stored(db, run, vacancy("2", valid_through=date(2026, 11, 20)))
    stored(db, run, vacancy("3"))
    open_today = vacancies.still_open(db, date(2026, 11, 21))
    assert {one.source_key for one in open_today} == {"1", "3"}


def test_what_a_complete_run_did_not_see_is_gone(db, run):
    for key in "123":
        stored(db, run, vacancy(key), page_url=f"{URL}/{key}")
    later = crawl_runs.start(db, "wilg", LATER)
    stored(db, later, vacancy("1"), page_url=f"{URL}/1")
    gone = vacancy_sightings.unseen_gone(
        db, "wilg", later.id, unread={f"{URL}/3"}, now=LATER
    )
    assert gone == 1
    assert vacancies.one(db, vacancy_id("wilg", "2")).status == "gone"
    assert vacancy_sightings.open_of(db, "wilg") == 2
    assert vacancy_sightings.seen_in(db, later.id) == 1


def test_an_unchanged_page_still_has_its_vacancies(db, run):
    stored(db, run, vacancy())
    pages.store(db, fetched(run.id))
    assert pages.marks(db, "wilg")[URL].etag == '"a"'
    later = crawl_runs.start(db, "wilg", LATER)
    seen = vacancy_sightings.seen_on(db, "wilg", URL, run_id=later.id, now=LATER)
    assert (seen, vacancy_sightings.seen_in(db, later.id)) == (1, 1)
