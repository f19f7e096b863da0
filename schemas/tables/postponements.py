"""Postponing what would be removed of a traject: with a reason and an end."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.traject_end import Postponement, PostponeReason


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPostponement:
    """A postponement to record, under the name of whoever asks."""

    id: UUID
    candidate_id: UUID
    reason: PostponeReason
    note: str
    until: date
    made_by: UUID


ADD = """
insert into postponement (id, candidate_id, reason, note, until, made_by)
values (%(id)s, %(candidate_id)s, %(reason)s, %(note)s, %(until)s, %(made_by)s)
on conflict do nothing
"""


def add(db: Db, new: NewPostponement) -> bool:
    """Postpone; False when the same form was sent before."""
    return db.execute(ADD, asdict(new)).rowcount == 1


UNDO = """
update postponement set undone_by = %(by)s, undone_at = now()
where id = %(id)s and candidate_id = %(candidate_id)s and undone_at is null
"""


def undo(db: Db, candidate_id: UUID, postponement_id: UUID, *, by: UUID) -> bool:
    """Let the terms count again; False when there is nothing to take back."""
    named = {"id": postponement_id, "candidate_id": candidate_id, "by": by}
    return db.execute(UNDO, named).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Postponement):
    """A postponement, and by name who recorded it and took it back; None: gone."""

    made_by_name: str | None
    undone_by_name: str | None


OF_CANDIDATE = """
select id, candidate_id, reason, note, until, made_by, made_at, undone_by, undone_at,
    colleague_name(made_by) as made_by_name, colleague_name(undone_by) as undone_by_name
from postponement where candidate_id = %(candidate_id)s order by made_at desc
"""


def of_candidate(db: Db, candidate_id: UUID) -> list[Recorded]:
    """Every postponement of a traject, also those that are undone, newest first."""
    return fetch_all(db, Recorded, OF_CANDIDATE, {"candidate_id": candidate_id})
