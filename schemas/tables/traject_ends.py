"""The real ends of trajects: from them the terms run."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.traject_end import EndReason, TrajectEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEnd:
    """An end to record, under the name of whoever asks; `id` is given by the form."""

    id: UUID
    candidate_id: UUID
    ended_on: date
    reason: EndReason
    note: str
    made_by: UUID


CLOSE = """
insert into traject_end (id, candidate_id, ended_on, reason, note, made_by)
values (%(id)s, %(candidate_id)s, %(ended_on)s, %(reason)s, %(note)s, %(made_by)s)
on conflict do nothing
"""


def close(db: Db, end: NewEnd) -> bool:
    """Close a traject; False when it is closed already."""
    return db.execute(CLOSE, asdict(end)).rowcount == 1


REOPEN = """
update traject_end set undone_by = %(by)s, undone_at = now()
where candidate_id = %(candidate_id)s and undone_at is null
"""


def reopen(db: Db, candidate_id: UUID, *, by: UUID) -> bool:
    """Take the end back; False when the traject runs."""
    named = {"candidate_id": candidate_id, "by": by}
    return db.execute(REOPEN, named).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    ended_on: date


ENDED_ON = """
select ended_on from traject_end
where candidate_id = %(candidate_id)s and undone_at is null
"""


def ended_on(db: Db, candidate_id: UUID) -> date | None:
    """When the traject ended; None while it runs."""
    found = fetch_one(db, _Day, ENDED_ON, {"candidate_id": candidate_id})
    return found.ended_on if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(TrajectEnd):
    """An end, with the names of who recorded it and took it back; None: gone."""

    made_by_name: str | None
    undone_by_name: str | None


HISTORY = """
select id, candidate_id, ended_on, reason, note, made_by, made_at, undone_by, undone_at,
    colleague_name(made_by) as made_by_name, colleague_name(undone_by) as undone_by_name
from traject_end where candidate_id = %(candidate_id)s order by made_at desc
"""


def history(db: Db, candidate_id: UUID) -> list[Recorded]:
    """Every end that was recorded, the newest first; at most one is not undone."""
    return fetch_all(db, Recorded, HISTORY, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Traject:
    """Whose traject it is, and since when."""

    id: UUID
    name: str
    traject_start: date


ONE = "select id, name, traject_start from candidate where id = %(candidate_id)s"


def traject(db: Db, candidate_id: UUID) -> Traject | None:
    """A traject that whoever asks guides or oversees."""
    return fetch_one(db, Traject, ONE, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrun:
    """A traject that nobody closed although it should be over.

    Its planned end is past, or without one it began longer ago than one ever lasts.
    """

    id: UUID
    name: str
    traject_start: date
    planned_end: date | None


LONGEST_YEARS = 2
OVERRUN = """
select c.id, c.name, c.traject_start, c.planned_end from candidate c
where coalesce(c.planned_end, (
        c.traject_start + make_interval(years => %(years)s))::date) < %(today)s
  and not exists (
    select from traject_end e where e.candidate_id = c.id and e.undone_at is null)
order by coalesce(c.planned_end, c.traject_start), c.id
"""


def overrun(db: Db, today: date) -> list[Overrun]:
    """Trajects of whoever asks whose terms do not run, for want of an end."""
    named = {"today": today, "years": LONGEST_YEARS}
    return fetch_all(db, Overrun, OVERRUN, named)
