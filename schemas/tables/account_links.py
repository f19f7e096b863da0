"""Links mailed to the owner of an account: a new password, another address."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db, fetch_one

Kind = Literal["password", "email"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLink:
    """A link that still counts; `new_email` is the address to change to."""

    account_id: UUID
    name: str
    email: str
    persona: Persona
    new_email: str | None


FORGET_OLD = """
delete from account_link where made_at < now() - interval '30 days'
"""
ADD = """
insert into account_link (token_hash, account_id, kind, email, expires_at)
values (%(token_hash)s, %(account_id)s, %(kind)s, %(email)s, %(expires_at)s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A link to mail; `email` is the address to change to, if it is for that."""

    account_id: UUID
    kind: Kind
    token_hash: bytes
    expires_at: datetime
    email: str | None = None


def add(db: Db, new: NewLink) -> None:
    """Let a link count; those of before, of the same kind, no longer do."""
    db.execute(FORGET_OLD)
    void(db, new.account_id, new.kind)
    db.execute(ADD, asdict(new))


VOID = """
update account_link set used_at = now()
where account_id = %(account_id)s and kind = %(kind)s and used_at is null
"""


def void(db: Db, account_id: UUID, kind: Kind) -> None:
    """Every open link of this kind is over."""
    db.execute(VOID, {"account_id": account_id, "kind": kind})


ONE = """
select a.id as account_id, a.name, a.email, a.persona, l.email as new_email
from account_link l join account a on a.id = l.account_id
where l.token_hash = %(token_hash)s and l.kind = %(kind)s and l.used_at is null
  and l.expires_at > now() and a.active
"""


def one(db: Db, token_hash: bytes, kind: Kind) -> AccountLink | None:
    """The link, while it counts."""
    return fetch_one(db, AccountLink, ONE, {"token_hash": token_hash, "kind": kind})


USE = """
update account_link set used_at = now()
where token_hash = %(token_hash)s and kind = %(kind)s and used_at is null
  and expires_at > now()
"""


def use(db: Db, token_hash: bytes, kind: Kind) -> bool:
    """Use the link up; False when somebody was quicker."""
    values = {"token_hash": token_hash, "kind": kind}
    return db.execute(USE, values).rowcount == 1
