"""Another password, or another mail address."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import current_app

from schemas.database import Db
from schemas.tables import (
    account_links,
    accounts,
    devices,
    outbox,
    sessions,
    sign_ins,
)
from schemas.tables.account_links import AccountLink, NewLink
from schemas.tables.outbox import NewMail
from schemas.tables.sessions import Me
from webapp.accounts import alarming, codes, passwords, throttle
from webapp.accounts.limits import EMAIL_LINK, PASSWORD_LINK
from webapp.accounts.passwords import WeakPasswordError
from webapp.site.request import now

LONGEST_TYPED = 1024
Errors = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassword:
    """What the form for another password holds; `old` proves whose it is."""

    old: str
    new: str
    network: str

    @classmethod
    def read(cls, form: Mapping[str, str], *, network: str) -> "NewPassword":
        """As it was sent: a password may hold any character, also spaces."""
        old, new = (form.get(name, "")[:LONGEST_TYPED] for name in ("old", "password"))
        return cls(old=old, new=new, network=network)


def change_password(
    db: Db, me: Me, change: NewPassword, *, keep: UUID | None
) -> Errors:
    """Change it and end every other session; what is wrong, by field."""
    errors = _weak(change.new, about_owner(me.name, me.email))
    one = throttle.begin(db, str(me.id), change.network)
    if one is None:
        return {"old": "Dat was te snel achter elkaar. Wacht even."}
    account = accounts.by_id(db, me.id)
    if account is None or not passwords.is_right(account.password_hash, change.old):
        if throttle.failed(db, one):
            outbox.post(db, NewMail(kind="failed_sign_ins", email=me.email))
        return {"old": "Dit is niet het wachtwoord van nu.", **errors}
    throttle.taken_back(db, one)
    if not errors:
        replace_password(db, me.id, change.new, keep=keep)
        alarming.tell_owner(db, "access_changed", me)
    return errors


def new_password_by_link(db: Db, link: AccountLink, token: str, new: str) -> Errors:
    """Change it with a mailed link, which is used up; one still has to sign in."""
    errors = _weak(new, about_owner(link.name, link.email))
    if not errors and account_links.use(db, codes.hash_of(token), "password"):
        throttle.whole(db, str(link.account_id))  # first, as whoever signs in does
        replace_password(db, link.account_id, new, keep=None)
        alarming.tell_owner(db, "access_changed", link)
    return errors


def replace_password(db: Db, account_id: UUID, new: str, *, keep: UUID | None) -> None:
    """Use it from now on and sign out elsewhere; the caller tells the owner."""
    accounts.replace_hash(db, account_id, passwords.hash_password(new))
    sessions.end_all(db, account_id, but=keep)
    sign_ins.end_all(db, account_id)
    devices.forget(db, account_id)
    account_links.void(db, account_id, "password")


def ask_new_password(db: Db, email: str, network: str) -> None:
    """Mail a link, if somebody has this address; what is done looks the same if not."""
    if not throttle.may_ask(db, email.lower(), network):
        return
    account = accounts.credentials(db, email)
    if account is None or not account.active or not account.lasts:
        return
    token = codes.new_token()
    link = NewLink(
        account_id=account.id,
        kind="password",
        token_hash=codes.hash_of(token),
        expires_at=now() + PASSWORD_LINK,
    )
    account_links.add(db, link)
    outbox.post(
        db,
        NewMail(
            kind="new_password", email=account.email, secret=token, useful=PASSWORD_LINK
        ),
    )


def ask_new_email(db: Db, me: Me, email: str, network: str) -> bool:
    """Mail a link to the new address; until it is used nothing changes.

    False when somebody asked so often that others may be bothered by it.
    """
    if not throttle.may_ask(db, str(me.id), network):
        return False
    token = codes.new_token()
    link = NewLink(
        account_id=me.id,
        kind="email",
        token_hash=codes.hash_of(token),
        expires_at=now() + EMAIL_LINK,
        email=email,
    )
    account_links.add(db, link)
    outbox.post(
        db,
        NewMail(
            kind="change_email",
            email=email,
            account_id=me.id,
            secret=token,
            useful=EMAIL_LINK,
        ),
    )
    return True


def take_new_email(db: Db, me: Me, token: str) -> str | None:
    """The new address, used from now on; None when the link is over or not one's own.

    The old address is told too, in case its owner did not ask for it; what was mailed
    there before opens nothing any more.
    """
    hashed = codes.hash_of(token)
    link = account_links.one(db, hashed, "email")
    if link is None or link.account_id != me.id or link.new_email is None:
        return None
    if not account_links.use(db, hashed, "email"):
        return None
    if not accounts.move(db, me.id, link.new_email):
        return None
    account_links.void(db, me.id, "password")
    alarming.tell_owner(db, "email_changed", me, account_id=me.id)
    return link.new_email


def about_owner(name: str, email: str) -> tuple[str, ...]:
    """What others know of somebody, and would try first."""
    return (name, email, *(current_app.config["TRUSTED_HOSTS"] or ()))


def _weak(new: str, about: tuple[str, ...]) -> Errors:
    try:
        passwords.check_new(new, about)
    except WeakPasswordError as weak:
        return {"password": str(weak)}
    return {}
