"""Erasing a candidate: rows and key go; that it was done, and numbers, stay."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID, uuid4

from schemas.database import Db
from schemas.tables import log_entries
from schemas.tables.log_entries import Note

Reason = Literal["request", "term", "mistake"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """That somebody was erased: an id that is nobody's any more, when, by whom, why."""

    candidate_id: UUID
    erased_on: date
    erased_by: str
    reason: Reason


IS_THERE = "select account_id from candidate where id = %(id)s for update"


def is_there(db: Db, candidate_id: UUID) -> bool:
    """Whether there is anything to erase."""
    return db.execute(IS_THERE, {"id": candidate_id}).fetchone() is not None


HOLD_END = """
select from traject_end where candidate_id = %(id)s and undone_at is null for update
"""


def hold_end(db: Db, candidate_id: UUID) -> None:
    """Wait for whoever opens the traject again at this moment, and let nobody begin."""
    db.execute(HOLD_END, {"id": candidate_id})


COUNT = """
insert into erased_counts (year, trajects, rankings, proposed, attempts, tasks)
select extract(year from %(on)s::date), 1,
    (select count(*) from match_run where candidate_id = %(id)s),
    (select count(*) from judgement where candidate_id = %(id)s and decision = 'saved'
        and undone_at is null),
    (select count(*) from attempt where candidate_id = %(id)s),
    (select count(*) from task where candidate_id = %(id)s and status <> 'withdrawn')
on conflict (year) do update set
    trajects = erased_counts.trajects + excluded.trajects,
    rankings = erased_counts.rankings + excluded.rankings,
    proposed = erased_counts.proposed + excluded.proposed,
    attempts = erased_counts.attempts + excluded.attempts,
    tasks = erased_counts.tasks + excluded.tasks
"""
JOBS = "delete from procrastinate_jobs where args ->> 'candidate_id' = %(id)s::text"
KEY = "delete from candidate_key where candidate_id = %(id)s"
# Everything that is about a candidate points at it and goes with it.
CANDIDATE = "delete from candidate where id = %(id)s"
ACCOUNT = """
delete from account where id = %(account_id)s and persona = 'candidate'
  and not exists (select from candidate where account_id = %(account_id)s)
"""
RECORD = """
insert into erasure (id, erased_on, erased_by, reason)
values (%(id)s, %(on)s, %(by)s, %(reason)s)
on conflict (id) do nothing
"""


def erase(db: Db, erasure: Erasure) -> bool:
    """Erase as role maintenance; False when there was nothing (any more).

    The log says that it was done, by the id alone. In a database that was restored the
    same erasure is recorded and counted again.
    """
    named = {
        "id": erasure.candidate_id,
        "on": erasure.erased_on,
        "by": erasure.erased_by,
        "reason": erasure.reason,
    }
    row: Any = db.execute(IS_THERE, named).fetchone()
    if row is None:
        return False
    for statement in (COUNT, JOBS, KEY, CANDIDATE):
        db.execute(statement, named)
    db.execute(ACCOUNT, {"account_id": row[0]})
    db.execute(RECORD, named)
    log_entries.write(db, _noted(erasure))
    return True


def _noted(erasure: Erasure) -> Note:
    return Note(
        act="erased",
        thing="dossier",
        candidate_id=erasure.candidate_id,
        request_id=uuid4(),
    )
