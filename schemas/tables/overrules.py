"""Verdicts that an adviser overruled: with why, taken back but never erased."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Rollback

from schemas.database import Db, fetch_all, fetch_one
from schemas.match import Overrule, Verdict
from schemas.tables.candidate_keys import key_to_seal, opened, unlocked
from schemas.vault import Cell, Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOverrule:
    """A verdict an adviser is about to record, in place of the one `seen`.

    `machine` is the verdict of the rules that it overrules; `capacity_id` the document
    that verdict came from.
    """

    id: UUID
    candidate_id: UUID
    vacancy_id: UUID
    verdict: Verdict
    machine: Verdict
    motivation: str
    capacity_id: UUID | None
    made_by: UUID
    seen: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    id: UUID
    candidate_id: UUID
    vacancy_id: UUID
    verdict: Verdict
    machine: Verdict
    motivation_sealed: bytes
    capacity_id: UUID | None
    made_by: UUID
    made_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None
    kek: str
    wrapped: bytes


def _unlocked(row: _Sealed, vault: Vault) -> Overrule:
    cell, sealed = motivation_cell(row.id), row.motivation_sealed
    said = opened(row, vault, row.candidate_id, cell, sealed)
    return unlocked(Overrule, row, motivation=said)


def motivation_cell(overrule_id: UUID | None) -> Cell:
    """Where the motivation of an overrule is sealed."""
    row = str(overrule_id)
    return Cell(table="verdict_overrule", column="motivation_sealed", row=row)


HISTORY = """
select id, candidate_id, vacancy_id, verdict, machine, motivation_sealed, capacity_id,
    made_by, o.made_at, undone_by, undone_at, kek, wrapped
from verdict_overrule o join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s and vacancy_id = %(vacancy_id)s
order by o.made_at desc, id
limit 50
"""


def history(
    db: Db, candidate_id: UUID, vacancy_id: UUID, *, vault: Vault
) -> list[Overrule]:
    """Every overrule of this vacancy, also what was taken back; newest first."""
    parameters = {"candidate_id": candidate_id, "vacancy_id": vacancy_id}
    return [
        _unlocked(row, vault) for row in fetch_all(db, _Sealed, HISTORY, parameters)
    ]


ONE = """
select id, candidate_id, vacancy_id, verdict, machine, motivation_sealed, capacity_id,
    made_by, o.made_at, undone_by, undone_at, kek, wrapped
from verdict_overrule o join candidate_key using (candidate_id)
where id = %(id)s and candidate_id = %(candidate_id)s
"""


def one(
    db: Db, candidate_id: UUID, overrule_id: UUID, *, vault: Vault
) -> Overrule | None:
    """The overrule with this id, of this candidate."""
    parameters = {"id": overrule_id, "candidate_id": candidate_id}
    row = fetch_one(db, _Sealed, ONE, parameters)
    return _unlocked(row, vault) if row else None


TAKE_BACK = """
update verdict_overrule set undone_by = %(by)s, undone_at = now()
where id = %(id)s and candidate_id = %(candidate_id)s and undone_at is null
"""


def take_back(db: Db, candidate_id: UUID, overrule_id: UUID, by: UUID) -> bool:
    """Let the machine's verdict count again; False when it did so already."""
    parameters = {"id": overrule_id, "candidate_id": candidate_id, "by": by}
    return db.execute(TAKE_BACK, parameters).rowcount == 1


ADD = """
insert into verdict_overrule (id, candidate_id, vacancy_id, verdict, machine,
    motivation_sealed, capacity_id, made_by)
values (%(id)s, %(candidate_id)s, %(vacancy_id)s, %(verdict)s, %(machine)s,
    %(motivation_sealed)s, %(capacity_id)s, %(made_by)s)
on conflict do nothing
"""


def add(db: Db, overrule: NewOverrule, *, vault: Vault) -> bool:
    """Record a verdict in place of the one seen.

    False when another holds than the adviser saw, or this very one was recorded before:
    then nothing has changed.
    """
    parameters = _parameters(db, overrule, vault)
    with db.transaction() as both:
        if overrule.seen:
            take_back(db, overrule.candidate_id, overrule.seen, overrule.made_by)
        added = db.execute(ADD, parameters).rowcount == 1
        if not added:
            raise Rollback(both)
    return added


def _parameters(db: Db, overrule: NewOverrule, vault: Vault) -> dict[str, Any]:
    if not overrule.motivation:
        raise ValueError("a verdict is overruled with a motivation")
    key = key_to_seal(db, vault, overrule.candidate_id)
    sealed = key.seal(motivation_cell(overrule.id), overrule.motivation)
    names = NewOverrule.__slots__
    return {name: getattr(overrule, name) for name in names} | {
        "motivation_sealed": sealed
    }
