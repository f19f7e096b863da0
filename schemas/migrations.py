"""Bring a database up to date: numbered SQL files, forward only, each remembered."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import sql

from schemas import queue
from schemas.database import Db, connect, role_password
from schemas.errors import NotThereError
from schemas.settings import ROLES, Settings

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_206_511  # any number, the same for every runner


class MigrationError(NotThereError):
    """A migration that was applied has since been changed, or is unknown here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationState:
    """What has been applied and what waits, by file name."""

    applied: tuple[str, ...]
    pending: tuple[str, ...]


REMEMBER_TABLE = """
create table if not exists migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
)
"""
APPLIED = "select name, sha256 from migration order by name"
REMEMBER = "insert into migration (name, sha256) values (%(name)s, %(sha256)s)"
EXISTS = "select to_regclass('public.migration') is not null"


def state(db: Db) -> MigrationState:
    """Compare the database with the files beside this module."""
    known = _applied(db)
    for path in _files():
        if path.name in known and known[path.name] != _sha256(path):
            raise MigrationError(f"{path.name} was changed after it was applied")
    if unknown := known.keys() - {path.name for path in _files()} - {queue.SCHEMA_NAME}:
        raise MigrationError(
            f"this database is newer than the program: {sorted(unknown)}"
        )
    pending = [path.name for path in _files() if path.name not in known]
    return MigrationState(applied=tuple(known), pending=tuple(pending))


def migrate(settings: Settings, url: str) -> tuple[str, ...]:
    """Apply what is pending at `url`, one transaction each; returns the names.

    Two runners at once wait for each other; a failing file leaves nothing behind.
    """
    with connect(url) as db:
        db.autocommit = True
        db.execute("select pg_advisory_lock(%(lock)s)", {"lock": LOCK})
        db.execute(REMEMBER_TABLE)
        pending = state(db).pending
        for name in pending:
            _apply(db, FOLDER / name)
        if queue.SCHEMA_NAME not in _applied(db):
            with db.transaction():
                queue.create_tables(db)
                db.execute(REMEMBER, {"name": queue.SCHEMA_NAME, "sha256": ""})
        _close_to_others(db)
        _give_passwords(settings, db)
    return pending


def _close_to_others(db: Db) -> None:
    """Only our own roles come in, and none makes tables of its own, not even temporary.

    Not in a numbered file: whoever restores or copies a database loses these rights.
    """
    name = sql.Identifier(db.info.dbname)
    roles = sql.SQL(", ").join(map(sql.Identifier, ROLES))
    db.execute(sql.SQL("revoke all on database {} from public").format(name))
    db.execute(sql.SQL("grant connect on database {} to {}").format(name, roles))


def _apply(db: Db, path: Path) -> None:
    with db.transaction():
        db.execute(path.read_text())
        db.execute("reset role")
        db.execute(REMEMBER, {"name": path.name, "sha256": _sha256(path)})


def _applied(db: Db) -> dict[str, str]:
    row: Any = db.execute(EXISTS).fetchone()
    return dict(db.execute(APPLIED).fetchall()) if row[0] else {}


def _files() -> list[Path]:
    return sorted(FOLDER.glob("[0-9]*.sql"))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _give_passwords(settings: Settings, db: Db) -> None:
    for role in ROLES:
        if password := role_password(settings, role):
            db.execute(
                sql.SQL("alter role {} password {}").format(
                    sql.Identifier(role), sql.Literal(password)
                )
            )
