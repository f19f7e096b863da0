"""Seals what was plain until 0018 and 0020; `db migrate` runs it.

One transaction per candidate: whoever stops it loses nothing, and the next run goes on
with what is still plain.
"""

from dataclasses import dataclass
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.sealing import Heard, PlainTexts, everybody, seal_texts
from schemas.tables.attempts import next_step_cell
from schemas.tables.dossier_exports import file_cell
from schemas.tables.reactions import text_cell
from schemas.tables.responses import why_cell
from schemas.tables.tasks import answer_cell, reason_cell
from schemas.vault import Cell, DataKey, Vault


def seal_answers(db: Db, vault: Vault, heard: Heard) -> None:
    """Seal what is plain, as role maintenance; `heard` gets (done, candidates)."""
    for candidate_id, key in everybody(db, vault, heard):
        with db.transaction():
            _tasks(db, key, candidate_id)
            for plain in (RESPONSES, NEXT_STEPS):
                seal_texts(db, key, candidate_id, plain)
            _files(db, key, candidate_id)


def seal_reactions(db: Db, vault: Vault, heard: Heard) -> None:
    """The same for what candidates said beside records."""
    for candidate_id, key in everybody(db, vault, heard):
        with db.transaction():
            seal_texts(db, key, candidate_id, REACTIONS)


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


RESPONSES = PlainTexts(
    read="""
    select vacancy_id as id, why as text from response
    where candidate_id = %(candidate_id)s and why <> ''
    """,
    seal="""
    update response set why = '', why_sealed = %(sealed)s
    where candidate_id = %(candidate_id)s and vacancy_id = %(id)s
    """,
    cell=why_cell,
)
NEXT_STEPS = PlainTexts(
    read="""
    select id, next_step as text from attempt
    where candidate_id = %(candidate_id)s and next_step <> ''
    """,
    seal="""
    update attempt set next_step = '', next_step_sealed = %(sealed)s
    where candidate_id = %(candidate_id)s and id = %(id)s
    """,
    cell=next_step_cell,
)
REACTIONS = PlainTexts(
    read="""
    select id, text from reaction where candidate_id = %(candidate_id)s and text <> ''
    """,
    seal="""
    update reaction set text = '', text_sealed = %(sealed)s
    where candidate_id = %(candidate_id)s and id = %(id)s
    """,
    cell=text_cell,
)


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
