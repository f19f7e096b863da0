"""Mediation attempts: recorded once, corrected by their maker, counted per channel."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from schemas.capacity import DocumentKind
from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Attempt, AttemptKind, Channel, Outcome
from schemas.match import Verdict
from schemas.tables.candidate_keys import key_to_seal, opened, unlocked
from schemas.vault import Cell, Vault

ADD = """
insert into attempt (id, candidate_id, company_id, vacancy_id, channel, employer,
    person, kind, outcome, note, note_sealed, next_step, next_on, happened_on, made_by,
    made_at)
values (%(id)s, %(candidate_id)s, %(company_id)s, %(vacancy_id)s, %(channel)s,
    %(employer)s, %(person)s, %(kind)s, %(outcome)s, %(note)s, %(note_sealed)s,
    %(next_step)s, %(next_on)s, %(happened_on)s, %(made_by)s, %(made_at)s)
on conflict (id) do nothing
"""


def add(db: Db, attempt: Attempt, *, vault: Vault) -> bool:
    """Record an attempt; False when this id was recorded before."""
    return db.execute(ADD, _sealed(db, attempt, vault)).rowcount == 1


def _sealed(db: Db, attempt: Attempt, vault: Vault) -> dict[str, Any]:
    """The columns; a note on a call for nobody in particular is not sealed."""
    columns = asdict(attempt) | {"note_sealed": None}
    if attempt.candidate_id is None or not attempt.note:
        return columns
    key = key_to_seal(db, vault, attempt.candidate_id)
    sealed = key.seal(note_cell(attempt.id), attempt.note)
    return columns | {"note": "", "note_sealed": sealed}


def note_cell(attempt_id: UUID) -> Cell:
    """Where the note of an attempt is sealed."""
    return Cell(table="attempt", column="note_sealed", row=str(attempt_id))


CORRECT = """
update attempt set company_id = %(company_id)s, channel = %(channel)s,
    employer = %(employer)s, person = %(person)s, kind = %(kind)s,
    outcome = %(outcome)s, note = %(note)s, note_sealed = %(note_sealed)s,
    next_step = %(next_step)s, next_on = %(next_on)s, happened_on = %(happened_on)s
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _SealedAttempt(Attempt):
    note_sealed: bytes | None
    kek: str | None
    wrapped: bytes | None


ONE_OF_MAKER = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, note_sealed, next_step, next_on, happened_on, made_by, a.made_at,
    kek, wrapped
from attempt a left join candidate_key using (candidate_id)
where id = %(id)s and made_by = %(made_by)s
"""


def one_of_maker(
    db: Db, attempt_id: UUID, made_by: UUID, *, vault: Vault
) -> Attempt | None:
    """The attempt, when `made_by` recorded it."""
    named = {"id": attempt_id, "made_by": made_by}
    found = fetch_one(db, _SealedAttempt, ONE_OF_MAKER, named)
    return unlocked(Attempt, found, note=_said(found, vault)) if found else None


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
    kek: str | None
    wrapped: bytes | None


OF_CANDIDATE = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, note_sealed, next_step, next_on, happened_on, made_by, a.made_at,
    known_run, known_verdict, known_overruled, known_document, known_assessed_on,
    known_rules, known_model, kek, wrapped
from attempt a left join candidate_key using (candidate_id)
where candidate_id = %(candidate_id)s
order by happened_on desc, a.made_at desc
limit %(limit)s
"""


def of_candidate(
    db: Db, candidate_id: UUID, *, vault: Vault, limit: int = 1000
) -> list[RecordedAttempt]:
    """The attempts for a candidate, newest first."""
    named = {"candidate_id": candidate_id, "limit": limit}
    return [
        unlocked(RecordedAttempt, row, note=_said(row, vault))
        for row in fetch_all(db, _SealedRecord, OF_CANDIDATE, named)
    ]


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
    kek: str | None
    wrapped: bytes | None


def _said(row: _SealedAttempt | _SealedRecord | _SealedCall, vault: Vault) -> str:
    """The note of a row: plain when it is about no candidate."""
    if row.note_sealed is None or row.candidate_id is None:
        return row.note
    return opened(row, vault, row.candidate_id, note_cell(row.id), row.note_sealed)


AT_COMPANY = """
select a.id, a.candidate_id, c.name as candidate, a.person, a.kind, a.outcome, a.note,
    a.note_sealed, a.next_step, a.next_on, a.happened_on, a.made_by, k.kek, k.wrapped
from attempt a left join candidate c on c.id = a.candidate_id
left join candidate_key k on k.candidate_id = a.candidate_id
where a.company_id = %(company_id)s
order by a.happened_on desc, a.made_at desc
limit 200
"""


def at_company(db: Db, company_id: UUID, *, vault: Vault) -> list[Call]:
    """What the asking adviser may read of the contact with a company, newest first."""
    return [
        unlocked(Call, row, note=_said(row, vault))
        for row in fetch_all(db, _SealedCall, AT_COMPANY, {"company_id": company_id})
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """An attempt as the candidate it was for may read it."""

    id: UUID
    channel: Channel
    employer: str
    kind: AttemptKind
    happened_on: date


FOR_ME = """
select id, channel, employer, kind, happened_on from attempt
order by happened_on desc, employer
limit 100
"""


def for_me(db: Db) -> list[Effort]:
    """What was tried for the candidate who asks; row-level security chooses."""
    return fetch_all(db, Effort, FOR_ME, {})
