"""What a candidate says beside a record: dated, withdrawn, never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Reaction
from schemas.tables.candidate_keys import key_to_seal, opened, unlocked
from schemas.vault import Cell, Vault

RecordKind = Literal["task", "attempt", "judgement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something recorded about the candidate who asks, by its title."""

    id: UUID
    candidate_id: UUID
    kind: RecordKind
    title: str
    on: date


RECORD = """
select id, candidate_id, 'task' as kind, title, due_on as on from task
where id = %(id)s and status <> 'withdrawn'
union all
select id, candidate_id, 'attempt', employer, happened_on from attempt
where id = %(id)s
union all
select j.id, j.candidate_id, 'judgement', v.title,
    (j.judged_at at time zone 'Europe/Amsterdam')::date
from judgement j join vacancy v on v.id = j.vacancy_id
where j.id = %(id)s and j.undone_at is null
"""


def record(db: Db, record_id: UUID) -> Record | None:
    """The record with this id, when the candidate who asks may see it."""
    return fetch_one(db, Record, RECORD, {"id": record_id})


def text_cell(reaction_id: UUID) -> Cell:
    """Where it is sealed what a candidate says beside a record."""
    return Cell(table="reaction", column="text_sealed", row=str(reaction_id))


ADD = """
insert into reaction (id, candidate_id, task_id, attempt_id, judgement_id, text_sealed)
values (%(id)s, %(candidate_id)s, %(task)s, %(attempt)s, %(judgement)s, %(text_sealed)s)
on conflict (id) do nothing
"""


def add(db: Db, reaction_id: UUID, to: Record, text: str, *, vault: Vault) -> bool:
    """Keep a reaction; False when this id was kept before."""
    key = key_to_seal(db, vault, to.candidate_id)
    named = dict.fromkeys(("task", "attempt", "judgement")) | {to.kind: to.id}
    sealed = key.seal(text_cell(reaction_id), text)
    values = {"id": reaction_id, "candidate_id": to.candidate_id, "text_sealed": sealed}
    return db.execute(ADD, {**values, **named}).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    id: UUID
    candidate_id: UUID
    task_id: UUID | None
    attempt_id: UUID | None
    judgement_id: UUID | None
    text_sealed: bytes
    made_at: datetime
    withdrawn_at: datetime | None
    kek: str | None
    wrapped: bytes | None


def _opened(row: _Sealed, vault: Vault) -> Reaction:
    cell = text_cell(row.id)
    text = opened(row, vault, row.candidate_id, cell, row.text_sealed)
    return unlocked(Reaction, row, text=text)


IN_FORCE = """
select id, candidate_id, task_id, attempt_id, judgement_id, text_sealed, r.made_at,
    withdrawn_at, kek, wrapped
from reaction r left join candidate_key using (candidate_id)
where withdrawn_at is null
  and (%(candidate_id)s::uuid is null or candidate_id = %(candidate_id)s)
order by r.made_at
"""


def in_force(
    db: Db, candidate_id: UUID | None = None, *, vault: Vault
) -> list[Reaction]:
    """The reactions that stand, oldest first: of one candidate, or all one may see."""
    rows = fetch_all(db, _Sealed, IN_FORCE, {"candidate_id": candidate_id})
    return [_opened(row, vault) for row in rows]


ABOUT = """
select id, candidate_id, task_id, attempt_id, judgement_id, text_sealed, r.made_at,
    withdrawn_at, kek, wrapped
from reaction r left join candidate_key using (candidate_id)
where coalesce(task_id, attempt_id, judgement_id) = %(record_id)s
order by r.made_at
"""


def about(db: Db, record_id: UUID, *, vault: Vault) -> list[Reaction]:
    """What the candidate who asks said beside one record, oldest first."""
    rows = fetch_all(db, _Sealed, ABOUT, {"record_id": record_id})
    return [_opened(row, vault) for row in rows]


WITHDRAW = """
update reaction set withdrawn_at = now() where id = %(id)s and withdrawn_at is null
"""


def withdraw(db: Db, reaction_id: UUID) -> bool:
    """Withdraw a reaction; False when there is none of the candidate who asks."""
    return db.execute(WITHDRAW, {"id": reaction_id}).rowcount == 1
