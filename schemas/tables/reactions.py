"""What a candidate says beside a record: dated, withdrawn, never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Reaction

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


ADD = """
insert into reaction (id, candidate_id, task_id, attempt_id, judgement_id, text)
values (%(id)s, %(candidate_id)s, %(task)s, %(attempt)s, %(judgement)s, %(text)s)
on conflict (id) do nothing
"""


def add(db: Db, reaction_id: UUID, to: Record, text: str) -> bool:
    """Keep a reaction; False when this id was kept before."""
    named = dict.fromkeys(("task", "attempt", "judgement")) | {to.kind: to.id}
    values = {"id": reaction_id, "candidate_id": to.candidate_id, "text": text}
    return db.execute(ADD, {**values, **named}).rowcount == 1


IN_FORCE = """
select r.id, r.candidate_id, r.task_id, r.attempt_id, r.judgement_id, r.text, r.made_at,
    r.withdrawn_at
from reaction r
where r.withdrawn_at is null
  and (%(candidate_id)s::uuid is null or r.candidate_id = %(candidate_id)s)
order by r.made_at
"""


def in_force(db: Db, candidate_id: UUID | None = None) -> list[Reaction]:
    """The reactions that stand, oldest first: of one candidate, or all one may see."""
    return fetch_all(db, Reaction, IN_FORCE, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReaction:
    """A reaction of the candidate who asks, also when it was withdrawn."""

    id: UUID
    record_id: UUID
    text: str
    made_at: datetime
    withdrawn_at: datetime | None


ABOUT = """
select id, coalesce(task_id, attempt_id, judgement_id) as record_id, text, made_at,
    withdrawn_at
from reaction where coalesce(task_id, attempt_id, judgement_id) = %(record_id)s
order by made_at
"""


def about(db: Db, record_id: UUID) -> list[OwnReaction]:
    """What the candidate who asks said beside one record, oldest first."""
    return fetch_all(db, OwnReaction, ABOUT, {"record_id": record_id})


WITHDRAW = """
update reaction set withdrawn_at = now() where id = %(id)s and withdrawn_at is null
"""


def withdraw(db: Db, reaction_id: UUID) -> bool:
    """Withdraw a reaction; False when there is none of the candidate who asks."""
    return db.execute(WITHDRAW, {"id": reaction_id}).rowcount == 1
