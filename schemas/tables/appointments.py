"""Who guides whom: appointed by a coordinator, for good or to stand in for a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_nested, nested_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Somebody who guides a candidate now, or stands in now or soon."""

    name: str
    stand_in: bool
    starts_on: date
    ends_on: date | None


GUIDES = """
select g.name, g.stand_in, g.starts_on, g.ends_on
from my_candidates() as mine (candidate), guides_of(mine.candidate) g
order by g.stand_in, g.starts_on, g.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Who guides the candidate who asks; `ended_on` is None while the traject runs."""

    guides: Sequence[Guide]
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guidance:
    guides: Sequence[tuple[Any, ...]]
    ended_on: date | None


GUIDANCE = f"""
select array(select g from ({GUIDES}) g) as guides,
    (select max(ended_on) from traject_end where undone_at is null) as ended_on
"""  # noqa: S608 - our own constants


def guidance(db: Db) -> Guidance:
    """Who guides the candidate who asks, and whether the search has ended."""
    (row,) = fetch_nested(db, _Guidance, GUIDANCE, {})
    return Guidance(guides=nested_all(Guide, row.guides), ended_on=row.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An adviser appointed to a traject, from its first until and with its last day."""

    id: UUID
    adviser: str
    starts_on: date
    ends_on: date | None
    reason: str
    stand_in: bool


OF_CANDIDATE = """
select s.id, a.name as adviser, s.starts_on, s.ends_on, s.reason, s.stand_in
from assignment s join account a on a.id = s.adviser_id
where s.candidate_id = %(candidate_id)s
order by s.starts_on desc, s.appointed_at desc
"""


def of_candidate(db: Db, candidate_id: UUID) -> list[Appointment]:
    """Everybody who guides, guided or will guide, the last first."""
    return fetch_all(db, Appointment, OF_CANDIDATE, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """An adviser who can be appointed, with the trajects in these hands today."""

    id: UUID
    name: str
    trajects: int


AVAILABLE = """
select a.id, a.name, count(distinct s.candidate_id) as trajects
from account a left join assignment s on s.adviser_id = a.id
    and s.starts_on <= %(today)s and (s.ends_on is null or s.ends_on >= %(today)s)
where a.persona = 'adviser' and a.active and not exists (
    select from assignment own
    where own.candidate_id = %(besides)s and own.adviser_id = a.id and not own.stand_in
      and own.starts_on <= %(today)s
      and (own.ends_on is null or own.ends_on >= %(today)s))
group by a.id, a.name
order by lower(a.name), a.id
"""


def available(db: Db, today: date, *, besides: UUID | None = None) -> list[Available]:
    """Everybody who may be appointed, `besides` whoever guides this traject today."""
    return fetch_all(db, Available, AVAILABLE, {"today": today, "besides": besides})


# Who hands over looks first: two that do so at once would each overlook the other.
LOCK = "select pg_advisory_xact_lock(hashtext('hand over'))"
MAKE_ROOM = """
update assignment set ends_on = greatest(%(today)s, starts_on) - 1
where candidate_id = %(candidate_id)s and stand_in = (adviser_id = %(adviser_id)s)
  and (ends_on is null or ends_on >= %(today)s)
"""
HAND_OVER = """
insert into assignment (candidate_id, adviser_id, starts_on, appointed_by)
select %(candidate_id)s, %(adviser_id)s, %(today)s, %(by)s
where not exists (
    select from assignment
    where candidate_id = %(candidate_id)s and adviser_id = %(adviser_id)s
      and not stand_in and (ends_on is null or ends_on >= %(today)s))
"""


def hand_over(
    db: Db, candidate_id: UUID, adviser_id: UUID, *, by: UUID | None, today: date
) -> bool:
    """Put a traject in these hands from today; whoever had it stops with yesterday.

    So does whoever takes it over, as a stand-in; others go on standing in.
    False when it is in these hands alone already. `by` is the coordinator's account,
    None for the operator.
    """
    values = {
        "candidate_id": candidate_id,
        "adviser_id": adviser_id,
        "by": by,
        "today": today,
    }
    db.execute(LOCK)
    stopped = db.execute(MAKE_ROOM, values).rowcount
    return stopped + db.execute(HAND_OVER, values).rowcount > 0
