"""A traject seen from its edges: whose it is, who guides it, how far it is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.traject_end import EndReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A candidate by name."""

    id: UUID
    name: str


NAMES = "select id, name from candidate order by lower(name)"


def names(db: Db) -> list[Name]:
    """Everybody whose traject the person who asks may work on."""
    return fetch_all(db, Name, NAMES, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All that an opdrachtgever sees of a traject: dates and numbers.

    `result` is the reason of the end when that is a placement.
    """

    id: UUID
    name: str
    phase: int
    traject_start: date
    planned_end: date | None
    own_network: int
    candidate_network: int
    cold_acquisition: int
    public: int
    last_attempt_on: date | None
    tasks_given: int
    tasks_done: int
    proposed: int
    ended_on: date | None
    result: EndReason | None


PROGRESS = """
select c.id, c.name, c.phase, c.traject_start, c.planned_end,
    a.own_network, a.candidate_network, a.cold_acquisition, a.public,
    a.last_attempt_on, t.tasks_given, t.tasks_done, j.proposed,
    (select ended_on from traject_end e
        where e.candidate_id = c.id and e.undone_at is null) as ended_on,
    r.reason as result
from candidate c
left join results_in_view() r on r.candidate_id = c.id
cross join lateral (
    select count(*) filter (where channel = 'own_network') as own_network,
        count(*) filter (where channel = 'candidate_network') as candidate_network,
        count(*) filter (where channel = 'cold_acquisition') as cold_acquisition,
        count(*) filter (where channel = 'public') as public,
        max(happened_on) as last_attempt_on
    from attempt where candidate_id = c.id
) a
cross join lateral (
    select count(*) filter (where status <> 'withdrawn') as tasks_given,
        count(*) filter (where status in ('done', 'approved')) as tasks_done
    from task where candidate_id = c.id
) t
cross join lateral (
    select count(*) as proposed from judgement
    where candidate_id = c.id and decision = 'saved' and undone_at is null
) j
order by lower(c.name)
"""


def progress(db: Db) -> list[Progress]:
    """The trajects of the opdrachtgever who asks."""
    return fetch_all(db, Progress, PROGRESS, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many vacancies were looked at in a month, and why they fell off.

    None stands for fewer than three; those are in `profile`, as is everything that
    fell off for another reason than those that are named, or was not proposed.
    """

    month: date
    considered: int | None
    proposed: int
    place: int | None
    education: int | None
    unavailable: int | None
    profile: int | None


# The role of an opdrachtgever cannot read a match; this function gives it no finding.
BY_MONTH = """
select month, considered, proposed, place, education, unavailable, profile
from search_by_month(%(candidate_id)s)
limit 12
"""


def by_month(db: Db, candidate_id: UUID) -> list[Month]:
    """The search per month, newest first; empty for a traject of somebody else."""
    return fetch_all(db, Month, BY_MONTH, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class InView:
    """A vacancy that was proposed, or that fell off for a reason anybody could see.

    `title` is None when the title itself says what the work is like.
    """

    title: str | None
    place: str | None
    happened_on: date
    standing: Literal["proposed", "unavailable", "dropped"]


IN_VIEW = """
select title, place, happened_on, standing from vacancies_in_view(%(candidate_id)s)
"""


def in_view(db: Db, candidate_id: UUID) -> list[InView]:
    """The vacancies an opdrachtgever may see by name, last judged first."""
    return fetch_all(db, InView, IN_VIEW, {"candidate_id": candidate_id})


OWN = """
select id, name from candidate where id = %(candidate_id)s
"""


def own(db: Db, candidate_id: UUID) -> Name | None:
    """The traject by name, when the person who asks may see it."""
    return fetch_one(db, Name, OWN, {"candidate_id": candidate_id})
