"""One real PostgreSQL for all tests; every test that asks gets a fresh copy."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from schemas import embedded, migrations
from schemas.database import Db, connect, role_url
from schemas.settings import Settings
from tests.sealing import SETTINGS

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
COPY_NUMBERS = count()


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
    with tempfile.TemporaryDirectory(prefix="spz") as home:
        server = embedded.start(Path(home))
        url = embedded.url_of(server)
        with connect(url) as admin:
            admin.autocommit = True
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                admin.execute(f"alter system set {setting} = off")
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
        admin.execute(f"create database {name} template template_spoorzoeker")
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


def _named(url: str, name: str) -> str:
    head, _, tail = url.partition("/postgres?")
    return f"{head}/{name}?{tail}"
