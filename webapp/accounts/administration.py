"""What `spoorzoeker users` does: accounts, and whose they are."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from schemas.account import Persona
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.tables import accounts, candidates
from webapp.accounts.passwords import WeakPasswordError, hash_password


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """An account to make, and the candidate or opdrachtgever it belongs to."""

    email: str
    name: str
    persona: Persona
    password: str
    candidate: UUID | None = None
    opdrachtgever: str | None = None


def add_account(url: str, new: NewAccount) -> UUID:
    """Add an account as role maintenance; BadInputError says what is wrong with it."""
    _check(new)
    try:
        password_hash = hash_password(new.password)
    except WeakPasswordError as weak:
        raise BadInputError("a password has at least 12 characters") from weak
    with connect(url) as db:
        account = (new.email, new.name, new.persona)
        account_id = accounts.add(db, account, password_hash)
        if account_id is None:
            raise BadInputError(f"{new.email} is already in use")
        if new.candidate and not accounts.link_candidate(db, account_id, new.candidate):
            raise BadInputError("no such candidate, or it has an account already")
        if new.opdrachtgever:
            accounts.link_opdrachtgever(db, account_id, new.opdrachtgever)
    return account_id


def _check(new: NewAccount) -> None:
    if "@" not in new.email.strip("@ "):
        raise BadInputError(f"{new.email!r} is not a mail address")
    if not new.name.strip():
        raise BadInputError("a name is needed")
    if (new.candidate is not None) != (new.persona == "candidate"):
        raise BadInputError("--candidate goes with --persona candidate, and only there")
    if (new.opdrachtgever is not None) != (new.persona == "opdrachtgever"):
        raise BadInputError(
            "--opdrachtgever goes with --persona opdrachtgever, and only there"
        )


def set_active(url: str, email: str, *, active: bool) -> None:
    """Let an account in or keep it out; BadInputError for an unknown address."""
    with connect(url) as db:
        if not accounts.set_active(db, email, active=active):
            raise BadInputError(f"{email} is unknown")


def assign(
    url: str, email: str, candidate: UUID, *, until: date | None, reason: str
) -> None:
    """Put a traject in an adviser's hands; BadInputError when either is unknown."""
    with connect(url) as db:
        if not candidates.assign(db, email, candidate, ends_on=until, reason=reason):
            raise BadInputError(f"{email} is no adviser, or there is no such candidate")


def accounts_of(url: str) -> list[dict[str, Any]]:
    """Every account, as role maintenance."""
    with connect(url) as db:
        return [
            {
                "id": str(account.id),
                "email": account.email,
                "name": account.name,
                "persona": account.persona,
                "active": account.active,
            }
            for account in accounts.everyone(db)
        ]
