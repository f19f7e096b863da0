"""Dutch text to how much of the work may be done from home."""

import re

from crawlers.reading.clauses import clauses_asked
from schemas.vacancy import Remote

NONE = re.compile(
    r"thuiswerken (?:is|kan)[^.;]{0,15}(?:niet|geen)|geen thuiswerk|niet "
    r"(?:vanuit )?thuis"
    r"|volledig op (?:locatie|kantoor)",
    re.IGNORECASE,
)
FULL = re.compile(
    r"(?:volledig|100 ?%|geheel|helemaal)[ -](?:vanuit huis|thuis\w*|remote|op afstand)"
    r"|je werkt (?:volledig )?vanuit huis|fully remote|remote only",
    re.IGNORECASE,
)
HYBRID = re.compile(
    r"thuiswerk|thuis (?:te )?werken|vanuit huis|hybride|hybrid|deels (?:vanuit )?thuis"
    r"|werk[^.;]{0,20}thuis\b|home ?office",
    re.IGNORECASE,
)
NOT_THIS_WORK = re.compile(
    r"thuiswerkplek van|thuiswinkel|een gesprek over", re.IGNORECASE
)
FIELD: tuple[tuple[str, Remote], ...] = (
    (r"telecommute|fully|full\b|volledig|^remote$|true", "full"),
    (r"hybrid|temporary|deels|gedeeltelijk", "hybrid"),
    (r"none|on_?-?site|op locatie|false", "none"),
)


def read_remote(text: str) -> tuple[Remote, str] | None:
    """Read `deels thuiswerken is bespreekbaar` as hybrid, with the words."""
    for clause in clauses_asked(text):
        if NOT_THIS_WORK.search(clause.text):
            continue
        if NONE.search(clause.text):
            return "none", clause.text
        if FULL.search(clause.text):
            return "full", clause.text
        if HYBRID.search(clause.text):
            return "hybrid", clause.text
    return None


def read_remote_field(raw: str) -> Remote | None:
    """Read a field of its own, such as `TELECOMMUTE`, `hybrid` or `Hybride`."""
    return next(
        (kind for words, kind in FIELD if re.search(words, raw, re.IGNORECASE)), None
    )
