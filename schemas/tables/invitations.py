"""Invitations: made by whoever may, accepted once by whoever has link and code."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, cast
from uuid import UUID

from schemas.account import PERSONAS, Persona
from schemas.database import Db, fetch_all, fetch_one

CODE_TRIES = 5
Outcome = Literal["invited", "sent_twice", "taken", "has_account", "no_opdrachtgever"]
Stays = Literal["taken", "has_account", "replaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """Somebody to invite; `candidate` is the dossier it is done from, if any.

    `link_secret` is the token of the link, for the mail alone.
    """

    id: UUID
    persona: Persona
    email: str
    name: str
    candidate: UUID | None
    token_hash: bytes
    code_hash: bytes
    link_secret: str


# Who invites looks first: the same form sent twice at once would overlook the other.
LOCK = "select pg_advisory_xact_lock(hashtext('invite'))"
INVITE = """
select invite(%(id)s, %(persona)s, %(email)s, %(name)s, %(candidate)s, %(token_hash)s,
    %(code_hash)s, %(link_secret)s)
"""


def invite(db: Db, new: NewInvitation) -> Outcome:
    """Invite, and mail the link; the database decides whether whoever asks may."""
    db.execute(LOCK)
    row: Any = db.execute(INVITE, asdict(new)).fetchone()
    return cast("Outcome", row[0])


INVITABLE = """
select persona from unnest(%(personas)s::text[]) persona
where may_invite(persona, %(candidate)s)
"""


def invitable(db: Db, candidate: UUID | None) -> set[Persona]:
    """Whom the one who asks may invite."""
    values = {"personas": list(PERSONAS), "candidate": candidate}
    return {row[0] for row in db.execute(INVITABLE, values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """A new code for an invitation; with `link_secret` a new link too."""

    invitation: UUID
    code_hash: bytes
    token_hash: bytes | None = None
    link_secret: str | None = None


RENEW = """
select renew_invitation(%(invitation)s, %(code_hash)s, %(token_hash)s, %(link_secret)s)
"""


def renew(db: Db, renewal: Renewal) -> bool:
    """False when there is no such open invitation of whoever asks."""
    row: Any = db.execute(RENEW, asdict(renewal)).fetchone()
    return bool(row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation as the one who invited sees it."""

    id: UUID
    persona: Persona
    email: str
    name: str
    candidate_id: UUID | None
    made_at: datetime
    link_expires_at: datetime
    code_expires_at: datetime
    code_tries: int
    accepted_at: datetime | None
    withdrawn_at: datetime | None


OPEN = """
select id, persona, email, name, candidate_id, made_at, link_expires_at,
    code_expires_at, code_tries, accepted_at, withdrawn_at
from invitation
where accepted_at is null and withdrawn_at is null
  and (candidate_id = %(candidate)s or %(candidate)s::uuid is null)
order by made_at desc
"""


def still_open(db: Db, candidate: UUID | None) -> list[Invitation]:
    """The open ones of one dossier, or all that whoever asks may see."""
    return fetch_all(db, Invitation, OPEN, {"candidate": candidate})


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An invitation that was withdrawn; `stays` is why it cannot be restored, if so."""

    id: UUID
    persona: Persona
    name: str
    withdrawn_at: datetime
    stays: Stays | None


WITHDRAWN = """
select id, persona, name, withdrawn_at, why_it_stays_withdrawn(id) as stays
from invitation
where accepted_at is null and withdrawn_at > now() - interval '1 day'
  and (candidate_id = %(candidate)s or %(candidate)s::uuid is null)
order by withdrawn_at desc
"""


def withdrawn_lately(db: Db, candidate: UUID | None) -> list[Withdrawn]:
    """Those that were withdrawn in the last day: most can be restored."""
    return fetch_all(db, Withdrawn, WITHDRAWN, {"candidate": candidate})


ONE = """
select id, persona, email, name, candidate_id, made_at, link_expires_at,
    code_expires_at, code_tries, accepted_at, withdrawn_at
from invitation where id = %(id)s
"""


def one(db: Db, invitation: UUID) -> Invitation | None:
    """The invitation, when whoever asks may see it."""
    return fetch_one(db, Invitation, ONE, {"id": invitation})


WITHDRAW = """
update invitation set withdrawn_at = now()
where id = %(id)s and accepted_at is null and withdrawn_at is null
"""


def withdraw(db: Db, invitation: UUID) -> bool:
    """The link leads nowhere from now on; False when it was not open, or not one's."""
    return db.execute(WITHDRAW, {"id": invitation}).rowcount == 1


RESTORE = "select restore_invitation(%(id)s)"


def restore(db: Db, invitation: UUID) -> bool:
    """What was withdrawn counts again; False after a day, or when another one does."""
    row: Any = db.execute(RESTORE, {"id": invitation}).fetchone()
    return bool(row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An invitation as its link finds it, in whatever state."""

    id: UUID
    persona: Persona
    email: str
    name: str
    link_expires_at: datetime
    code_hash: bytes
    code_expires_at: datetime
    code_tries: int
    accepted_at: datetime | None
    withdrawn_at: datetime | None


FIND = """
select id, persona, email, name, link_expires_at, code_hash, code_expires_at,
    code_tries, accepted_at, withdrawn_at
from invitation where token_hash = %(token_hash)s
"""


def find(db: Db, token_hash: bytes) -> Found | None:
    """The invitation of this link; as role web_auth."""
    return fetch_one(db, Found, FIND, {"token_hash": token_hash})


COUNT_TRY = """
update invitation set code_tries = code_tries + 1
where id = %(id)s and code_tries < %(most)s
"""


def count_try(db: Db, invitation: UUID) -> bool:
    """Count a try of the code before it is weighed; False when there is none left."""
    values = {"id": invitation, "most": CODE_TRIES}
    return db.execute(COUNT_TRY, values).rowcount == 1


RETURN_TRY = """
update invitation set code_tries = greatest(code_tries - 1, 0) where id = %(id)s
"""


def return_try(db: Db, invitation: UUID) -> None:
    """The code was right; what kept somebody out was something else."""
    db.execute(RETURN_TRY, {"id": invitation})


ACCEPT = "select accept_invitation(%(id)s, %(password_hash)s)"


def accept(db: Db, invitation: UUID, password_hash: str) -> UUID | None:
    """Make the account; None when the invitation is over by now."""
    values = {"id": invitation, "password_hash": password_hash}
    row: Any = db.execute(ACCEPT, values).fetchone()
    account: UUID | None = row[0]
    return account


@dataclass(frozen=True, slots=True, kw_only=True)
class HasAccess:
    """An account that sees a traject; `lasts` is False when its time is over."""

    account_id: UUID
    persona: Persona
    name: str
    email: str
    active: bool
    lasts: bool


PEOPLE = """
select account_id, persona, name, email, active, lasts from people_of(%(candidate)s)
"""


def people_of(db: Db, candidate: UUID) -> list[HasAccess]:
    """Who sees this traject beside its advisers."""
    return fetch_all(db, HasAccess, PEOPLE, {"candidate": candidate})
