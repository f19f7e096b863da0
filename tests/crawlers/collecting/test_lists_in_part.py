"""Lists in parts, and what they no longer name."""

import json

import pytest

from schemas.tables import sources
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import (
    DAY,
    HOST,
    NOW,
    ROBOTS,
    Career,
    statuses,
)
from tests.crawlers.collecting.driving import Refusal, drive, fetched
from tests.crawlers.crawling import source

MARK = '"a"'


def offers(numbers):
    return json.dumps(
        {
            "offers": [
                {"id": n, "title": f"Kok {n}", "careers_url": f"{HOST}/o/kok-{n}"}
                for n in numbers
            ]
        }
    )


@pytest.fixture
def board(database):
    made = source("eik", f"{HOST}/", platform="recruitee")
    with database.connect() as db:
        sources.add(db, made)
    return made


def test_of_a_list_of_two_pages_both_are_read_when_one_is_unchanged(database):
    jobs = [
        {
            "url": f"{HOST}/jobs/{n}00-kok",
            "title": f"Kok {n}",
            "content_html": "<p>Je kookt.</p>",
        }
        for n in range(1, 11)
    ]
    first = {"title": "Eik", "items": jobs[:8], "next_url": f"{HOST}/jobs.json?page=2"}
    pages = {
        f"{HOST}/jobs.json": fetched(
            f"{HOST}/jobs.json", json.dumps(first), etag='"p1"'
        ),
        f"{HOST}/jobs.json?page=2": fetched(
            f"{HOST}/jobs.json?page=2", json.dumps({"title": "Eik", "items": jobs[8:]})
        ),
    }
    with database.connect("crawler") as db:
        made = source("eik", f"{HOST}/", platform="teamtailor")
        sources.add(db, made)
        db.commit()
        answer = lambda url: pages.get(url, fetched(url, "weg", status=404))  # noqa: E731
        for day in range(4):
            driven = drive(db, made, answer, NOW + day * DAY)
            assert (driven.run.status, driven.run.found) == ("ok", 10), day
    assert {status for status, _ in statuses(database).values()} == {"open"}


def test_a_list_without_all_it_promises_is_read_anew(database):

    made = source("eik", "https://boards.greenhouse.io/eik", platform="greenhouse")
    rows = [
        {"id": n, "title": f"Kok {n}", "absolute_url": f"https://x.example/{n}"}
        for n in (1, 2, 3)
    ]
    body = json.dumps({"jobs": rows, "meta": {"total": 9}})
    with database.connect("crawler") as db:
        sources.add(db, made)
        db.commit()
        answer = lambda url: (  # noqa: E731
            fetched(url, body, etag=MARK)
            if "/jobs" in url
            else fetched(url, "weg", status=404)
        )
        runs = [drive(db, made, answer, NOW + day * DAY).run for day in range(2)]
    assert [run.complete for run in runs] == [False, False]


@pytest.mark.parametrize("part", [Refusal.ROBOTS, 404, 500])
def test_a_list_of_which_a_part_cannot_be_read_is_not_whole(run, database, part):
    site = Career(10)
    whole = site.answer
    parts = [f"{HOST}/vacatures-{n}.xml" for n in (1, 2)]

    def answer(url):
        if url == ROBOTS:
            return fetched(url, "\n".join(f"Sitemap: {one}" for one in parts))
        if url not in parts:
            return whole(url)
        if url == parts[1]:
            half = Career(0)
            half.dates = dict(list(site.dates.items())[7:])
            if broken:
                return (
                    part if part is Refusal.ROBOTS else fetched(url, "nee", status=part)
                )
            return fetched(url, half.sitemap())
        half = Career(0)
        half.dates = dict(list(site.dates.items())[:7])
        return fetched(url, half.sitemap())

    broken = False
    site.answer = answer
    assert run(site).run.found == 10
    broken = True
    for day in range(1, 6):
        driven = run(site, NOW + day * DAY)
        assert (driven.run.status, driven.run.complete) == ("ok", False)
    assert {status for status, _ in statuses(database).values()} == {"open"}
    del site.pages[site.url(10)]
    run(site, NOW + 6 * DAY)
    assert statuses(database)["w10"] == ("gone", "page_missing"), "its own page says so"


def test_of_hundreds_that_left_the_list_each_gets_its_turn(database, board):
    made = list(range(1, 1001))
    gone = set(made[:350])
    with database.connect("crawler") as db:

        def answer(url):
            if url.endswith("/api/offers/"):
                return fetched(url, offers(sorted(set(made) - left)))
            return fetched(url, page(job(1)), status=200)

        left: set[int] = set()
        drive(db, board, answer, NOW)
        left = gone
        asked = set()
        for day in range(1, 4):
            asked |= set(drive(db, board, answer, NOW + day * DAY).asked)
    looked = {f"{HOST}/o/kok-{n}" for n in gone}
    assert looked <= asked
    assert "gone" not in {status for status, _ in statuses(database).values()}


def test_what_the_newest_of_a_feed_pushed_out_is_looked_at_in_turn(database):
    made = source("feed", f"{HOST}/feed", platform="feed")
    with database.connect("crawler") as db:
        sources.add(db, made)
        db.commit()

        def feed(numbers):
            items = "".join(
                f"<item><title>Werk {n}</title><link>{HOST}/vacatures/werk-{n}</link></item>"
                for n in numbers
            )
            return f'<?xml version="1.0"?><rss version="2.0"><channel><title>W</title>{items}</channel></rss>'

        def answer(url):
            if url == f"{HOST}/feed":
                return fetched(url, feed(named))
            number = int(url.rsplit("-", 1)[1]) if url[-1].isdigit() else 0
            return fetched(url, page(job(number)) if number < 5000 else "weg")

        named = range(1000, 1700)
        drive(db, made, answer, NOW)
        named = range(1690, 1700)
        asked = set()
        for day in range(1, 5):
            asked |= set(drive(db, made, answer, NOW + day * DAY).asked)
    assert {f"{HOST}/vacatures/werk-{n}" for n in range(1000, 1690)} <= asked


def test_a_feed_that_names_nothing_while_all_is_404_closes_nothing(database):
    made = source("feed", f"{HOST}/feed", platform="feed")
    with database.connect("crawler") as db:
        sources.add(db, made)
        db.commit()
        item = (
            f"<item><title>Werk</title><link>{HOST}/vacatures/werk-1000</link></item>"
        )
        rss = '<?xml version="1.0"?><rss version="2.0"><channel><title>W</title>{}</channel></rss>'
        drive(
            db,
            made,
            lambda url: fetched(
                url, rss.format(item) if url.endswith("feed") else page(job(1000))
            ),
            NOW,
        )
        drive(
            db,
            made,
            lambda url: (
                fetched(url, rss.format(""))
                if url.endswith("feed")
                else fetched(url, "weg", status=404)
            ),
            NOW + DAY,
        )
    assert {status for status, _ in statuses(database).values()} == {"open"}


def test_an_address_that_was_a_list_before_is_fetched_as_a_page(run, database):
    site = Career(3)
    with database.connect() as db:
        db.execute(
            "insert into page (source, url, kind, outcome) "
            "values ('wilg', %s, 'listing', 'failed')",
            (site.url(2),),
        )
    assert run(site).run.found == 3
