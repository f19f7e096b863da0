"""Crawling as a service of its own: by its own passwords, without any key."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from schemas import migrations, queue
from schemas.database import DatabaseMissingError, connect, role_url
from schemas.settings import read_settings
from schemas.tables import sources
from tests import builders
from tests.conftest import Database
from tests.crawlers.adverts import career_site
from tests.crawlers.crawling import source
from tests.crawlers.site import served

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Hulp in de keuken, 20 tot 24 uur per week."
SECRET = "een geheim dat alleen de site heeft"
PATIENCE = 120  # seconds, of a machine that others keep busy too
OF_PEOPLE = ("candidate", "capacity_document", "candidate_key", "account", "outbox")
OF_OTHERS = ("seal_log", "make_export", "send_mail", "match_candidate")
WAITING = "select task_name from procrastinate_jobs where status = 'todo'"
STARTED = "select count(*) from procrastinate_jobs where status <> 'todo'"


@dataclass(frozen=True)
class Service:
    """Where only crawling happens; `url` is all that it has of the database."""

    home: Path
    url: str
    worker_url: str

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of what the tests run in, but where programs are."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "SPOORZOEKER_HOME": str(self.home),
            "SPOORZOEKER_PRODUCTION": "1",
            "DATABASE_URL": self.url,
            **more,
        }

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "spoorzoeker", *arguments],
            env=self.environment(**more),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    @contextmanager
    def working(self):
        worker = subprocess.Popen(
            [sys.executable, "-m", "spoorzoeker", "worker", "--queue", "crawl"],
            env=self.environment(DATABASE_URL_WORKER=self.worker_url),
            cwd=ROOT,
        )
        try:
            yield worker
        finally:
            worker.terminate()
            assert worker.wait(PATIENCE) == 0


@pytest.fixture
def service(database: Database, tmp_path):
    """A server that asks each of our roles for its password, as one elsewhere does."""
    settings = read_settings(
        {"SPOORZOEKER_SECRET": SECRET, "DATABASE_URL": database.url}
    )
    migrations.migrate(settings, database.url)
    with database.connect() as admin:
        (told,) = admin.execute("show hba_file").fetchone()
        name = admin.info.dbname
    rules = Path(told)
    before = rules.read_text()
    rules.write_text(f"local {name} crawler,worker scram-sha-256\n{before}")
    _read_rules(database)
    made = Service(
        home=tmp_path,
        url=role_url(settings, database.url, "crawler"),
        worker_url=role_url(settings, database.url, "worker"),
    )
    _wait(lambda: not comes_in(f"{database.url}&user=crawler"))
    yield made
    rules.write_text(before)
    _read_rules(database)


def _read_rules(database):
    with database.connect() as admin:
        admin.execute("select pg_reload_conf()")


def _wait(is_so):
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


def comes_in(url: str) -> bool:
    try:
        connect(url).close()
    except DatabaseMissingError:
        return False
    return True


def asked_by_an_adviser(database) -> None:
    with database.connect() as db:
        people = builders.add_people(db)
        db.execute(
            "insert into added_vacancy (id, candidate_id, text, title, asked_by) "
            "values (%s, %s, %s, 'Hulp', %s)",
            (uuid4(), people.samira, TEXT, people.anna),
        )


def one(database, statement):
    with database.connect() as db:
        return db.execute(statement).fetchone()[0]


def test_it_has_no_password_of_another_and_reads_nobody_s_file(database, service):
    with database.connect() as db:
        builders.add_people(db)
    assert comes_in(service.url)
    assert not comes_in(f"{database.url}&user=crawler")
    assert not comes_in(service.url.replace("user=crawler", "user=worker"))
    for url in (service.url, service.worker_url):
        for table in OF_PEOPLE:
            with (
                connect(url) as db,
                pytest.raises(psycopg.errors.InsufficientPrivilege),
            ):
                db.execute(f"select 1 from {table}")


def test_it_crawls_in_production_with_nothing_but_its_own_address(database, service):
    with served({}) as site:
        career_site(site, 2)
        with connect(service.url) as db:
            sources.add(db, source("wilg", f"{site.address}/"))
        crawled = service.run("crawl", "wilg", "--allow-loopback")
    assert crawled.returncode == 0, crawled.stderr
    assert one(database, "select count(*) from vacancy") == 2
    assert not (service.home / "kek").exists()


def test_its_worker_reads_and_crawls_and_leaves_to_others_what_needs_a_key(
    database, service
):
    asked_by_an_adviser(database)
    with connect(service.url) as db:
        sources.add(db, source("wilg", "https://wilg.example/", terms="forbidden"))
    others = [
        queue.Errand(task=task, queue=name)
        for task, name in zip(
            OF_OTHERS,
            (queue.HOUSEKEEPING, queue.HOUSEKEEPING, queue.MAIL, queue.MATCH),
            strict=True,
        )
    ]
    crawl = queue.Errand(task="crawl_source", queue=queue.CRAWL, args={"name": "wilg"})
    queue.defer(service.worker_url, [*others, crawl])
    with service.working() as worker:
        _wait(
            lambda: (
                worker.poll() is not None
                or one(database, "select state from added_vacancy") != "waiting"
            )
        )
        _wait(
            lambda: (
                worker.poll() is not None
                or one(database, "select count(*) from crawl_run where source = 'wilg'")
            )
        )
        assert worker.poll() is None
    assert one(database, "select state from added_vacancy") == "done"
    assert one(database, "select status from crawl_run where source = 'wilg'") == (
        "blocked"
    )
    with database.connect() as db:
        waiting = {task for (task,) in db.execute(WAITING)}
    assert set(OF_OTHERS) <= waiting
    assert one(database, STARTED) == 0
    assert not (service.home / "kek").exists()


def test_its_password_is_what_the_documentation_lets_openssl_make(service):
    """docs/how-are-the-keys-kept.md; what is below came from that line."""
    made = "432060befa403f6e2934e8b5590eaeeb6b15324ff97d57bae3b3cad899d672a7"
    assert conninfo_to_dict(service.url)["password"] == made


def test_without_the_worker_s_address_its_worker_says_so_in_one_line(service):
    told = service.run("worker", "--queue", "crawl")
    assert told.returncode == 3
    assert "Traceback" not in told.stderr
    assert "password" in told.stderr


def test_before_the_administrator_s_upgrade_it_says_which_command_to_give(
    database, service
):
    with database.connect() as db:
        db.execute("revoke select on migration from crawler")
    told = service.run("crawl", "wilg")
    assert told.returncode == 3
    assert "db migrate" in told.stderr
    assert "Traceback" not in told.stderr
