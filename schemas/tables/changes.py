"""What differs between two rankings, what was set going, and who looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from schemas.database import Db, fetch_nested, nested_all
from schemas.dossier import RejectReason
from schemas.match import MatchRun, Verdict

Begun = Literal["saved", "task", "attempt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """What must be known of a vacancy to say why it came, turned or went.

    `before` and `after` are its verdicts, None where that ranking does not have it.
    `begun` is what was set going with it; `overruled` a verdict an adviser gave in
    the place of the machine's, on the document of the newest ranking.
    """

    vacancy_id: UUID
    title: str
    employer: str | None
    place: str | None
    is_open: bool
    first_seen: datetime
    begun: Sequence[Begun] = ()
    rejected: RejectReason | None = None
    overruled: Verdict | None = None
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """How many vacancies each ranking kept, and those that differ, in no order."""

    before: int
    after: int
    adverts: Sequence[Advert]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    before: int
    after: int
    adverts: Sequence[tuple[Any, ...]]


DIFFERING = """
with verdict as (
    select vacancy_id, max(verdict) filter (where run_id = %(before)s) as before,
        max(verdict) filter (where run_id = %(after)s) as after
    from match where run_id in (%(before)s, %(after)s) group by vacancy_id
),
advert as (
select v.id as vacancy_id, v.title, v.employer, v.place,
    v.status <> 'gone' and coalesce(v.valid_through >= %(today)s, true) as is_open,
    v.first_seen, array_remove(array[
        case when j.decision = 'saved' then 'saved' end,
        case when exists (select from task t where t.vacancy_id = v.id
            and t.candidate_id = %(candidate_id)s and t.status <> 'withdrawn')
            then 'task' end,
        case when exists (select from attempt a where a.vacancy_id = v.id
            and a.candidate_id = %(candidate_id)s) then 'attempt' end
    ], null) as begun,
    j.reason as rejected, o.verdict as overruled, verdict.before, verdict.after
from verdict join vacancy v on v.id = verdict.vacancy_id
left join judgement j on j.vacancy_id = v.id and j.candidate_id = %(candidate_id)s
    and j.undone_at is null
left join verdict_overrule o on o.vacancy_id = v.id and o.undone_at is null
    and o.candidate_id = %(candidate_id)s
    and o.capacity_id is not distinct from %(capacity_id)s
where verdict.before is distinct from verdict.after
)
select (select count(before) from verdict) as before,
    (select count(after) from verdict) as after,
    array(select advert from advert) as adverts
"""


def differing(db: Db, before: MatchRun, after: MatchRun, *, today: date) -> Differing:
    """The vacancies whose verdict is another, or that only one ranking has."""
    named = {
        "candidate_id": after.candidate_id,
        "capacity_id": after.capacity_id,
        "before": before.id,
        "after": after.id,
        "today": today,
    }
    (row,) = fetch_nested(db, _Row, DIFFERING, named)
    return Differing(
        before=row.before, after=row.after, adverts=nested_all(Advert, row.adverts)
    )


BEGUN = """
select vacancy_id as id from judgement
where candidate_id = %(candidate_id)s and decision = 'saved' and undone_at is null
union
select vacancy_id from task
where candidate_id = %(candidate_id)s and vacancy_id is not null
  and status <> 'withdrawn'
union
select vacancy_id from attempt
where candidate_id = %(candidate_id)s and vacancy_id is not null
union
select v.id from asked_vacancy a join vacancy v
    on v.url = any (array[a.link, a.link || '/', rtrim(a.link, '/')])
where a.candidate_id = %(candidate_id)s and a.undone_at is null
"""


def begun(db: Db, candidate_id: UUID) -> set[UUID]:
    """What was saved, given as a task, tried or asked about: kept in every ranking."""
    return {row[0] for row in db.execute(BEGUN, {"candidate_id": candidate_id})}


LOOKED = """
insert into changes_seen (candidate_id, account_id, run_made_at)
select candidate_id, %(account_id)s, max(made_at) from match_run
where candidate_id = %(candidate_id)s group by candidate_id
on conflict (candidate_id, account_id) do update set run_made_at = excluded.run_made_at
"""


def looked(db: Db, candidate_id: UUID, account_id: UUID) -> None:
    """The adviser who asks has looked at what changed up to the newest ranking."""
    db.execute(LOOKED, {"candidate_id": candidate_id, "account_id": account_id})
