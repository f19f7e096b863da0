"""Connections: as which role, and rows as frozen dataclasses."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import partial
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg import Connection, Cursor
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import kwargs_row
from psycopg_pool import ConnectionPool

from schemas.errors import NotThereError
from schemas.settings import Settings

Row = TypeVar("Row")
Db = Connection[Any]
# Where a day begins, also in what the rules on rows call today.
HERE = "-c timezone=Europe/Amsterdam"
REFUSALS = (psycopg.Error, ValueError)  # of a row; ValueError: letters that are none


class DatabaseMissingError(NotThereError):
    """The database cannot be reached."""


def connect(url: str) -> Db:
    """Open a connection; as a context manager it commits at the end, or rolls back."""
    try:
        return psycopg.connect(in_our_time(url), connect_timeout=10)
    except psycopg.OperationalError as unreachable:
        raise DatabaseMissingError(str(unreachable).strip()) from unreachable


def in_our_time(url: str) -> str:
    """The same address, where the day is that of the Netherlands."""
    told = conninfo_to_dict(url).get("options") or ""
    return make_conninfo(url, options=f"{told} {HERE}".strip())


def pool(url: str, *, size: int) -> ConnectionPool[Db]:
    """A closed pool of `size` connections, each checked before it is lent.

    Without the check four of twenty requests failed after a database restart.
    """
    return ConnectionPool(
        in_our_time(url),
        min_size=1,
        max_size=size,
        open=False,
        check=ConnectionPool.check_connection,
        timeout=5,
    )


def role_url(settings: Settings, url: str, role: str) -> str:
    """The address by which one program or persona signs in to the database at `url`."""
    if role in settings.role_urls:
        return settings.role_urls[role]
    if conninfo_to_dict(url).get("user") == role:
        return url  # of a program that has no address but its own
    password = role_password(settings, role)
    return make_conninfo(url, user=role, password=password or "")


def role_password(settings: Settings, role: str) -> str | None:
    """The password `db migrate` gives a role on an outside server; None: none."""
    if settings.secret is None or settings.database_url is None:
        return None
    key = settings.secret.encode()
    return hmac.new(key, f"database {role}".encode(), hashlib.sha256).hexdigest()


def is_local(url: str) -> bool:
    """Whether the database runs on this machine (a socket or a loopback address)."""
    host = str(conninfo_to_dict(url).get("host") or "")
    return host in {"", "localhost", "127.0.0.1", "::1"} or host.startswith("/")


def without_password(url: str) -> str:
    """The address fit to be shown."""
    parts = conninfo_to_dict(url)
    server = f"{parts.get('host') or ''}".replace("/", "%2F")
    port = f":{parts['port']}" if parts.get("port") else ""
    return f"postgresql://{parts.get('user')}@{server}{port}/{parts.get('dbname')}"


def row_of(cls: type[Row]) -> Callable[[Cursor[Any]], Callable[[Sequence[Any]], Row]]:
    """Rows as `cls`; arrays become tuples, for values are frozen."""
    return kwargs_row(partial(_built, cls))


def _built(cls: type[Row], **columns: object) -> Row:
    return cls(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in columns.items()
        }
    )


def fetch_all(
    db: Db, cls: type[Row], query: LiteralString, parameters: dict[str, Any]
) -> list[Row]:
    """All rows of `query` as `cls`."""
    with db.cursor(row_factory=row_of(cls)) as cursor:
        return cursor.execute(query, parameters).fetchall()


def fetch_one(
    db: Db, cls: type[Row], query: LiteralString, parameters: dict[str, Any]
) -> Row | None:
    """The first row of `query` as `cls`, or None."""
    with db.cursor(row_factory=row_of(cls)) as cursor:
        return cursor.execute(query, parameters).fetchone()


def fetch_nested(
    db: Db, cls: type[Row], query: LiteralString, parameters: dict[str, Any]
) -> list[Row]:
    """As `fetch_all`, where a column may be a whole row of another select.

    Sent as bytes such a row keeps the types of its columns; `nested` reads it.
    """
    with db.cursor(row_factory=row_of(cls), binary=True) as cursor:
        return cursor.execute(query, parameters).fetchall()


def nested(cls: type[Row], row: Sequence[Any]) -> Row:
    """A row in a row as `cls`; its columns stand in the order of the fields."""
    names = (one.name for one in fields(cls))  # type: ignore[arg-type]
    return _built(cls, **dict(zip(names, row, strict=True)))


def nested_all(cls: type[Row], rows: Iterable[Sequence[Any]] | None) -> list[Row]:
    """The same for an array of them; none where there is no array."""
    return [nested(cls, row) for row in rows or ()]
