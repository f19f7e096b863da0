"""Taakstellingen: given by the adviser, answered by the candidate, approved."""

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Task, TaskStatus

ADD = """
insert into task (id, candidate_id, vacancy_id, title, detail, due_on, status,
    cannot_reason, answer, made_by, made_at, answered_at)
values (%(id)s, %(candidate_id)s, %(vacancy_id)s, %(title)s, %(detail)s, %(due_on)s,
    %(status)s, %(cannot_reason)s, %(answer)s, %(made_by)s, %(made_at)s,
    %(answered_at)s)
on conflict (id) do nothing
"""


def add(db: Db, task: Task) -> bool:
    """Give a task; False when this id was given before."""
    return db.execute(ADD, asdict(task)).rowcount == 1


OF_CANDIDATE = """
select id, candidate_id, vacancy_id, title, detail, due_on, status, cannot_reason,
    answer, made_by, made_at, answered_at
from task where candidate_id = %(candidate_id)s
order by array_position(
    array['done', 'cannot', 'open', 'approved', 'withdrawn'], status), due_on, made_at
"""


def of_candidate(db: Db, candidate_id: UUID) -> list[Task]:
    """The tasks of a candidate: first those that wait for the adviser, then open."""
    return fetch_all(db, Task, OF_CANDIDATE, {"candidate_id": candidate_id})


MOVE = """
update task set status = %(to)s,
    cannot_reason = case when %(to)s = 'open' then null else cannot_reason end,
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
select id, candidate_id, vacancy_id, title, detail, due_on, status, cannot_reason,
    answer, made_by, made_at, answered_at
from task where status <> 'withdrawn'
order by due_on, made_at
"""


def mine(db: Db) -> list[Task]:
    """The tasks of the candidate who asks: row-level security chooses the rows."""
    return fetch_all(db, Task, MINE, {})


ONE = """
select id, candidate_id, vacancy_id, title, detail, due_on, status, cannot_reason,
    answer, made_by, made_at, answered_at
from task where id = %(id)s
"""


def one(db: Db, task_id: UUID) -> Task | None:
    """The task with this id, when the person who asks may see it."""
    return fetch_one(db, Task, ONE, {"id": task_id})


# The states are named here too: somebody who answers twice at once answers once.
ANSWER = """
update task set status = %(status)s, cannot_reason = %(cannot_reason)s,
    answer = %(answer)s, answered_at = %(answered_at)s
where id = %(id)s and status in ('open', 'done', 'cannot')
"""


def answer(db: Db, task: Task) -> bool:
    """Keep the candidate's answer; False when the task is closed already."""
    return db.execute(ANSWER, asdict(task)).rowcount == 1
