"""A sign-in halfway: the password was right, the second factor is still to come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who is halfway, and what is asked.

    `account_seed` belongs to the app that is in use, `new_seed` to one that is being
    set up; both are sealed. `came_before`: this person was signed in at some time.
    """

    account_id: UUID
    email: str
    persona: Persona
    account_seed: bytes | None
    new_seed: bytes | None
    code_hash: bytes | None
    code_expires_at: datetime | None
    codes_sent: int
    tries: int
    came_before: bool


FORGET_OLD = "delete from sign_in where expires_at < now()"
OPEN = """
insert into sign_in (token_hash, account_id, expires_at)
values (%(token_hash)s, %(account_id)s, %(expires_at)s)
"""


def start(db: Db, account_id: UUID, token_hash: bytes, expires_at: datetime) -> None:
    """Begin a sign-in; forget everybody's that ran out."""
    db.execute(FORGET_OLD)
    values = {"account_id": account_id, "token_hash": token_hash}
    db.execute(OPEN, {**values, "expires_at": expires_at})


ONE = """
select s.account_id, a.email, a.persona, a.totp_seed as account_seed,
    s.totp_seed as new_seed, s.code_hash, s.code_expires_at, s.codes_sent, s.tries,
    a.signed_in_at is not null as came_before
from sign_in s join account a on a.id = s.account_id
where s.token_hash = %(token_hash)s and s.expires_at > now() and a.active
"""


def one(db: Db, token_hash: bytes) -> SignIn | None:
    """The sign-in of this token, while it lasts."""
    return fetch_one(db, SignIn, ONE, {"token_hash": token_hash})


SET_CODE = """
update sign_in set code_hash = %(code_hash)s, code_expires_at = %(expires_at)s,
    codes_sent = codes_sent + 1
where token_hash = %(token_hash)s and codes_sent < %(at_most)s
"""


def set_code(
    db: Db, token_hash: bytes, code_hash: bytes, expires_at: datetime, *, at_most: int
) -> bool:
    """Let a mailed code count, instead of the one before; False after `at_most`."""
    code = {"code_hash": code_hash, "expires_at": expires_at}
    values = {**code, "token_hash": token_hash, "at_most": at_most}
    return db.execute(SET_CODE, values).rowcount == 1


SET_SEED = """
update sign_in set totp_seed = %(seed)s
where token_hash = %(token_hash)s and totp_seed is null
"""


def set_seed(db: Db, token_hash: bytes, seed: bytes) -> None:
    """Remember the sealed seed that is being set up; the first one stays."""
    db.execute(SET_SEED, {"token_hash": token_hash, "seed": seed})


COUNT_TRY = """
update sign_in set tries = tries + 1 where token_hash = %(token_hash)s returning tries
"""


def count_try(db: Db, token_hash: bytes) -> int:
    """Count a try before it is weighed; returns the number of this one, from 1."""
    row: Any = db.execute(COUNT_TRY, {"token_hash": token_hash}).fetchone()
    return int(row[0])


END = "delete from sign_in where token_hash = %(token_hash)s"


def end(db: Db, token_hash: bytes) -> bool:
    """The sign-in is done, or void; False when it was over already."""
    return db.execute(END, {"token_hash": token_hash}).rowcount == 1


END_ALL = "delete from sign_in where account_id = %(account_id)s"


def end_all(db: Db, account_id: UUID) -> None:
    """Whoever is halfway into this account begins again, by what counts now."""
    db.execute(END_ALL, {"account_id": account_id})
