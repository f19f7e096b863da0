"""The command line: help, messages, exit codes and clean stdout."""

import json
import os
import socket
import subprocess
import sys

import pytest

from spoorzoeker import BENCHES, VERBS

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def spoorzoeker(database):
    """Run the real program against the test's database."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "spoorzoeker", *arguments],
            env={**os.environ, "DATABASE_URL": database.url, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_one_screen(spoorzoeker, verb):
    answer = spoorzoeker(verb, "--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith("Usage: ")
    assert len(answer.stdout.splitlines()) <= 24


@pytest.mark.parametrize("verb", BENCHES)
def test_every_benchmark_explains_itself_in_one_screen(spoorzoeker, verb):
    assert f"  {verb} " in spoorzoeker("bench", "--help").stdout
    answer = spoorzoeker("bench", verb, "--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith("Usage: ")
    assert len(answer.stdout.splitlines()) <= 24


@pytest.mark.parametrize("words", [[], ["bench"], *(["bench", b] for b in BENCHES)])
def test_help_imports_nothing_heavy(words):
    script = (
        "import sys; from spoorzoeker import main\n"
        f"main([*{words!r}, '--help'], standalone_mode=False)\n"
        "heavy = {'scrapy', 'twisted', 'torch', 'flask', 'lxml'}\n"
        "print('imported:', sorted(heavy & sys.modules.keys()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == "imported: []"


def test_status_prints_one_json_object_without_a_password(spoorzoeker, database):
    url = f"{database.url}&password=geheim"
    answer = spoorzoeker("db", "status", "--json", DATABASE_URL=url)
    facts = json.loads(answer.stdout)
    assert set(facts) == {
        *("url", "version", "migration", "pending", "embedded", "size_bytes")
    }
    assert facts["pending"] == []
    assert "geheim" not in answer.stdout


def test_no_database_is_one_line_and_exit_code_three(spoorzoeker):
    answer = spoorzoeker(
        "db", "status", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing"
    )
    assert answer.returncode == 3
    assert len(answer.stderr.strip().splitlines()) <= 2
    assert "Traceback" not in answer.stderr


def test_a_wrong_setting_is_exit_code_two(spoorzoeker):
    assert spoorzoeker("db", "status", SPOORZOEKER_SECRET="kort").returncode == 2


def test_an_unmigrated_database_says_which_command_to_give(spoorzoeker, server_url):
    answer = spoorzoeker("users", "list", DATABASE_URL=server_url)
    assert answer.returncode == 3
    assert "db migrate" in answer.stderr


def test_a_database_of_another_program_version_is_one_line(spoorzoeker, database):
    with database.connect() as db:
        db.execute("insert into migration (name, sha256) values ('9999_later.sql', '')")
    answer = spoorzoeker("users", "list")
    assert answer.returncode == 3
    assert "newer than the program" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_account_is_added_once_and_listed_without_its_hash(spoorzoeker):
    new = ("users", "add", "eva@example.nl", "--name", "Eva", "--persona", "adviser")
    assert spoorzoeker(*new, "--password", "lang genoeg hoor").returncode == 0
    assert spoorzoeker(*new, "--password", "lang genoeg hoor").returncode == 2
    listed = json.loads(spoorzoeker("users", "list", "--json").stdout)["users"]
    assert [user["email"] for user in listed] == ["eva@example.nl"]
    assert "argon2" not in json.dumps(listed)


@pytest.mark.parametrize(
    "wrong",
    [
        ("users", "add", "eva@example.nl", "--name", "E", "--persona", "adviser", "--password", "kort"),
        ("users", "add", "geen-adres", "--name", "E", "--persona", "adviser", "--password", "x" * 12),
        ("users", "add", "e@example.nl", "--name", "E", "--persona", "candidate", "--password", "x" * 12),
        ("crawl", "bestaat-niet"),
        ("crawl", "naam", "--url", "https://x.example/"),
        ("crawl",),
        ("crawl", "--url", "geen webadres"),
        ("crawl", "--url", "ftp://werkenbij.example/"),
        ("crawl", "--url", "https://www.linkedin.com/jobs/"),
        ("match", "00000000-0000-0000-0000-000000000000"),
        ("match", "geen-uuid"),
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_two_and_stores_nothing(spoorzoeker, database, wrong):
    answer = spoorzoeker(*wrong)
    assert answer.returncode == 2, answer.stderr
    assert "Traceback" not in answer.stderr
    with database.connect() as db:
        assert db.execute("select count(*) from account").fetchone() == (0,)
        assert db.execute("select count(*) from source").fetchone() == (0,)


def test_an_address_of_a_database_that_is_none_is_refused_unrepeated(spoorzoeker):
    """There may be a password in it."""
    answer = spoorzoeker("db", "status", DATABASE_URL="postgres:geheim@db")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "DATABASE_URL must look like postgresql://" in answer.stderr
    assert "geheim" not in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_database_of_ours_that_does_not_start_is_said_in_one_line(
    spoorzoeker, tmp_path
):
    """Of a folder that was copied without its owner the whole log of the server came."""
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("18\n")
    answer = spoorzoeker(
        "db", "status", DATABASE_URL="", SPOORZOEKER_HOME=str(tmp_path)
    )
    assert (answer.returncode, answer.stdout) == (3, "")
    [line] = answer.stderr.splitlines()
    assert f"the database in {tmp_path / 'postgres'} does not start" in line


def test_a_home_that_cannot_be_is_said_in_one_line(spoorzoeker, tmp_path):
    (tmp_path / "file").write_text("")
    home = str(tmp_path / "file" / "home")
    answer = spoorzoeker("db", "status", DATABASE_URL="", SPOORZOEKER_HOME=home)
    assert answer.returncode == 3
    assert answer.stderr == f"spoorzoeker: no folder at {home}: Not a directory\n"


def test_a_port_in_use_is_said_in_one_line(spoorzoeker):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = spoorzoeker("web", "--port", port)
    assert answer.returncode == 3
    [line] = answer.stderr.splitlines()
    assert f"cannot serve on 127.0.0.1:{port} (Address already in use): see" in line


def test_loopback_is_refused_on_a_database_elsewhere(spoorzoeker):
    answer = spoorzoeker(
        "crawl", "--allow-loopback", DATABASE_URL="postgresql://x@db.example/x"
    )
    assert answer.returncode in {2, 3}
