"""Accounts: who may sign in. Only the roles web_auth and maintenance read these.

The own name everybody changes, as the role of a persona, by a function.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.account import Account, Persona
from schemas.database import Db, fetch_all, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What signing in needs to know of an account."""

    id: UUID
    persona: Persona
    name: str
    email: str
    password_hash: str
    active: bool
    invented: bool
    has_app: bool
    lasts: bool  # False for an opdrachtgever whose last traject is over for 30 days


CREDENTIALS = """
select id, persona, name, email, password_hash, active, invented,
    totp_seed is not null as has_app, access_lasts(id) as lasts
from account
where lower(email) = lower(%(email)s)
"""


def credentials(db: Db, email: str) -> Credentials | None:
    """The account with this mail address, in any spelling of case."""
    return fetch_one(db, Credentials, CREDENTIALS, {"email": email})


BY_ID = """
select id, persona, name, email, password_hash, active, invented,
    totp_seed is not null as has_app, access_lasts(id) as lasts
from account where id = %(id)s
"""


def by_id(db: Db, account_id: UUID) -> Credentials | None:
    """The account with this id."""
    return fetch_one(db, Credentials, BY_ID, {"id": account_id})


REPLACE_HASH = "update account set password_hash = %(hash)s where id = %(id)s"


def replace_hash(db: Db, account_id: UUID, password_hash: str) -> None:
    """Keep a password hashed by today's parameters."""
    db.execute(REPLACE_HASH, {"id": account_id, "hash": password_hash})


MOVE = """
update account set email = %(email)s
where id = %(id)s and not exists (
    select from account other where lower(other.email) = lower(%(email)s)
      and other.id <> %(id)s)
"""


def move(db: Db, account_id: UUID, email: str) -> bool:
    """Sign in by this address from now on; False when somebody else does already."""
    return db.execute(MOVE, {"id": account_id, "email": email}).rowcount == 1


CHANGE_MY_NAME = "select change_my_name(%(name)s)"


def change_my_name(db: Db, name: str) -> bool:
    """Call whoever asks so from now on; False when that was the name already."""
    row: Any = db.execute(CHANGE_MY_NAME, {"name": name}).fetchone()
    return bool(row[0])


ADD = """
insert into account (email, name, persona, password_hash, invented)
values (%(email)s, %(name)s, %(persona)s, %(password_hash)s, %(invented)s)
on conflict ((lower(email))) do nothing
returning id
"""


def add(
    db: Db,
    account: tuple[str, str, Persona],
    password_hash: str,
    *,
    invented: bool = False,
) -> UUID | None:
    """Add (mail, name, persona); None when the mail address is already in use."""
    email, name, persona = account
    row: Any = db.execute(
        ADD,
        {
            "email": email.strip(),
            "name": name.strip(),
            "persona": persona,
            "password_hash": password_hash,
            "invented": invented,
        },
    ).fetchone()
    return row[0] if row else None


ALL = """
select id, email, name, persona, active, invented, signed_in_at from account
order by persona, lower(name)
"""


def everyone(db: Db) -> list[Account]:
    """All accounts, for the administrator's list."""
    return fetch_all(db, Account, ALL, {})


LINK_CANDIDATE = """
update candidate set account_id = %(account_id)s
where id = %(candidate_id)s and account_id is null
"""


def link_candidate(db: Db, account_id: UUID, candidate_id: UUID) -> bool:
    """Give a candidate this account; False when unknown or already given one."""
    parameters = {"account_id": account_id, "candidate_id": candidate_id}
    return db.execute(LINK_CANDIDATE, parameters).rowcount == 1


LINK_OPDRACHTGEVER = """
with known as (
    select id from opdrachtgever where lower(name) = lower(%(name)s) limit 1
), made as (
    insert into opdrachtgever (name) select %(name)s
    where not exists (select from known) returning id
)
insert into opdrachtgever_contact (opdrachtgever_id, account_id)
select id, %(account_id)s
from (select id from known union select id from made) as chosen
"""


def link_opdrachtgever(db: Db, account_id: UUID, name: str) -> None:
    """Make the account a contact of this opdrachtgever, which is added when new."""
    db.execute(LINK_OPDRACHTGEVER, {"account_id": account_id, "name": name.strip()})
