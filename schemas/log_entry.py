"""The log: who looked at what and who changed it; never a name, never content."""

import hashlib
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from json import dumps
from typing import Literal
from uuid import UUID

Act = Literal[
    "viewed",
    "changed",
    "exported",
    "refused",
    "signed_in",
    "signed_out",
    "sign_in_refused",
    "invited",
    "stood_in",
    "erased",
]
Thing = Literal[
    "account",
    "added_vacancy",
    "adviser",
    "answer",
    "asked_vacancy",
    "attempt",
    "capacity",
    "caseload",
    "changes",
    "company",
    "consent",
    "dossier",
    "erasure",
    "export",
    "judgement",
    "log",
    "overrule",
    "profile",
    "progress",
    "proposal",
    "reaction",
    "retention",
    "session",
    "sources",
    "stand_in",
    "task",
    "traject",
    "vacancies",
    "vacancy",
]
Who = Literal[
    "adviser",
    "stand_in",
    "candidate",
    "opdrachtgever",
    "coordinator",
    "admin",
    "program",
]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One row. `cluster` and `xact` say which transaction of which server wrote it.

    Without `account_id` it was a program, or somebody who did not get in.
    """

    id: int
    at: datetime
    cluster: int
    xact: int
    account_id: UUID | None
    persona: str | None
    stands_in: bool
    act: Act
    candidate_id: UUID | None
    thing: Thing
    thing_id: UUID | None
    request_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The sum over the rows of transactions `from_xact` up to `to_xact`, exclusive.

    Its `head` covers these rows, what the seal says of itself and the head before it.
    """

    number: int
    cluster: int
    from_xact: int
    to_xact: int
    rows: int
    made_at: datetime
    head: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement:
    """All rows up to and with those of seal `number` were removed for their age."""

    number: int
    head: bytes
    retired_at: datetime


def canonical(row: LogEntry | Seal) -> bytes:
    """One row as the same bytes on every machine; of a seal all but its head."""
    values = [_plain(value) for value in astuple(row) if not isinstance(value, bytes)]
    return dumps(values, separators=(",", ":")).encode()


def add_to_chain(chain: bytes, row: LogEntry | Seal) -> bytes:
    """The sum (32 bytes) after this row."""
    return hashlib.sha256(chain + canonical(row)).digest()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return (value - EPOCH) // timedelta(microseconds=1)
    return str(value) if isinstance(value, UUID) else value
