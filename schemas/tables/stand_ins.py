"""Who stands in for whom: for which trajects, on which days that are known."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.account import StandInReason
from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A stand-in to appoint; the days are the first and the last."""

    adviser_id: UUID
    starts_on: date
    ends_on: date
    reason: StandInReason


# Who appoints looks first: two that do so at once would each overlook the other.
LOCK = "select pg_advisory_xact_lock(hashtext('stand in'))"


def hold(db: Db) -> None:
    """Until this transaction ends nobody else appoints a stand-in."""
    db.execute(LOCK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A traject that somebody is to stand in for."""

    id: UUID
    name: str


WHOLE_CASELOAD = """
select c.id, c.name from candidate c
where c.id = %(candidate_id)s or not exists (
    select from traject_end e where e.candidate_id = c.id and e.undone_at is null
) and c.id in (
    select other.candidate_id from assignment other
    where not other.stand_in and other.starts_on <= %(ends_on)s
      and (other.ends_on is null or other.ends_on >= %(starts_on)s)
      and other.adviser_id in (
          select own.adviser_id from assignment own
          where own.candidate_id = %(candidate_id)s and not own.stand_in
            and own.starts_on <= %(ends_on)s
            and (own.ends_on is null or own.ends_on >= %(starts_on)s)))
order by lower(c.name), c.id
"""


def whole_caseload(db: Db, candidate_id: UUID, stand_in: StandIn) -> list[Target]:
    """A traject and the others of whoever guides it on one of these days.

    Others that are closed stay with whoever had them: there is nothing to do in them.
    """
    named = {**asdict(stand_in), "candidate_id": candidate_id}
    return fetch_all(db, Target, WHOLE_CASELOAD, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Days on which a traject is in somebody's hands, or will be."""

    candidate_id: UUID
    stand_in: bool
    starts_on: date
    ends_on: date | None


KNOWN = """
select candidate_id, stand_in, starts_on, ends_on from assignment
where adviser_id = %(adviser_id)s and candidate_id = any (%(candidates)s)
  and (ends_on is null or ends_on >= starts_on) -- not what stopped before it began
order by starts_on
"""


def known(db: Db, adviser_id: UUID, candidates: Collection[UUID]) -> list[Known]:
    """Which of these trajects are, were or will be in the hands of this adviser."""
    named = {"adviser_id": adviser_id, "candidates": list(candidates)}
    return fetch_all(db, Known, KNOWN, named)


APPOINT = """
insert into assignment (candidate_id, adviser_id, starts_on, ends_on, reason, stand_in,
    appointed_by)
select id, %(adviser_id)s, %(starts_on)s, %(ends_on)s, %(reason)s, true, %(by)s
from unnest(%(candidates)s::uuid[]) as chosen (id)
"""


def appoint(
    db: Db, candidates: Collection[UUID], stand_in: StandIn, *, by: UUID | None
) -> None:
    """Let somebody stand in for these trajects.

    `by` is the coordinator's account, None for the operator.
    """
    named = {**asdict(stand_in), "candidates": list(candidates), "by": by}
    db.execute(APPOINT, named)


END = """
update assignment set ends_on = greatest(%(today)s, starts_on) - 1
where id = %(id)s and candidate_id = %(candidate_id)s and stand_in
  and ends_on >= %(today)s
"""


def end(db: Db, candidate_id: UUID, appointment_id: UUID, *, today: date) -> bool:
    """End a stand-in with yesterday; False when there is none that runs or will run."""
    values = {"id": appointment_id, "candidate_id": candidate_id, "today": today}
    return db.execute(END, values).rowcount == 1
