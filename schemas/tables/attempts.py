"""Mediation attempts: recorded once, corrected by their maker, counted per channel."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from schemas.capacity import DocumentKind
from schemas.database import Db, fetch_all, fetch_one, nested_all
from schemas.dossier import Attempt, AttemptKind, Channel, Unreached
from schemas.match import Verdict
from schemas.tables.candidate_keys import key_to_seal, opened_if_any, unlocked
from schemas.vault import Cell, Vault

ADD = """
insert into attempt (id, candidate_id, company_id, vacancy_id, channel, employer,
    person, kind, outcome, note, note_sealed, next_step, next_step_sealed, next_on,
    happened_on, made_by, made_at)
values (%(id)s, %(candidate_id)s, %(company_id)s, %(vacancy_id)s, %(channel)s,
    %(employer)s, %(person)s, %(kind)s, %(outcome)s, %(note)s, %(note_sealed)s,
    %(next_step)s, %(next_step_sealed)s, %(next_on)s, %(happened_on)s, %(made_by)s,
    %(made_at)s)
on conflict (id) do nothing
"""


def add(db: Db, attempt: Attempt, *, vault: Vault) -> bool:
    """Record an attempt; False when this id was recorded before."""
    return db.execute(ADD, _sealed(db, attempt, vault)).rowcount == 1


def _sealed(db: Db, attempt: Attempt, vault: Vault) -> dict[str, Any]:
    """The columns; of a call for nobody in particular nothing is sealed."""
    cells = {"note": note_cell(attempt.id), "next_step": next_step_cell(attempt.id)}
    columns = asdict(attempt) | {cell.column: None for cell in cells.values()}
    if attempt.candidate_id is None:
        return columns
    for name, cell in cells.items():
        if text := columns[name]:
            key = key_to_seal(db, vault, attempt.candidate_id)
            columns |= {name: "", cell.column: key.seal(cell, text)}
    return columns


def note_cell(attempt_id: UUID) -> Cell:
    """Where the note of an attempt is sealed."""
    return Cell(table="attempt", column="note_sealed", row=str(attempt_id))


def next_step_cell(attempt_id: UUID) -> Cell:
    """Where it is sealed what comes after an attempt."""
    return Cell(table="attempt", column="next_step_sealed", row=str(attempt_id))


CORRECT = """
update attempt set company_id = %(company_id)s, channel = %(channel)s,
    employer = %(employer)s, person = %(person)s, kind = %(kind)s,
    outcome = %(outcome)s, note = %(note)s, note_sealed = %(note_sealed)s,
    next_step = %(next_step)s, next_step_sealed = %(next_step_sealed)s,
    next_on = %(next_on)s, happened_on = %(happened_on)s
where id = %(id)s and made_by = %(made_by)s
"""
WHOSE = """
select candidate_id from attempt where id = %(id)s and made_by = %(made_by)s
"""


def correct(db: Db, attempt: Attempt, *, vault: Vault) -> bool:
    """Mend what was recorded; False when it is not the maker who asks.

    For whom it was stays as it was recorded, whatever `attempt` says.
    """
    row: Any = db.execute(WHOSE, asdict(attempt)).fetchone()
    if row is None:
        return False
    mended = replace(attempt, candidate_id=row[0])
    return db.execute(CORRECT, _sealed(db, mended, vault)).rowcount == 1


class Sealed(Protocol):
    """A row whose note and next step are sealed when it is about a candidate."""

    @property
    def id(self) -> UUID: ...
    @property
    def candidate_id(self) -> UUID | None: ...
    @property
    def note(self) -> str: ...
    @property
    def note_sealed(self) -> bytes | None: ...
    @property
    def next_step(self) -> str: ...
    @property
    def next_step_sealed(self) -> bytes | None: ...
    @property
    def kek(self) -> str | None: ...
    @property
    def wrapped(self) -> bytes | None: ...


def texts(row: Sealed, vault: Vault) -> dict[str, str]:
    """Note and next step of a row, opened; plain when it is about no candidate."""
    if row.candidate_id is None:
        return {"note": row.note, "next_step": row.next_step}
    whose, note, next_ = row.candidate_id, note_cell(row.id), next_step_cell(row.id)
    return {
        "note": opened_if_any(row, vault, whose, note, row.note_sealed) or "",
        "next_step": opened_if_any(row, vault, whose, next_, row.next_step_sealed)
        or "",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedAttempt(Attempt):
    note_sealed: bytes | None
    next_step_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


ONE_OF_MAKER = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, note_sealed, next_step, next_step_sealed, next_on, happened_on,
    made_by, a.made_at, kek, wrapped
from attempt a left join candidate_key using (candidate_id)
where id = %(id)s and made_by = %(made_by)s
"""


def one_of_maker(
    db: Db, attempt_id: UUID, made_by: UUID, *, vault: Vault
) -> Attempt | None:
    """The attempt, when `made_by` recorded it."""
    named = {"id": attempt_id, "made_by": made_by}
    found = fetch_one(db, _SealedAttempt, ONE_OF_MAKER, named)
    return unlocked(Attempt, found, **texts(found, vault)) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt(Attempt):
    """An attempt with what was known of its vacancy when it was recorded.

    The database noted that itself, from the newest ranking of that moment; no later
    ranking changes it. `known_rules` is None when nothing had been compared yet,
    `known_verdict` when that ranking did not keep the vacancy, `known_document` when
    there was no belastbaarheid. `known_run` is None once the ranking is erased.
    """

    known_run: UUID | None
    known_verdict: Verdict | None
    known_overruled: bool
    known_document: DocumentKind | None
    known_assessed_on: date | None
    known_rules: str | None
    known_model: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedRecord(RecordedAttempt):
    note_sealed: bytes | None
    next_step_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


OF_CANDIDATE = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, next_step, next_on, happened_on, made_by, a.made_at, known_run,
    known_verdict, known_overruled, known_document, known_assessed_on, known_rules,
    known_model, note_sealed, next_step_sealed, kek, wrapped
from attempt a left join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s
order by happened_on desc, a.made_at desc
limit %(limit)s
"""


def of_candidate(db: Db, candidate_id: UUID, *, vault: Vault) -> list[RecordedAttempt]:
    """The attempts for a candidate, newest first."""
    named = {"candidate_id": candidate_id, "limit": 1000}
    rows = fetch_all(db, _SealedRecord, OF_CANDIDATE, named)
    return [_opened(row, vault) for row in rows]


def nested_attempts(
    rows: Iterable[Sequence[Any]], vault: Vault
) -> list[RecordedAttempt]:
    """The rows of `OF_CANDIDATE` in another row, opened."""
    return [_opened(row, vault) for row in nested_all(_SealedRecord, rows)]


def _opened(row: _SealedRecord, vault: Vault) -> RecordedAttempt:
    return unlocked(RecordedAttempt, row, **texts(row, vault))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelCount:
    """How many attempts went over one channel."""

    channel: Channel
    attempts: int


PER_CHANNEL = """
select channel, count(*) as attempts from attempt
where candidate_id = %(candidate_id)s group by channel
"""


def per_channel(db: Db, candidate_id: UUID) -> dict[Channel, int]:
    """The number of attempts per channel; a channel not tried is not there."""
    rows = fetch_all(db, ChannelCount, PER_CHANNEL, {"candidate_id": candidate_id})
    return {row.channel: row.attempts for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """An attempt as the candidate it was for may read it.

    `unreached` says how it went when nobody answered; of a talk nothing is said.
    """

    id: UUID
    channel: Channel
    employer: str
    kind: AttemptKind
    unreached: Unreached | None
    happened_on: date


FOR_ME = """
select id, channel, employer, kind, unreached, happened_on from attempt
order by happened_on desc, employer
limit 100
"""


def for_me(db: Db) -> list[Effort]:
    """What was tried for the candidate who asks; row-level security chooses."""
    return fetch_all(db, Effort, FOR_ME, {})
