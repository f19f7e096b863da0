"""A crawl from the outside: what is stored, what it is called, what it may not do."""

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from schemas.database import connect
from schemas.tables import crawl_runs, pages, sources, vacancies
from tests.crawlers.adverts import career_site, job, page, sitemap
from tests.crawlers.crawling import (
    crawled,
    crawled_address,
    export,
    finish,
    source,
    start,
)
from tests.crawlers.site import Reply, served


def test_every_vacancy_of_a_site_is_stored_with_its_facts(database):
    with served({}) as site:
        career_site(site, 3)
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert (run["status"], run["expected"], run["found"], run["new"]) == ("ok", 3, 3, 3)
    first = export(database)[0]
    assert first["title"] == "Winkelmedewerker 1"
    assert first["employer"] == "Winkel De Wilg"
    assert (first["hours_min"], first["hours_max"]) == (24, 32)
    assert (first["salary_min"], first["salary_period"]) == (15.2, "hour")
    assert first["provenance"]["hours"]["part"] == "text"
    assert "Noor" not in first["text"]
    assert "06-" not in first["text"]


def test_a_second_crawl_finds_nothing_new_and_a_vanished_vacancy_is_gone(database):
    with served({}) as site:
        paths = career_site(site, 4)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        site.pages[paths[0]] = page(job(1, title="Winkelmedewerker avond"))
        del site.pages[paths[3]]
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in paths[:3])
        [run] = crawled(database, [wilg])
        assert (run["status"], run["new"], run["changed"], run["gone"]) == (
            "ok",
            0,
            1,
            1,
        )
        site.pages[paths[3]] = page(job(4))
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in paths)
        [again] = crawled(database, [wilg])
    assert again["new"] == 0
    assert {v["status"] for v in export(database)} == {"open"}


def test_what_did_not_change_is_not_fetched_anew_but_seen(database):
    def once(body):
        def answer(headers):
            if headers.get("if-none-match") == '"a1"':
                return Reply(status=304)
            return Reply(body, headers={"ETag": '"a1"'})

        return answer

    with served({}) as site:
        paths = career_site(site, 2)
        for number, path in enumerate(paths, start=1):
            site.pages[path] = once(page(job(number)))
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        [run] = crawled(database, [wilg])
    assert (run["status"], run["found"], run["not_modified"]) == ("ok", 2, 2)
    assert run["gone"] == 0


def test_a_dead_page_and_a_soft_404_close_their_vacancies(database):
    with served({}) as site:
        paths = career_site(site, 5)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        site.pages[paths[0]] = Reply("weg", status=410)
        site.pages[paths[1]] = page(body="<main><h1>Niet gevonden</h1></main>")
        [run] = crawled(database, [wilg])
    assert (run["status"], run["gone"], run["found"]) == ("ok", 2, 3)
    gone = [v["source_key"] for v in export(database) if v["status"] == "gone"]
    assert gone == ["w1", "w2"]


def test_a_killed_crawl_is_taken_up_and_loses_nothing(database):
    with served({}) as site:
        paths = career_site(site, 24)
        for path in paths:
            site.pages[path] = Reply(site.pages[path], seconds=0.1)
        with connect(database.role("crawler")) as db:
            sources.add(db, source("wilg", site.address + "/"))
        process = start(database, names=["wilg"])
        while len([p for p in site.paths() if p.startswith("/vacatures/")]) < 8:
            assert process.process.is_alive()
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.process.join()
        with database.connect() as db:
            [before] = crawl_runs.latest(db)
            assert before.status == "running"
            assert 1 <= before.found < 24
        asked_before = len(site.asked)
        [run] = finish(start(database, names=["wilg"]))
    assert (run["id"], run["status"], run["found"], run["new"]) == (
        before.id,
        "ok",
        24,
        24,
    )
    again = [a.path for a in site.asked[asked_before:] if "/vacatures/" in a.path]
    assert len(again) <= 24 - before.found
    assert len(export(database)) == 24


def test_a_broken_page_leaves_the_others_and_closes_nothing(database):
    with served({}) as site:
        paths = career_site(site, 6)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        broken = '{"@type": "JobPosting", "title": '
        site.pages[paths[0]] = page(broken)
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in paths[:5])
        [run] = crawled(database, [wilg])
    assert (run["status"], run["found"], run["gone"]) == ("ok", 4, 0)
    assert "1 van 5 pagina's niet gelezen" in run["error"]
    status = {v["source_key"]: v["status"] for v in export(database)}
    assert (status["w1"], status["w6"]) == ("open", "unconfirmed")


def test_a_site_that_answers_500_is_failed_and_keeps_its_vacancies(database):
    with served({}) as site:
        paths = career_site(site, 3)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        for path in paths:
            site.pages[path] = Reply("fout", status=500)
        [run] = crawled(database, [wilg])
    assert (run["status"], run["found"], run["gone"]) == ("failed", 0, 0)
    assert "HTTP 500" in run["error"]
    assert len([v for v in export(database) if v["status"] == "open"]) == 3


def test_an_empty_sitemap_is_suspect_and_closes_nothing(database):
    with served({}) as site:
        career_site(site, 2)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        site.pages["/sitemap.xml"] = sitemap([])
        [run] = crawled(database, [wilg])
    assert (run["status"], run["expected"], run["gone"]) == ("suspect", 0, 0)
    assert "de vorige keer 2" in run["error"]


def test_a_list_that_shrinks_by_half_is_not_believed(database):
    with served({}) as site:
        paths = career_site(site, 10)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in paths[:5])
        [run] = crawled(database, [wilg])
        assert (run["status"], run["found"], run["gone"]) == ("suspect", 5, 0)
        assert {v["status"] for v in export(database)} == {"open"}
        crawled(database, [wilg])
        [third] = crawled(database, [wilg])
        assert (third["status"], third["gone"]) == ("ok", 0)
        doubted = [v for v in export(database) if v["status"] == "unconfirmed"]
        assert len(doubted) == 5, "their own pages still show them"
        for path in paths[5:]:
            site.pages[path] = Reply("weg", status=404)
        [fourth] = crawled(database, [wilg])
    assert (fourth["status"], fourth["gone"]) == ("ok", 5)


def test_pages_without_a_readable_vacancy_are_a_changed_site(database):
    with served({}) as site:
        for path in career_site(site, 3):
            site.pages[path] = page(body="<main><h1>Nieuwe website</h1></main>")
        [run] = crawled(database, [source("wilg", site.address + "/")])
    assert (run["status"], run["expected"], run["found"]) == ("changed", 3, 0)


def test_a_wall_against_robots_is_blocked_and_touches_nothing(database):
    with served({}) as site:
        paths = career_site(site, 3)
        wilg = source("wilg", site.address + "/")
        crawled(database, [wilg])
        site.pages[paths[1]] = Reply("<title>Just a moment...</title>", status=403)
        [run] = crawled(database, [wilg])
    assert (run["status"], run["gone"]) == ("blocked", 0)
    assert {v["status"] for v in export(database)} == {"open"}


def test_several_sites_at_once_keep_their_own_runs(database):
    with served({}) as one, served({}) as other:
        career_site(one, 3)
        career_site(other, 2)
        runs = crawled(
            database,
            [source("een", one.address + "/"), source("twee", other.address + "/")],
        )
    assert [(r["source"], r["found"]) for r in runs] == [("een", 3), ("twee", 2)]


def test_the_raw_page_is_kept_without_phone_and_mail(database):
    with served({}) as site:
        [path] = career_site(site, 1)
        crawled(database, [source("wilg", site.address + "/")])
    with database.connect("crawler") as db:
        text = pages.text_of(db, "wilg", site.address + path)
    assert "Winkelmedewerker 1" in text
    assert "06-12345671" not in text
    assert "werken@example.nl" not in text


def test_one_request_at_a_time_per_host(database):
    with served({}) as site:
        for path in career_site(site, 6):
            site.pages[path] = Reply(site.pages[path], seconds=0.03)
        crawled(database, [source("wilg", site.address + "/")])
    for before, after in pairwise(site.asked):
        assert after.began >= before.ended - 0.005


def test_an_unknown_host_is_gone_and_stores_no_source(database):
    run = crawled_address(database, "https://bestaat-niet.invalid/vacatures")
    assert (run["id"], run["status"]) == (0, "gone")
    assert "onbekende host" in run["error"]
    with database.connect("crawler") as db:
        assert sources.all(db) == []


def test_a_site_without_vacancies_is_refused_with_the_reason(database):
    with served({"/": page(body="<h1>Bakkerij</h1><p>Brood en taart.</p>")}) as site:
        run = crawled_address(database, site.address)
    assert (run["id"], run["status"]) == (0, "failed")
    assert "geen bord dat wij kennen" in run["error"]
    with database.connect("crawler") as db:
        assert sources.all(db) == []
        assert list(vacancies.all_for_export(db)) == []


def test_a_new_address_is_recognised_registered_and_crawled(database):
    with served({}) as site:
        career_site(site, 3)
        run = crawled_address(database, site.address)
    assert (run["status"], run["found"]) == ("ok", 3)
    with database.connect("crawler") as db:
        [registered] = sources.all(db)
    assert (registered.platform, registered.terms) == ("jobposting", "unknown")


def test_an_empty_sitemap_at_a_new_address_is_suspect(database):
    with served({}) as site:
        career_site(site, 0)
        run = crawled_address(database, site.address)
    assert (run["id"], run["status"]) == (0, "suspect")


def test_ctrl_c_keeps_what_was_read_and_the_next_crawl_goes_on(database):
    with served({}) as site:
        for path in career_site(site, 12):
            site.pages[path] = Reply(site.pages[path], seconds=0.1)
        with connect(database.role("crawler")) as db:
            sources.add(db, source("wilg", site.address + "/"))
        crawling = start(database, names=["wilg"])
        while len(site.asked) < 8:
            assert crawling.process.is_alive()
            time.sleep(0.02)
        os.kill(crawling.pid, signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            finish(crawling)
        with database.connect() as db:
            [cut_off] = crawl_runs.latest(db)
        assert cut_off.status == "running"
        assert 2 <= cut_off.found < 12
        [run] = finish(start(database, names=["wilg"]))
    assert (run["id"], run["status"], run["found"]) == (cut_off.id, "ok", 12)


def test_a_source_whose_terms_forbid_it_is_not_visited(database):
    with served({}) as site:
        career_site(site, 1)
        wilg = source("wilg", site.address + "/", terms="forbidden")
        [run] = crawled(database, [wilg])
    assert run["status"] == "blocked"
    assert site.asked == []


def test_a_crawl_prints_nothing(database):
    program = """
import sys
from crawlers.run import CrawlOptions, crawl_address
options = CrawlOptions(user_agent="TestBot/1.0", allow_loopback=True)
assert crawl_address(sys.argv[1], sys.argv[2], options).found == 2
"""
    with served({}) as site:
        career_site(site, 2)
        arguments = [sys.executable, "-W", "error", "-c", program]
        done = subprocess.run(
            [*arguments, database.role("crawler"), site.address],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
