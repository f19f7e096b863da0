"""Vacancies as they stand for a candidate: the match, the judgement, the overrule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas import sealed_findings
from schemas.answer import Told
from schemas.database import Db, fetch_nested, nested, nested_all
from schemas.dossier import Decision, RejectReason
from schemas.match import HeldBack, Match, Verdict
from schemas.tables import answers, shelves, vacancy_checks
from schemas.tables.answers import AnswerAbout
from schemas.tables.candidate_keys import opened, unlocked
from schemas.tables.overrules import motivation_cell
from schemas.tables.shelves import KNOWN
from schemas.tables.vacancy_checks import Standing
from schemas.vacancy import SalaryPeriod, Status
from schemas.vault import Vault


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
    another capacity document than the one that counts now. `told` is what holds of the
    job: it may have been answered since the ranking.
    """

    match: Match | None
    motivation: str | None
    standing: Standing
    told: Sequence[Told]

    @property
    def told_by_field(self) -> Mapping[str, Told]:
        """What holds of the job, by the name of the point."""
        return {one.field: one for one in self.told}

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that counts: the adviser's, unless it is outdated."""
        machine = self.match.verdict if self.match else None
        return self.overruled if self.overruled and not self.outdated else machine


SEVERAL = f"""
{KNOWN}
select v.id as vacancy_id, v.title, v.employer, v.employer_is_intermediary, v.place,
    v.lat, v.lon, v.hours_min, v.hours_max, v.salary_min, v.salary_max,
    v.salary_period, v.source, v.url, v.status, v.valid_through, v.last_seen,
    m.run_id, m.score, m.verdict, m.findings, m.held_back, j.decision, j.reason,
    j.judged_at, o.overrule_id, o.overruled, o.motivation_sealed, o.overruled_by,
    o.overruled_at, o.outdated, k.candidate_id, k.kek, k.wrapped, s as standing, t.told
from vacancy v
join ({vacancy_checks.STANDING}) s on s.id = v.id
left join (
    select about, array_agg(a) as told from ({answers.ABOUT}) a group by about
) t on t.about = v.id
left join match m on m.vacancy_id = v.id and m.run_id = (select id from latest)
left join judgement j on j.vacancy_id = v.id and j.candidate_id = %(candidate_id)s
    and j.undone_at is null
left join overruled o on o.job = coalesce(v.duplicate_of, v.id)
left join candidate_key k on k.candidate_id = %(candidate_id)s
where v.id = any(%(ids)s)
order by array_position(%(ids)s, v.id)
"""  # noqa: S608 - our own constants


def several(
    db: Db, candidate_id: UUID, shown: Sequence[UUID], *, vault: Vault
) -> list[RankedVacancy]:
    """These vacancies as they stand for this candidate, in the order asked."""
    named = {"candidate_id": candidate_id, "ids": list(shown)}
    return [_ranked(row, vault) for row in fetch_nested(db, _Row, SEVERAL, named)]


LYING = f"""
select * from ({SEVERAL}) shown
where vacancy_id in (select vacancy_id from ({shelves.LYING}) lying)
"""  # noqa: S608 - our own constants


def one(
    db: Db, candidate_id: UUID, vacancy_id: UUID, *, vault: Vault
) -> RankedVacancy | None:
    """One vacancy with this candidate's match; None when it lies on no shelf."""
    named = {"candidate_id": candidate_id, "ids": [vacancy_id]}
    found = fetch_nested(db, _Row, LYING, named)
    return _ranked(found[0], vault) if found else None


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
    standing: tuple[Any, ...]
    told: Sequence[tuple[Any, ...]] | None


def _ranked(row: _Row, vault: Vault) -> RankedVacancy:
    return unlocked(
        RankedVacancy,
        row,
        match=_match(row, vault),
        motivation=_why(row, vault),
        standing=nested(Standing, row.standing),
        told=nested_all(AnswerAbout, row.told),
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
