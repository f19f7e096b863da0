"""What stands around a phrase: denial, delegation, how often, wish or requirement."""

import re
from dataclasses import dataclass
from typing import Literal

from matching.demands.degree import degree

Stance = Literal["said", "denied", "delegated"]

_EDGE = re.compile(
    r"[;:()!?\n]|\s[–—-]\s|, dus\b|\ben (?:je|jij|u|er|we|wij|het|dat)\b"
    r"|\b(?:maar|want|terwijl|omdat|zodat|wel|behalve|mits)\b"
)
_FULL_STOP = re.compile(r"[;!?\n]|\s[–—]\s|\b(?:maar|want|terwijl|omdat|zodat)\b")
_COMMA = re.compile(r",(?!\d)")  # a decimal comma parts nothing
_DENY_BEFORE = re.compile(
    r"\b(?:geen|niet|niets|niks|nooit|zonder|noch|nauwelijks|zelden|hoef|hoeft)\b"
)
_NO_DENIAL = re.compile(
    r"\bniet (?:alleen|enkel|slechts|bang|vies|gek|schrik\w*|van slag|terugdein\w*"
    r"|uit de weg|in de stress|in paniek|opzien\w*|altijd|elke|dagelijks|zo|snel)\b"
    r"|\bgeen (?:\w+ )?(?:moeite|probleem|problemen|bezwaar|hekel|angst|punt"
    r"|uitzondering)\b"
    r"|\bzonder (?:moeite|problemen|mopperen)\b|\braakt? niet\b|\bschrikt? niet\b"
    r"|\bdraai\w* (?:er )?\w* ?(?:je|uw) hand niet\b"
)
_DENY_AFTER = re.compile(
    r"^(?:\W+(?!wat\b|die\b|dat\b|als\b|om\b|waar\b)\w+){0,5}?\W+(?:niet|nooit|nauwelijks|zelden)\b"
    r"(?! (?:alleen|dagelijks|altijd|elke"
    r"|uit de weg|vreemd|bang|zeldzaam|van slag))(?:\W+\w+|\W+meer\W+\w+)?\W*$"
)
_NOT_NEEDED = re.compile(
    r"^[^.;]{0,40}?\b(?:niet (?:nodig|vereist|verplicht|noodzakelijk)"
    r"|geen (?:eis|must|vereiste)"
    r"|hoeft? (?:je |u )?niet|hoort er niet bij|kennen (?:wij|we)(?: \w+){0,4} niet"
    r"|(?:is|zijn) (?:niet|nooit) (?:je|jouw|uw|jullie) (?:taak|werk|taken)"
    r"|geen (?:last|sprake|sprake van)\b"
    r"|komt er niet (?:aan te pas|bij kijken)|doen (?:wij|we) niet(?!\s\w)"
    r"|is er niet bij)"
)
_HANDED_OVER = re.compile(
    r"\b(?:wordt|worden|doet|doen|regel\w+|verzorg\w+|ligt|liggen|gaat|gaan|loopt"
    r"|lopen|die|verloopt|bested\w+|zelf|laten|hebben)\b"
)
_OTHERS_DO_IT = re.compile(
    r"\b(?:wordt|worden)\b[^.;]{0,60}\b(?:door|aan)\b"
    r" (?:de|het|een|onze|ons|je|uw|jouw|andere)\b"
    r"|(?<!\bje )(?<!\bjij )(?<!\bu )\b"
    r"(?:doet|doen|regelt|regelen|verzorgt|verzorgen) "
    r"(?:een ander|een vast|een bedrijf|een firma|de|het|onze|andere"
    r"|je collega|uw collega|docenten|collega)\b"
    r"|\b(?:ligt|liggen|gaat|gaan|loopt|lopen|verloopt) "
    r"(?:bij|via|naar) (?:de|het|een|onze)\b"
    r"|\bbested(?:en|t) (?:wij|we|ons \w+|het \w+) uit\b"
    r"|\b(?:timmerlieden|vakmensen|vaklieden|collega's),? die\b"
    r"|\b(?:de|onze|je|uw) (?:\w+-)?(?:collega|adviseur|monteur|chauffeur"
    r"|medewerker|docent|teamleider|leidinggevende|uitvoerder|planner|jurist|coach"
    r"|controller|specialist|arts)(?:'?s|en)?,? die\b"
    r"|\b(?:dat|die|dit) \w+ de \w+ zelf\b|\blaten (?:wij|we) aan\b"
    r"|\bhebben (?:wij|we) (?:een|onze|aparte)\b[^.;]*\bvoor\b"
)
_LINK = re.compile(r"\b(?:en|of|noch)\b")
# One of these stands in a sentence (as a phrase, see phrasing.py) wherever anything
# in this module may be found in it; all other sentences just say what they say.
TELLING_WORDS = (
    "geen|niet|niets|niks|nooit|zonder|noch|nauwelijks|zelden|hoef|hoeft|wordt|worden"
    "|doet|doen|regelt|regelen|verzorgt|verzorgen|ligt|liggen|gaat|gaan|loopt|lopen"
    "|verloopt|besteden|besteed|besteedt|zelf|laten|hebben|soms|toe|incidenteel|enkele"
    "|nu|uitzondering|sporadisch|eventueel|drukte|eens|beperkt|hele|gehele|continu"
    "|voortdurend|voornamelijk|hoofdzakelijk|constant|meeste|grootste|fulltime|pre"
    "|pluspunt|mooi|voorkeur|handig|must|plus|voordeel|wenselijk|welkom|liefst|weleens"
    "|nodig|uurtje|uurtjes|rest|klein|kwart|momenten|wie|desgewenst|als|even|alleen|hooguit|hoogstens|jaar|nood|die"
)


@dataclass(frozen=True, slots=True)
class Around:
    """How a phrase is meant where it stands; `shift` goes on top of its strength."""

    stance: Stance
    shift: int


SAID = Around("said", 0)


def around(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> Around:
    """Judge the words around a phrase, in a text made `plain`."""
    start, end = clause(text, span, sentence)
    if _DENY_BEFORE.search(text, *sentence):
        before, after = text[start : span[0]], text[span[1] : end]
        if _denied(before, after, text[span[1] : sentence[1]]):
            return Around("denied", 0)
    if _HANDED_OVER.search(text, start, end) and _OTHERS_DO_IT.search(text[start:end]):
        return Around("delegated", 0)
    shift = degree(text, span, (start, end))
    return Around("said", shift) if shift else SAID


def crosses(words: str) -> bool:
    """Whether words that would form a phrase stand in two different clauses."""
    return _FULL_STOP.search(words) is not None


def comma_clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase up to the nearest comma or harder break."""
    start, end = clause(text, span, sentence)
    for comma in _COMMA.finditer(text, start, span[0]):
        start = comma.end()
    right = _COMMA.search(text, span[1], end)
    return start, right.start() if right else end


def clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase that it is said together with."""
    start, end = sentence
    for edge in _EDGE.finditer(text, sentence[0], span[0]):
        start = edge.end()
    right = _EDGE.search(text, span[1], sentence[1])
    return start, right.start() if right else end


def _denied(before: str, after: str, rest: str) -> bool:
    near = _NO_DENIAL.sub(" ", _without_far_commas(before))
    if _DENY_BEFORE.search(near):
        return True
    if _NO_DENIAL.search(after):
        return False
    first = _COMMA.split(after, maxsplit=1)[0]
    return bool(_DENY_AFTER.search(first) or _NOT_NEEDED.search(rest))


def _without_far_commas(before: str) -> str:
    """A denial reaches over a comma only along a list of single words."""
    *far, near = _COMMA.split(before)
    while far and len(_LINK.sub(" ", near).split()) <= 1 and len(far[-1].split()) <= 3:
        near = f"{far.pop()} {near}"
    return near
