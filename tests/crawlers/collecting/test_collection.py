"""A run as a whole: what it asks for, what it leaves alone, and what it concludes."""

import json
from datetime import timedelta

from crawlers.collecting.fetched import Trouble
from schemas.tables import sources
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import (
    DAY,
    HOST,
    NOW,
    SITEMAP,
    Career,
    details,
    events,
    statuses,
)
from tests.crawlers.collecting.driving import drive, fetched
from tests.crawlers.crawling import source


def test_a_second_crawl_of_an_unchanged_site_fetches_next_to_nothing(run):
    site = Career(1000)
    first = run(site)
    second = run(site, NOW + DAY)
    assert len(details(first)) == 1000
    assert len(details(second)) < 50
    assert (second.run.status, second.run.found, second.run.gone) == ("ok", 1000, 0)
    assert second.run.skipped == 1000 - len(details(second))


def test_also_without_dates_a_second_crawl_looks_at_a_part_only(run):
    site = Career(1000, lastmod=None)
    run(site)
    second = run(site, NOW + DAY)
    assert len(details(second)) == 200
    assert second.run.found == 1000
    looked = [details(run(site, NOW + n * DAY)) for n in range(2, 6)]
    everything = {url for urls in looked for url in urls} | set(details(second))
    assert len(everything) == 1000, "within a week every page was looked at"


def test_everything_visits_every_page_anew(run):
    site = Career(30)
    run(site)
    assert len(details(run(site, NOW + DAY, everything=True))) == 30


def test_only_what_the_list_dates_anew_is_fetched(run):
    site = Career(40)
    run(site)
    moved = site.url(7)
    site.dates[moved] = "2026-11-01T09:00:00Z"
    site.pages[moved] = page(job(7, title="Winkelmedewerker avond"))
    second = run(site, NOW + DAY)
    assert moved in details(second)
    assert len(details(second)) < 10
    assert second.run.changed == 1


def test_dates_that_lie_are_found_out_and_then_count_for_nothing(run):
    site = Career(400)
    run(site)
    for number in range(1, 401):
        site.pages[site.url(number)] = page(job(number, title=f"Anders {number}"))
    second = run(site, NOW + DAY)
    assert len(details(second)) > 150
    assert "datums in de sitemap kloppen niet" in second.run.error


def test_a_batch_ends_after_its_pages_and_the_next_one_goes_on(run):
    site = Career(25)
    first = run(site, most_pages=10)
    assert (first.run.status, len(details(first))) == ("running", 10)
    second = run(site, NOW + timedelta(minutes=5), most_pages=10)
    assert second.run.id == first.run.id
    assert SITEMAP not in second.asked, "the list was read already"
    third = run(site, NOW + timedelta(minutes=9), most_pages=10)
    assert (third.run.status, third.run.found, third.run.new) == ("ok", 25, 25)
    asked = [*details(first), *details(second), *details(third)]
    assert len(asked) == len(set(asked)) == 25


def test_a_vanished_vacancy_whose_page_is_gone_is_gone_at_once(run, database):
    site = Career(5)
    run(site)
    del site.dates[site.url(5)], site.pages[site.url(5)]
    assert run(site, NOW + DAY).run.gone == 1
    assert statuses(database)["w5"] == ("gone", "page_missing")


def test_one_that_left_the_list_while_its_page_stays_is_doubted_first(run, database):
    site = Career(5)
    run(site)
    del site.dates[site.url(5)]
    for day in (1, 2, 3):
        run(site, NOW + day * DAY)
        assert statuses(database)["w5"] == ("unconfirmed", "unlisted"), day
    run(site, NOW + 4 * DAY)
    assert statuses(database)["w5"] == ("gone", "unlisted")


def test_one_that_comes_back_is_open_again_and_its_history_is_kept(run, database):
    site = Career(4)
    run(site)
    kept = site.pages.pop(site.url(4))
    date = site.dates.pop(site.url(4))
    run(site, NOW + DAY)
    site.pages[site.url(4)], site.dates[site.url(4)] = kept, date
    run(site, NOW + 9 * DAY)
    assert statuses(database)["w4"] == ("open", None)
    assert events(database, "w4") == [
        (None, "open", None),
        ("open", "gone", "page_missing"),
        ("gone", "open", None),
    ]


def test_a_closing_date_that_has_passed_closes_the_vacancy(run, database):
    site = Career(2)
    site.pages[site.url(1)] = page(job(1, validThrough="2026-11-05"))
    run(site)
    run(site, NOW + 4 * DAY)
    assert statuses(database)["w1"] == ("open", None)
    run(site, NOW + 5 * DAY)
    assert statuses(database)["w1"] == ("gone", "expired")
    run(site, NOW + 6 * DAY)
    assert len(events(database, "w1")) == 2, "it does not open and close each night"


def test_the_page_for_nonsense_is_learnt_and_known_again(run, database):
    empty = page(
        body="<main><h1>Oeps</h1><p>{}</p></main>".format("Kijk verder. " * 20)
    )
    site = Career(6)
    answer = site.answer
    site.answer = lambda url: (
        fetched(url, empty) if "bestaat-niet" in url else answer(url)
    )
    run(site)
    site.pages[site.url(6)] = empty
    site.dates[site.url(6)] = "2026-11-02T09:00:00Z"
    second = run(site, NOW + DAY)
    assert (second.run.status, second.run.gone) == ("ok", 1)
    assert statuses(database)["w6"] == ("gone", "page_says_so")


def test_an_empty_page_that_is_not_the_one_for_nonsense_closes_nothing(run, database):
    site = Career(6)
    run(site)
    site.pages[site.url(6)] = page(body="<main><h1>Bijna klaar</h1></main>")
    site.dates[site.url(6)] = "2026-11-02T09:00:00Z"
    run(site, NOW + DAY)
    assert statuses(database)["w6"] == ("open", None)


def test_a_redirect_to_the_list_means_gone(run, database):
    site = Career(6)
    run(site)
    home = page(body="<main><h1>Werken bij De Wilg</h1></main>")
    site.pages[site.url(6)] = fetched(site.url(6), home, end=f"{HOST}/vacatures")
    site.dates[site.url(6)] = "2026-11-02T09:00:00Z"
    run(site, NOW + DAY)
    assert statuses(database)["w6"] == ("gone", "redirected")


def test_a_redirect_to_a_new_title_is_the_same_vacancy(run, database):
    site = Career(3)
    run(site)
    new = f"{HOST}/vacatures/werk-3-nieuw"
    site.pages[site.url(3)] = fetched(site.url(3), page(job(3)), end=new)
    site.dates[site.url(3)] = "2026-11-02T09:00:00Z"
    assert run(site, NOW + DAY).run.found == 3
    assert statuses(database)["w3"] == ("open", None)


def test_when_all_pages_are_gone_at_once_nothing_is_believed(run, database):
    site = Career(20)
    run(site)
    for url in site.dates:
        site.pages.pop(url)
        site.dates[url] = "2026-11-02T09:00:00Z"
    again = run(site, NOW + DAY)
    assert again.run.status == "suspect"
    assert {status for status, _ in statuses(database).values()} == {"open"}


def test_what_nobody_could_see_for_a_week_is_in_doubt_and_never_gone(run, database):
    site = Career(3)
    run(site)
    site.answer = lambda _: Trouble("failed", "de website neemt niet op")
    for day in range(1, 9):
        run(site, NOW + day * DAY)
    assert set(statuses(database).values()) == {("unconfirmed", "unseen")}
    run(site, NOW + 179 * DAY)
    assert set(statuses(database).values()) == {("unconfirmed", "unseen")}


def test_a_host_that_refuses_is_left_alone_ever_longer(run, database):
    site = Career(3)
    site.answer = lambda url: fetched(url, "nee", status=403)
    rests = []
    for day in range(3):
        run(site, NOW + day * DAY)
        with database.connect() as db:
            row = db.execute("select rest_until from host").fetchone()
        rests.append(row[0] - (NOW + day * DAY))
    assert rests == [timedelta(hours=hours) for hours in (1, 2, 4)]
    run(Career(3), NOW + 4 * DAY)
    with database.connect() as db:
        assert db.execute("select rest_until from host").fetchone() == (None,)


def test_ten_failing_pages_in_a_row_stop_the_run(run):
    site = Career(40)
    for url in list(site.pages)[20:]:
        site.pages[url] = fetched(url, "fout", status=500)
    driven = run(site)
    assert driven.run.status == "failed"
    assert "10 pagina's achter elkaar mislukt: HTTP 500" in driven.run.error
    assert len(details(driven)) < 40


def test_three_pages_in_a_row_that_a_site_keeps_from_us_are_the_site(run):
    """Blocked is neither zero nor failed: it is said, and the host has its rest."""
    site = Career(8)
    answer = site.answer
    kept = Trouble("blocked", "de website vraagt ons telkens te wachten")
    site.answer = lambda url: kept if url in list(site.pages)[3:] else answer(url)
    driven = run(site)
    assert driven.run.status == "blocked"
    assert "telkens te wachten" in driven.run.error
    assert len(details(driven)) < 8


def test_a_board_that_says_three_times_that_it_is_empty_is_believed(database):
    board = source("eik", f"{HOST}/", platform="recruitee")
    offers = [
        {"id": n, "title": "Kok", "careers_url": f"{HOST}/o/kok-{n}"} for n in (1, 2)
    ]
    with database.connect("crawler") as db:
        sources.add(db, board)
        db.commit()
        seen = []
        for day in range(5):
            said = json.dumps({"offers": offers if day == 0 else []})
            came = lambda url, said=said: fetched(url, said)  # noqa: E731
            seen.append(drive(db, board, came, NOW + day * DAY).run.status)
    assert seen == ["ok", "suspect", "suspect", "ok", "ok"]
    assert {status for status, _ in statuses(database).values()} == {"gone"}


def test_what_a_site_reserves_is_kept_as_link_and_title_only(run, database):
    site = Career(2)
    answer = site.answer
    site.answer = lambda url: (
        fetched(url, page(job(1)), tdm_reservation="1")
        if url == site.url(1)
        else answer(url)
    )
    run(site)
    with database.connect() as db:
        kept = dict(db.execute("select source_key, text from vacancy").fetchall())
        said = db.execute("select host, reserved, signals from host_signal").fetchall()
    assert kept["w1"] == ""
    assert "Zwolle" in kept["w2"]
    assert said == [("wilg.example", True, ["tdm-reservation: 1"])]


def test_a_reservation_for_the_whole_site_holds_for_every_page(run, database):
    site = Career(2)
    answer = site.answer
    rule = json.dumps([{"location": "/vacatures/*", "tdm-reservation": 1}])
    site.answer = lambda url: (
        fetched(url, rule) if url.endswith("/tdmrep.json") else answer(url)
    )
    run(site)
    with database.connect() as db:
        kept = db.execute("select distinct text, title <> '' from vacancy").fetchall()
    assert kept == [("", True)]
