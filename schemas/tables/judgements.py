"""What advisers decided about vacancies: saved or rejected, undone but never erased."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas.capacity import DocumentKind
from schemas.database import Db, nested, nested_all
from schemas.dossier import Decision, RejectReason
from schemas.match import Verdict
from schemas.tables import vacancy_checks
from schemas.tables.candidate_keys import opened_if_any, unlocked
from schemas.tables.responses import why_cell
from schemas.tables.vacancy_checks import Standing
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJudgement:
    """A decision an adviser is about to record; `reason` belongs to a rejection."""

    candidate_id: UUID
    vacancy_id: UUID
    decision: Decision
    reason: RejectReason | None
    judged_by: UUID


UNDO = """
update judgement set undone_at = now()
where candidate_id = %(candidate_id)s and vacancy_id = %(vacancy_id)s
  and undone_at is null
"""


def undo(db: Db, candidate_id: UUID, vacancy_id: UUID) -> bool:
    """Take back the decision in force; False when there is none."""
    parameters = {"candidate_id": candidate_id, "vacancy_id": vacancy_id}
    return db.execute(UNDO, parameters).rowcount > 0


SAME = """
select exists (
    select from judgement
    where candidate_id = %(candidate_id)s and vacancy_id = %(vacancy_id)s
      and decision = %(decision)s and reason is not distinct from %(reason)s
      and undone_at is null)
"""
RECORD = """
insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by)
values (%(candidate_id)s, %(vacancy_id)s, %(decision)s, %(reason)s, %(judged_by)s)
on conflict (candidate_id, vacancy_id) where undone_at is null do nothing
"""


def record(db: Db, judgement: NewJudgement) -> None:
    """Record a decision in place of the one in force; the same one twice is once."""
    parameters = {name: getattr(judgement, name) for name in NewJudgement.__slots__}
    row = db.execute(SAME, parameters).fetchone()
    if row and row[0]:
        return
    undo(db, judgement.candidate_id, judgement.vacancy_id)
    db.execute(RECORD, parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    vacancy_id: UUID
    title: str
    employer: str | None
    place: str | None
    judged_at: datetime
    interested: bool | None
    known_verdict: Verdict | None
    known_overruled: bool
    known_document: DocumentKind | None
    known_assessed_on: date | None
    known_rules: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved(_Facts):
    """A saved vacancy, with what the candidate answered, if anything.

    What was known of it when it was saved is as in `attempts.RecordedAttempt`.
    """

    why: str | None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedSaved(_Facts):
    candidate_id: UUID
    why_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None
    standing: tuple[Any, ...]


# The shortlist, last saved first.
SAVED = f"""
select v.id as vacancy_id, v.title, v.employer, v.place, j.judged_at, r.interested,
    j.known_verdict, j.known_overruled, j.known_document, j.known_assessed_on,
    j.known_rules, j.candidate_id, r.why_sealed, k.kek, k.wrapped, s as standing
from judgement j
join vacancy v on v.id = j.vacancy_id
join ({vacancy_checks.COLUMNS}) s on s.id = j.vacancy_id
left join response r
    on r.candidate_id = j.candidate_id and r.vacancy_id = j.vacancy_id
left join candidate_key k on k.candidate_id = j.candidate_id
where j.candidate_id = %(candidate_id)s and j.decision = 'saved'
  and j.undone_at is null
order by j.judged_at desc
"""  # noqa: S608 - our own constants


def nested_saved(rows: Iterable[Sequence[Any]], vault: Vault) -> list[Saved]:
    """The rows of `SAVED` in another row, opened."""
    return [_opened(row, vault) for row in nested_all(_SealedSaved, rows)]


def _opened(row: _SealedSaved, vault: Vault) -> Saved:
    cell = why_cell(row.vacancy_id)
    return unlocked(
        Saved,
        row,
        why=opened_if_any(row, vault, row.candidate_id, cell, row.why_sealed),
        standing=nested(Standing, row.standing),
    )
