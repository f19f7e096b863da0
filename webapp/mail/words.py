"""What mails say: that something is ready, and where. Never what, and never a name.

A mail server reads along, and a telephone shows the subject to whoever stands by.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.tables.outbox import Kind

GREETING = "Goedendag,"
CLOSING = "Spoorzoeker stuurde dit bericht zelf. Antwoorden heeft geen zin."
NOT_YOU = "Verwachtte u dit bericht niet? Doe dan niets."


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A subject and lines; `path` is on the site, with `{secret}` in it perhaps."""

    subject: str
    lines: tuple[str, ...]
    path: str | None = ""


MAILS: Mapping[Kind, Words] = {
    "invitation": Words(
        subject="Er staat een account voor u klaar",
        lines=(
            "Er staat een account voor u klaar. Open deze link:",
            "{link}",
            "U heeft ook een toegangscode nodig. Die krijgt u niet per mail, maar van "
            "wie u uitnodigde.",
            "De link werkt 7 dagen.",
            NOT_YOU,
        ),
        path="uitnodiging/{secret}",
    ),
    "sign_in_code": Words(
        subject="Uw code om in te loggen",
        lines=(
            "Uw code is {secret}.",
            "De code werkt 10 minuten. Geef hem aan niemand, ook niet aan ons.",
            "Logt u nu niet in? Dan kent een ander uw wachtwoord. Wijzig het:",
            "{link}",
        ),
        path="wachtwoord-vergeten",
    ),
    "new_password": Words(
        subject="Een nieuw wachtwoord",
        lines=(
            "Met deze link kiest u een nieuw wachtwoord:",
            "{link}",
            "De link werkt 1 uur.",
            NOT_YOU,
        ),
        path="wachtwoord/{secret}",
    ),
    "change_email": Words(
        subject="Bevestig uw e-mailadres",
        lines=(
            "Met deze link gebruikt u dit adres voortaan om in te loggen:",
            "{link}",
            "De link werkt 24 uur. Log eerst in als dat gevraagd wordt.",
            NOT_YOU,
        ),
        path="account/e-mailadres/{secret}",
    ),
    "email_changed": Words(
        subject="Uw e-mailadres is veranderd",
        lines=(
            "Er wordt voortaan met een ander adres ingelogd op uw account.",
            "Deed u dat niet zelf? Bel dan direct uw adviseur.",
        ),
        path=None,
    ),
    "email_changed_colleague": Words(
        subject="Je e-mailadres is veranderd",
        lines=(
            "Er wordt voortaan met een ander adres ingelogd op je account.",
            "Deed je dat niet zelf? Bel dan direct de beheerder.",
        ),
        path=None,
    ),
    "failed_sign_ins": Words(
        subject="Inloggen is vijf keer mislukt",
        lines=(
            "Iemand probeerde vijf keer in te loggen op uw account. Dat lukte niet.",
            "Was u dat zelf? Dan kunt u hier een nieuw wachtwoord kiezen:",
            "{link}",
            "Was u dat niet? Dan hoeft u niets te doen. Uw account is niet op slot.",
        ),
        path="wachtwoord-vergeten",
    ),
    "access_changed": Words(
        subject="Er is iets veranderd aan uw inloggegevens",
        lines=(
            "Uw wachtwoord of uw tweede stap is veranderd.",
            "Deed u dat niet zelf? Bel uw adviseur, en kies direct een nieuw "
            "wachtwoord:",
            "{link}",
        ),
        path="wachtwoord-vergeten",
    ),
    "access_changed_colleague": Words(
        subject="Er is iets veranderd aan je inloggegevens",
        lines=(
            "Je wachtwoord of je tweede stap is veranderd.",
            "Deed je dat niet zelf? Bel de beheerder, en kies direct een nieuw "
            "wachtwoord:",
            "{link}",
        ),
        path="wachtwoord-vergeten",
    ),
    "something_new": Words(
        subject="Er staat iets voor u klaar",
        lines=(
            "Er staat iets voor u klaar. Log in om het te bekijken:",
            "{link}",
            "Wilt u deze berichten niet? Zet ze uit: klik na het inloggen op uw naam.",
        ),
        path="",
    ),
}


def written(kind: Kind, secret: str | None, address: str) -> tuple[str, str]:
    """The subject and the text; `address` is the site's, with a slash at the end."""
    words = MAILS[kind]
    link = address + (words.path or "").format(secret=secret)
    lines = (line.format(link=link, secret=secret) for line in words.lines)
    return words.subject, "\n\n".join((GREETING, *lines, CLOSING)) + "\n"
