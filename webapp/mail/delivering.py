"""Empties the outbox, one mail in a transaction; what fails is tried again later."""

import logging
from datetime import timedelta

from schemas.database import Db, connect
from schemas.tables import outbox
from schemas.tables.outbox import Waiting
from webapp.mail.sending import NotSentError, Send

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))

log = logging.getLogger(__name__)


def deliver(url: str, send: Send) -> int:
    """Send what is due at `url` (as role mailer); returns how many left."""
    left = 0
    with connect(url) as db:
        if dropped := outbox.tidy(db):
            log.warning("%d mails were not sent in time", dropped)
        db.commit()
        while mail := outbox.next_waiting(db):
            left += _deliver_one(db, mail, send)
            db.commit()
    return left


def _deliver_one(db: Db, mail: Waiting, send: Send) -> bool:
    if failure := _why_not_sent(mail, send):
        log.warning("a mail was not sent (%s, try %d)", failure.kind, mail.tries + 1)
        if failure.for_good:
            outbox.give_up(db, mail, failure.kind)
        else:
            outbox.try_again(db, mail, failure.kind, back_off(mail.tries))
        return False
    outbox.sent(db, mail)
    return True


def _why_not_sent(mail: Waiting, send: Send) -> NotSentError | None:
    try:
        send(mail)
    except NotSentError as failure:
        return failure
    except Exception as fault:  # noqa: BLE001 - of this mail; the next ones go on
        return NotSentError(type(fault).__name__)
    return None


def back_off(tries: int) -> timedelta:
    """How long to wait after so many tries before this one."""
    return BACK_OFF[min(tries, len(BACK_OFF) - 1)]
