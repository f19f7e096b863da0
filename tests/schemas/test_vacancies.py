"""Vacancies: the same job keeps its row, and what the matcher added."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from schemas.tables import (
    crawl_runs,
    own_pages,
    pages,
    sources,
    vacancies,
    vacancy_sightings,
)
from schemas.tables.vacancies import Sighted
from schemas.vacancy import Vacancy, vacancy_id
from tests.crawlers.crawling import source
from tests.schemas.test_pages import visited

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
    [result] = vacancies.store(
        db, [Sighted(vacancy=one, page_url=page_url)], run_id=run.id
    )
    return result


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
    later = page_says_gone(db)
    gone = vacancy_sightings.gone_by_page(db, "wilg", later.id, listed=False, now=LATER)
    assert gone == 1
    assert vacancies.one(db, kok.id).status == "gone"
    assert vacancies.still_open(db, NOW.date()) == []
    assert stored(db, run, kok) == "same"
    assert vacancies.one(db, kok.id).status == "open"


def page_says_gone(db):
    later = crawl_runs.start(db, "wilg", LATER)
    missing = visited("weg", outcome="gone", reason="page_missing", http_status=404)
    pages.visited(db, "wilg", later.id, [missing])
    return later


def test_a_page_that_the_list_still_names_is_followed_apart(db, run):
    stored(db, run, vacancy())
    later = page_says_gone(db)
    pages.announce(db, "wilg", later.id, [(URL, None)])
    how = {"listed": False, "now": LATER}
    assert vacancy_sightings.gone_by_page(db, "wilg", later.id, **how) == 0
    how = {"listed": True, "now": LATER}
    assert vacancy_sightings.gone_by_page(db, "wilg", later.id, **how) == 1


def test_one_whose_closing_date_has_passed_is_stored_as_gone(db, run):
    expired = vacancy(valid_through=date(2026, 11, 20))
    stored(db, run, expired)
    assert vacancies.one(db, expired.id).status == "gone"
    assert stored(db, run, expired) == "same"


def test_of_a_twin_in_two_languages_the_dutch_one_stays(db, run):
    dutch, english = vacancy(language="nl"), vacancy(language="en", title="Cook")
    stored(db, run, dutch)
    stored(db, run, english, page_url=f"{URL}/en")
    assert vacancies.one(db, dutch.id).title == "Kok"
    other_way_round = [
        Sighted(vacancy=vacancy("9", language=lang, title=title), page_url=URL)
        for lang, title in (("en", "Cook"), ("nl", "Kok"))
    ]
    vacancies.store(db, other_way_round, run_id=run.id)
    assert vacancies.one(db, vacancy_id("wilg", "9")).title == "Kok"


def test_the_closing_day_is_still_a_day(db, run):
    stored(db, run, vacancy("1", valid_through=date(2026, 11, 21)))
    stored(db, run, vacancy("2", valid_through=date(2026, 11, 20)))
    stored(db, run, vacancy("3"))
    open_today = vacancies.still_open(db, date(2026, 11, 21))
    assert {one.source_key for one in open_today} == {"1", "3"}


def test_what_a_complete_list_does_not_name_is_doubted_and_then_gone(db, run):
    for key in "12":
        stored(db, run, vacancy(key), page_url=f"{URL}/{key}")
    empty = visited("<h1>Werken bij</h1>", url=f"{URL}/2", outcome="empty")
    for night in (1, 2):
        later = crawl_runs.start(db, "wilg", NOW + timedelta(days=night))
        stored(db, later, vacancy("1"), page_url=f"{URL}/1")
        pages.visited(db, "wilg", later.id, [empty])
        gone = vacancy_sightings.miss(db, "wilg", later.id, now=LATER)
        status = vacancies.one(db, vacancy_id("wilg", "2")).status
        assert (gone, status) == ((0, "unconfirmed"), (1, "gone"))[night - 1]
    assert vacancy_sightings.open_of(db, "wilg") == 1
    assert vacancy_sightings.seen_in(db, later.id) == 1


def test_what_was_not_looked_at_itself_is_doubted_for_longer(db, run):
    stored(db, run, vacancy("2"), page_url=f"{URL}/2")
    gone = []
    for night in range(1, 5):
        later = crawl_runs.start(db, "wilg", NOW + timedelta(days=night))
        gone.append(vacancy_sightings.miss(db, "wilg", later.id, now=LATER))
    assert gone == [0, 0, 0, 1]


def test_a_listed_page_that_was_not_visited_leaves_its_vacancy_alone(db, run):
    pages.visited(db, "wilg", run.id, [visited()])
    stored(db, run, vacancy())
    later = crawl_runs.start(db, "wilg", LATER)
    pages.announce(db, "wilg", later.id, [(URL, None)])
    assert vacancy_sightings.miss(db, "wilg", later.id, now=LATER) == 0
    assert own_pages.missing(db, "wilg", later.id, limit=9) == []


def test_a_listed_page_that_could_not_be_read_leaves_its_vacancy_alone(db, run):
    stored(db, run, vacancy())
    later = crawl_runs.start(db, "wilg", LATER)
    pages.announce(db, "wilg", later.id, [(URL, None)])
    pages.visited(db, "wilg", later.id, [visited(None, outcome="failed")])
    assert vacancy_sightings.miss(db, "wilg", later.id, now=LATER) == 0
    assert own_pages.missing(db, "wilg", later.id, limit=9) == []
    assert vacancies.one(db, vacancy_id("wilg", "1")).status == "open"


def test_an_unchanged_page_still_has_its_vacancies(db, run):
    stored(db, run, vacancy())
    later = crawl_runs.start(db, "wilg", LATER)
    seen = vacancy_sightings.seen_on(db, "wilg", [URL], run_id=later.id, now=LATER)
    assert (seen, vacancy_sightings.seen_in(db, later.id)) == (1, 1)


def test_age_doubts_what_is_unseen_for_a_week_and_closes_what_has_passed(db, run):
    stored(db, run, vacancy("1"))
    stored(db, run, vacancy("2", valid_through=date(2026, 11, 25)))

    def aged(days):
        now = NOW + timedelta(days=days)
        changed = vacancy_sightings.age(db, None, today=now.date(), now=now)
        found = [vacancies.one(db, vacancy_id("wilg", key)).status for key in "12"]
        return (changed, *found)

    assert aged(4) == (0, "open", "open")
    assert aged(5) == (1, "open", "gone")
    assert aged(8) == (1, "unconfirmed", "gone")
    assert aged(181) == (1, "gone", "gone")
