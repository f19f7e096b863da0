"""Keeps people out of words that all advisers will see: names, numbers, illness."""

import re

from webapp.writing.diagnoses import named_illness
from webapp.writing.somebody import why_personal

ILLNESS = "Dit lijkt een diagnose. Schrijf alleen over het werk, niet over een ziekte."
MAIL = "Hier staat een mailadres. Haal dat weg."
PHONE = "Hier staat een telefoonnummer. Haal dat weg."
NAME = "Hier staat een naam. Schrijf wat er gezegd is, niet door wie."
_MAIL = re.compile(r"[^\s@]@[^\s@]+\.\w")
# Ten digits in a row with blanks or dashes between; hours of a day have dots or colons.
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)\d{2}[\s()0-]{0,5}|0)[1-9](?:[\s()-]{0,3}\d){7,8}(?!\d)"
)
_SPELLED = re.compile(r"(?<!\d)06(?:[\s.-]?\d){8}(?!\d)")
_NAMED = re.compile(
    r"(?<!\w)(?:(?:[Mm]evrouw|[Mm]evr|[Mm]eneer|[Dd]e heer|[Dd]hr|[Mm]w)\.?)\s+"
    r"(?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ten|ter)\s+)*[A-Z]\w+"
)


def why_not_shared(words: str, candidate: str) -> str | None:
    """Why these words about a job may not be kept, told to whoever typed them."""
    if named_illness(words):
        return ILLNESS
    return why_personal(words, candidate) or _why_traceable(words)


def _why_traceable(words: str) -> str | None:
    for pattern, why in ((_MAIL, MAIL), (_PHONE, PHONE), (_SPELLED, PHONE)):
        if pattern.search(words):
            return why
    return NAME if _NAMED.search(words) else None
