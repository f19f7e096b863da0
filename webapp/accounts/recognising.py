"""From a mail address and a password to an account, and what is asked besides."""

from dataclasses import dataclass
from typing import Literal

from schemas.database import Db
from schemas.tables import accounts, devices, outbox
from schemas.tables.accounts import Credentials
from schemas.tables.outbox import NewMail
from webapp.accounts import codes, passwords, throttle
from webapp.accounts.limits import MAY_REMEMBER, NEEDS_APP

Step = Literal["none", "app", "set_up_app", "mail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Where a sign-in comes from: the network, and the token of a trusted device.

    In production the invented people are nobody: everybody can read their password.
    """

    network: str
    device: str | None
    production: bool


def recognise(db: Db, email: str, password: str, visit: Visit) -> Credentials | None:
    """The account, or None for unknown, over, wrong and too soon; one hash for each."""
    account = accounts.credentials(db, email)
    who = str(account.id) if account else email.lower()
    one = throttle.begin(db, who, visit.network)
    if one is None:
        return None
    nobody = passwords.nobody()
    right = passwords.is_right(account.password_hash if account else nobody, password)
    if account is None or not right or not may_sign_in(account, visit):
        if throttle.failed(db, one) and account and account.active:
            outbox.post(db, NewMail(kind="failed_sign_ins", email=account.email))
        return None
    throttle.taken_back(db, one)
    if passwords.is_outdated(account.password_hash):
        accounts.replace_hash(db, account.id, passwords.hash_password(password))
    return account


def may_sign_in(account: Credentials, visit: Visit) -> bool:
    """Whether the account is in use, and real where that matters."""
    return (
        account.active and account.lasts and not (account.invented and visit.production)
    )


def next_step(db: Db, account: Credentials, visit: Visit) -> Step:
    """What is asked after the password.

    Of an invented account nothing, unless somebody gave it an app to try that out.
    """
    if account.has_app:
        return "app"
    if account.invented and not visit.production:
        return "none"
    if account.persona in NEEDS_APP:
        return "set_up_app"
    return "none" if _is_trusted(db, account, visit) else "mail"


def _is_trusted(db: Db, account: Credentials, visit: Visit) -> bool:
    if visit.device is None or account.persona not in MAY_REMEMBER:
        return False
    return devices.is_known(db, account.id, codes.hash_of(visit.device))
