"""Bring a database up to date: numbered SQL files, forward only, each remembered."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from psycopg import sql

from schemas import queue
from schemas.database import Db, connect, role_password, role_url
from schemas.errors import NotThereError
from schemas.keys import vault_of
from schemas.settings import ROLES, Settings
from schemas.vault import Vault

Heard = Callable[[int, int], None]
Step = Callable[[Db, Vault, Heard], None]

FOLDER = Path(__file__).parent / "migrations"
LOCK = "select pg_advisory_lock(hashtext('migrate'))"
# What SQL cannot do, after these files and before the next; remembered by itself.
# A step is imported when it is taken: crawlers know no people, and come by here.
STEPS: Mapping[str, tuple[str, str]] = {
    "0015_sealing.sql": ("schemas.sealing", "seal_everything"),
    "0018_kept_by_an_admin.sql": ("schemas.sealing_answers", "seal_answers"),
    "0020_reactions_sealed.sql": ("schemas.sealing_answers", "seal_reactions"),
}
DONE = " (rows)"


def silent(_done: int, _all: int) -> None:
    """Nobody looks on."""


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
    if unknown := known.keys() - set(_names()) - {queue.SCHEMA_NAME}:
        raise MigrationError(
            f"this database is newer than the program: {sorted(unknown)}"
        )
    pending = [name for name in _names() if name not in known]
    return MigrationState(applied=tuple(known), pending=tuple(pending))


def migrate(settings: Settings, url: str, *, heard: Heard = silent) -> tuple[str, ...]:
    """Apply what is pending at `url`, one transaction each; returns the names.

    Two runners at once wait for each other; a failing file leaves nothing behind. A
    step over many rows tells `heard` (done, all), and goes on where it was stopped.
    """
    with connect(url) as db:
        db.autocommit = True
        db.execute(LOCK)
        db.execute(REMEMBER_TABLE)
        pending = state(db).pending
        for name in pending:
            if name.endswith(DONE):
                _take_step(settings, url, db, name, heard)
            else:
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


def _take_step(settings: Settings, url: str, db: Db, name: str, heard: Heard) -> None:
    """As role maintenance, for rows are hidden from the administrator of a server."""
    _close_to_others(db)
    _give_passwords(settings, db)
    with connect(role_url(settings, url, "maintenance")) as rows:
        module, function = STEPS[name.removesuffix(DONE)]
        step: Step = getattr(import_module(module), function)
        step(rows, vault_of(settings), heard)
    db.execute(REMEMBER, {"name": name, "sha256": ""})


def _names() -> Iterator[str]:
    """Files and steps in the order in which they are taken."""
    for path in _files():
        yield path.name
        if path.name in STEPS:
            yield path.name + DONE


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
