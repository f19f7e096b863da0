"""Denials in another order: "Boze klanten kom je niet tegen"."""

import re

_NO_DENIAL_AFTER = (
    r"(?! (?:alleen|dagelijks|altijd|elke|uit de weg|vreemd|bang|zeldzaam|van slag))"
)
# The object stands first, the verb before "je".
_OBJECT_FIRST = re.compile(
    r"^(?:\W+(?!wat\b|die\b|dat\b|als\b|om\b|waar\b|en\b|of\b)\w+){0,3}?"
    r"\W+(?!wat\b|die\b|dat\b|als\b|om\b|waar\w*\b|en\b|of\b|wanneer\b|zodat\b)\w+"
    r" (?:je|jij|u|wij|we|er|hier)\b(?: \w+){0,5}?"
    r" (?:niet|nooit|niets|niks|nauwelijks|amper|zelden)\b"
    rf"{_NO_DENIAL_AFTER}(?: \w+){{0,4}}\W*$"
)
_GONE = re.compile(
    r"^[^.;]{0,40}?\b(?:(?:is|zijn) er niet(?: bij)?\W*$"
    r"|kom(?:t|en) (?:\w+ ){0,4}niet voor\b"
    r"|(?:is|zijn) (?:\w+ ){0,3}niet (?:aan de orde|van toepassing)"
    r"|hor(?:en|t) (?:\w+ ){0,3}niet (?:bij|tot)\b"
    r"|hoort (?:\w+ ){0,3}niet (?:bij|tot)\b"
    r")"
)
# "In het weekend gaat de winkel ook open; daar heb je geen omkijken naar".
_NO_BUSINESS_OF_YOURS = re.compile(
    r"[,;:] (?:en )?daar\w* (?:heb|hebt|heeft|hoef|hoeft|krijg|krijgt) (?:je|jij|u)\b"
    r"[^.]{0,30}\b(?:geen|niet|niets|niks)\b"
)
_LISTED = re.compile(
    r"\W*(?:(?:wat|dit|dat|deze) [^:.]{0,40}\b(?:niet|nooit|geen)\b[^:.]{0,30}"
    r"|(?:geen|niet)(?: nodig)?|je hoeft niet(?: te)?):"
)


def turned_down(near: str, rest: str) -> bool:
    """Whether what follows a phrase denies it: up to a comma, and to the very end."""
    if _OBJECT_FIRST.search(near) or _GONE.search(rest):
        return True
    return _NO_BUSINESS_OF_YOURS.search(rest) is not None


def listed_as_not(text: str, start: int, before: int) -> bool:
    """Whether a sentence opens with "Wat wij niet vragen:" and the like."""
    return _LISTED.match(text, start, before) is not None
