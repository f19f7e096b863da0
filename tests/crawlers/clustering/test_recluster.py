"""Clustering on a real database: what is shown, again and again, whatever happens."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from crawlers.clustering.recluster import recluster
from tests.builders import NOW
from tests.crawlers.clustering.measuring import add_source, put, shown
from tests.crawlers.clustering.pure import TEXT, advert, paragraphs

HOUSE = "Bij Loods De Kade werken wij al veertig jaar met plezier aan de haven.\n"


@pytest.fixture
def db(database):
    with database.connect("crawler") as db:
        yield db


@pytest.fixture
def store(database):
    def store(*adverts):
        with database.connect() as admin:
            put(admin, adverts)

    return store


def at(source, key=100_200, **facts):
    return advert(source=source, source_key=f"k-{key}", **facts)


def own_page(**facts):
    return at("eigen", url="https://werkenbijloods.example/1", **facts)


def agency(**facts):
    plain = {"employer": "Vlot Uitzendbureau", "employer_is_intermediary": True}
    return at("bureau", **(plain | facts))


def test_one_job_on_three_sites_is_one_line_the_employers_own(db, store):
    page, copy, told = own_page(), at("bord"), agency()
    store(page, copy, told)
    summary = recluster(db, now=NOW)
    assert shown(db) == {page.id: page.id, copy.id: page.id, told.id: page.id}
    assert (summary.vacancies, summary.clusters) == (3, 1)
    assert (summary.merged, summary.split) == (2, 0)
    assert summary.seconds > 0


def test_a_second_time_changes_nothing(db, store):
    store(own_page(), at("bord"), agency())
    recluster(db, now=NOW)
    before = shown(db)
    again = recluster(db, now=NOW)
    assert (again.merged, again.split) == (0, 0)
    assert shown(db) == before


def test_a_site_registered_as_the_employers_is_its_own_page(db, store, database):
    page, copy = at("eigen", text=TEXT[:900]), at("bord", salary_min=2500.0)
    with database.connect() as admin:
        add_source(admin, "eigen", employer="Loods De Kade")
    store(page, copy)
    recluster(db, now=NOW)
    assert shown(db)[copy.id] == page.id


def test_what_changes_into_another_job_gets_its_own_line_back(db, store):
    page, copy = own_page(), at("bord")
    store(page, copy)
    recluster(db, now=NOW)
    store(replace(copy, place="Zwolle", lat=52.51, lon=6.08))
    summary = recluster(db, now=NOW)
    assert (summary.merged, summary.split) == (0, 1)
    assert shown(db)[copy.id] == copy.id


def test_a_later_own_page_takes_over(db, store):
    copy, told = at("bord"), agency()
    store(copy, told)
    recluster(db, now=NOW)
    assert shown(db)[told.id] == copy.id
    page = own_page()
    store(page)
    recluster(db, now=NOW)
    assert set(shown(db).values()) == {page.id}


def test_when_the_own_page_goes_another_open_one_is_shown(db, store):
    page, copy = own_page(), at("bord")
    store(page, copy)
    recluster(db, now=NOW)
    store(replace(page, status="gone"))
    recluster(db, now=NOW)
    assert set(shown(db).values()) == {copy.id}


def test_what_is_read_as_abroad_never_stands_for_what_is_here(db, store):
    page, copy = own_page(country="BE"), at("bord")
    store(page, copy)
    recluster(db, now=NOW)
    assert shown(db)[page.id] == copy.id


def test_a_closing_day_is_a_day_and_after_it_the_advert_is_not_open(db, store):
    page = own_page(valid_through=NOW.date())
    copy = at("bord")
    store(page, copy)
    recluster(db, now=NOW)
    assert shown(db)[copy.id] == page.id
    recluster(db, now=NOW + timedelta(days=1))
    assert shown(db)[page.id] == copy.id


def test_what_went_long_ago_is_not_compared_but_stays_where_it_was(db, store):
    page, copy = own_page(), at("bord")
    store(page, copy)
    recluster(db, now=NOW)
    store(replace(copy, status="gone"))
    later = NOW + timedelta(days=61)
    store(replace(page, last_seen=later))
    assert recluster(db, now=later).vacancies == 1
    assert shown(db)[copy.id] == page.id
    newer = own_page(
        key=200_300, first_seen=later - timedelta(days=90), last_seen=later
    )
    store(newer)
    recluster(db, now=later)
    assert set(shown(db).values()) == {newer.id}


def test_an_advert_put_up_again_is_shown_once(db, store):
    first = own_page(text=TEXT + "Reageer voor 3 november 2026.")
    again = own_page(key=100_201, text=TEXT + "Reageer voor 3 december 2026.")
    store(replace(first, status="gone"), again)
    recluster(db, now=NOW)
    assert shown(db)[first.id] == again.id


def test_what_an_employer_writes_under_every_job_does_not_make_them_one(db, store):
    house = "".join(
        f"{HOUSE.strip()[:-1]} in zaal {n} van ons gebouw.\n" for n in range(9)
    )
    titles = ["Kok", "Planner", "Lasser", "Monteur", "Kapper", "Chauffeur"]
    others = [
        at(
            "eigen",
            key=300_000 + n,
            title=title,
            text=f"{title} is hier je vak.\n{house}",
        )
        for n, title in enumerate(titles)
    ]
    one = at("eigen", text=paragraphs(TEXT, 0) + "\n" + house)
    other = at("bord", text=paragraphs(TEXT, 1, 2) + "\n" + house)
    store(*others, one, other)
    recluster(db, now=NOW)
    assert shown(db)[other.id] == other.id
    assert shown(db)[one.id] == one.id


def test_boilerplate_learned_later_parts_what_it_had_joined(db, store):
    house = "".join(
        f"{HOUSE.strip()[:-1]} in zaal {n} van ons gebouw.\n" for n in range(9)
    )
    one = at("eigen", text=house + "Je werkt in de kelder en telt de schroeven.")
    other = at(
        "bord", text=house + "Je werkt op zolder en verft de ramen aan de straat."
    )
    store(one, other)
    recluster(db, now=NOW)
    assert len(set(shown(db).values())) == 1
    titles = ["Kok", "Planner", "Lasser", "Monteur", "Kapper", "Chauffeur"]
    store(
        *(
            at("eigen", key=300_000 + n, title=title, text=house)
            for n, title in enumerate(titles)
        )
    )
    assert recluster(db, now=NOW).split == 1


class Killed(BaseException):
    """As by kill -9: nobody catches it."""


class Mortal:
    """A connection that dies after so many statements."""

    def __init__(self, db, statements):
        self._db, self._left = db, statements

    def __getattr__(self, name):
        if name in {"execute", "cursor"}:
            self._left -= 1
            if self._left < 0:
                raise Killed
        return getattr(self._db, name)

    def __setattr__(self, name, value):
        if name.startswith("_"):
            super().__setattr__(name, value)
        else:
            setattr(self._db, name, value)


def test_killed_at_any_moment_it_is_taken_up_and_ends_the_same(database, store):
    page, copy, told = own_page(), at("bord"), agency()
    elsewhere = at("bord", key=500_600, place="Zwolle", lat=52.51, lon=6.08)
    store(page, copy, told, elsewhere)
    finished = 0
    for statements in range(1, 60):
        with database.connect("crawler") as db:
            try:
                recluster(Mortal(db, statements), now=NOW)
                finished += 1
            except Killed:
                pass
            seen = shown(db)
        assert seen[elsewhere.id] == elsewhere.id
        assert set(seen.values()) <= {*seen}
        assert page.id not in {id_ for id_, first in seen.items() if id_ != first}
        if statements % 7 == 0:
            store(replace(copy, text=f"{copy.text}\nRegel {statements} is nieuw hier."))
    assert finished > 5
    with database.connect("crawler") as db:
        recluster(db, now=NOW)
        assert shown(db)[copy.id] == shown(db)[told.id] == page.id


def test_it_waits_for_a_crawl_that_is_writing_and_the_crawl_never_for_long(
    db, database, store
):
    page, copy = own_page(), at("bord")
    store(page, copy)
    with database.connect("crawler") as crawl:
        crawl.execute("select from vacancy where id = %s for update", (copy.id,))
        threading.Timer(1.0, crawl.rollback).start()
        recluster(db, now=NOW)
    assert shown(db)[copy.id] == page.id


def test_two_at_once_do_it_one_after_the_other(database, store):
    page, copy, told = own_page(), at("bord"), agency()
    store(page, copy, told)
    found = []

    def run():
        with database.connect("crawler") as db:
            found.append(recluster(db, now=NOW))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(summary.merged for summary in found) == [0, 2]
    with database.connect("crawler") as db:
        assert set(shown(db).values()) == {page.id}


def test_nothing_at_all_is_no_trouble(db):
    summary = recluster(db, now=NOW)
    assert (summary.vacancies, summary.clusters) == (0, 0)
