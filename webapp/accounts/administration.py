"""What `spoorzoeker users` does: accounts, and whose they are."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from schemas.account import Persona, ResetReason
from schemas.database import Db, connect
from schemas.errors import BadInputError
from schemas.log_entry import Act, Thing
from schemas.tables import (
    accounts,
    candidates,
    invitations,
    log_entries,
    managed_accounts,
    outbox,
)
from schemas.tables.accounts import Credentials
from schemas.tables.invitations import NewInvitation
from schemas.tables.log_entries import Note
from webapp.accounts import codes
from webapp.accounts.passwords import (
    WeakPasswordError,
    check_new,
    hash_password,
)


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
        check_new(new.password, (new.name, new.email))
    except WeakPasswordError as weak:
        raise BadInputError(f"this password is not accepted: {weak}") from weak
    password_hash = hash_password(new.password)
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
    _check_person(new.email, new.name)
    if (new.candidate is not None) != (new.persona == "candidate"):
        raise BadInputError("--candidate goes with --persona candidate, and only there")
    if (new.opdrachtgever is not None) != (new.persona == "opdrachtgever"):
        raise BadInputError(
            "--opdrachtgever goes with --persona opdrachtgever, and only there"
        )


def _check_person(email: str, name: str) -> None:
    if "@" not in email.strip("@ "):
        raise BadInputError(f"{email!r} is not a mail address")
    if not name.strip():
        raise BadInputError("a name is needed")


NOT_INVITED = {
    "taken": "this address has an account",
    "has_account": "this candidate has an account",
    "no_opdrachtgever": "no opdrachtgever pays for this traject",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody to invite; `candidate` is the dossier it belongs to, if any."""

    email: str
    name: str
    persona: Persona
    candidate: UUID | None


def invite(url: str, who: Invitee, address: str) -> dict[str, str]:
    """Invite somebody; the link and the code. BadInputError says why not.

    `address` is the site's, with a slash at the end.
    """
    _check_person(who.email, who.name)
    if (who.candidate is not None) != (who.persona in {"candidate", "opdrachtgever"}):
        raise BadInputError("--candidate goes with candidate and opdrachtgever only")
    token, code = codes.new_token(), codes.new_access_code()
    new = _invitation(who, token, code)
    with connect(url) as db:
        if who.candidate and candidates.one(db, who.candidate) is None:
            raise BadInputError("there is no such candidate")
        if refused := NOT_INVITED.get(invitations.invite(db, new)):
            raise BadInputError(refused)
    return {"email": new.email, "code": code, "link": f"{address}uitnodiging/{token}"}


def _invitation(who: Invitee, token: str, code: str) -> NewInvitation:
    invitation = uuid4()
    return NewInvitation(
        id=invitation,
        persona=who.persona,
        email=who.email.strip(),
        name=who.name.strip(),
        candidate=who.candidate,
        token_hash=codes.hash_of(token),
        code_hash=codes.access_hash(invitation, code),
        link_secret=token,
    )


def reset_factor(url: str, email: str, reason: ResetReason) -> None:
    """Take the second factor away and end the sessions; the owner is mailed."""
    with connect(url) as db:
        account = _known(db, email)
        managed_accounts.reset_factor(db, account.id, reason)
        _note(db, "changed", "account", account.id)


def end_sessions(url: str, email: str) -> int:
    """Sign somebody out everywhere; returns how many sessions that were."""
    with connect(url) as db:
        account = _known(db, email)
        ended = managed_accounts.sign_out(db, account.id)
        _note(db, "changed", "session", account.id)
    return ended or 0


def withdraw(url: str, email: str) -> int:
    """Withdraw the open invitations of an address; BadInputError without any."""
    with connect(url) as db:
        known = [
            one
            for one in invitations.still_open(db, None)
            if one.email.lower() == email.lower()
        ]
        for one in known:
            invitations.withdraw(db, one.id)
            _note(db, "changed", "account", one.id)
    if not known:
        raise BadInputError(f"no invitation of {email} is open")
    return len(known)


def _note(db: Db, act: Act, thing: Thing, about: UUID) -> None:
    note = Note(act=act, thing=thing, thing_id=about, request_id=uuid4())
    log_entries.write(db, note)


def _known(db: Db, email: str) -> Credentials:
    account = accounts.credentials(db, email)
    if account is None:
        raise BadInputError(f"{email} is unknown")
    return account


MAILS_SHOWN = 50


def mails(url: str) -> list[dict[str, Any]]:
    """The newest mails, without their links and codes."""
    with connect(url) as db:
        return [
            {
                name: _moment(value) if isinstance(value, datetime) else value
                for name, value in asdict(mail).items()
            }
            for mail in outbox.latest(db, MAILS_SHOWN)
        ]


def set_active(url: str, email: str, *, active: bool) -> None:
    """Let an account in or keep it out; BadInputError for an unknown address."""
    with connect(url) as db:
        account = _known(db, email)
        managed_accounts.let_in(db, account.id, active=active)
        _note(db, "changed", "account", account.id)


def accounts_of(url: str) -> list[dict[str, Any]]:
    """Every account and how it signs in, as role maintenance."""
    with connect(url) as db:
        access = managed_accounts.access(db)
        return [
            {
                "id": str(account.id),
                "email": account.email,
                "name": account.name,
                "persona": account.persona,
                "active": account.active,
                "app": access[account.id].has_app,
                "signed_in_at": _moment(account.signed_in_at),
            }
            for account in accounts.everyone(db)
        ]


def invitations_of(url: str) -> list[dict[str, Any]]:
    """Every open invitation, as role maintenance."""
    with connect(url) as db:
        return [
            {
                "email": one.email,
                "persona": one.persona,
                "made_at": _moment(one.made_at),
                "link_until": _moment(one.link_expires_at),
                "code_until": _moment(one.code_expires_at),
                "tries": one.code_tries,
            }
            for one in invitations.still_open(db, None)
        ]


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
