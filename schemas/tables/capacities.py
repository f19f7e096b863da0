"""Capacity documents: every version is kept, the latest one counts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from uuid import UUID

from schemas.capacity import (
    Capacity,
    CapacityItem,
    DocumentKind,
    FormVersion,
    HoursStep,
)
from schemas.database import Db, fetch_all, fetch_one


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
    withdrawn_reason: str
    made_at: datetime


LATEST = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, withdrawn_reason, made_at
from capacity_document where candidate_id = %(candidate_id)s and withdrawn_at is null
order by assessed_on desc, made_at desc limit 1
"""
ALL = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, withdrawn_reason, made_at
from capacity_document where candidate_id = %(candidate_id)s
order by assessed_on desc, made_at desc
"""
ONE = """
select id, candidate_id, kind, author_role, assessed_on, valid_until, version,
    supersedes, withdrawn_at, withdrawn_reason, made_at
from capacity_document where id = %(id)s
"""
ITEMS = """
select field, level, value, unit, is_max, sentence, choices
from capacity_item where document_id = %(id)s order by field
"""
RAMP = """
select starts_on, hours_day, hours_week, is_max
from capacity_hours_step where document_id = %(id)s order by starts_on
"""


def latest(db: Db, candidate_id: UUID) -> Capacity | None:
    """The document that counts now: the last assessed, then the last entered."""
    found = fetch_one(db, _Document, LATEST, {"candidate_id": candidate_id})
    return _whole(db, found) if found else None


def versions(db: Db, candidate_id: UUID) -> tuple[Version, ...]:
    """Every document, withdrawn ones too, in the order in which they would count."""
    return tuple(
        Version(capacity=_whole(db, found), made_at=found.made_at)
        for found in fetch_all(db, _Document, ALL, {"candidate_id": candidate_id})
    )


def one(db: Db, document_id: UUID) -> Capacity | None:
    """The version a match run used."""
    found = fetch_one(db, _Document, ONE, {"id": document_id})
    return _whole(db, found) if found else None


def _whole(db: Db, found: _Document) -> Capacity:
    kept = {name: value for name, value in asdict(found).items() if name != "made_at"}
    items = fetch_all(db, CapacityItem, ITEMS, {"id": found.id})
    ramp = fetch_all(db, HoursStep, RAMP, {"id": found.id})
    return Capacity(**kept, items=_with_tuples(items), ramp=tuple(ramp))


def _with_tuples(items: Sequence[CapacityItem]) -> tuple[CapacityItem, ...]:
    return tuple(replace(item, choices=tuple(item.choices)) for item in items)


# It follows what counted on the day of its assessment, unless it names another.
ADD = """
insert into capacity_document
    (id, candidate_id, kind, author_role, assessed_on, valid_until, version, supersedes)
values (%(id)s, %(candidate_id)s, %(kind)s, %(author_role)s, %(assessed_on)s,
    %(valid_until)s, %(version)s, coalesce(%(supersedes)s, (
        select id from capacity_document
        where candidate_id = %(candidate_id)s and assessed_on <= %(assessed_on)s
          and withdrawn_at is null
        order by assessed_on desc, made_at desc limit 1)))
on conflict (id) do nothing
returning id
"""
ADD_ITEM = """
insert into capacity_item
    (document_id, candidate_id, field, level, value, unit, is_max, sentence, choices)
values (%(document_id)s, %(candidate_id)s, %(field)s, %(level)s, %(value)s, %(unit)s,
    %(is_max)s, %(sentence)s, %(choices)s)
"""
ADD_STEP = """
insert into capacity_hours_step
    (document_id, candidate_id, starts_on, hours_day, hours_week, is_max)
values (%(document_id)s, %(candidate_id)s, %(starts_on)s, %(hours_day)s, %(hours_week)s,
    %(is_max)s)
"""


def add(db: Db, capacity: Capacity) -> bool:
    """Keep a new version; False when this id is already there (a form sent twice)."""
    sent = {name: getattr(capacity, name) for name in _COLUMNS}
    if db.execute(ADD, sent).fetchone() is None:
        return False
    whose = {"document_id": capacity.id, "candidate_id": capacity.candidate_id}
    with db.cursor() as cursor:
        cursor.executemany(
            ADD_ITEM,
            [
                {**whose, **asdict(item), "choices": list(item.choices)}
                for item in capacity.items
            ],
        )
        cursor.executemany(
            ADD_STEP, [{**whose, **asdict(step)} for step in capacity.ramp]
        )
    return True


_COLUMNS = (
    *("id", "candidate_id", "kind", "author_role", "assessed_on", "valid_until"),
    *("version", "supersedes"),
)

WITHDRAW = """
update capacity_document set withdrawn_at = now(), withdrawn_reason = %(reason)s
where id = %(id)s and candidate_id = %(candidate_id)s and withdrawn_at is null
"""


def withdraw(db: Db, candidate_id: UUID, document_id: UUID, reason: str) -> bool:
    """Let a document count no more, and say why; False when there is none to."""
    sent = {"id": document_id, "candidate_id": candidate_id, "reason": reason}
    return db.execute(WITHDRAW, sent).rowcount == 1


RESTORE = """
update capacity_document set withdrawn_at = null, withdrawn_reason = ''
where id = %(id)s and candidate_id = %(candidate_id)s and withdrawn_at is not null
"""


def restore(db: Db, candidate_id: UUID, document_id: UUID) -> bool:
    """Let a withdrawn document count again; False when it was not withdrawn."""
    sent = {"id": document_id, "candidate_id": candidate_id}
    return db.execute(RESTORE, sent).rowcount == 1
