"""No live vacancy is lost and no dead one shown: what once went wrong."""

import json
from datetime import timedelta

import pytest

from crawlers.collecting.collection import Collection
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.pages_ahead import Limits
from crawlers.collecting.reader import Reader, Understood
from crawlers.collecting.recorder import Recorder, SourceBusyError
from crawlers.collecting.visited import Visited
from crawlers.platforms.known import platform_named
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
from tests.crawlers.collecting.driving import NOWHERE, Refusal, drive, fetched
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


def test_an_address_that_was_a_list_before_is_fetched_as_a_page(run, database):
    site = Career(3)
    with database.connect() as db:
        db.execute(
            "insert into page (source, url, kind, outcome) "
            "values ('wilg', %s, 'listing', 'failed')",
            (site.url(2),),
        )
    assert run(site).run.found == 3


def test_dates_that_lie_are_found_out_in_batches_too(run):
    site = Career(900)
    run(site)
    for number in range(1, 901):
        site.pages[site.url(number)] = page(job(number, title=f"Anders {number}"))
        if number % 6 == 0:
            site.dates[site.url(number)] = "2026-11-02T09:00:00Z"
    looked: set[str] = set()
    for batch in range(9):
        driven = run(site, NOW + DAY + batch * timedelta(minutes=5), most_pages=50)
        assert not looked & set(details(driven)), "no page twice"
        looked |= set(details(driven))
        if driven.run.status == "ok":
            break
    assert driven.run.status == "ok"
    assert len(looked) > 150 + 180


def test_batches_look_at_no_more_undated_pages_than_one_run(run):
    site = Career(600, lastmod=None)
    run(site)
    looked: list[str] = []
    for batch in range(12):
        moment = NOW + DAY + batch * timedelta(minutes=5)
        driven = run(site, moment, most_pages=30)
        looked += details(driven)
        if driven.run.status == "ok":
            break
    assert len(looked) == len(set(looked)) == 200


def test_a_text_that_cannot_be_stored_spoils_only_its_own_page(run):
    site = Career(12)
    site.pages[site.url(7)] = page(job(7, employmentType=["\ud800"], title="Kok\ud800"))
    driven = run(site)
    assert driven.run.status == "ok"
    assert driven.run.found >= 11
    again = run(site, NOW + timedelta(hours=1))
    assert len(details(again)) <= 2


def test_what_a_site_reserves_is_not_in_the_stored_page_either(run, database):
    site = Career(2)
    run(site)
    url = site.url(1)
    site.dates[url] = "2026-11-02T09:00:00Z"
    site.pages[url] = fetched(url, page(job(1)), tdm_reservation="1")
    run(site, NOW + DAY)
    with database.connect() as db:
        kept = db.execute("select body from page where url = %s", (url,)).fetchone()
        text = db.execute("select text from vacancy where source_key = 'w1'").fetchone()
    assert kept == (None,)
    assert text == ("",)
    flapping = run(site, NOW + 2 * DAY, everything=True)
    assert flapping.run.changed == 0


def test_a_reservation_heard_in_an_earlier_batch_is_kept(run, database):
    site = Career(12)
    url = site.url(1)
    site.pages[url] = fetched(url, page(job(1)), tdm_reservation="1")
    while run(site, most_pages=5).run.status == "running":
        pass
    with database.connect() as db:
        said = db.execute("select reserved from host_signal").fetchall()
    assert said == [(True,)]


def test_the_end_of_a_batch_tells_what_was_done(run):
    first = run(Career(12), most_pages=5)
    assert (first.run.status, first.run.new) == ("running", 5)


@pytest.fixture
def begun(database, wilg):
    """A run of which nothing but the list is asked."""
    with database.connect("crawler") as db:
        recorder = Recorder(db, wilg, clock=lambda: NOW)
        platform = platform_named("jobposting")
        reader = Reader(source=wilg, platform=platform, gazetteer=NOWHERE)
        host = HostKnowledge(wilg.url, recorder, agent="TestBot")
        collection = Collection(reader, recorder, host, limits=Limits())
        assert collection.next()
        yield collection


def test_a_run_that_stopped_before_its_end_concludes_nothing(begun):
    begun.finish()
    assert (begun.run.status, begun.run.finished_at) == ("running", None)


def test_a_fault_of_our_own_is_raised_and_the_run_stays_open(begun):
    begun.fault = LookupError("kapot")
    with pytest.raises(LookupError):
        begun.finish()
    assert begun.run.status == "running"


def test_two_sources_of_one_host_are_not_crawled_at_once(database, begun):
    other = source("eik", f"{HOST}/vacatures/")
    with database.connect() as db:
        sources.add(db, other)
    with database.connect("crawler") as db, pytest.raises(SourceBusyError):
        Recorder(db, other, clock=lambda: NOW)
    begun.finish()
    with database.connect("crawler") as db:
        assert Recorder(db, other, clock=lambda: NOW).run.source == "eik"


def test_what_the_database_does_not_take_is_a_page_that_failed(database, wilg):
    with database.connect("crawler") as db:
        recorder = Recorder(db, wilg, clock=lambda: NOW)
        for name in ("kok", "bak\x00ker", "ober"):
            recorder.visited(
                Visited(
                    url=f"{HOST}/{name[:3]}",
                    kind="detail",
                    understood=Understood(outcome="failed", reason=name),
                )
            )
        recorder.flush()
        kept = dict(db.execute("select url, reason from page").fetchall())
    assert kept[f"{HOST}/kok"] == "kok"
    assert kept[f"{HOST}/bak"] == "interne fout (DataError)"
    assert kept[f"{HOST}/obe"] == "ober"
