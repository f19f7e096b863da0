"""Capacity documents: every version is kept, the latest one counts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.capacity import Capacity, CapacityItem, DocumentKind
from schemas.database import Db, fetch_all, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    id: UUID
    candidate_id: UUID
    kind: DocumentKind
    author_role: str
    assessed_on: date
    valid_until: date | None


LATEST = """
select id, candidate_id, kind, author_role, assessed_on, valid_until
from capacity_document where candidate_id = %(candidate_id)s
order by assessed_on desc, made_at desc limit 1
"""
ONE = """
select id, candidate_id, kind, author_role, assessed_on, valid_until
from capacity_document where id = %(id)s
"""
ITEMS = """
select field, level, value, unit, is_max, sentence
from capacity_item where document_id = %(id)s order by field
"""


def latest(db: Db, candidate_id: UUID) -> Capacity | None:
    """The document that counts now: the last assessed, then the last entered."""
    found = fetch_one(db, _Document, LATEST, {"candidate_id": candidate_id})
    return _with_items(db, found) if found else None


def one(db: Db, document_id: UUID) -> Capacity | None:
    """The version a match run used."""
    found = fetch_one(db, _Document, ONE, {"id": document_id})
    return _with_items(db, found) if found else None


def _with_items(db: Db, found: _Document) -> Capacity:
    items = fetch_all(db, CapacityItem, ITEMS, {"id": found.id})
    return Capacity(**asdict(found), items=tuple(items))


ADD = """
insert into capacity_document
    (id, candidate_id, kind, author_role, assessed_on, valid_until)
values (%(id)s, %(candidate_id)s, %(kind)s, %(author_role)s, %(assessed_on)s,
    %(valid_until)s)
on conflict (id) do nothing
returning id
"""
ADD_ITEM = """
insert into capacity_item
    (document_id, candidate_id, field, level, value, unit, is_max, sentence)
values (%(document_id)s, %(candidate_id)s, %(field)s, %(level)s, %(value)s, %(unit)s,
    %(is_max)s, %(sentence)s)
"""


def add(db: Db, capacity: Capacity) -> bool:
    """Keep a new version; False when this id is already there (a form sent twice)."""
    added = db.execute(
        ADD,
        {
            "id": capacity.id,
            "candidate_id": capacity.candidate_id,
            "kind": capacity.kind,
            "author_role": capacity.author_role,
            "assessed_on": capacity.assessed_on,
            "valid_until": capacity.valid_until,
        },
    ).fetchone()
    if added is None:
        return False
    _add_items(db, capacity, capacity.items)
    return True


def _add_items(db: Db, capacity: Capacity, items: Sequence[CapacityItem]) -> None:
    rows = [
        {
            "document_id": capacity.id,
            "candidate_id": capacity.candidate_id,
            **asdict(item),
        }
        for item in items
    ]
    with db.cursor() as cursor:
        cursor.executemany(ADD_ITEM, rows)
