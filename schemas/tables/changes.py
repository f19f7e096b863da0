"""What is needed to compare two rankings, and who looked at the comparison."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import RejectReason
from schemas.match import MatchRun, Verdict

Begun = Literal["saved", "task", "attempt"]

LATEST_RUNS = """
select id, candidate_id, capacity_id, model, rules, made_at, considered, excluded
from match_run where candidate_id = %(candidate_id)s
order by made_at desc, id limit 2
"""


def latest_runs(db: Db, candidate_id: UUID) -> list[MatchRun]:
    """The newest ranking and the one before it, as far as they are there."""
    return fetch_all(db, MatchRun, LATEST_RUNS, {"candidate_id": candidate_id})


BEFORE_DOCUMENT = """
select id, candidate_id, capacity_id, model, rules, made_at, considered, excluded
from match_run
where candidate_id = %(candidate_id)s and made_at < %(made_at)s
  and capacity_id is distinct from %(capacity_id)s
order by made_at desc, id limit 1
"""


def before_document(db: Db, run: MatchRun) -> MatchRun | None:
    """The last ranking on another capacity document (or on none) than `run`."""
    named = {
        "candidate_id": run.candidate_id,
        "made_at": run.made_at,
        "capacity_id": run.capacity_id,
    }
    return fetch_one(db, MatchRun, BEFORE_DOCUMENT, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    vacancy_id: UUID
    verdict: Verdict


VERDICTS = "select vacancy_id, verdict from match where run_id = %(run_id)s"


def verdicts(db: Db, run_id: UUID) -> dict[UUID, Verdict]:
    """What a ranking kept, without its findings."""
    rows = fetch_all(db, _Kept, VERDICTS, {"run_id": run_id})
    return {row.vacancy_id: row.verdict for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """What must be known of a vacancy to say why it came, turned or went.

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


ADVERTS = """
select v.id as vacancy_id, v.title, v.employer, v.place, v.first_seen,
    v.status <> 'gone' and coalesce(v.valid_through >= %(today)s, true) as is_open,
    array_remove(array[
        case when j.decision = 'saved' then 'saved' end,
        case when exists (select from task t where t.vacancy_id = v.id
            and t.candidate_id = %(candidate_id)s and t.status <> 'withdrawn')
            then 'task' end,
        case when exists (select from attempt a where a.vacancy_id = v.id
            and a.candidate_id = %(candidate_id)s) then 'attempt' end
    ], null) as begun,
    j.reason as rejected, o.verdict as overruled
from vacancy v
left join judgement j on j.vacancy_id = v.id and j.candidate_id = %(candidate_id)s
    and j.undone_at is null
left join verdict_overrule o on o.vacancy_id = v.id and o.undone_at is null
    and o.candidate_id = %(candidate_id)s
    and o.capacity_id is not distinct from %(capacity_id)s
where v.id = any (%(vacancy_ids)s)
"""


def adverts(
    db: Db, run: MatchRun, vacancy_ids: Collection[UUID], *, today: date
) -> list[Advert]:
    """These vacancies as they stand for the candidate of `run`, in no order."""
    named = {
        "candidate_id": run.candidate_id,
        "capacity_id": run.capacity_id,
        "vacancy_ids": list(vacancy_ids),
        "today": today,
    }
    return fetch_all(db, Advert, ADVERTS, named)


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


SEEN_UNTIL = """
select run_made_at from changes_seen
where candidate_id = %(candidate_id)s and account_id = %(account_id)s
"""


def seen_until(db: Db, candidate_id: UUID, account_id: UUID) -> datetime | None:
    """The moment of the newest ranking this adviser looked at; None for never."""
    named = {"candidate_id": candidate_id, "account_id": account_id}
    row = db.execute(SEEN_UNTIL, named).fetchone()
    return row[0] if row else None
