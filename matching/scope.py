"""What stands around a phrase: denial, delegation, how often, wish or requirement."""

import re
from dataclasses import dataclass
from typing import Literal

Stance = Literal["said", "denied", "delegated"]

_EDGE = re.compile(
    r"[;:()!?\n]|\s[–—-]\s|\ben (?:je|jij|u|er|we|wij|het|dat)\b"
    r"|\b(?:maar|want|terwijl|omdat|zodat|dus|wel|behalve|mits)\b"
)
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
    r"^(?:\W+(?!wat\b|die\b|dat\b|als\b|om\b|waar\b)\w+){0,3}?\W+(?:niet|nooit|nauwelijks|zelden)\b"
    r"(?! (?:alleen|dagelijks|altijd|elke"
    r"|uit de weg|vreemd|bang|zeldzaam|van slag))(?:\W+\w+){0,1}\W*$"
)
_NOT_NEEDED = re.compile(
    r"^[^.;]{0,40}?\b(?:niet (?:nodig|vereist|verplicht|noodzakelijk)"
    r"|geen (?:eis|must|vereiste)"
    r"|hoeft? (?:je |u )?niet|hoort er niet bij|kennen (?:wij|we)(?: \w+){0,4} niet"
    r"|komt er niet (?:aan te pas|bij kijken)|doen (?:wij|we) niet(?!\s\w)"
    r"|is er niet bij)"
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
    r"|\bde \w+ zelf\b|\blaten (?:wij|we) aan\b"
    r"|\bhebben (?:wij|we) (?:een|onze|aparte)\b[^.;]*\bvoor\b"
)
_SELDOM = re.compile(
    r"\b(?:soms|af en toe|incidenteel|een enkele keer|zo nu en dan|bij uitzondering"
    r"|sporadisch|eventueel|zelden|heel soms|bij drukte|eens per jaar|beperkt)\b"
)
_OFTEN = re.compile(
    r"\b(?:hele dag|gehele dag|hele dienst|continu|voortdurend|voornamelijk"
    r"|hoofdzakelijk|constant|de meeste tijd|grootste deel van de dag|fulltime)\b"
)
_WISH = re.compile(
    r"\b(?:een pre|pluspunt|mooi meegenomen|bij voorkeur|is handig|geen must|een plus"
    r"|voordeel|wenselijk|is welkom|liefst)\b"
)


@dataclass(frozen=True, slots=True)
class Around:
    """How a phrase is meant where it stands; `shift` goes on top of its strength."""

    stance: Stance
    shift: int


def around(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> Around:
    """Judge the words around a phrase, in a text made `plain`."""
    start, end = _clause(text, span, sentence)
    clause = text[start:end]
    before, after = text[start : span[0]], text[span[1] : end]
    rest = text[span[1] : sentence[1]]
    if _denied(before, after, rest):
        return Around("denied", 0)
    if _OTHERS_DO_IT.search(clause):
        return Around("delegated", 0)
    return Around("said", _weight(clause))


def comma_clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase up to the nearest comma or harder break."""
    start, end = _clause(text, span, sentence)
    left = text.rfind(",", start, span[0]) + 1
    right = text.find(",", span[1], end)
    return max(left, start), end if right < 0 else right


def _clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
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
    first = after.split(",", 1)[0]
    return bool(_DENY_AFTER.search(first) or _NOT_NEEDED.search(rest))


def _without_far_commas(before: str) -> str:
    """A denial reaches over a comma only along a list of single words."""
    *far, near = before.split(",")
    while far and len(near.split()) <= 1 and len(far[-1].split()) <= 3:
        near = f"{far.pop()} {near}"
    return near


def _weight(clause: str) -> int:
    shift = 1 if _OFTEN.search(clause) else 0
    if _SELDOM.search(clause) or _WISH.search(clause):
        shift -= 1
    return shift
