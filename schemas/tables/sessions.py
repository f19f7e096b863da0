"""Sessions and failed sign-ins; a token itself is never stored, only its hash."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who is asking, in this request."""

    id: UUID
    name: str
    email: str
    persona: Persona


FORGET_OLD = "delete from session where expires_at < now() - interval '30 days'"
OPEN = """
insert into session (token_hash, account_id, expires_at)
values (sha256(convert_to(%(token)s, 'UTF8')), %(account_id)s, %(expires_at)s)
"""


def open_session(db: Db, account_id: UUID, token: str, expires_at: datetime) -> None:
    """Start a session for a token of at least 128 random bits; forget very old ones."""
    db.execute(FORGET_OLD)
    db.execute(
        OPEN, {"account_id": account_id, "token": token, "expires_at": expires_at}
    )


CLOSE = """
update session set revoked_at = now()
where token_hash = sha256(convert_to(%(token)s, 'UTF8')) and revoked_at is null
"""


def close_session(db: Db, token: str) -> None:
    """End a session; an unknown token ends nothing."""
    db.execute(CLOSE, {"token": token})


IDENTIFY = "select set_config('app.session', %(token)s, true)"
LIMIT = "select set_config('statement_timeout', '5s', true)"
ME = "select id, name, email, persona from me()"
TOUCH = "select touch_session()"


def identify(db: Db, token: str) -> Me | None:
    """Make this transaction the session's own; None when the session is over."""
    db.execute(IDENTIFY, {"token": token})
    db.execute(LIMIT)
    me = fetch_one(db, Me, ME, {})
    if me is not None:
        db.execute(TOUCH)
    return me


FAILED = """
insert into login_attempt (key) values (sha256(convert_to(%(key)s, 'UTF8')))
"""


def note_failure(db: Db, key: str) -> None:
    """Remember a failed sign-in under `key` (a mail address or a network)."""
    db.execute(FAILED, {"key": key})


FAILURES = """
select count(*) as failures from login_attempt
where key = sha256(convert_to(%(key)s, 'UTF8'))
  and failed_at > now() - interval '15 minutes'
"""


def failures(db: Db, key: str) -> int:
    """How often signing in failed under `key` in the last quarter of an hour."""
    row = db.execute(FAILURES, {"key": key}).fetchone()
    return int(row[0]) if row else 0


FORGET_FAILURES = """
delete from login_attempt
where key = sha256(convert_to(%(key)s, 'UTF8'))
   or failed_at < now() - interval '30 days'
"""


def forget_failures(db: Db, key: str) -> None:
    """A good sign-in clears its own failures, and everybody's old ones."""
    db.execute(FORGET_FAILURES, {"key": key})
