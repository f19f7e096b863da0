"""Inviting: what a form describes, and what came of it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from schemas.account import PERSONAS, Persona
from schemas.database import Db
from schemas.tables import invitations
from schemas.tables.invitations import NewInvitation, Outcome, Renewal, Stays
from webapp.accounts import codes
from webapp.accounts.link_pages import read_address
from webapp.writing.fields import Fields

PERSONA_WORDS: Mapping[Persona, str] = {
    "adviser": "Adviseur",
    "candidate": "Kandidaat",
    "opdrachtgever": "Contactpersoon van de opdrachtgever",
    "coordinator": "Coördinator",
    "admin": "Beheerder",
}
REFUSED: Mapping[Outcome, str] = {
    "taken": "Dit adres heeft al een account.",
    "has_account": "Deze kandidaat heeft al een account.",
    "no_opdrachtgever": (
        "Bij dit traject hoort nog geen opdrachtgever. Vul die in bij Wijzig traject."
    ),
}
# Why what was withdrawn cannot be restored any more.
STAYS: Mapping[Stays, str] = {
    "taken": "Dit adres heeft nu een account.",
    "has_account": "Deze kandidaat heeft nu een account.",
    "replaced": "Er is een andere uitnodiging.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation that was made or renewed, with the code that is shown once."""

    id: UUID
    email: str
    code: str


def read(
    form: Mapping[str, str], candidate: UUID | None
) -> tuple[NewInvitation, str, dict[str, str]]:
    """The invitation a form describes, its access code, and what is wrong."""
    fields = Fields(form)
    invitation = fields.new_identity()
    chosen = fields.one_of("persona", PERSONAS, "Kies voor wie dit is.")
    token, code = codes.new_token(), codes.new_access_code()
    new = NewInvitation(
        id=invitation,
        persona=next((p for p in PERSONAS if p == chosen), "candidate"),
        email=read_address(fields),
        name=fields.line("name", missing="Vul een naam in."),
        candidate=candidate,
        token_hash=codes.hash_of(token),
        code_hash=codes.access_hash(invitation, code),
        link_secret=token,
    )
    return new, code, fields.errors


def renew(db: Db, invitation: UUID, *, with_link: bool) -> str | None:
    """A new code, perhaps with a new link by mail; None when it is not open."""
    code = codes.new_access_code()
    renewal = Renewal(
        invitation=invitation, code_hash=codes.access_hash(invitation, code)
    )
    if with_link:
        token = codes.new_token()
        renewal = replace(renewal, token_hash=codes.hash_of(token), link_secret=token)
    return code if invitations.renew(db, renewal) else None


def invitable(db: Db, candidate: UUID | None) -> list[tuple[Persona, str]]:
    """Whom the one who asks may invite, with the words for it."""
    known = invitations.invitable(db, candidate)
    return [(one, words) for one, words in PERSONA_WORDS.items() if one in known]
