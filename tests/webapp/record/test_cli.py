"""`spoorzoeker log`: seals, and says what is wrong and with which code."""

import json
from uuid import uuid4

import pytest
from click.testing import CliRunner

from schemas.database import connect
from schemas.opening import OpenDatabase
from schemas.settings import read_settings
from schemas.tables import log_entries
from schemas.tables.log_entries import Note
from spoorzoeker import main
from webapp.record import jobs


@pytest.fixture
def run(database, tmp_path, monkeypatch):
    """A function: one command on this database."""
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("SPOORZOEKER_HOME", str(tmp_path))
    return lambda *words: CliRunner().invoke(main, ["log", *words])


@pytest.fixture
def logged(database):
    with database.connect("maintenance") as db:
        for _ in range(3):
            entry = Note(act="erased", thing="dossier", request_id=uuid4())
            log_entries.write(db, entry)


def test_a_log_in_order_ends_well(run, logged, tmp_path):
    assert logged is None
    assert "seal 1: 3 rows" in run("seal").stderr
    assert (tmp_path / "seals.log").stat().st_mode & 0o777 == 0o600
    assert "nothing new" in run("seal").stderr
    found = run("verify")
    assert found.exit_code == 0
    assert found.stdout.startswith("3 rows under 1 seals\nnothing was changed")


def test_a_log_that_was_changed_ends_with_one(run, logged, database):
    assert logged is None
    run("seal")
    with database.connect() as db:
        db.execute("update log_entry set act = 'viewed' where id = 2")
    found = run("verify")
    assert found.exit_code == 1
    assert "under seal 1 something was changed" in found.stdout
    told = json.loads(run("verify", "--json").stdout)
    assert told["findings"] == [
        {"kind": "rows_changed", "seal": 1, "row": None, "line": None}
    ]


def test_another_file_can_be_named(run, logged, tmp_path):
    assert logged is None
    run("seal")
    kept = tmp_path / "elsewhere" / "seals.log"
    kept.parent.mkdir()
    (tmp_path / "seals.log").rename(kept)
    assert "not there" in run("verify").stdout
    assert run("verify", "--seals", str(kept)).exit_code == 0


def test_what_waits_for_a_seal_is_told(run, logged):
    assert logged is None
    assert "3 rows wait for a seal (since 20" in run("verify").stdout


def test_a_database_that_is_not_there_ends_with_three(run, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", f"postgresql:///x?host={tmp_path}")
    assert run("verify").exit_code == 3


def test_the_settings_say_where_the_file_is(run, logged, monkeypatch, tmp_path):
    assert logged is None
    monkeypatch.setenv("SPOORZOEKER_SEALS", str(tmp_path / "other.log"))
    run("seal")
    assert (tmp_path / "other.log").exists()


def test_the_worker_seals_and_retires(database, tmp_path, logged):
    assert logged is None
    settings = read_settings({"SPOORZOEKER_HOME": str(tmp_path)})
    opened = OpenDatabase(settings=settings, url=database.url, embedded=False)
    assert jobs.seal(opened).rows == 3
    assert jobs.retire(opened) == 0
    with connect(opened.role("sealer")) as db:
        assert log_entries.count(db) == 3
