"""Capacity documents: every version is kept, the latest one counts.

What a document says lies sealed in its row; its kind, its dates and its moment do not.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas import sealed_capacity
from schemas.capacity import Capacity, DocumentKind, FormVersion
from schemas.database import Db, fetch_all, fetch_one, nested
from schemas.tables.candidate_keys import key_of, key_to_seal
from schemas.vault import Cell, DataKey, Vault, WrappedKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document and the moment it was entered."""

    capacity: Capacity
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    id: UUID
    candidate_id: UUID
    kind: DocumentKind
    author_role: str
    assessed_on: date
    valid_until: date | None
    version: FormVersion
    supersedes: UUID | None
    withdrawn_at: datetime | None
    made_at: datetime
    sealed: bytes
    withdrawn_sealed: bytes | None
    kek: str
    wrapped: bytes


LATEST = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, d.made_at, sealed, withdrawn_sealed, kek, wrapped
from capacity_document d join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s and withdrawn_at is null
order by assessed_on desc, d.made_at desc limit 1
"""
ALL = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, d.made_at, sealed, withdrawn_sealed, kek, wrapped
from capacity_document d join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s
order by assessed_on desc, d.made_at desc
"""
ONE = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, d.made_at, sealed, withdrawn_sealed, kek, wrapped
from capacity_document d join candidate_key using (candidate_id) where id = %(id)s
"""


def latest(db: Db, candidate_id: UUID, *, vault: Vault) -> Capacity | None:
    """The document that counts now: the last assessed, then the last entered."""
    found = fetch_one(db, _Document, LATEST, {"candidate_id": candidate_id})
    return _opened(found, vault) if found else None


def versions(db: Db, candidate_id: UUID, *, vault: Vault) -> tuple[Version, ...]:
    """Every document, withdrawn ones too, in the order in which they would count."""
    return tuple(
        Version(capacity=_opened(found, vault), made_at=found.made_at)
        for found in fetch_all(db, _Document, ALL, {"candidate_id": candidate_id})
    )


def one(db: Db, document_id: UUID, *, vault: Vault) -> Capacity | None:
    """The version a match run used."""
    found = fetch_one(db, _Document, ONE, {"id": document_id})
    return _opened(found, vault) if found else None


def nested_capacity(row: Sequence[Any] | None, vault: Vault) -> Capacity | None:
    """The document in a row of `ALL` or `LATEST` that stands in another row."""
    return _opened(nested(_Document, row), vault) if row else None


SEALED = {"made_at", "sealed", "withdrawn_sealed", "kek", "wrapped"}


def _opened(found: _Document, vault: Vault) -> Capacity:
    plain = {name: at for name, at in asdict(found).items() if name not in SEALED}
    wrapped = WrappedKey(
        candidate_id=found.candidate_id, kek=found.kek, wrapped=found.wrapped
    )
    key = vault.key(wrapped)
    items, ramp = sealed_capacity.read(key.open(content(found.id), found.sealed))
    return Capacity(
        **plain, items=items, ramp=ramp, withdrawn_reason=_why_withdrawn(found, key)
    )


def _why_withdrawn(found: _Document, key: DataKey) -> str:
    if found.withdrawn_sealed is None:
        return ""
    return key.open(withdrawal(found.id), found.withdrawn_sealed)


def content(document_id: UUID) -> Cell:
    """Where the items and the build-up of a document are sealed."""
    return Cell(table="capacity_document", column="sealed", row=str(document_id))


def withdrawal(document_id: UUID) -> Cell:
    """Where is sealed why a document was withdrawn."""
    row = str(document_id)
    return Cell(table="capacity_document", column="withdrawn_sealed", row=row)


# It follows what counted on the day of its assessment, unless it names another.
ADD = """
insert into capacity_document
    (id, candidate_id, kind, author_role, assessed_on, valid_until, version, sealed,
    supersedes)
values (%(id)s, %(candidate_id)s, %(kind)s, %(author_role)s, %(assessed_on)s,
    %(valid_until)s, %(version)s, %(sealed)s, coalesce(%(supersedes)s, (
        select id from capacity_document
        where candidate_id = %(candidate_id)s and assessed_on <= %(assessed_on)s
          and withdrawn_at is null
        order by assessed_on desc, made_at desc limit 1)))
on conflict (id) do nothing
returning id
"""


def add(db: Db, capacity: Capacity, *, vault: Vault) -> bool:
    """Keep a new version; False when this id is already there (a form sent twice)."""
    key = key_to_seal(db, vault, capacity.candidate_id)
    said = sealed_capacity.write(capacity.items, capacity.ramp)
    sent: dict[str, Any] = {name: getattr(capacity, name) for name in _COLUMNS}
    sent["sealed"] = key.seal(content(capacity.id), said)
    return db.execute(ADD, sent).fetchone() is not None


_COLUMNS = (
    *("id", "candidate_id", "kind", "author_role", "assessed_on", "valid_until"),
    *("version", "supersedes"),
)

WITHDRAW = """
update capacity_document set withdrawn_at = now(), withdrawn_sealed = %(reason)s
where id = %(id)s and candidate_id = %(candidate_id)s and withdrawn_at is null
"""


def withdraw(
    db: Db, candidate_id: UUID, document_id: UUID, reason: str, *, vault: Vault
) -> bool:
    """Let a document count no more, and say why; False when there is none to."""
    key = key_of(db, vault, candidate_id)
    if key is None:
        return False
    if not reason:
        raise ValueError("a document is withdrawn for a reason")
    sent = {
        "id": document_id,
        "candidate_id": candidate_id,
        "reason": key.seal(withdrawal(document_id), reason),
    }
    return db.execute(WITHDRAW, sent).rowcount == 1


RESTORE = """
update capacity_document set withdrawn_at = null, withdrawn_sealed = null
where id = %(id)s and candidate_id = %(candidate_id)s and withdrawn_at is not null
"""


def restore(db: Db, candidate_id: UUID, document_id: UUID) -> bool:
    """Let a withdrawn document count again; False when it was not withdrawn."""
    sent = {"id": document_id, "candidate_id": candidate_id}
    return db.execute(RESTORE, sent).rowcount == 1
