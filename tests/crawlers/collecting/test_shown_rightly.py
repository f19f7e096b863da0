"""No live vacancy is lost and no dead one shown: what once went wrong."""

import pytest

from schemas.tables import sources, vacancy_checks
from schemas.tables.vacancy_checks import Outcome
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import (
    DAY,
    HOST,
    NOW,
    ROBOTS,
    SITEMAP,
    Career,
    details,
    statuses,
)
from tests.crawlers.collecting.driving import drive, fetched
from tests.crawlers.crawling import source

MARK = '"a"'


def marked(site, number):
    """The page gets an ETag of its own."""
    url = site.url(number)
    site.pages[url] = fetched(url, site.pages[url], etag=MARK)


def record(database, key, outcome, now):
    with database.connect("crawler") as db:
        (vacancy_id,) = db.execute(
            "select id from vacancy where source_key = %s", (key,)
        ).fetchone()
        vacancy_checks.record(db, vacancy_id, outcome, now=now)


@pytest.mark.parametrize("etag", [False, True])
def test_one_that_is_named_again_after_its_time_is_open_again(run, database, etag):
    site = Career(5)
    if etag:
        marked(site, 5)
    run(site)
    date = site.dates.pop(site.url(5))
    for day in (1, 2, 3, 4):
        run(site, NOW + day * DAY)
    assert statuses(database)["w5"] == ("gone", "unlisted")
    site.dates[site.url(5)] = date
    run(site, NOW + 5 * DAY)
    assert statuses(database)["w5"] == ("open", None)


@pytest.mark.parametrize("etag", [False, True])
def test_one_found_gone_by_a_check_is_looked_at_while_listed(run, database, etag):
    site = Career(5)
    if etag:
        marked(site, 5)
    run(site)
    hiccup = Outcome(result="gone", status="gone", status_reason="page_missing")
    record(database, "w5", hiccup, NOW)
    run(site, NOW + DAY)
    assert statuses(database)["w5"] == ("open", None)


def test_a_listed_page_that_was_gone_for_a_night_is_looked_at_the_next(run, database):
    site = Career(8)
    run(site)
    kept = dict(site.pages)
    for number in (1, 2, 3):
        site.dates[site.url(number)] = "2026-11-01T09:00:00Z"
        del site.pages[site.url(number)]
    run(site, NOW + DAY)
    assert statuses(database)["w2"] == ("gone", "page_missing")
    site.pages = kept
    run(site, NOW + 2 * DAY)
    assert {status for status, _ in statuses(database).values()} == {"open"}


def test_a_page_that_is_gone_does_not_count_as_seen_while_it_rests(run, database):
    site = Career(20)
    run(site)
    for url in site.dates:
        site.dates[url] = "2026-11-02T09:00:00Z"
        del site.pages[url]
    for day in range(1, 12):
        run(site, NOW + day * DAY)
    assert {status for status, _ in statuses(database).values()} == {"unconfirmed"}


def test_old_addresses_in_a_sitemap_do_not_make_every_run_suspect(run, database):
    site = Career(40)
    for number in range(11, 41):
        del site.pages[site.url(number)]
    first = run(site)
    assert (first.run.status, first.run.found) == ("ok", 10)
    site.dates[site.url(3)] = "2026-11-02T09:00:00Z"
    del site.pages[site.url(3)]
    second = run(site, NOW + DAY)
    assert (second.run.status, second.run.gone) == ("ok", 1)
    assert statuses(database)["w3"] == ("gone", "page_missing")


def test_not_modified_behind_a_redirect_to_the_list_means_gone(run, database):
    site = Career(6)
    marked(site, 6)
    run(site)
    site.pages[site.url(6)] = fetched(
        site.url(6), "", status=304, end=f"{HOST}/vacatures"
    )
    site.dates[site.url(6)] = "2026-11-02T09:00:00Z"
    run(site, NOW + DAY)
    assert statuses(database)["w6"] == ("gone", "redirected")


def test_not_modified_for_what_was_never_read_is_a_failure(run):
    site = Career(6)
    site.pages[site.url(6)] = fetched(site.url(6), "", status=304)
    first = run(site)
    assert "HTTP 304" in first.run.error
    site.pages[site.url(6)] = page(job(6))
    assert run(site, NOW + DAY).run.new == 1


def test_one_page_that_refuses_does_not_keep_us_from_the_others(run):
    site = Career(30)
    site.pages[site.url(1)] = fetched(site.url(1), "nee", status=403)
    first = run(site)
    assert (first.run.status, first.run.found) == ("ok", 29)
    assert "1 van 30 pagina's niet gelezen: de site weigert ons" in first.run.error


def test_three_refusals_in_a_row_are_a_site_that_refuses(run):
    site = Career(30)
    for number in range(1, 31):
        site.pages[site.url(number)] = fetched(site.url(number), "nee", status=403)
    driven = run(site)
    assert driven.run.status == "blocked"
    assert len(details(driven)) == 3


def test_pages_that_always_fail_do_not_keep_us_from_the_others(run):
    site = Career(60)
    for number in range(10, 60):
        site.pages[site.url(number)] = page('{"@type": "JobPosting", "title": ')
    found = [run(site, NOW + day * DAY).run for day in range(6)]
    assert [(one.status, one.found) for one in found[-1:]] == [("ok", 10)]


def test_a_redirect_to_the_secure_address_of_the_same_page_is_no_farewell(database):
    plain = "http://wilg.example"
    made = source("wilg", f"{HOST}/vacatures")
    site = Career(0)
    urls = {f"{plain}/vacatures?vacature={n}00": n for n in range(1, 7)}
    site.dates = dict.fromkeys(urls)
    robots = lambda url: fetched(url, f"Sitemap: {SITEMAP}")  # noqa: E731

    def answer(url):
        if url == ROBOTS:
            return robots(url)
        if url == SITEMAP:
            return fetched(url, site.sitemap())
        if url in urls:
            end = url.replace("http://", "https://")
            return fetched(url, page(job(urls[url])), end=end)
        return fetched(url, "weg", status=404)

    with database.connect("crawler") as db:
        sources.add(db, made)
        db.commit()
        driven = drive(db, made, answer, NOW)
    assert (driven.run.status, driven.run.found) == ("ok", 6)


def test_a_refusal_at_the_address_for_nonsense_teaches_nothing(run, database):
    empty = page(
        body="<main><h1>Oeps</h1><p>{}</p></main>".format("Kijk verder. " * 20)
    )
    site = Career(6)
    answer, status = site.answer, 200
    site.answer = lambda url: (
        fetched(url, empty, status=status) if "bestaat-niet" in url else answer(url)
    )
    run(site)
    status = 503
    run(site, NOW + 8 * DAY)
    site.pages[site.url(6)] = empty
    site.dates[site.url(6)] = "2026-11-09T09:00:00Z"
    run(site, NOW + 9 * DAY)
    assert statuses(database)["w6"] == ("gone", "page_says_so")


def test_of_two_addresses_of_one_vacancy_one_may_go(run, database):
    site = Career(6)
    twin = f"{HOST}/vacatures/werk-zwolle"
    site.pages[twin], site.dates[twin] = page(job(6)), site.dates[site.url(6)]
    run(site)
    for begin, url in ((1, site.url(6)), (30, twin)):
        kept, date = site.pages.pop(url), site.dates.pop(url)
        for day in range(begin, begin + 14):
            run(site, NOW + day * DAY)
        assert statuses(database)["w6"] == ("open", None), url
        site.pages[url], site.dates[url] = kept, date
        run(site, NOW + (begin + 20) * DAY)


def test_a_closed_vacancy_that_opens_again_has_no_closing_moment(run, database):
    site = Career(3)
    run(site)
    kept = site.pages.pop(site.url(3))
    date = site.dates.pop(site.url(3))
    run(site, NOW + DAY)
    site.pages[site.url(3)], site.dates[site.url(3)] = kept, date
    run(site, NOW + 2 * DAY)
    with database.connect() as db:
        closed = db.execute("select count(gone_at) from vacancy").fetchone()
    assert closed == (0,)
