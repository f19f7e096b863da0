"""Until when what is about a traject is kept, for who guides, oversees or is guided."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.retention import terms
from schemas.traject_end import EndReason, PostponeReason

Kind = Literal["notes", "rejected", "file"]
KINDS: tuple[Kind, ...] = ("notes", "rejected", "file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One kind of data of an ended traject: how much of it, until and with which day.

    `postponed` is the day until which the traject is postponed, None when it is not.
    """

    candidate_id: UUID
    name: str
    ended_on: date
    reason: EndReason
    kind: Kind
    count: int
    kept_until: date
    postponed: date | None


KEPT = """
select candidate_id, name, ended_on, reason, kind, count, kept_until, postponed from (
    select c.id as candidate_id, c.name, e.ended_on, e.reason, k.kind,
        case k.kind when 'notes' then n.notes when 'rejected' then n.rejected else 1 end
            as count,
        kept_until(e.ended_on, k.months, k.days, e.made_at, p.until) as kept_until,
        p.until as postponed
    from traject_end e
    join candidate c on c.id = e.candidate_id
    join kept_counts() n on n.candidate_id = e.candidate_id
    cross join unnest(%(kinds)s::text[], %(months)s::integer[], %(days)s::integer[])
        as k (kind, months, days)
    left join (
        select candidate_id, max(until) as until from postponement
        where undone_at is null group by candidate_id
    ) p on p.candidate_id = e.candidate_id
    where e.undone_at is null
) dated
where count > 0 and kept_until < %(before)s
  and (%(only)s::uuid is null or candidate_id = %(only)s)
order by kept_until, lower(name), candidate_id, kind
"""
LATEST = date.max


def going_before(db: Db, day: date) -> list[Kept]:
    """What is not kept until this day, the first to go on top, of one's trajects."""
    return fetch_all(db, Kept, KEPT, {**_terms(), "before": day, "only": None})


def of_candidate(db: Db, candidate_id: UUID) -> list[Kept]:
    """All that is kept of one traject, the first to go on top; empty while it runs."""
    named = {**_terms(), "before": LATEST, "only": candidate_id}
    return fetch_all(db, Kept, KEPT, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTerm:
    """One kind of data of the candidate who asks, until and with which day."""

    kind: Kind
    kept_until: date


OWN = """
select k.kind, kept_until(e.ended_on, k.months, k.days, e.made_at, (
    select max(until) from postponement
    where candidate_id = e.candidate_id and undone_at is null)) as kept_until
from traject_end e
cross join unnest(%(kinds)s::text[], %(months)s::integer[], %(days)s::integer[])
    as k (kind, months, days)
where e.undone_at is null
order by kept_until, kind
"""


def own(db: Db) -> list[OwnTerm]:
    """Until when everything about the candidate who asks is kept; empty: it runs."""
    return fetch_all(db, OwnTerm, OWN, _terms())


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPostponement:
    """Until and with which day everything stays in any case, and why."""

    until: date
    reason: PostponeReason


OWN_POSTPONEMENT = """
select until, reason from postponement where undone_at is null and until >= %(today)s
order by until desc limit 1
"""


def own_postponement(db: Db, today: date) -> OwnPostponement | None:
    """The longest one of the candidate who asks, also while the search runs."""
    return fetch_one(db, OwnPostponement, OWN_POSTPONEMENT, {"today": today})


def _terms() -> dict[str, Any]:
    found = [terms()[kind] for kind in KINDS]
    return {
        "kinds": list(KINDS),
        "months": [term.months for term in found],
        "days": [term.days for term in found],
    }
