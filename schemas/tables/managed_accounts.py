"""The accounts as the admin sees them: of a candidate's neither name nor address."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedAccount:
    """One line of the admin's list; `name` and `email` are None for a candidate."""

    id: UUID
    persona: Persona
    active: bool
    invented: bool
    made_at: datetime
    name: str | None
    email: str | None


EVERYONE = """
select a.id, a.persona, a.active, a.invented, a.made_at, s.name, s.email
from account a left join staff_names() s on s.id = a.id
order by a.persona, lower(s.name), a.id
"""


def everyone(db: Db) -> list[ManagedAccount]:
    """All accounts."""
    return fetch_all(db, ManagedAccount, EVERYONE, {})


LET_IN = "update account set active = %(active)s where id = %(id)s"


def let_in(db: Db, account_id: UUID, *, active: bool) -> bool:
    """Let an account in, or keep it out; False for an unknown one and one's own."""
    return db.execute(LET_IN, {"id": account_id, "active": active}).rowcount == 1
