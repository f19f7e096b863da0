"""A coordinator has somebody erased: by name, freshly proven, by the one erasure."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from schemas import erasing, queue
from schemas.opening import OpenDatabase
from spoorzoeker import main
from tests.builders import real_today
from tests.dumps import telling
from tests.webapp import trespass
from webapp.retention import jobs


@pytest.fixture
def opened(database, tmp_path):
    settings = replace(database.settings, home=tmp_path)
    return OpenDatabase(settings=settings, url=database.url, embedded=False)


@pytest.fixture
def cora(browser_of):
    return browser_of("Cora")


@pytest.fixture
def path(people):
    return f"/bewaren/{people.samira}/wissen"


def text(page):
    return " ".join(" ".join(page.itertext()).split())


def asked(database):
    with database.connect() as db:
        return db.execute("select candidate_id from erasure_request").fetchall()


def test_it_says_what_stays_and_why_and_asks_for_the_name(cora, path, database):
    page = text(cora.get(path))
    assert "Wat blijft, en waarom" in page
    assert "5 jaar" in page
    answer = cora.post(path, name="Tom")
    assert answer.status_code == 422
    assert "Dit is niet de naam" in answer.get_data(as_text=True)
    assert asked(database) == []


def test_the_worker_erases_who_was_asked_for_and_nobody_else(
    cora, path, database, people, opened, tmp_path
):
    trespass.furnish(database, people)
    with database.connect() as db:
        db.execute("delete from erasure_request")
    assert cora.post(path, name=" samira ").status_code == 303
    assert cora.post(path, name="Samira").status_code == 303  # twice is once
    assert asked(database) == [(people.samira,)]
    assert "gevraagd dit dossier te wissen" in text(
        cora.get(f"/bewaren/{people.samira}")
    )
    assert "Hierom is al gevraagd" in text(cora.get(path))
    with database.connect() as db:
        jobs_ = db.execute(
            "select args from procrastinate_jobs where task_name = 'erase_requested'"
        ).fetchall()
    assert jobs_ == [({},)]  # the queue names nobody
    assert jobs.erase(opened, real_today()) == 1
    assert jobs.erase(opened, real_today()) == 0
    cora.get(path, status=404)
    with database.connect() as db:
        left = telling(db, "Geheim van Samira", "samira@example.nl", str(people.samira))
        (by,) = db.execute("select erased_by from erasure").fetchone()
        assert telling(db, "Geheim van Tom")
        logged = db.execute(
            "select act, thing, persona, account_id, candidate_id from log_entry "
            "where act = 'erased' or thing = 'erasure' and act = 'changed' order by id"
        ).fetchall()
    assert left.keys() == {"erasure", "log_entry"}
    assert by == f"coordinator {people.cora}"
    assert logged == [
        ("changed", "erasure", "coordinator", people.cora, people.samira),
        ("erased", "dossier", "program", None, people.samira),
    ]
    [line] = (tmp_path / erasing.FILE).read_text().splitlines()
    assert json.loads(line)["reason"] == "request"


def test_the_queue_itself_takes_the_question_to_the_erasure(
    cora, path, database, people, opened
):
    """The job outlives the candidate it erases, and leaves nothing in the queue."""
    cora.post(path, name="Samira")
    queue.work(database.role("worker"), [jobs.register(opened)], wait=False)
    with database.connect() as db:
        row = db.execute("select id, reason from erasure").fetchone()
        waiting = db.execute(
            "select count(*) from procrastinate_jobs where task_name = 'erase_requested'"
        ).fetchone()
    assert row == (people.samira, "request")
    assert waiting == (0,)


def test_only_who_proved_it_just_now_has_somebody_erased(cora, path, database):
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    assert cora.client.get(path).status_code == 302
    assert cora.post(path, name="Samira").status_code == 403
    assert asked(database) == []


def test_nobody_but_a_coordinator_comes_here(browser_of, path, database):
    for name in ("Anna", "Samira", "Olga", "Arie"):
        browser = browser_of(name)
        assert browser.client.get(path).status_code == 404
        assert browser.post(path, name="Samira").status_code == 404
    assert asked(database) == []


@pytest.fixture
def run(database, tmp_path, monkeypatch):
    """A function: one command on this database."""
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("SPOORZOEKER_HOME", str(tmp_path))
    return lambda *words: CliRunner().invoke(main, words, input="y\n")


ERASE = ("users", "erase")
WHY = ("--reason", "request", "--by", "De beheerder")


def test_the_command_erases_for_good_and_says_so(run, database, people, tmp_path):
    found = run(*ERASE, str(people.samira), *WHY)
    assert found.exit_code == 0
    assert "erased" in found.stderr
    with database.connect() as db:
        left = telling(db, "Samira", "samira@example.nl", str(people.samira))
        row = db.execute("select id, erased_by, reason from erasure").fetchone()
        logged = db.execute(
            "select act, thing, persona, candidate_id from log_entry"
        ).fetchall()
    assert left.keys() == {"erasure", "log_entry"}
    assert row == (people.samira, "De beheerder", "request")
    assert logged == [("erased", "dossier", "program", people.samira)]
    assert (tmp_path / erasing.FILE).read_text().count("\n") == 1


def test_the_command_asks_first_and_knows_who_is_there(run, database, people, tmp_path):
    again = CliRunner().invoke(main, [*ERASE, str(people.samira), *WHY], input="n\n")
    assert again.exit_code == 1
    nobody = run(*ERASE, str(people.anna), *WHY)
    assert nobody.exit_code == 2
    assert "no such candidate" in nobody.stderr
    assert (
        run(*ERASE, str(people.samira), "--reason", "zin", "--by", "x").exit_code == 2
    )
    assert not (tmp_path / erasing.FILE).exists()
    with database.connect() as db:
        assert db.execute("select count(*) from candidate").fetchone() == (2,)
