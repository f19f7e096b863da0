"""Accepting an invitation: the link from the mail, and the code by another road."""

from dataclasses import dataclass
from typing import Literal

from schemas.account import Persona
from schemas.database import Db
from schemas.tables import invitations
from schemas.tables.invitations import CODE_TRIES, Found
from webapp.accounts import codes, passwords
from webapp.accounts.changing import about_owner
from webapp.accounts.passwords import WeakPasswordError
from webapp.accounts.wording import you
from webapp.site.request import now

State = Literal["open", "unknown", "used", "withdrawn", "expired", "other"]
Errors = dict[str, str]

CODE_OVER = "Deze code is te oud."
NO_TRIES_LEFT = "De code is te vaak verkeerd ingevuld en werkt niet meer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What somebody fills in: the access code and the password to sign in with."""

    code: str
    password: str


def state_of(found: Found | None, signed_in_as: str | None) -> State:
    """How an invitation stands, for whoever opens its link."""
    if found is None:
        return "unknown"
    if signed_in_as and signed_in_as.casefold() != found.email.casefold():
        return "other"
    if found.accepted_at is not None:
        return "used"
    if found.withdrawn_at is not None:
        return "withdrawn"
    return "open" if found.link_expires_at > now() else "expired"


def problems(db: Db, found: Found, joining: Joining) -> Errors:
    """What is wrong, by field; a code that was weighed has used up a try."""
    errors = _weak(found, joining.password)
    if found.code_expires_at <= now():
        errors["code"] = _ask_another(CODE_OVER, found.persona)
    elif not invitations.count_try(db, found.id):
        errors["code"] = _ask_another(NO_TRIES_LEFT, found.persona)
    elif not codes.same(codes.access_hash(found.id, joining.code), found.code_hash):
        errors["code"] = _wrong(CODE_TRIES - found.code_tries - 1, found.persona)
    elif errors:
        invitations.return_try(db, found.id)
    return errors


def _wrong(left: int, persona: Persona) -> str:
    if left <= 0:
        return _ask_another(NO_TRIES_LEFT, persona)
    times = "1 keer" if left == 1 else f"{left} keer"
    may = you("Je kunt", "U kunt", persona)
    return f"Deze code klopt niet. {may} het nog {times} proberen."


def _ask_another(why: str, persona: Persona) -> str:
    return f"{why} Vraag een nieuwe aan wie {you('je', 'u', persona)} uitnodigde."


def _weak(found: Found, password: str) -> Errors:
    try:
        passwords.check_new(password, about_owner(found.name, found.email))
    except WeakPasswordError as weak:
        return {"password": str(weak)}
    return {}
