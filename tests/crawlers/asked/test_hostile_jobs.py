"""Nonsense in the queue: the job fails or does nothing, and the worker goes on."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest
from psycopg.types.json import Jsonb

from crawlers import jobs
from crawlers.asked import cli
from crawlers.asked import jobs as asked_jobs
from schemas import queue
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from tests import builders
from tests.crawlers.crawling import export

TEXT = "Hulp in de keuken, 20 tot 24 uur per week."
INSERT = (
    "insert into procrastinate_jobs (queue_name, task_name, args, lock) "
    "values ('crawl', %s, %s, %s)"
)


def put(database, task, args, lock=None):
    with database.connect() as db:
        db.execute(INSERT, (task, Jsonb(args), lock or str(uuid4())))


def work(database, url=None):
    opened = OpenDatabase(
        settings=database.settings, url=url or database.url, embedded=True
    )
    queue.work(
        database.role("worker"),
        [jobs.register(opened)],
        queues=[queue.CRAWL],
        wait=False,
    )


def left(database):
    """What waits or failed, in its order."""
    with database.connect() as db:
        rows = db.execute(
            "select task_name, status::text from procrastinate_jobs order by id"
        )
        return rows.fetchall()


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def pasted(database, people):
    """A request with a text that waits; its job is in the queue."""
    added = uuid4()
    with database.connect() as db:
        db.execute(
            "insert into added_vacancy (id, candidate_id, text, title, asked_by) "
            "values (%s, %s, %s, 'Hulp', %s)",
            (added, people.samira, TEXT, people.anna),
        )
    return added


NONSENSE = (
    ("check_vacancy", {"vacancy_id": "--help"}),
    ("check_vacancy", {"vacancy_id": 7}),
    ("check_vacancy", {"vacancy_id": None}),
    ("check_vacancy", {"vacancy_id": ["--added"]}),
    ("check_vacancy", {"vacancy_id": "1; drop table vacancy"}),
    ("check_vacancy", {"vacancy_id": 2**70}),
    ("check_vacancy", {}),
    ("check_vacancy", {"vacancy_id": "x", "allow_loopback": True}),
    ("add_vacancy", {"added_id": "--url=http://127.0.0.1/"}),
    ("add_vacancy", {"added_id": {"id": 1}}),
    ("add_vacancy", {"added": "x"}),
    ("crawl_source", {"name": 7}),
    ("crawl_source", {"name": "wilg", "allow_loopback": True}),
    ("no_such_task", {"name": "x"}),
)


def test_the_worker_survives_all_of_it_and_does_what_is_good(database, pasted):
    assert pasted
    with database.connect() as db:
        db.execute("update procrastinate_jobs set priority = -10")  # the last of all
    for task, args in NONSENSE:
        put(database, task, args)
    work(database)
    assert left(database) == [
        ("match_candidate", "todo")
        if (task, status) == ("match_candidate", "todo")
        else (task, "failed")
        for task, status in left(database)
    ]
    failed = [task for task, status in left(database) if status == "failed"]
    assert sorted(failed) == sorted(task for task, _ in NONSENSE)
    assert [one["title"] for one in export(database)] == ["Hulp"]


@pytest.mark.parametrize(
    ("task", "args"),
    [
        ("check_vacancy", {"vacancy_id": str(uuid4())}),
        ("add_vacancy", {"added_id": str(uuid4())}),
        ("crawl_source", {"name": "onbekend"}),
        ("crawl_source", {"name": "--url"}),
    ],
)
def test_what_is_not_there_any_more_is_no_failure(database, task, args):
    put(database, task, args)
    work(database)
    assert left(database) == []


def test_a_replayed_job_does_nothing_twice(database, pasted):
    work(database)
    for _ in range(3):
        put(database, "add_vacancy", {"added_id": str(pasted)}, lock="add a text")
    work(database)
    assert len(export(database)) == 1
    with database.connect() as db:
        runs = db.execute("select count(*) from crawl_run").fetchone()
    assert runs == (1,)


def test_a_request_that_is_never_read_is_answered_and_its_text_forgotten(
    database, pasted, people, caplog
):
    """An adviser must hear it, and the text may hold names."""
    tried = []

    def broken(*what, **_):
        tried.append(what[1:])
        raise asked_jobs.AskedFailedError("vacancies add: exit code 3")

    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    queue.work(
        database.role("worker"),
        [lambda app: asked_jobs.add_to(app, opened, ask=broken)],
        queues=[queue.CRAWL],
        wait=False,
    )
    assert tried == [("add", "--request", str(pasted))] * (1 + asked_jobs.TRIES)
    with database.connect() as db:
        row = db.execute("select state, text, error from added_vacancy").fetchone()
    assert row == ("refused", "", asked_jobs.NOT_READ)
    assert left(database) == [("add_vacancy", "failed")]
    for hidden in ("keuken", "Samira", "Anna", str(people.samira), str(people.anna)):
        assert hidden not in caplog.text
    assert str(pasted) in caplog.text, "else nothing was logged at all"


def test_while_it_may_still_work_the_request_waits(database, pasted):
    attempts = iter((True, False))

    def broken_once(*what, **more):
        if next(attempts):
            raise asked_jobs.AskedFailedError("vacancies add: exit code 3")
        asked_jobs.in_own_process(*what, **more)

    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    queue.work(
        database.role("worker"),
        [lambda app: asked_jobs.add_to(app, opened, ask=broken_once)],
        queues=[queue.CRAWL],
        wait=False,
    )
    assert pasted
    assert [one["title"] for one in export(database)] == ["Hulp"]
    assert left(database) == [("match_candidate", "todo")]


@pytest.mark.parametrize(
    ("url", "invented", "may_be_here"),
    [
        ("http://127.0.0.1:8100/v/7", True, True),
        ("https://wilg.example/v/7", True, False),
        ("http://127.0.0.1:8100/v/7", False, False),
        ("http://127.0.0.1.example/v/7", True, False),
    ],
)
def test_this_machine_is_asked_only_for_the_sites_of_the_demo(
    database, url, invented, may_be_here
):
    """A site that may be here may send us on to any port of this machine."""
    with database.connect() as admin:
        builders.add_source(admin, "wilg")
        admin.execute("update source set invented = %s", (invented,))
        made = builders.vacancy(source="wilg", url=url)
        one = builders.add_vacancy(admin, made)
    told = []
    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)  # fmt: skip
    asked_jobs.Desk(opened, lambda *what, **_: told.append(what[1:])).check(one)
    more = ("--allow-loopback",) if may_be_here else ()
    assert told == [("check", str(one), *more)]


def run(database, *arguments, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "spoorzoeker", "vacancies", *arguments],
        env={**os.environ, "DATABASE_URL": database.url},
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("add", "--text", "-", "--title", "Hulp"), b"\xff\xfe Hulp"),
        (("add", "--text", "/dev/null", "--title", "Hulp"), b""),
        (("add", "--text", "-", "--title", " "), TEXT.encode()),
        (("check", "9" * 40), b""),
        (("check", "{00000000-0000-0000-0000-000000000000}"), b""),
        (("add", "--request", "--help"), b""),
    ],
)
def test_odd_input_at_the_command_line_is_two_without_a_traceback(
    database, arguments, stdin
):
    answer = run(database, *arguments, stdin=stdin)
    assert answer.returncode == 2, answer
    assert b"Traceback" not in answer.stderr
    assert answer.stdout == b""


def test_bytes_that_are_no_text_are_left_out(database):
    answer = run(
        database, "add", "--text", "-", "--title", b"Hulp \xff", "--place", b"Ede\xc3",
        stdin=f"{TEXT}\0".encode(),
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    [kept] = export(database)
    assert (kept["title"].strip(), kept["place"]) == ("Hulp", "Ede")


@pytest.mark.parametrize("verb", [("check", "--added"), ("add", "--url", "https://x.nl")])  # fmt: skip
def test_loopback_is_refused_when_the_database_is_elsewhere(verb):
    answer = subprocess.run(
        [sys.executable, "-m", "spoorzoeker", "vacancies", *verb, "--allow-loopback"],
        env={**os.environ, "DATABASE_URL": "postgresql://x@db.example/x"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode in {2, 3}, "3: it is not there either"
    assert answer.stdout == ""


def test_and_so_it_is_where_that_database_answers(database):
    opened = OpenDatabase(
        settings=database.settings, url="postgresql://x@db.example/x", embedded=False
    )
    with pytest.raises(BadInputError, match="not local"):
        cli._options(opened, True)
    here = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    assert cli._options(here, True).allow_loopback
    assert not cli._options(here, False).allow_loopback
