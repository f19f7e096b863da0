"""The latest ranking of a candidate as a page shows it: five shelves, in order."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas import sealed_findings
from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Decision, RejectReason
from schemas.match import HeldBack, Match, Verdict
from schemas.tables.candidate_keys import opened, unlocked
from schemas.tables.overrules import motivation_cell
from schemas.vacancy import SalaryPeriod, Status
from schemas.vault import Vault

Shelf = Literal["past", "uitzoeken", "past_niet", "saved", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    vacancy_id: UUID
    title: str
    employer: str | None
    employer_is_intermediary: bool
    place: str | None
    lat: float | None
    lon: float | None
    hours_min: float | None
    hours_max: float | None
    salary_min: float | None
    salary_max: float | None
    salary_period: SalaryPeriod | None
    source: str
    url: str
    status: Status
    valid_through: date | None
    last_seen: datetime
    decision: Decision | None
    reason: RejectReason | None
    judged_at: datetime | None
    overrule_id: UUID | None
    overruled: Verdict | None
    overruled_by: UUID | None
    overruled_at: datetime | None
    outdated: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedVacancy(_Facts):
    """A vacancy on a shelf.

    `match` is None when the latest ranking does not know the vacancy (it was saved
    earlier and closed since); `decision` is what an adviser decided, if anything.
    `overruled` is the verdict an adviser gave instead; `outdated` when it rests on
    another capacity document than the one that counts now.
    """

    match: Match | None
    motivation: str | None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that counts: the adviser's, unless it is outdated."""
        machine = self.match.verdict if self.match else None
        return self.overruled if self.overruled and not self.outdated else machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """How many vacancies lie on each shelf."""

    past: int
    uitzoeken: int
    past_niet: int
    saved: int
    rejected: int


# A judged vacancy lies on the shelf of its judgement; else on that of the verdict an
# adviser gave instead of the machine's, as long as that rests on the capacity document
# that counts; else on that of the machine. One that is gone lies nowhere unless judged.
SHELVED = """
with ranked as (
    select * from match
    where candidate_id = %(candidate_id)s and run_id = (
        select id from match_run where candidate_id = %(candidate_id)s
        order by made_at desc limit 1)
),
judged as (
    select * from judgement
    where candidate_id = %(candidate_id)s and undone_at is null
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
),
lying as (
    select vacancy_id from ranked union select vacancy_id from judged
    union select vacancy_id from overruled
),
shelved as (
    select v.id as vacancy_id, m.run_id, m.score, m.verdict, m.findings, m.held_back,
        m.position, j.decision, j.reason, j.judged_at, o.overrule_id, o.overruled,
        o.motivation_sealed, o.overruled_by, o.overruled_at, o.outdated,
        coalesce(j.decision,
            case when not o.outdated then o.overruled end, m.verdict) as shelf
    from lying
    join vacancy v on v.id = lying.vacancy_id
    left join ranked m on m.vacancy_id = v.id
    left join judged j on j.vacancy_id = v.id
    left join overruled o on o.job = coalesce(v.duplicate_of, v.id)
    where j.decision is not null or (
        v.status <> 'gone'
        and not exists ( -- the advert that stands for it lies here too
            select from ranked r join vacancy w on w.id = r.vacancy_id
            where r.vacancy_id = v.duplicate_of and w.status <> 'gone')
        and not exists ( -- the ranking has another advert of the overruled job
            select from ranked r join vacancy w on w.id = r.vacancy_id
            where m.verdict is null and w.id <> v.id and w.status <> 'gone'
              and coalesce(w.duplicate_of, w.id) = coalesce(v.duplicate_of, v.id))
        and not exists ( -- another advert of the same job was judged
            select from judged o join vacancy w on w.id = o.vacancy_id
            where o.vacancy_id <> v.id
              and coalesce(w.duplicate_of, w.id) = coalesce(v.duplicate_of, v.id)))
)
"""
COUNT = (
    SHELVED
    + """
select count(*) filter (where shelf = 'past') as past,
    count(*) filter (where shelf = 'uitzoeken') as uitzoeken,
    count(*) filter (where shelf = 'past_niet') as past_niet,
    count(*) filter (where shelf = 'saved') as saved,
    count(*) filter (where shelf = 'rejected') as rejected
from shelved
"""
)


def count(db: Db, candidate_id: UUID) -> Shelves:
    """What lies on each shelf of a candidate."""
    found = fetch_one(db, Shelves, COUNT, {"candidate_id": candidate_id})
    return found or Shelves(past=0, uitzoeken=0, past_niet=0, saved=0, rejected=0)


COLUMNS = """
select v.id as vacancy_id, v.title, v.employer, v.employer_is_intermediary, v.place,
    v.lat, v.lon, v.hours_min, v.hours_max, v.salary_min, v.salary_max,
    v.salary_period, v.source, v.url, v.status, v.valid_through, v.last_seen,
    s.run_id, s.score, s.verdict, s.findings, s.held_back, s.decision, s.reason,
    s.judged_at, s.overrule_id, s.overruled, s.motivation_sealed, s.overruled_by,
    s.overruled_at, s.outdated, k.candidate_id, k.kek, k.wrapped
from shelved s join vacancy v on v.id = s.vacancy_id
left join candidate_key k on k.candidate_id = %(candidate_id)s
"""
ON_SHELF = (
    SHELVED
    + COLUMNS
    + """
where s.shelf = %(shelf)s
order by s.judged_at desc nulls last,
    case when not s.outdated then s.overruled_at end desc nulls last,
    s.position nulls last, v.id
limit %(limit)s offset %(offset)s
"""
)


def on_shelf(  # noqa: PLR0913 - one argument a question
    db: Db,
    candidate_id: UUID,
    shelf: Shelf,
    *,
    limit: int,
    offset: int = 0,
    vault: Vault,
) -> list[RankedVacancy]:
    """Part of a shelf: last judged first, then last overruled, then best first."""
    named: dict[str, object] = {"candidate_id": candidate_id, "shelf": shelf}
    named |= {"limit": limit, "offset": offset}
    return [_ranked(row, vault) for row in fetch_all(db, _Row, ON_SHELF, named)]


ONE = SHELVED + COLUMNS + "where v.id = %(vacancy_id)s"


def one(
    db: Db, candidate_id: UUID, vacancy_id: UUID, *, vault: Vault
) -> RankedVacancy | None:
    """One vacancy with this candidate's match; None when it lies on no shelf."""
    parameters = {"candidate_id": candidate_id, "vacancy_id": vacancy_id}
    row = fetch_one(db, _Row, ONE, parameters)
    return _ranked(row, vault) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row(_Facts):
    candidate_id: UUID | None
    run_id: UUID | None
    score: float | None
    verdict: Verdict | None
    findings: bytes | None
    held_back: HeldBack | None
    motivation_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


def _ranked(row: _Row, vault: Vault) -> RankedVacancy:
    return unlocked(
        RankedVacancy, row, match=_match(row, vault), motivation=_why(row, vault)
    )


def _why(row: _Row, vault: Vault) -> str | None:
    sealed, cell = row.motivation_sealed, motivation_cell(row.overrule_id)
    if sealed is None or row.candidate_id is None:
        return None
    return opened(row, vault, row.candidate_id, cell, sealed)


def _match(row: _Row, vault: Vault) -> Match | None:
    if row.verdict is None or row.score is None:
        return None
    if row.findings is None or row.candidate_id is None:
        return None
    cell = sealed_findings.cell(row.run_id, row.vacancy_id)
    text = opened(row, vault, row.candidate_id, cell, row.findings)
    scored = (row.vacancy_id, row.score, row.verdict, row.held_back)
    return sealed_findings.match_of(scored, text)
