"""The data keys of candidates, wrapped: made once, rewrapped, destroyed by erasure."""

from dataclasses import fields
from typing import Any, Protocol
from uuid import UUID

from schemas.database import Db, Row, fetch_all, fetch_one
from schemas.vault import BrokenSealError, Cell, DataKey, Vault, WrappedKey

ONE = """
select candidate_id, kek, wrapped from candidate_key
where candidate_id = %(candidate_id)s
"""
ADD = """
insert into candidate_key (candidate_id, kek, wrapped)
values (%(candidate_id)s, %(kek)s, %(wrapped)s)
on conflict (candidate_id) do nothing
"""


def key_of(db: Db, vault: Vault, candidate_id: UUID) -> DataKey | None:
    """The key of a candidate; None when nothing was ever sealed."""
    found = fetch_one(db, WrappedKey, ONE, {"candidate_id": candidate_id})
    return vault.key(found) if found else None


def key_to_seal(db: Db, vault: Vault, candidate_id: UUID) -> DataKey:
    """The key of a candidate, made now if there is none; of two makers one wins."""
    if known := key_of(db, vault, candidate_id):
        return known
    db.execute(ADD, _columns(vault.new_key(candidate_id)))
    made = key_of(db, vault, candidate_id)
    if made is None:
        raise LookupError("whoever asks may not have a key of this candidate")
    return made


class Locked(Protocol):
    """A row that was joined with the key of its candidate, if there is one."""

    @property
    def kek(self) -> str | None:
        """What wraps the key."""

    @property
    def wrapped(self) -> bytes | None:
        """The key, wrapped."""


def opened(
    row: Locked, vault: Vault, candidate_id: UUID, cell: Cell, sealed: bytes
) -> str:
    """The text that is sealed in a row about this candidate."""
    if row.kek is None or row.wrapped is None:
        raise BrokenSealError(f"{cell.table}.{cell.column}")
    wrapped = WrappedKey(candidate_id=candidate_id, kek=row.kek, wrapped=row.wrapped)
    return vault.key(wrapped).open(cell, sealed)


def opened_if_any(
    row: Locked, vault: Vault, candidate_id: UUID, cell: Cell, sealed: bytes | None
) -> str | None:
    """The same; None where nothing is sealed."""
    return opened(row, vault, candidate_id, cell, sealed) if sealed else None


def unlocked(cls: type[Row], row: Locked, **texts: object) -> Row:
    """A row as `cls`, which has these opened texts in place of the sealed."""
    names = {one.name for one in fields(cls)} - texts.keys()  # type: ignore[arg-type]
    return cls(**{name: getattr(row, name) for name in names}, **texts)


NAMES = "select distinct kek from candidate_key"


def names_in_use(db: Db) -> set[str]:
    """The names of the keys by which data keys are wrapped."""
    return {row[0] for row in db.execute(NAMES)}


WRAPPED_BY_ANOTHER = """
select candidate_id, kek, wrapped from candidate_key where kek <> %(kek)s
order by candidate_id limit %(limit)s for update
"""
COUNT_BY_ANOTHER = "select count(*) from candidate_key where kek <> %(kek)s"
REWRAP = """
update candidate_key set kek = %(kek)s, wrapped = %(wrapped)s
where candidate_id = %(candidate_id)s
"""


def left_to_rewrap(db: Db, vault: Vault) -> int:
    """How many data keys another key wraps than the one of now."""
    row: Any = db.execute(COUNT_BY_ANOTHER, {"kek": vault.kek}).fetchone()
    return int(row[0])


def rewrap_some(db: Db, vault: Vault, *, limit: int) -> int:
    """Wrap up to `limit` data keys by the key of now; how many there were."""
    named = {"kek": vault.kek, "limit": limit}
    found = fetch_all(db, WrappedKey, WRAPPED_BY_ANOTHER, named)
    for one in found:
        db.execute(REWRAP, _columns(vault.rewrapped(one)))
    return len(found)


def _columns(key: WrappedKey) -> dict[str, Any]:
    return {"candidate_id": key.candidate_id, "kek": key.kek, "wrapped": key.wrapped}
