"""How every traject stands, for the coordinator: names, dates and numbers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Overseen:
    """One line of the coordinator's list; `advisers` are those of today, by name."""

    id: UUID
    name: str
    phase: int
    traject_start: date
    planned_end: date | None
    invented: bool
    advisers: tuple[str, ...]
    attempts: int
    last_attempt: date | None
    open_tasks: int
    late_tasks: int
    saved: int
    ended_on: date | None


OVERVIEW = """
select c.id, c.name, c.phase, c.traject_start, c.planned_end, c.invented,
    coalesce(s.advisers, '{}') as advisers,
    coalesce(a.attempts, 0) as attempts, a.last_attempt,
    coalesce(t.open_tasks, 0) as open_tasks, coalesce(t.late_tasks, 0) as late_tasks,
    coalesce(j.saved, 0) as saved,
    (select ended_on from traject_end e
        where e.candidate_id = c.id and e.undone_at is null) as ended_on
from candidate c
left join (
    select s.candidate_id, array_agg(distinct a.name order by a.name) as advisers
    from assignment s join account a on a.id = s.adviser_id
    where a.active and s.starts_on <= %(today)s
      and (s.ends_on is null or s.ends_on >= %(today)s)
    group by s.candidate_id
) s on s.candidate_id = c.id
left join (
    select candidate_id, count(*) as attempts, max(happened_on) as last_attempt
    from attempt group by candidate_id
) a on a.candidate_id = c.id
left join (
    select candidate_id, count(*) as open_tasks,
        count(*) filter (where due_on < %(today)s) as late_tasks
    from task where status = 'open' group by candidate_id
) t on t.candidate_id = c.id
left join (
    select candidate_id, count(*) as saved from judgement
    where decision = 'saved' and undone_at is null group by candidate_id
) j on j.candidate_id = c.id
where %(id)s::uuid is null or c.id = %(id)s
order by lower(c.name), c.id
"""


def overview(db: Db, today: date) -> list[Overseen]:
    """Every traject, as the coordinator sees it."""
    return fetch_all(db, Overseen, OVERVIEW, {"today": today, "id": None})


def one(db: Db, candidate_id: UUID, today: date) -> Overseen | None:
    """One traject."""
    return fetch_one(db, Overseen, OVERVIEW, {"today": today, "id": candidate_id})
