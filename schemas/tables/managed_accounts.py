"""The accounts as the admin sees them: of a candidate's neither name nor address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.account import Persona, ResetReason
from schemas.database import Db, fetch_all, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedAccount:
    """One line of the admin's list; `name` and `email` are None for a candidate.

    `signed_in_at` is None for who never did; `places`: where somebody is signed in now.
    """

    id: UUID
    persona: Persona
    active: bool
    invented: bool
    made_at: datetime
    signed_in_at: datetime | None
    name: str | None
    email: str | None
    has_app: bool
    recovery_left: int
    places: int


EVERYONE = """
select a.id, a.persona, a.active, a.invented, a.made_at, a.signed_in_at, s.name,
    s.email, x.has_app, x.recovery_left, x.places
from account a
join account_access() x on x.id = a.id
left join staff_names() s on s.id = a.id
where %(id)s::uuid is null or a.id = %(id)s
order by a.persona, lower(s.name), a.id
"""


def everyone(db: Db) -> list[ManagedAccount]:
    """All accounts."""
    return fetch_all(db, ManagedAccount, EVERYONE, {"id": None})


def one(db: Db, account_id: UUID) -> ManagedAccount | None:
    """One account; None when there is none."""
    return fetch_one(db, ManagedAccount, EVERYONE, {"id": account_id})


LET_IN = "update account set active = %(active)s where id = %(id)s"


def let_in(db: Db, account_id: UUID, *, active: bool) -> bool:
    """Let an account in, or keep it out; False for an unknown one and one's own."""
    return db.execute(LET_IN, {"id": account_id, "active": active}).rowcount == 1


SIGN_OUT = "select sign_out_everywhere(%(id)s)"


def sign_out(db: Db, account_id: UUID) -> int | None:
    """End every session, and trust no device; how many sessions that were.

    None for an unknown account and one's own.
    """
    row: Any = db.execute(SIGN_OUT, {"id": account_id}).fetchone()
    ended: int | None = row[0]
    return ended


RESET = "select reset_second_factor(%(id)s, %(reason)s)"


def reset_factor(db: Db, account_id: UUID, reason: ResetReason) -> bool:
    """Take the app and the codes away, end every session and mail the owner.

    False for an unknown account and one's own.
    """
    row: Any = db.execute(RESET, {"id": account_id, "reason": reason}).fetchone()
    return bool(row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """That the second step of an account was taken away; `by` None: by command."""

    reason: ResetReason
    made_at: datetime
    by: str | None


RESETS = """
select r.reason, r.made_at, s.name as by
from factor_reset r left join staff_names() s on s.id = r.made_by
where r.account_id = %(id)s
order by r.made_at desc
limit 20
"""


def resets(db: Db, account_id: UUID) -> list[Reset]:
    """When and why the second step of an account was taken away, the last first."""
    return fetch_all(db, Reset, RESETS, {"id": account_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How an account signs in, for the operator's list."""

    id: UUID
    has_app: bool
    recovery_left: int
    places: int


ACCESS = "select id, has_app, recovery_left, places from account_access()"


def access(db: Db) -> dict[UUID, Access]:
    """The same of every account, by its id."""
    return {one.id: one for one in fetch_all(db, Access, ACCESS, {})}
