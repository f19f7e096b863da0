"""`spoorzoeker vacancies check` and `add`, and the jobs that call them."""

import json
import os
import subprocess
import sys
from uuid import uuid4

import pytest

from crawlers.asked import jobs as asked_jobs
from schemas import queue
from schemas.opening import OpenDatabase
from tests import builders
from tests.crawlers.adverts import job, page
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

TEXT = "Hulp in de keuken, 20 tot 24 uur per week. Bel Noor Dijkhuis, 06-12345671."


@pytest.fixture
def spoorzoeker(database):
    def run(*arguments, stdin=None):
        return subprocess.run(
            [sys.executable, "-m", "spoorzoeker", "vacancies", *arguments],
            env={**os.environ, "DATABASE_URL": database.url},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def test_open_is_zero_and_gone_is_one(database, spoorzoeker):
    with served({}) as site:
        site.pages["/v/7"] = page(job(7))
        site.pages["/sitemap.xml"] = f"<urlset><url><loc>{site.address}/v/7</loc></url></urlset>"  # fmt: skip
        crawled(database, [source("wilg", f"{site.address}/sitemap.xml")])
        [known] = export(database)
        look = ("check", str(known["id"]), "--allow-loopback", "--json")
        fine = spoorzoeker(*look)
        site.pages["/v/7"] = Reply("weg", status=410)
        gone = spoorzoeker(*look)
    assert (fine.returncode, gone.returncode) == (0, 1)
    told = json.loads(fine.stdout)
    assert (told["vacancy"], told["result"]) == (str(known["id"]), "open")
    assert told["checked_at"]
    told = json.loads(gone.stdout)
    assert (told["result"], told["status_reason"]) == ("gone", "page_missing")


def test_a_text_is_added_from_a_file_or_a_pipe(database, spoorzoeker, tmp_path):
    file = tmp_path / "advert.txt"
    file.write_text(TEXT)
    added = spoorzoeker("add", "--text", str(file), "--title", "Hulp", "--json")
    again = spoorzoeker("add", "--text", "-", "--title", "Hulp", stdin=TEXT)
    assert (added.returncode, again.returncode) == (0, 0)
    told = json.loads(added.stdout)
    assert told["state"] == "added"
    assert f"vacancy: {told['vacancy']}" in again.stdout
    assert "state: known" in again.stdout
    assert len(export(database)) == 1


def test_a_refusal_is_one_with_its_reason(spoorzoeker):
    answer = spoorzoeker("add", "--url", "https://www.linkedin.com/jobs/1", "--json")
    assert answer.returncode == 1
    told = json.loads(answer.stdout)
    assert (told["state"], told["vacancy"]) == ("refused", None)
    assert "LinkedIn" in told["error"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "geen-id"),
        ("check", str(uuid4())),
        ("check", str(uuid4()), "--added"),
        ("add",),
        ("add", "--url", "https://wilg.example", "--title", "Hulp"),
        ("add", "--url", "https://wilg.example", "--hours", "24"),
        ("add", "--text", "-", "--title", "Hulp", "--hours", "twintig"),
        ("add", "--text", "-"),
        ("add", "--text", "/er/is/niets.txt", "--title", "Hulp"),
    ],
)
def test_bad_input_is_two(spoorzoeker, arguments):
    answer = spoorzoeker(*arguments, stdin="Hulp")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "Traceback" not in answer.stderr


def work(database):
    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    queue.work(
        database.role("worker"),
        [lambda app: asked_jobs.add_to(app, opened)],
        queues=[queue.CRAWL],
        wait=False,
    )


def test_a_worker_reads_what_an_adviser_pasted(database):
    with database.connect() as db:
        people = builders.add_people(db)
        db.execute(
            "insert into added_vacancy (id, candidate_id, text, title, asked_by) "
            "values (%s, %s, %s, 'Hulp', %s)",
            (uuid4(), people.samira, TEXT, people.anna),
        )
    work(database)
    with database.connect() as db:
        state, text, vacancy = db.execute(
            "select state, text, vacancy_id from added_vacancy"
        ).fetchone()
        left = db.execute("select task_name from procrastinate_jobs where queue_name = 'match'")  # fmt: skip
        assert left.fetchall() == [("match_candidate",)]
    assert (state, text) == ("done", "")
    assert [v["id"] for v in export(database)] == [vacancy]


def test_a_worker_looks_where_an_adviser_asked_also_in_the_demo(database):
    with served({}) as site:
        site.pages["/v/7"] = page(job(7))
        with database.connect() as db:
            builders.add_source(db, "wilg")
            db.execute("update source set invented = true, delay = 0")
            made = builders.vacancy(
                source="wilg", url=f"{site.address}/v/7", title="Winkelmedewerker 7"
            )
            one = builders.add_vacancy(db, made)
            db.execute(
                "insert into procrastinate_jobs (queue_name, task_name, args) "
                "values ('crawl', 'check_vacancy', jsonb_build_object('vacancy_id', %s::text))",
                (str(one),),
            )
        work(database)
        assert "/v/7" in site.paths()
    with database.connect() as db:
        assert db.execute("select check_result from vacancy").fetchone() == ("open",)
