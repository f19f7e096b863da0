"""Sessions; a token itself is never stored, only its hash."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db, fetch_all, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who is asking, in this request."""

    id: UUID
    name: str
    email: str
    persona: Persona


FORGET_OLD = "delete from session where expires_at < now() - interval '30 days'"
OPEN = """
insert into session (token_hash, account_id, expires_at, agent)
values (sha256(convert_to(%(token)s, 'UTF8')), %(account_id)s, %(expires_at)s,
    %(agent)s)
"""


def open_session(
    db: Db, account_id: UUID, token: str, expires_at: datetime, agent: str = ""
) -> None:
    """Start a session for a token of at least 128 random bits; forget very old ones.

    `agent` says which browser it is, in a word or two.
    """
    db.execute(FORGET_OLD)
    values = {"account_id": account_id, "token": token, "agent": agent}
    db.execute(OPEN, {**values, "expires_at": expires_at})
    db.execute(SIGNED_IN, values)


SIGNED_IN = "update account set signed_in_at = now() where id = %(account_id)s"


CLOSE = """
update session set revoked_at = now()
where token_hash = sha256(convert_to(%(token)s, 'UTF8')) and revoked_at is null
"""


def close_session(db: Db, token: str) -> None:
    """End a session; an unknown token ends nothing."""
    db.execute(CLOSE, {"token": token})


# `offset 0` keeps the order: whose session it is, is told before `me` is asked.
ARRIVE = """
select me.id, me.name, me.email, me.persona,
    case when %(awake)s then touch_session() else false end as touched
from (
    select set_config('app.session', %(token)s, true) as token,
        set_config('statement_timeout', '5s', true)
    offset 0
) as session
cross join lateral (
    select id, name, email, persona from me() where session.token is not null offset 0
) as me
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival(Me):
    """Whoever asks; `touched`: the session was marked as alive just now."""

    touched: bool


def arrive(db: Db, token: str, *, awake: bool) -> Arrival | None:
    """Make this transaction the session's own; None when the session is over.

    Who is `awake` keeps it alive, which is marked once a minute at most. Commit that at
    once and identify again: the row stays locked until then, also for the connection
    that ends the session.
    """
    return fetch_one(db, Arrival, ARRIVE, {"token": token, "awake": awake})


def identify(db: Db, token: str) -> Me | None:
    """The same, without a sign of life."""
    return arrive(db, token, awake=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The session of this request, and when its owner last proved to be there."""

    id: UUID
    proven_at: datetime


MINE = "select id, proven_at from my_session()"


def mine(db: Db) -> Own | None:
    """The session that asks; None when nobody is signed in."""
    return fetch_one(db, Own, MINE, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place where somebody is signed in."""

    id: UUID
    made_at: datetime
    last_seen: datetime
    agent: str


PLACES = """
select id, made_at, last_seen, agent from session
where revoked_at is null and expires_at > now()
  and last_seen > now() - %(idle)s
order by last_seen desc, made_at desc
"""


def places(db: Db, idle: timedelta) -> list[Place]:
    """Where whoever asks is signed in; `idle` is the persona's own limit."""
    return fetch_all(db, Place, PLACES, {"idle": idle})


END_ONE = """
update session set revoked_at = now() where id = %(id)s and revoked_at is null
"""


def end_one(db: Db, session_id: UUID) -> bool:
    """End an own session; False for somebody else's, and one that is over."""
    return db.execute(END_ONE, {"id": session_id}).rowcount == 1


END_ALL = """
update session set revoked_at = now()
where account_id = %(account_id)s and revoked_at is null
  and id is distinct from %(but)s
"""


def end_all(db: Db, account_id: UUID, *, but: UUID | None = None) -> int:
    """End the sessions of an account, but for one perhaps; returns how many."""
    values = {"account_id": account_id, "but": but}
    return db.execute(END_ALL, values).rowcount


PROVEN = "update session set proven_at = now() where id = %(id)s"


def proven(db: Db, session_id: UUID) -> None:
    """The owner proved to be there, just now."""
    db.execute(PROVEN, {"id": session_id})
