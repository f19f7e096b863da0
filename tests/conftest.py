"""One real PostgreSQL for all tests; every test that asks gets a fresh copy."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from schemas import embedded, migrations
from schemas.database import Db, connect, role_url
from schemas.settings import Settings
from tests.sealing import SETTINGS

# Hundreds of tests start a program of ours, which should be compiled by then.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
COPY_NUMBERS = count()
# What takes longest begins first, or one process would still be at it when the others
# are done.
LONGEST = (
    "test_architecture.py",
    "browser/test_one_day.py",
    "crawlers/test_jobs.py",
    "matching/market/test_ranking_at_size.py",
    "webapp/hardening/test_forms.py",
    "crawlers/collecting/test_year.py",
    "test_spoorzoeker.py",
    "matching/market/test_limits.py",
    "matching/test_train.py",
    "browser/test_signing_in.py",
    "crawlers/test_hostile.py",
    "webapp/benchmark/test_measuring.py",
    "webapp/site/test_access.py",
)
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest modules first; the order of the others stays as it was drawn."""
    turn = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: turn.get(item.path, len(turn)))


@dataclass(frozen=True)
class Database:
    """A migrated database of one test. `connect()` is the administrator."""

    settings: Settings
    url: str

    def role(self, name: str) -> str:
        return role_url(self.settings, self.url, name)

    def connect(self, role: str | None = None) -> Db:
        return connect(self.role(role) if role else self.url)


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The embedded server, with one migrated database to copy from."""
    with embedded.passing_home(_in_memory()) as home:
        server = embedded.start(home)
        url = embedded.url_of(server)
        with connect(url) as admin:
            admin.autocommit = True
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                admin.execute(f"alter system set {setting} = off")
            admin.execute("alter system set max_wal_size = '64MB'")
            admin.execute("select pg_reload_conf()")
            admin.execute("create database template_spoorzoeker")
        migrations.migrate(SETTINGS, _named(url, "template_spoorzoeker"))
        yield url
        server.cleanup()


@pytest.fixture
def database(server_url: str) -> Iterator[Database]:
    """A fresh, migrated, empty database."""
    name = f"test_{next(COPY_NUMBERS)}"
    with connect(server_url) as admin:
        admin.autocommit = True
        # Half the time of copying by the log, the default.
        admin.execute(
            f"create database {name} template template_spoorzoeker strategy file_copy"
        )
    yield Database(settings=SETTINGS, url=_named(server_url, name))
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"drop database {name} with (force)")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with captured pages, gold sets and ESCO; tests skip without it."""
    if not SHARED.exists():
        pytest.skip(
            "../shared is not here: captured pages and gold sets are not tested"
        )
    return SHARED


def _in_memory() -> Path | None:
    """A folder in memory if it has room: there a database is copied ten times as fast."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if roomy else None


def _named(url: str, name: str) -> str:
    head, _, tail = url.partition("/postgres?")
    return f"{head}/{name}?{tail}"
