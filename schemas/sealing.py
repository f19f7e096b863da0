"""Seals what an older version kept plain; `db migrate` runs it, and may be stopped.

One transaction per candidate and per ranking: whoever stops it loses nothing, and the
next run goes on with what is still plain.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString
from uuid import UUID

from schemas import sealed_capacity, sealed_findings
from schemas.capacity import CapacityItem, HoursStep
from schemas.database import Db, fetch_all
from schemas.tables import attempts, capacities, overrules
from schemas.tables.candidate_keys import key_to_seal
from schemas.vault import Cell, DataKey, Vault

Heard = Callable[[int, int], None]

CANDIDATES = "select id from candidate order by id"


def seal_everything(db: Db, vault: Vault, heard: Heard) -> None:
    """Seal what is plain, as role maintenance; `heard` gets (done, candidates)."""
    for candidate_id, key in everybody(db, vault, heard):
        with db.transaction():
            _documents(db, key, candidate_id)
            for plain in (NOTES, MOTIVATIONS):
                seal_texts(db, key, candidate_id, plain)
        _rankings(db, key, candidate_id)


def everybody(db: Db, vault: Vault, heard: Heard) -> Iterator[tuple[UUID, DataKey]]:
    """Every candidate with a key, made where there is none; `heard` after each."""
    people = [row[0] for row in db.execute(CANDIDATES)]
    db.commit()
    for done, candidate_id in enumerate(people, start=1):
        with db.transaction():
            key = key_to_seal(db, vault, candidate_id)
        yield candidate_id, key
        heard(done, len(people))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plain:
    id: UUID
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTexts:
    """What reads the plain texts of a candidate and their ids, and what seals one."""

    read: LiteralString
    seal: LiteralString
    cell: Callable[[UUID], Cell]


def seal_texts(db: Db, key: DataKey, candidate_id: UUID, plain: PlainTexts) -> None:
    """Seal each text in the cell that belongs to its id."""
    named = {"candidate_id": candidate_id}
    for one in fetch_all(db, _Plain, plain.read, named):
        sealed = key.seal(plain.cell(one.id), one.text or "")
        db.execute(plain.seal, {**named, "id": one.id, "sealed": sealed})


DOCUMENTS = """
select id, nullif(withdrawn_reason, '') as text from capacity_document
where candidate_id = %(candidate_id)s and sealed is null
"""
ITEMS = """
select field, level, value, unit, is_max, sentence, choices
from capacity_item where document_id = %(id)s
"""
STEPS = """
select starts_on, hours_day, hours_week, is_max
from capacity_hours_step where document_id = %(id)s
"""
SEAL_DOCUMENT = """
update capacity_document set sealed = %(sealed)s, withdrawn_sealed = %(why)s,
    withdrawn_reason = ''
where id = %(id)s
"""
FORGET_ITEMS = "delete from capacity_item where document_id = %(id)s"
FORGET_STEPS = "delete from capacity_hours_step where document_id = %(id)s"


def _documents(db: Db, key: DataKey, candidate_id: UUID) -> None:
    for one in fetch_all(db, _Plain, DOCUMENTS, {"candidate_id": candidate_id}):
        items = fetch_all(db, CapacityItem, ITEMS, {"id": one.id})
        steps = fetch_all(db, HoursStep, STEPS, {"id": one.id})
        said = sealed_capacity.write(items, steps)
        why = key.seal(capacities.withdrawal(one.id), one.text) if one.text else None
        sealed = key.seal(capacities.content(one.id), said)
        db.execute(SEAL_DOCUMENT, {"id": one.id, "sealed": sealed, "why": why})
        db.execute(FORGET_ITEMS, {"id": one.id})
        db.execute(FORGET_STEPS, {"id": one.id})


NOTES = PlainTexts(
    read="""
    select id, note as text from attempt
    where candidate_id = %(candidate_id)s and note <> ''
    """,
    seal="""
    update attempt set note = '', note_sealed = %(sealed)s where id = %(id)s
    """,
    cell=attempts.note_cell,
)
MOTIVATIONS = PlainTexts(
    read="""
    select id, motivation as text from verdict_overrule
    where candidate_id = %(candidate_id)s and motivation is not null
    """,
    seal="""
    update verdict_overrule set motivation = null, motivation_sealed = %(sealed)s
    where id = %(id)s
    """,
    cell=overrules.motivation_cell,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    vacancy_id: UUID
    reasons: Sequence[Mapping[str, Any]]
    objections: Sequence[Mapping[str, Any]]
    questions: Sequence[Mapping[str, Any]]
    assumptions: Sequence[Mapping[str, Any]]
    contributions: Sequence[Mapping[str, Any]]


RUNS = """
select id from match_run r where candidate_id = %(candidate_id)s
  and exists (select from match m where m.run_id = r.id and m.findings is null)
"""
MATCHES = """
select vacancy_id, reasons, objections, questions, assumptions, contributions
from match where run_id = %(run_id)s and findings is null
"""
SEAL_MATCH = """
update match set findings = %(sealed)s, reasons = null, objections = null,
    questions = null, assumptions = null, contributions = null
where run_id = %(run_id)s and vacancy_id = %(vacancy_id)s
"""


def _rankings(db: Db, key: DataKey, candidate_id: UUID) -> None:
    with db.transaction():
        runs = [row[0] for row in db.execute(RUNS, {"candidate_id": candidate_id})]
    for run_id in runs:
        with db.transaction(), db.cursor() as cursor:
            found = fetch_all(db, _Match, MATCHES, {"run_id": run_id})
            cursor.executemany(SEAL_MATCH, [_sealed(key, run_id, one) for one in found])


def _sealed(key: DataKey, run_id: UUID, one: _Match) -> dict[str, Any]:
    text = sealed_findings.as_text(
        {name: getattr(one, name) for name in sealed_findings.LISTS}
    )
    cell = sealed_findings.cell(run_id, one.vacancy_id)
    return {
        "run_id": run_id,
        "vacancy_id": one.vacancy_id,
        "sealed": key.seal(cell, text),
    }
