"""The contact with companies, as far as whoever asks may read it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import AttemptKind, Outcome
from schemas.tables.attempts import next_step_cell, texts
from schemas.tables.candidate_keys import opened_if_any, unlocked
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An attempt at a company; `candidate` is a name, None for a call in general."""

    id: UUID
    candidate_id: UUID | None
    candidate: str | None
    person: str
    kind: AttemptKind
    outcome: Outcome
    note: str
    next_step: str
    next_on: date | None
    happened_on: date
    made_by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedCall(Call):
    note_sealed: bytes | None
    next_step_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


AT_COMPANY = """
select a.id, a.candidate_id, c.name as candidate, a.person, a.kind, a.outcome, a.note,
    a.note_sealed, a.next_step, a.next_step_sealed, a.next_on, a.happened_on, a.made_by,
    k.kek, k.wrapped
from attempt a left join candidate c on c.id = a.candidate_id
left join candidate_key k on k.candidate_id = a.candidate_id
where a.company_id = %(company_id)s
order by a.happened_on desc, a.made_at desc
limit 200
"""


def at_company(db: Db, company_id: UUID, *, vault: Vault) -> list[Call]:
    """What the asking adviser may read of the contact with a company, newest first."""
    return [
        unlocked(Call, row, **texts(row, vault))
        for row in fetch_all(db, _SealedCall, AT_COMPANY, {"company_id": company_id})
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLine:
    """A company in the list, with the first thing the asking adviser promised to do."""

    id: UUID
    name: str
    place: str
    phone: str
    do_not_call: bool
    next_on: date | None
    next_step: str | None
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedLine(CompanyLine):
    attempt_id: UUID | None
    candidate_id: UUID | None
    next_step_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


# A later attempt for the same candidate settles what an earlier one promised.
SEARCH = """
with latest as (
    select distinct on (company_id, candidate_id)
        id, company_id, candidate_id, next_on, next_step, next_step_sealed, happened_on
    from attempt where company_id is not null
    order by company_id, candidate_id, happened_on desc, made_at desc
),
promised as (
    select distinct on (company_id)
        id, company_id, candidate_id, next_on, next_step, next_step_sealed
    from latest where next_on is not null
    order by company_id, next_on
),
contact as (
    select company_id, max(happened_on) as last_on from latest group by company_id
)
select c.id, c.name, c.place, c.phone, c.do_not_call, p.next_on, p.next_step, t.last_on,
    p.id as attempt_id, p.candidate_id, p.next_step_sealed, k.kek, k.wrapped
from company c
left join promised p on p.company_id = c.id
left join candidate_key k on k.candidate_id = p.candidate_id
left join contact t on t.company_id = c.id
where (%(text)s = '' or position(lower(%(text)s) in lower(c.name)) > 0)
  and (%(id)s::uuid is null or c.id = %(id)s)
order by p.next_on nulls last, lower(c.name), c.place
limit %(limit)s
"""


def search(db: Db, text: str, *, limit: int, vault: Vault) -> list[CompanyLine]:
    """Companies with `text` in their name, those with a next action first."""
    values = {"text": text, "id": None, "limit": limit}
    return [_opened(row, vault) for row in fetch_all(db, _SealedLine, SEARCH, values)]


def line(db: Db, company_id: UUID, *, vault: Vault) -> CompanyLine | None:
    """One company as the list shows it."""
    values = {"text": "", "id": company_id, "limit": 1}
    row = fetch_one(db, _SealedLine, SEARCH, values)
    return _opened(row, vault) if row else None


def _opened(row: _SealedLine, vault: Vault) -> CompanyLine:
    """What follows a call in general is plain."""
    step = row.next_step
    if row.attempt_id and row.candidate_id:
        cell = next_step_cell(row.attempt_id)
        step = opened_if_any(row, vault, row.candidate_id, cell, row.next_step_sealed)
    return unlocked(CompanyLine, row, next_step=step)
