"""A traject seen from its edges: whose it is, who guides it, how far it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A candidate by name."""

    id: UUID
    name: str


NAMES = "select id, name from candidate order by lower(name)"


def names(db: Db) -> list[Name]:
    """Everybody whose traject the person who asks may work on."""
    return fetch_all(db, Name, NAMES, {})


ADVISERS = """
select distinct adviser from my_candidates() as mine (candidate),
    advisers_of(mine.candidate) as found (adviser)
order by adviser
"""


def advisers(db: Db) -> list[str]:
    """The names of the advisers of the candidate who asks."""
    rows: list[Any] = db.execute(ADVISERS).fetchall()
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All that an opdrachtgever sees of a traject: dates and numbers."""

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


PROGRESS = """
select c.id, c.name, c.phase, c.traject_start, c.planned_end,
    a.own_network, a.candidate_network, a.cold_acquisition, a.public,
    a.last_attempt_on, t.tasks_given, t.tasks_done, j.proposed
from candidate c
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
