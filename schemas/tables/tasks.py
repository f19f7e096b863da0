"""Taakstellingen: given by the adviser, answered by the candidate, approved."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one, nested_all
from schemas.dossier import CannotReason, Task, TaskStatus
from schemas.tables.candidate_keys import key_to_seal, opened_if_any, unlocked
from schemas.vault import Cell, Vault

ADD = """
insert into task (id, candidate_id, vacancy_id, title, detail, due_on, status,
    cannot_reason_sealed, answer_sealed, made_by, made_at, answered_at)
values (%(id)s, %(candidate_id)s, %(vacancy_id)s, %(title)s, %(detail)s, %(due_on)s,
    %(status)s, %(cannot_reason_sealed)s, %(answer_sealed)s, %(made_by)s, %(made_at)s,
    %(answered_at)s)
on conflict (id) do nothing
"""


def add(db: Db, task: Task, *, vault: Vault) -> bool:
    """Give a task; False when this id was given before."""
    return db.execute(ADD, _sealed(db, task, vault)).rowcount == 1


def _sealed(db: Db, task: Task, vault: Vault) -> dict[str, Any]:
    """The columns; what the candidate says of the task is sealed."""
    texts = {
        "cannot_reason_sealed": (reason_cell(task.id), task.cannot_reason),
        "answer_sealed": (answer_cell(task.id), task.answer),
    }
    columns = asdict(task) | dict.fromkeys(texts)
    if any(text for _, text in texts.values()):
        key = key_to_seal(db, vault, task.candidate_id)
        columns |= {
            name: key.seal(cell, text) for name, (cell, text) in texts.items() if text
        }
    return columns


def reason_cell(task_id: UUID) -> Cell:
    """Where it is sealed why a task does not work out."""
    return Cell(table="task", column="cannot_reason_sealed", row=str(task_id))


def answer_cell(task_id: UUID) -> Cell:
    """Where it is sealed what the candidate says of a task."""
    return Cell(table="task", column="answer_sealed", row=str(task_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedTask:
    id: UUID
    candidate_id: UUID
    vacancy_id: UUID | None
    title: str
    detail: str
    due_on: date
    status: TaskStatus
    made_by: UUID
    made_at: datetime
    answered_at: datetime | None
    cannot_reason_sealed: bytes | None
    answer_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


def _opened(row: _SealedTask, vault: Vault) -> Task:
    whose, reason, answer_ = row.candidate_id, reason_cell(row.id), answer_cell(row.id)
    why = opened_if_any(row, vault, whose, reason, row.cannot_reason_sealed)
    said = opened_if_any(row, vault, whose, answer_, row.answer_sealed)
    cannot = cast("CannotReason | None", why)
    return unlocked(Task, row, cannot_reason=cannot, answer=said or "")


OF_CANDIDATE = """
select id, candidate_id, vacancy_id, title, detail, due_on, status, made_by, t.made_at,
    answered_at, cannot_reason_sealed, answer_sealed, kek, wrapped
from task t left join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s
  and (%(states)s::text[] is null or status = any (%(states)s))
order by array_position(
    array['done', 'cannot', 'open', 'approved', 'withdrawn'], status), due_on, t.made_at
"""


def of_candidate(db: Db, candidate_id: UUID, *, vault: Vault) -> list[Task]:
    """The tasks of a candidate: first those that wait for the adviser, then open."""
    named = {"candidate_id": candidate_id, "states": None}
    rows = fetch_all(db, _SealedTask, OF_CANDIDATE, named)
    return [_opened(row, vault) for row in rows]


def nested_tasks(rows: Iterable[Sequence[Any]], vault: Vault) -> list[Task]:
    """The rows of `OF_CANDIDATE` in another row, opened."""
    return [_opened(row, vault) for row in nested_all(_SealedTask, rows)]


COUNT = "select count(*) from task where candidate_id = %(candidate_id)s"


MOVE = """
update task set status = %(to)s,
    cannot_reason_sealed =
        case when %(to)s = 'open' then null else cannot_reason_sealed end,
    answered_at = case when %(to)s = 'open' then null else answered_at end
where id = %(id)s and candidate_id = %(candidate_id)s and status = any (%(allowed)s)
"""


def move(
    db: Db,
    candidate_id: UUID,
    task_id: UUID,
    to: TaskStatus,
    allowed: Collection[TaskStatus],
) -> bool:
    """Bring a task of the candidate to `to`; False when it is in no allowed state."""
    values = {"id": task_id, "candidate_id": candidate_id, "to": to}
    return db.execute(MOVE, {**values, "allowed": list(allowed)}).rowcount == 1


MINE = """
select id, candidate_id, vacancy_id, title, detail, due_on, status,
    cannot_reason_sealed, answer_sealed, made_by, t.made_at, answered_at, kek, wrapped
from task t left join candidate_key using (candidate_id)
where status <> 'withdrawn'
order by due_on, t.made_at
"""


def mine(db: Db, *, vault: Vault) -> list[Task]:
    """The tasks of the candidate who asks: row-level security chooses the rows."""
    return [_opened(row, vault) for row in fetch_all(db, _SealedTask, MINE, {})]


IS_ABOUT = """
select exists (
    select from task where vacancy_id = %(vacancy_id)s and status <> 'withdrawn')
"""


def is_about(db: Db, vacancy_id: UUID) -> bool:
    """Whether a task of the candidate who asks is about this vacancy."""
    row: Any = db.execute(IS_ABOUT, {"vacancy_id": vacancy_id}).fetchone()
    return bool(row[0])


ONE = """
select id, candidate_id, vacancy_id, title, detail, due_on, status,
    cannot_reason_sealed, answer_sealed, made_by, t.made_at, answered_at, kek, wrapped
from task t left join candidate_key using (candidate_id)
where id = %(id)s
"""


def one(db: Db, task_id: UUID, *, vault: Vault) -> Task | None:
    """The task with this id, when the person who asks may see it."""
    row = fetch_one(db, _SealedTask, ONE, {"id": task_id})
    return _opened(row, vault) if row else None


# The states are named here too: somebody who answers twice at once answers once.
ANSWER = """
update task set status = %(status)s, cannot_reason_sealed = %(cannot_reason_sealed)s,
    answer_sealed = %(answer_sealed)s, answered_at = %(answered_at)s
where id = %(id)s and status in ('open', 'done', 'cannot')
"""


def answer(db: Db, task: Task, *, vault: Vault) -> bool:
    """Keep the candidate's answer; False when the task is closed already."""
    return db.execute(ANSWER, _sealed(db, task, vault)).rowcount == 1
