"""What the candidate is proposed, and what the candidate thinks of it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schemas import sealed_findings
from schemas.database import Db, fetch_nested, fetch_one, nested
from schemas.dossier import Response
from schemas.match import Verdict
from schemas.tables import vacancy_checks
from schemas.tables.candidate_keys import (
    key_to_seal,
    opened,
    opened_if_any,
    unlocked,
)
from schemas.tables.vacancy_checks import Standing
from schemas.vault import Cell, Vault

Findings = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the newest ranking found, as the matcher stored it.

    `verdict` is None when that ranking does not have the vacancy; `overruled` is the
    verdict of an adviser who judged otherwise on the same belastbaarheid.
    """

    capacity_id: UUID | None
    verdict: Verdict | None
    overruled: Verdict | None
    reasons: Findings
    questions: Findings
    objections: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Told):
    """A vacancy an adviser saved for the candidate, with the answer so far."""

    judgement_id: UUID
    candidate_id: UUID
    vacancy_id: UUID
    title: str
    employer: str | None
    place: str | None
    saved_at: datetime
    interested: bool | None
    why: str | None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    candidate_id: UUID
    vacancy_id: UUID
    capacity_id: UUID | None
    verdict: Verdict | None
    overruled: Verdict | None
    run_id: UUID | None
    findings: bytes | None
    kek: str | None
    wrapped: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposal(_About):
    judgement_id: UUID
    title: str
    employer: str | None
    place: str | None
    saved_at: datetime
    interested: bool | None
    why_sealed: bytes | None
    standing: tuple[Any, ...]


def why_cell(vacancy_id: UUID) -> Cell:
    """Where it is sealed why a candidate does not want a vacancy."""
    return Cell(table="response", column="why_sealed", row=str(vacancy_id))


def _opened(row: _Proposal, vault: Vault) -> Proposal:
    cell, whose = why_cell(row.vacancy_id), row.candidate_id
    said = opened_if_any(row, vault, whose, cell, row.why_sealed)
    # who answered and said nothing said an empty text
    why = "" if said is None and row.interested is not None else said
    standing = nested(Standing, row.standing)
    texts = {"why": why, **_findings(row, vault)}
    return unlocked(Proposal, row, standing=standing, **texts)


def _findings(row: _About, vault: Vault) -> dict[str, Findings]:
    """What the candidate is told of; the assumptions are for the adviser."""
    found: dict[str, Findings] = {}
    if row.findings is not None:
        cell = sealed_findings.cell(row.run_id, row.vacancy_id)
        text = opened(row, vault, row.candidate_id, cell, row.findings)
        found = sealed_findings.stored(text)
    return {
        name: found.get(name, []) for name in ("reasons", "questions", "objections")
    }


PROPOSED = f"""
select j.id as judgement_id, j.candidate_id, j.vacancy_id, v.title, v.employer,
    v.place, j.judged_at as saved_at, r.interested, r.why_sealed, run.capacity_id,
    m.verdict, o.verdict as overruled, m.run_id, m.findings, k.kek, k.wrapped,
    s as standing
from judgement j
join vacancy v on v.id = j.vacancy_id
join ({vacancy_checks.COLUMNS}) s on s.id = j.vacancy_id
left join response r
    on r.candidate_id = j.candidate_id and r.vacancy_id = j.vacancy_id
left join lateral (
    select id, capacity_id from match_run where candidate_id = j.candidate_id
    order by made_at desc, id limit 1
) run on true
left join match m on m.run_id = run.id and m.vacancy_id = j.vacancy_id
left join candidate_key k on k.candidate_id = j.candidate_id
left join verdict_overrule o
    on o.candidate_id = j.candidate_id and o.vacancy_id = j.vacancy_id
    and o.undone_at is null and o.capacity_id is not distinct from run.capacity_id
where j.decision = 'saved' and j.undone_at is null
  and (%(vacancy_id)s::uuid is null or j.vacancy_id = %(vacancy_id)s)
order by (r.interested is not null), j.judged_at desc
"""  # noqa: S608 - our own constants


def proposed(db: Db, *, vault: Vault) -> list[Proposal]:
    """The proposals to the candidate who asks, those without an answer first."""
    rows = fetch_nested(db, _Proposal, PROPOSED, {"vacancy_id": None})
    return [_opened(row, vault) for row in rows]


def proposal(db: Db, vacancy_id: UUID, *, vault: Vault) -> Proposal | None:
    """One proposal to the candidate who asks."""
    rows = fetch_nested(db, _Proposal, PROPOSED, {"vacancy_id": vacancy_id})
    return _opened(rows[0], vault) if rows else None


ABOUT = """
select run.capacity_id, m.verdict, o.verdict as overruled, run.candidate_id,
    %(vacancy_id)s::uuid as vacancy_id, m.run_id, m.findings, k.kek, k.wrapped
from (
    select id, candidate_id, capacity_id from match_run
    order by made_at desc, id limit 1
) run
left join match m on m.run_id = run.id and m.vacancy_id = %(vacancy_id)s
left join candidate_key k on k.candidate_id = run.candidate_id
left join verdict_overrule o
    on o.candidate_id = run.candidate_id and o.vacancy_id = %(vacancy_id)s
    and o.undone_at is null and o.capacity_id is not distinct from run.capacity_id
"""


def about(db: Db, vacancy_id: UUID, *, vault: Vault) -> Told | None:
    """What the newest ranking of the candidate who asks found; None without one."""
    row = fetch_one(db, _About, ABOUT, {"vacancy_id": vacancy_id})
    return unlocked(Told, row, **_findings(row, vault)) if row else None


GIVE = """
insert into response (candidate_id, vacancy_id, interested, why_sealed, given_at)
values (%(candidate_id)s, %(vacancy_id)s, %(interested)s, %(why_sealed)s, %(given_at)s)
on conflict (candidate_id, vacancy_id) do update
    set interested = excluded.interested, why_sealed = excluded.why_sealed,
        given_at = excluded.given_at
"""


def give(db: Db, response: Response, *, vault: Vault) -> None:
    """Keep the candidate's answer; a later one replaces it."""
    sealed = None
    if response.why:
        key = key_to_seal(db, vault, response.candidate_id)
        sealed = key.seal(why_cell(response.vacancy_id), response.why)
    db.execute(GIVE, {**asdict(response), "why_sealed": sealed})
