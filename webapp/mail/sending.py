"""Sending one mail: to a mail server, or without one into a folder, saying so."""

import logging
import os
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import unquote, urlsplit

from schemas.settings import Settings
from schemas.tables.outbox import Waiting
from webapp.mail.words import written

Send = Callable[[Waiting], None]
SECONDS = 30
PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
KEPT_DAYS = 90
REFUSED_FOR_GOOD = 500  # SMTP: from here on trying again is of no use

log = logging.getLogger(__name__)


class NotSentError(RuntimeError):
    """A mail did not leave; `kind` is what may be kept of the reason."""

    def __init__(self, kind: str, *, for_good: bool = False) -> None:
        super().__init__(kind)
        self.kind = kind
        self.for_good = for_good


def sender(settings: Settings) -> Send:
    """How this installation sends."""
    if settings.smtp is not None:
        return Server(settings.smtp, settings.mail_from, settings.address)
    folder = mail_folder(settings)
    return Folder(folder, settings.mail_from, settings.address)


def mail_folder(settings: Settings) -> Path:
    """Where mails lie when there is no mail server."""
    return settings.home / "mail"


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, as SPOORZOEKER_SMTP names it."""

    url: str
    mail_from: str
    address: str

    def __call__(self, mail: Waiting) -> None:
        """Hand the mail over; NotSentError when the server does not take it."""
        message = as_message(mail, self.mail_from, self.address)
        try:
            self._hand_over(message)
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            raise _refused("recipient", min(codes)) from None
        except smtplib.SMTPResponseException as refused:
            raise _refused("server", refused.smtp_code) from None
        except (OSError, smtplib.SMTPException) as unreachable:
            raise NotSentError(type(unreachable).__name__) from None

    def _hand_over(self, message: EmailMessage) -> None:
        parts = urlsplit(self.url)
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        secure = ssl.create_default_context()
        with ExitStack() as open_:
            if parts.scheme == "smtps":
                made: smtplib.SMTP = smtplib.SMTP_SSL(
                    host, port, timeout=SECONDS, context=secure
                )
            else:
                made = smtplib.SMTP(host, port, timeout=SECONDS)
            server = open_.enter_context(made)
            if parts.scheme == "smtp+starttls":
                server.starttls(context=secure)
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)


def _refused(who: str, code: int) -> NotSentError:
    """A recipient that is refused for good stays so; a server's refusal may be ours."""
    for_good = who == "recipient" and code >= REFUSED_FOR_GOOD
    return NotSentError(f"{who} {code}", for_good=for_good)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that only its owner reads, for an installation without mail server."""

    path: Path
    mail_from: str
    address: str

    def __call__(self, mail: Waiting) -> None:
        """Write the mail down, say where, and remove what is older than 90 days."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._remove_old()
        file = self.path / f"{mail.made_at:%Y%m%d-%H%M%S}-{mail.id}.eml"
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(file, flags, 0o600), "wb") as out:
            message = as_message(mail, self.mail_from, self.address)
            out.write(message.as_bytes())
        log.warning("geen mailserver ingesteld: bericht ligt in %s", file)

    def _remove_old(self) -> None:
        oldest = time.time() - KEPT_DAYS * 24 * 3600
        for file in self.path.glob("*.eml"):
            if file.stat().st_mtime < oldest:
                file.unlink()


def as_message(mail: Waiting, mail_from: str, address: str) -> EmailMessage:
    """The mail as it travels: plain text, to one person."""
    subject, text = written(mail.kind, mail.secret, address)
    message = EmailMessage(policy=SMTP)
    message["From"] = mail_from
    message["To"] = mail.email
    message["Subject"] = subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain=urlsplit(address).hostname)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message
