"""Who is to be erased because it was asked for; the worker does it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one

ASK = "select request_erasure(%(candidate_id)s)"


def ask(db: Db, candidate_id: UUID) -> bool:
    """Have a candidate erased, as coordinator; False when it was asked already."""
    row = db.execute(ASK, {"candidate_id": candidate_id}).fetchone()
    return bool(row and row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    asked_at: datetime


ASKED_AT = "select asked_at from erasure_request where candidate_id = %(candidate_id)s"


def asked_at(db: Db, candidate_id: UUID) -> datetime | None:
    """When it was asked; None when it was not."""
    found = fetch_one(db, _Asked, ASKED_AT, {"candidate_id": candidate_id})
    return found.asked_at if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Somebody to erase; `asked_by` None: that account is gone."""

    candidate_id: UUID
    asked_by: UUID | None


OPEN = "select candidate_id, asked_by from erasure_request order by asked_at"


def everyone(db: Db) -> list[Request]:
    """Everybody who is to be erased, longest waiting first; as role maintenance."""
    return fetch_all(db, Request, OPEN, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many wait, and since which day the first of them."""

    count: int
    since: date | None


WAITING = """
select count(*) as count, min((asked_at at time zone 'Europe/Amsterdam')::date) as since
from erasure_request
"""


def waiting(db: Db) -> Waiting:
    """How many still wait; as role maintenance."""
    found = fetch_one(db, Waiting, WAITING, {})
    assert found is not None  # noqa: S101 - a query without `group by` has one row
    return found
