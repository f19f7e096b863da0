"""Whoever breaks out of a page finds no key or password in what the process was given."""

import base64
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from psycopg.conninfo import conninfo_to_dict

from schemas import queue
from schemas.database import connect
from schemas.settings import crawl_environment, read_settings
from schemas.tables import sources
from tests import builders
from tests.crawlers.crawling import source
from tests.crawlers.site import Reply, served
from tests.sealing import KEK

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds, of a machine that others keep busy too
SECRETS = {
    "SPOORZOEKER_KEK": base64.b64encode(KEK).decode(),
    "SPOORZOEKER_KEK_OLD": base64.b64encode(KEK[::-1]).decode(),
    "SPOORZOEKER_SECRET": "een geheim voor niemand, maar wel lang",
    "SPOORZOEKER_SMTP": "smtp+starttls://bureau:geheime-post@mail.bureau.nl:587",
    "DATABASE_URL_MAINTENANCE": "postgresql://maintenance:geheime-bezem@db/spoor",
}
OF_THE_MACHINE = {
    "PATH": "/usr/bin",
    "LANG": "nl_NL.UTF-8",
    "HTTPS_PROXY": "http://proxy.bureau.nl:3128",
    "no_proxy": "localhost",
    "SSL_CERT_FILE": "/etc/ssl/bureau.pem",
}
CRAWLER = "postgresql://crawler:woord@db/spoor"


def given_to_a_crawl(monkeypatch, **environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return crawl_environment(read_settings(os.environ), CRAWLER)


def test_a_crawl_is_given_no_secret_also_not_one_of_a_later_version(monkeypatch):
    given = given_to_a_crawl(
        monkeypatch,
        DATABASE_URL="postgresql://admin:geheim-beheer@db/spoor",
        SPOORZOEKER_LATER="geheim-later",
        PGPASSWORD="geheim-van-de-server",
        **SECRETS,
    )
    assert not {"SPOORZOEKER_LATER", "PGPASSWORD", *SECRETS} & set(given)
    assert not set(SECRETS.values()) & set(given.values())
    assert {value for name, value in given.items() if "DATABASE" in name} == {CRAWLER}


def test_a_crawl_keeps_what_the_machine_sets_and_what_it_needs_of_us(
    monkeypatch, tmp_path
):
    ours = {
        "SPOORZOEKER_HOME": str(tmp_path),
        "SPOORZOEKER_PRODUCTION": "1",
        "SPOORZOEKER_USER_AGENT": "BureauBot/1 (+https://bureau.nl/)",
    }
    given = given_to_a_crawl(monkeypatch, **OF_THE_MACHINE, **ours)
    assert given.items() >= {**OF_THE_MACHINE, **ours}.items()


@pytest.fixture
def slow_page(database):
    """A site of the demo on which one page takes its time, and an adviser asks for it."""
    with served({"/v/7": Reply("traag", seconds=5)}) as site:
        with database.connect() as db:
            builders.add_source(db, "wilg")
            db.execute("update source set invented = true, delay = 0")
            made = builders.vacancy(source="wilg", url=f"{site.address}/v/7")
            one = builders.add_vacancy(db, made)
        yield str(one)


def environments_below(worker):
    """By what it runs: of every Python that the worker started, not of itself.

    For a moment each new process is still a copy of the worker; that is left out. A
    tool of the system, run while a library is imported, reads no page.
    """
    itself, found = psutil.Process(worker.pid), {}
    for process in itself.children(recursive=True):
        with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            words = process.cmdline()
            if words[:1] == [sys.executable]:
                found[" ".join(words)] = process.environ()
    found.pop(" ".join(itself.cmdline()), None)
    return found


def test_no_process_of_a_worker_that_reads_pages_is_given_a_secret(
    database, slow_page, tmp_path
):
    with connect(database.role("crawler")) as db:
        sources.add(db, source("eik", "https://eik.example/", terms="forbidden"))
    errands = [
        queue.Errand(task="crawl_source", queue=queue.CRAWL, args={"name": "eik"}),
        queue.Errand(
            task="check_vacancy", queue=queue.CRAWL, args={"vacancy_id": slow_page}
        ),
    ]
    queue.defer(database.role("worker"), errands)
    mark = uuid4().hex
    environment = {
        **os.environ,
        **SECRETS,
        "DATABASE_URL": database.url,
        "SPOORZOEKER_HOME": str(tmp_path),
        "DATABASE_URL_MAINTENANCE": database.role("maintenance"),
        "OF_THE_MACHINE": mark,
    }
    seen = {}
    worker = subprocess.Popen(
        [sys.executable, "-m", "spoorzoeker", "worker"], env=environment, cwd=ROOT
    )
    try:
        until = time.monotonic() + PATIENCE
        while not has_crawled(database) or not is_checking(seen):
            assert worker.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
            seen |= environments_below(worker)
    finally:
        worker.terminate()
        worker.wait(PATIENCE)
    assert any("forkserver" in words for words in seen)
    for words, given in seen.items():
        assert given["OF_THE_MACHINE"] == mark
        assert not set(SECRETS) & set(given), words
        assert not set(SECRETS.values()) & set(given.values()), words
        assert users_in(given) <= {"crawler"}, words


def has_crawled(database):
    with database.connect() as db:
        return db.execute("select 1 from crawl_run where source = 'eik'").fetchone()


def is_checking(seen):
    return any("vacancies check" in words for words in seen)


def users_in(given):
    """As whom whoever has this environment comes into the database."""
    names = [name for name in given if name.startswith("DATABASE_URL")]
    return {conninfo_to_dict(given[name])["user"] for name in names}
