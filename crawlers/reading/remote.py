"""Dutch text to how much of the work may be done from home."""

import re

from crawlers.reading.clauses import Clause, cut, once_per_clause
from schemas.vacancy import Remote

NONE = re.compile(
    r"thuiswerken (?:is|kan)[^.;]{0,15}(?:niet|geen)|geen thuiswerk"
    r"|niet (?:vanuit )?(?:t?huis)\b|volledig op (?:locatie|kantoor)"
)
FULL = re.compile(
    r"(?:volledig|100 ?%|geheel|helemaal)[ -](?:vanuit huis|thuis\w*|remote|op afstand)"
    r"|je werkt (?:volledig )?vanuit huis|fully remote|remote only"
)
HYBRID = re.compile(
    r"thuiswerk|thuis (?:te )?werken|vanuit huis|hybride? werk|hybrid\b"
    r"|deels (?:vanuit )?thuis"
    r"|werk[^.;]{0,20}thuis\b|home ?office|dag\w* thuis\b"
    r"|hybride(?! (?:auto|voertuig|motor|warmte|install|systeem))"
    r"|(?:remote|op afstand) (?:te )?werken|werken op afstand|remote work"
)
NOT_THIS_WORK = re.compile(
    r"thuiswerkplek van|thuiswinkel|een gesprek over"
    r"|(?:mensen|cliënten|klanten|bewoners|patiënten|ouderen|gezinnen|kinderen) thuis"
)
KINDS: tuple[tuple[re.Pattern[str], Remote], ...] = (
    (NONE, "none"),
    (FULL, "full"),
    (HYBRID, "hybrid"),
)
LONGEST_FIELD = 200  # characters
FIELD_WORDS: tuple[tuple[str, Remote], ...] = (
    (r"telecommute|fully|full\b|volledig|^remote$|true", "full"),
    (r"hybrid|temporary|deels|gedeeltelijk", "hybrid"),
    (r"none|on_?-?site|op locatie|false", "none"),
)
FIELD: tuple[tuple[re.Pattern[str], Remote], ...] = tuple(
    (re.compile(words), kind) for words, kind in FIELD_WORDS
)


def read_remote(text: str) -> tuple[Remote, str] | None:
    """Read `deels thuiswerken is bespreekbaar` as hybrid, with the words."""
    for clause in cut(text).telling("remote"):
        if kind := _kind(clause):
            return kind, clause.text
    return None


@once_per_clause
def _kind(clause: Clause) -> Remote | None:
    if NOT_THIS_WORK.search(clause.low):
        return None
    return next((kind for words, kind in KINDS if words.search(clause.low)), None)


def read_remote_field(raw: str) -> Remote | None:
    """Read a field of its own, such as `TELECOMMUTE`, `hybrid` or `Hybride`."""
    field = raw[:LONGEST_FIELD].lower()
    return next((kind for words, kind in FIELD if words.search(field)), None)
