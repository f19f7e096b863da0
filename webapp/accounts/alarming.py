"""Telling the owner of an account that something about it changed, and who helps."""

from collections.abc import Mapping
from typing import Literal, Protocol
from uuid import UUID

from schemas.account import Persona
from schemas.database import Db
from schemas.tables import outbox
from schemas.tables.outbox import Kind, NewMail
from webapp.accounts.wording import COLLEAGUES

Changed = Literal["access_changed", "email_changed"]
FOR_COLLEAGUES: Mapping[Changed, Kind] = {
    "access_changed": "access_changed_colleague",
    "email_changed": "email_changed_colleague",
}


class Owner(Protocol):
    """Whoever has an account."""

    @property
    def email(self) -> str: ...
    @property
    def persona(self) -> Persona: ...


def tell_owner(
    db: Db, changed: Changed, owner: Owner, *, account_id: UUID | None = None
) -> None:
    """Mail it: who is not the one who changed it has to know.

    `account_id` says whose it is where the account has left that address.
    """
    kind = FOR_COLLEAGUES[changed] if owner.persona in COLLEAGUES else changed
    mail = NewMail(kind=kind, email=owner.email, account_id=account_id)
    outbox.post(db, mail)
