"""Where each vacancy of a candidate lies: five shelves, each in its order."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all

Shelf = Literal["past", "uitzoeken", "past_niet", "saved", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A vacancy whose overrule rests on a document that no longer is the one."""

    vacancy_id: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """What lies on each: last judged, then last overruled, then best first.

    `outdated` is to be looked at again: there is another capacity document now.
    """

    past: tuple[UUID, ...] = ()
    uitzoeken: tuple[UUID, ...] = ()
    past_niet: tuple[UUID, ...] = ()
    saved: tuple[UUID, ...] = ()
    rejected: tuple[UUID, ...] = ()
    outdated: tuple[Outdated, ...] = ()

    def on(self, shelf: Shelf) -> tuple[UUID, ...]:
        """What lies on one of them."""
        found: tuple[UUID, ...] = getattr(self, shelf)
        return found

    def __contains__(self, vacancy_id: UUID) -> bool:
        return any(vacancy_id in self.on(shelf) for shelf in SHELVES)


SHELVES: tuple[Shelf, ...] = ("past", "uitzoeken", "past_niet", "saved", "rejected")

# What both the shelves and what lies on them begin with.
KNOWN = """
with latest as (
    select id from match_run where candidate_id = %(candidate_id)s
    order by made_at desc limit 1
),
overruled as ( -- the last of each job
    select distinct on (coalesce(w.duplicate_of, w.id))
        coalesce(w.duplicate_of, w.id) as job, o.vacancy_id, o.id as overrule_id,
        o.verdict as overruled, o.motivation_sealed, o.made_by as overruled_by,
        o.made_at as overruled_at, o.capacity_id is distinct from (
            select id from capacity_document
            where candidate_id = %(candidate_id)s and withdrawn_at is null
            order by assessed_on desc, made_at desc limit 1) as outdated
    from verdict_overrule o join vacancy w on w.id = o.vacancy_id
    where o.candidate_id = %(candidate_id)s and o.undone_at is null
    order by coalesce(w.duplicate_of, w.id), o.made_at desc
)
"""
# A judged vacancy lies on the shelf of its judgement; else on that of the verdict an
# adviser gave instead of the machine's, as long as that rests on the capacity document
# that counts; else on that of the machine. One that is gone lies nowhere unless judged.
# Of the adverts of one job only one lies there: the judged one; else the one that
# stands for the others, if it was ranked; else what was ranked.
# Grouping and windows, not joins: the planner thinks a ranking has one row.
LYING = (
    KNOWN  # noqa: S608 - our own constant
    + """,
said as (
    select vacancy_id, verdict, position, null as decision, null as judged_at
    from match where candidate_id = %(candidate_id)s
        and run_id = (select id from latest)
    union all
    select vacancy_id, null, null, decision, judged_at from judgement
    where candidate_id = %(candidate_id)s and undone_at is null
    union all
    select vacancy_id, null, null, null, null from overruled
),
lying as (
    select vacancy_id, max(verdict) as verdict, max(position) as position,
        max(decision) as decision, max(judged_at) as judged_at
    from said group by vacancy_id
),
placed as (
    select lying.*, v.title, v.status, v.duplicate_of,
        coalesce(v.duplicate_of, v.id) as job,
        bool_or(verdict is not null and v.status <> 'gone') over same as job_ranked,
        bool_or(verdict is not null and v.status <> 'gone' and v.duplicate_of is null)
            over same as job_stands,
        bool_or(decision is not null) over same as job_judged
    from lying join vacancy v on v.id = lying.vacancy_id
    window same as (partition by coalesce(v.duplicate_of, v.id))
)
select p.vacancy_id, coalesce(
    p.decision, case when not o.outdated then o.overruled end, p.verdict) as shelf,
    case when o.outdated and p.status <> 'gone' then p.title end as outdated
from placed p left join overruled o on o.job = p.job
where p.decision is not null or (
    p.status <> 'gone' and not p.job_judged
    and not (p.duplicate_of is not null and p.job_stands)
    and not (p.verdict is null and p.job_ranked))
order by p.judged_at desc nulls last,
    case when not o.outdated then o.overruled_at end desc nulls last,
    p.position nulls last, p.vacancy_id
"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lying:
    vacancy_id: UUID
    shelf: Shelf | None
    outdated: str | None


def of_candidate(db: Db, candidate_id: UUID) -> Shelves:
    """The shelves of a candidate by the latest ranking and what advisers decided."""
    found = fetch_all(db, _Lying, LYING, {"candidate_id": candidate_id})
    return Shelves(
        **{
            shelf: tuple(one.vacancy_id for one in found if one.shelf == shelf)
            for shelf in SHELVES
        },
        outdated=tuple(
            Outdated(vacancy_id=one.vacancy_id, title=one.outdated)
            for one in found
            if one.outdated is not None
        ),
    )
