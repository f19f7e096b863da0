"""A site of its own with an invented crowd, on a server that is gone afterwards."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import md5
from uuid import UUID

from schemas import embedded, migrations
from schemas.database import connect, role_url
from schemas.keys import vault_of
from schemas.settings import Settings, read_settings
from schemas.tables import crowd, sessions
from schemas.tables.crowd import CrowdSize
from webapp.accounts.passwords import hash_password

Say = Callable[[str], None]
PASSWORD = "een wachtwoord voor niemand"  # noqa: S105 - of accounts that are invented
TEMPLATE, PLAIN = "crowd", "crowd_unguarded"
SERVE = "webapp.benchmark.serve"
START_SECONDS = 60


def email_of(adviser: int) -> str:
    """By what an adviser of the crowd signs in; from 1."""
    return f"adviser-{adviser}@crowd.example"


def candidate_of(adviser: int, number: int) -> UUID:
    """The id of an adviser's candidate; both from 1."""
    return _uuid(f"candidate {adviser} {number}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Two databases with the same people: as it is, and without row-level security."""

    size: CrowdSize
    guarded: str
    unguarded: str
    settings: Settings


@contextmanager
def gathered(size: CrowdSize, say: Say) -> Iterator[Crowd]:
    """The crowd, on an embedded server in a folder that is removed afterwards."""
    with embedded.passing_home() as home:
        server = embedded.start(home)
        try:
            guarded = embedded.new_database(server, TEMPLATE)
            settings = read_settings({"SPOORZOEKER_HOME": str(home)})
            migrations.migrate(settings, guarded)
            say(f"making {size.advisers * size.candidates} candidates")
            fill(settings, guarded, size)
            unguarded = embedded.new_database(server, PLAIN, like=TEMPLATE)
            with connect(unguarded) as db:
                crowd.unguard(db)
            yield Crowd(
                size=size, guarded=guarded, unguarded=unguarded, settings=settings
            )
        finally:
            server.cleanup()


def fill(settings: Settings, url: str, size: CrowdSize) -> None:
    """Put the crowd in an empty database, its advisers signed in."""
    with connect(url) as db:
        made = hash_password(PASSWORD)
        crowd.add(db, size, password_hash=made, vault=vault_of(settings))
    until = datetime.now(UTC) + timedelta(hours=8)
    with connect(role_url(settings, url, "web_auth")) as db:
        for adviser in range(1, size.advisers + 1):
            account = _uuid(f"adviser {adviser}")
            sessions.open_session(db, account, token_of(adviser), until)


def token_of(adviser: int) -> str:
    """The session of an adviser of the crowd."""
    return f"token-of-adviser-{adviser}-of-the-crowd"


def _uuid(name: str) -> UUID:
    return UUID(md5(name.encode(), usedforsecurity=False).hexdigest())


@contextmanager
def serving(
    settings: Settings, url: str, *, connections: int
) -> Iterator[tuple[str, int]]:
    """The site on the database at `url`, in a process of its own: host and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address: tuple[str, int] = probe.getsockname()
    bind = f"{address[0]}:{address[1]}"
    # a socket's address holds no password
    home = str(settings.home)
    command = (sys.executable, "-m", SERVE, home, url, bind, str(connections))
    with subprocess.Popen(command) as child:  # noqa: S603 - our own program
        try:
            _wait_for(address)
            yield address
        finally:
            child.terminate()


def _wait_for(address: tuple[str, int]) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            socket.create_connection(address, timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return
