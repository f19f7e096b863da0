"""Robots.txt and the pace it asks for, waiting when told to."""

from datetime import UTC, datetime, timedelta

import pytest

from crawlers.fetching.addresses import (
    AddressRefusedError,
)
from crawlers.fetching.politeness import TooSlowError, Waits, retry_after
from tests.crawlers.adverts import career_site, page
from tests.crawlers.crawling import crawled, crawled_address, export, source
from tests.crawlers.site import Reply, served

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_what_robots_txt_forbids_is_not_fetched(database):
    with served({}) as site:
        paths = career_site(site, 3, robots="Disallow: /vacatures/winkelmedewerker-2")
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert paths[1] not in site.paths()
    assert (run["status"], run["found"]) == ("ok", 2)
    assert "1 pagina's mogen niet van robots.txt" in run["error"]


def test_our_own_name_in_robots_txt_is_heard(database):
    with served({}) as site:
        career_site(site, 2)
        site.pages["/robots.txt"] = (
            "User-agent: *\nDisallow:\n\nUser-agent: testbot\nDisallow: /\n"
            f"Sitemap: {site.address}/sitemap.xml\n"
        )
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "blocked"
    assert site.paths() == ["/robots.txt"]


def test_robots_txt_is_fetched_once(database):
    with served({}) as site:
        career_site(site, 3)
        crawled(database, [source("wilg", site.address + "/")])
    assert site.paths().count("/robots.txt") == 1


@pytest.mark.parametrize("status", [500, 503])
def test_a_robots_txt_that_fails_forbids_everything(database, status):
    with served({}) as site:
        paths = career_site(site, 2)
        site.pages["/robots.txt"] = Reply("stuk", status=status)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "blocked"
    assert f"HTTP {status}" in run["error"]
    assert not set(paths) & set(site.paths())


def test_no_robots_txt_forbids_nothing(database):
    with served({}) as site:
        career_site(site, 2)
        del site.pages["/robots.txt"]
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert (run["status"], run["found"]) == ("ok", 2)


@pytest.mark.parametrize("line", ["Crawl-delay: 0.4", "Request-rate: 5/2s"])
def test_the_pace_robots_txt_asks_for_is_kept(database, line):
    with served({}) as site:
        career_site(site, 3, robots=line)
        crawled(database, [source("wilg", site.address + "/")])
    pages = [asked for asked in site.asked if asked.path != "/robots.txt"]
    # Requests arrive with some jitter; together they cannot be too early.
    assert len(pages) == 6  # tdmrep.json, sitemap, nonsense and three vacancies
    assert pages[-1].began - pages[0].began >= 3 * 0.4 - 0.1


@pytest.mark.parametrize("line", ["Crawl-delay: 999999", "Request-rate: 1/9d"])
def test_a_pace_that_would_hold_up_all_other_sites_is_a_no(database, line):
    with served({}) as site:
        paths = career_site(site, 2, robots=line)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "blocked"
    assert "langer dan wij wachten" in run["error"]
    assert not set(paths) & set(site.paths())


def test_a_site_that_asks_for_patience_gets_it(database):
    answers = [Reply(status=429, headers={"Retry-After": "1"})]
    with served({}) as site:
        [path] = career_site(site, 1)
        good = site.pages[path]
        site.pages[path] = lambda _: answers.pop() if answers else Reply(good)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    first, second = [asked for asked in site.asked if asked.path == path]
    assert second.began - first.ended >= 0.95
    assert (run["status"], run["found"]) == ("ok", 1)


def test_a_site_that_asks_for_a_little_patience_again_and_again_ends_the_run():
    """Each wait was short enough, and a batch of them held up other sites for hours."""
    moment = [1000.0]
    waits = Waits(lambda: moment[0])
    for _ in range(5):
        waits.add(119)
        moment[0] += waits.left()
    assert moment[0] == 1000 + 5 * 119
    waits.add(119)
    for _ in range(2):  # nor is it asked anything without waiting
        with pytest.raises(TooSlowError, match="telkens te wachten"):
            waits.left()


def test_answers_on_their_way_ask_for_one_and_the_same_wait():
    moment = [1000.0]
    waits = Waits(lambda: moment[0])
    for _ in range(9):
        waits.add(100)
        moment[0] += 1
    assert waits.left() == 99


def test_too_many_requests_without_a_time_is_a_no(database):
    with served({}) as site:
        paths = career_site(site, 3)
        site.pages[paths[0]] = Reply(status=429)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "blocked"
    # Without a delay the next request was under way already.
    assert paths[2] not in site.paths()


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_asks_for_hours_of_rest_gets_them(database, path, status):
    began = datetime.now(UTC)
    with served({}) as site:
        paths = career_site(site, 2)
        rest = {"Retry-After": "18000"}
        site.pages[path] = Reply("even niet", status=status, headers=rest)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "blocked"
    assert not {*paths} & {*site.paths()}
    with database.connect() as db:
        [(until,)] = db.execute("select rest_until from host").fetchall()
    assert timedelta(hours=5) <= until - began < timedelta(hours=6)


def test_we_say_who_we_are(database):
    with served({}) as site:
        career_site(site, 1)
        crawled(database, [source("wilg", site.address + "/")])
    agents = {asked.headers["user-agent"] for asked in site.asked}
    assert agents == {"TestBot/1.0 (+http://bot.example)"}
    assert not any("cookie" in asked.headers for asked in site.asked)


def test_retry_after_is_seconds_or_a_moment():
    assert retry_after("120", NOW) == 120
    assert retry_after("Sat, 21 Nov 2026 12:00:30 GMT", NOW) == 30
    assert retry_after("binnenkort", NOW) is None
    assert retry_after("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", NOW) is None
    assert retry_after(None, NOW) is None


INNER = [
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://10.0.0.8/",
    "http://169.254.169.254/latest/",
]


def test_no_inner_address_is_ever_asked(database):
    with served({"/": page(body="<h1>geheim</h1>")}) as site:
        port = site.address.rpartition(":")[2]
        for address in INNER:
            if f":{port}" in address.format(port=port):
                with pytest.raises(AddressRefusedError):
                    crawled_address(database, address.format(port=port), loopback=False)
    assert site.asked == []


def test_an_inner_address_on_a_web_port_is_refused_at_the_connection(database):
    sources = [
        source(f"binnen{number}", address)
        for number, address in enumerate(
            [
                "http://127.0.0.1/",
                "http://localhost/a",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://10.0.0.8/",
                "http://169.254.169.254/",
            ]
        )
    ]
    runs = crawled(database, sources, loopback=False)
    assert {run["status"] for run in runs} == {"failed"}
    assert {run["error"] for run in runs} == {
        "dit adres halen wij niet op: het is geen openbaar internetadres",
        "dit adres halen wij niet op: geen geldig webadres",
    }


def test_a_redirect_inward_is_refused_too(database):
    with served({"/": page(body="geheim")}) as inner, served({}) as site:
        port = inner.address.rpartition(":")[2]
        career_site(site, 1)
        site.pages["/vacatures/winkelmedewerker-1"] = Reply(
            status=302, headers={"Location": "http://10.0.0.8/"}
        )
        site.pages["/sitemap.xml"] = site.pages["/sitemap.xml"]
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert run["status"] == "failed"
    assert port
    assert export(database) == []
