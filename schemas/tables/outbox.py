"""Mail that waits to be sent, written in the transaction of what it tells of."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one

Kind = Literal[
    "invitation",
    "sign_in_code",
    "new_password",
    "change_email",
    "email_changed",
    "email_changed_colleague",
    "failed_sign_ins",
    "access_changed",
    "access_changed_colleague",
    "something_new",
]
WEEK = timedelta(days=7)

POST = """
insert into outbox (kind, email, account_id, secret, useless_at)
values (%(kind)s, %(email)s, %(account_id)s, %(secret)s, now() + %(useful)s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMail:
    """A mail to whoever has the address, else of `account_id`.

    That is for an address which is new to the account, or which it has left. `secret`
    is the token of its link, or its code; what is not sent within `useful` is dropped.
    """

    kind: Kind
    email: str
    account_id: UUID | None = None
    secret: str | None = None
    useful: timedelta = WEEK


def post(db: Db, mail: NewMail) -> None:
    """Put a mail in the outbox, as web_auth or maintenance."""
    db.execute(POST, asdict(mail))


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A mail to send now; `tries` were made before."""

    id: int
    kind: Kind
    email: str
    secret: str | None
    made_at: datetime
    tries: int


NEXT = """
select id, kind, email, secret, made_at, tries from outbox
where sent_at is null and given_up_at is null and next_try_at <= now()
  and useless_at > now()
order by next_try_at, id limit 1 for update skip locked
"""


def next_waiting(db: Db) -> Waiting | None:
    """The mail that waited longest, for this transaction alone; as role mailer."""
    return fetch_one(db, Waiting, NEXT, {})


SENT = (
    "update outbox set sent_at = now(), secret = null, error = null where id = %(id)s"
)


def sent(db: Db, mail: Waiting) -> None:
    """It left; what it carried is no longer kept."""
    db.execute(SENT, {"id": mail.id})


AGAIN = """
update outbox set tries = tries + 1, error = %(error)s,
    next_try_at = now() + %(after)s
where id = %(id)s
"""


def try_again(db: Db, mail: Waiting, error: str, after: timedelta) -> None:
    """It did not leave; `error` is the kind of failure, without anybody's words."""
    db.execute(AGAIN, {"id": mail.id, "error": error, "after": after})


GIVE_UP = """
update outbox set tries = tries + 1, error = %(error)s, given_up_at = now(),
    secret = null
where id = %(id)s
"""


def give_up(db: Db, mail: Waiting, error: str) -> None:
    """It will never leave: nobody has this address."""
    db.execute(GIVE_UP, {"id": mail.id, "error": error})


DROP_USELESS = """
update outbox set given_up_at = now(), secret = null,
    error = coalesce(error, 'too late')
where sent_at is null and given_up_at is null and useless_at <= now()
"""


def tidy(db: Db) -> int:
    """Drop what came too late; says how many. After 90 days the clock removes mails."""
    return db.execute(DROP_USELESS).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One line of the administrator's list."""

    kind: Kind
    email: str
    made_at: datetime
    sent_at: datetime | None
    given_up_at: datetime | None
    tries: int
    error: str | None


LATEST = """
select kind, email, made_at, sent_at, given_up_at, tries, error
from outbox order by id desc limit %(limit)s
"""


def latest(db: Db, limit: int) -> list[Posted]:
    """The newest mails, without what they carry."""
    return fetch_all(db, Posted, LATEST, {"limit": limit})
