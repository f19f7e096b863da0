"""Candidates: whose traject, in whose hands, and how it stands."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from schemas.candidate import Candidate, SearchProfile
from schemas.database import Db, fetch_all, fetch_one

ONE = """
select id, opdrachtgever_id, name, phase, traject_start, planned_end, invented
from candidate where id = %(id)s
"""


def one(db: Db, candidate_id: UUID) -> Candidate | None:
    """The candidate, as far as whoever asks may see one."""
    return fetch_one(db, Candidate, ONE, {"id": candidate_id})


SEEN = "select from candidate where id = %(id)s"


def is_seen(db: Db, candidate_id: UUID) -> bool:
    """Whether the session sees this candidate."""
    return db.execute(SEEN, {"id": candidate_id}).fetchone() is not None


HOLD = "select from candidate where id = %(id)s for no key update"


def hold(db: Db, candidate_id: UUID) -> None:
    """Until this transaction ends nobody else changes the candidate."""
    db.execute(HOLD, {"id": candidate_id})


ACCOUNT = "select account_id from candidate where id = %(id)s"


def account_of(db: Db, candidate_id: UUID) -> UUID | None:
    """The account by which the candidate signs in; None as long as there is none."""
    row: Any = db.execute(ACCOUNT, {"id": candidate_id}).fetchone()
    return row[0] if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """One line of an adviser's list.

    `past`, `uitzoeken` and `fresh` (seen first in the last seven days) count open
    vacancies of the latest ranking that nobody judged yet. `answered_tasks` wait for
    the adviser: done, or said to be impossible. `stand_in_until` is the last day of who
    only stands in.
    """

    id: UUID
    name: str
    phase: int
    traject_start: date
    planned_end: date | None
    invented: bool
    past: int
    uitzoeken: int
    fresh: int
    saved: int
    attempts: int
    last_attempt: date | None
    open_tasks: int
    late_tasks: int
    answered_tasks: int
    stand_in_until: date | None
    ended_on: date | None


# Row-level security has already thrown out what is not this adviser's. What lies with
# the candidates is counted for all of them at once: the planner thinks a ranking has
# one row, so whatever is joined to it by row would be read anew for each of a thousand;
# `not in` is looked up in a hash whatever the planner thinks.
CASELOAD = """
with run as (
    select distinct on (candidate_id) candidate_id, id from match_run
    order by candidate_id, made_at desc
),
overruled as ( -- as long as it rests on the capacity document that counts
    select candidate_id, vacancy_id, verdict from verdict_overrule o
    where undone_at is null and capacity_id is not distinct from (
        select id from capacity_document d
        where d.candidate_id = o.candidate_id and d.withdrawn_at is null
        order by d.assessed_on desc, d.made_at desc limit 1)
),
lying as (
    select m.candidate_id, m.vacancy_id, m.verdict
    from run join match m on m.candidate_id = run.candidate_id and m.run_id = run.id
    where m.verdict <> 'past_niet' and (m.candidate_id, m.vacancy_id) not in (
        select candidate_id, vacancy_id from overruled)
    union all
    select candidate_id, vacancy_id, verdict from overruled
    where verdict <> 'past_niet'
),
standing as materialized ( -- looked up in one walk along the index
    select id, status = 'gone' as gone, first_seen > now() - interval '7 days' as fresh
    from vacancy where id = any (array(select vacancy_id from lying))
),
counted as (
    select candidate_id, count(*) filter (where verdict = 'past') as past,
        count(*) filter (where verdict = 'uitzoeken') as uitzoeken,
        count(*) filter (where vacancy_id in (select id from standing where fresh))
            as fresh
    from lying
    where vacancy_id not in (select id from standing where gone)
      and (candidate_id, vacancy_id) not in (
        select candidate_id, vacancy_id from judgement where undone_at is null)
    group by candidate_id
)
select c.id, c.name, c.phase, c.traject_start, c.planned_end, c.invented,
    coalesce(m.past, 0) as past, coalesce(m.uitzoeken, 0) as uitzoeken,
    coalesce(m.fresh, 0) as fresh, j.saved, a.attempts, a.last_attempt,
    t.open_tasks, t.late_tasks, t.answered_tasks, s.stand_in_until,
    (select ended_on from traject_end e
        where e.candidate_id = c.id and e.undone_at is null) as ended_on
from candidate c
left join counted m on m.candidate_id = c.id
cross join lateral (
    select count(*) as saved from judgement
    where candidate_id = c.id and decision = 'saved' and undone_at is null
) j
cross join lateral (
    select count(*) as attempts, max(happened_on) as last_attempt
    from attempt where candidate_id = c.id
) a
cross join lateral (
    select count(*) filter (where status = 'open') as open_tasks,
        count(*) filter (where status = 'open' and due_on < %(today)s) as late_tasks,
        count(*) filter (where status <> 'open') as answered_tasks
    from task where candidate_id = c.id and status in ('open', 'done', 'cannot')
) t
cross join lateral ( -- null: in the own hands for good; else until a free day
    select case when bool_and(stand_in) then (
        select min(a.ends_on) from assignment a
        where a.candidate_id = c.id and a.ends_on >= %(today)s
          and a.starts_on <= a.ends_on and not exists (
            select from assignment next
            where next.candidate_id = c.id and next.starts_on <= a.ends_on + 1
              and next.ends_on > a.ends_on)
    ) end as stand_in_until
    from assignment
    where candidate_id = c.id and starts_on <= %(today)s
      and (ends_on is null or ends_on >= %(today)s)
) s
order by lower(c.name), c.id
"""


def caseload(db: Db, today: date) -> list[Caseload]:
    """Everybody whose traject is in the hands of whoever asks."""
    return fetch_all(db, Caseload, CASELOAD, {"today": today})


def profile_columns(profile: SearchProfile) -> dict[str, Any]:
    """The zoekprofiel as parameters: arrays are lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(profile).items()
    }


SAVE_PROFILE = """
update candidate set former_jobs = %(former_jobs)s, education = %(education)s,
    education_text = %(education_text)s, experience = %(experience)s,
    wishes = %(wishes)s, search_directions = %(search_directions)s, place = %(place)s,
    postcode4 = %(postcode4)s, lat = %(lat)s, lon = %(lon)s,
    travel_modes = %(travel_modes)s, travel_minutes = %(travel_minutes)s,
    licences = %(licences)s, certificates = %(certificates)s,
    dutch_level = %(dutch_level)s, excluded_shifts = %(excluded_shifts)s,
    second_directions = %(second_directions)s
where id = %(id)s
"""


def save_profile(db: Db, candidate_id: UUID, profile: SearchProfile) -> bool:
    """Replace the zoekprofiel; False when there is no such candidate to see."""
    parameters = {"id": candidate_id, **profile_columns(profile)}
    return db.execute(SAVE_PROFILE, parameters).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Traject:
    """What an adviser fills in of a traject; `paying` names the opdrachtgever."""

    id: UUID
    name: str
    paying: str
    phase: int
    traject_start: date
    planned_end: date | None


BEGIN = """
select new_candidate(%(id)s, %(name)s, %(paying)s, %(phase)s, %(traject_start)s,
    %(planned_end)s)
"""


def begin(db: Db, traject: Traject) -> bool:
    """Add a candidate in the hands of the adviser who asks; False when sent twice."""
    row: Any = db.execute(BEGIN, asdict(traject)).fetchone()
    return bool(row[0])


CHANGE_TRAJECT = """
update candidate set name = %(name)s, phase = %(phase)s,
    traject_start = %(traject_start)s, planned_end = %(planned_end)s
where id = %(id)s
"""


def change_traject(db: Db, traject: Traject) -> bool:
    """Put a traject right, but not whose it is; False when there is none to see."""
    return db.execute(CHANGE_TRAJECT, asdict(traject)).rowcount == 1
