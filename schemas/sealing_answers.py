"""Seals what was plain until 0018: answers, next steps, files; `db migrate` runs it.

One transaction per candidate: whoever stops it loses nothing, and the next run goes on
with what is still plain.
"""

from dataclasses import dataclass
from typing import LiteralString
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.sealing import Heard, everybody
from schemas.tables.attempts import next_step_cell
from schemas.tables.dossier_exports import file_cell
from schemas.tables.responses import why_cell
from schemas.tables.tasks import answer_cell, reason_cell
from schemas.vault import Cell, DataKey, Vault


def seal_answers(db: Db, vault: Vault, heard: Heard) -> None:
    """Seal what is plain, as role maintenance; `heard` gets (done, candidates)."""
    for candidate_id, key in everybody(db, vault, heard):
        with db.transaction():
            _tasks(db, key, candidate_id)
            _responses(db, key, candidate_id)
            _next_steps(db, key, candidate_id)
            _files(db, key, candidate_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlainTask:
    id: UUID
    reason: str | None
    answer: str


TASKS = """
select id, cannot_reason as reason, answer from task
where candidate_id = %(candidate_id)s and (cannot_reason is not null or answer <> '')
"""
SEAL_TASK = """
update task set cannot_reason = null, cannot_reason_sealed = %(reason)s, answer = '',
    answer_sealed = %(answer)s
where id = %(id)s
"""


def _tasks(db: Db, key: DataKey, candidate_id: UUID) -> None:
    for one in fetch_all(db, _PlainTask, TASKS, {"candidate_id": candidate_id}):
        reason = _sealed(key, reason_cell(one.id), one.reason)
        answer = _sealed(key, answer_cell(one.id), one.answer)
        db.execute(SEAL_TASK, {"id": one.id, "reason": reason, "answer": answer})


def _sealed(key: DataKey, cell: Cell, text: str | None) -> bytes | None:
    return key.seal(cell, text) if text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plain:
    id: UUID
    text: str


RESPONSES = """
select vacancy_id as id, why as text from response
where candidate_id = %(candidate_id)s and why <> ''
"""
SEAL_RESPONSE = """
update response set why = '', why_sealed = %(sealed)s
where candidate_id = %(candidate_id)s and vacancy_id = %(id)s
"""
NEXT_STEPS = """
select id, next_step as text from attempt
where candidate_id = %(candidate_id)s and next_step <> ''
"""
SEAL_NEXT_STEP = """
update attempt set next_step = '', next_step_sealed = %(sealed)s
where candidate_id = %(candidate_id)s and id = %(id)s
"""


def _responses(db: Db, key: DataKey, candidate_id: UUID) -> None:
    for one in _plain(db, RESPONSES, candidate_id):
        sealed = key.seal(why_cell(one.id), one.text)
        named = {"candidate_id": candidate_id, "id": one.id, "sealed": sealed}
        db.execute(SEAL_RESPONSE, named)


def _next_steps(db: Db, key: DataKey, candidate_id: UUID) -> None:
    for one in _plain(db, NEXT_STEPS, candidate_id):
        sealed = key.seal(next_step_cell(one.id), one.text)
        named = {"candidate_id": candidate_id, "id": one.id, "sealed": sealed}
        db.execute(SEAL_NEXT_STEP, named)


def _plain(db: Db, query: LiteralString, candidate_id: UUID) -> list[_Plain]:
    return fetch_all(db, _Plain, query, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlainFile:
    id: UUID
    file: bytes


FILES = """
select id, file from dossier_export
where candidate_id = %(candidate_id)s and file is not null
"""
SEAL_FILE = """
update dossier_export set file = null, sealed = %(sealed)s where id = %(id)s
"""


def _files(db: Db, key: DataKey, candidate_id: UUID) -> None:
    for one in fetch_all(db, _PlainFile, FILES, {"candidate_id": candidate_id}):
        sealed = key.seal_file(file_cell(one.id), one.file)
        db.execute(SEAL_FILE, {"id": one.id, "sealed": sealed})
