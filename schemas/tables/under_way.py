"""What is under way for a candidate: saved, given as a task, tried and asked about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_nested, nested_all
from schemas.dossier import Task, TaskStatus
from schemas.tables import asked_vacancies, attempts, judgements, tasks
from schemas.tables.asked_vacancies import AskedVacancy
from schemas.tables.attempts import RecordedAttempt
from schemas.tables.judgements import Saved
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """Each as its own list has it; `task_count` counts every task ever given."""

    saved: Sequence[Saved]
    tasks: Sequence[Task]
    task_count: int
    attempts: Sequence[RecordedAttempt]
    asked: Sequence[AskedVacancy]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    saved: Sequence[tuple[Any, ...]]
    tasks: Sequence[tuple[Any, ...]]
    task_count: int
    attempts: Sequence[tuple[Any, ...]]
    asked: Sequence[tuple[Any, ...]]


OF_CANDIDATE = f"""
select array(select s from ({judgements.SAVED}) s) as saved,
    array(select t from ({tasks.OF_CANDIDATE}) t) as tasks,
    ({tasks.COUNT}) as task_count,
    array(select a from ({attempts.OF_CANDIDATE}) a) as attempts,
    array(select v from ({asked_vacancies.ASKED}) v) as asked
"""  # noqa: S608 - our own constants


def of_candidate(
    db: Db,
    candidate_id: UUID,
    *,
    states: Collection[TaskStatus],
    attempts: int,
    vault: Vault,
) -> UnderWay:
    """What is saved and asked, the tasks in these states and the last attempts.

    Nothing of the other tasks is opened.
    """
    asked = {"states": list(states), "limit": attempts, "candidate_id": candidate_id}
    (row,) = fetch_nested(db, _Row, OF_CANDIDATE, asked)
    return _under_way(row, vault)


def _under_way(row: _Row, vault: Vault) -> UnderWay:
    return UnderWay(
        saved=judgements.nested_saved(row.saved, vault),
        tasks=tasks.nested_tasks(row.tasks, vault),
        task_count=row.task_count,
        attempts=attempts.nested_attempts(row.attempts, vault),
        asked=nested_all(AskedVacancy, row.asked),
    )
