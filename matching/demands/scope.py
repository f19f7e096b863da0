"""What stands around a phrase: denial, delegation, how often, wish or requirement."""

import re
from dataclasses import dataclass
from typing import Literal

from matching.demands.degree import degree
from matching.demands.others import HINTS, is_theirs
from matching.demands.refusing import handed_over, refused, refused_in_full
from matching.demands.turned import listed_as_not, turned_down

Stance = Literal["said", "denied", "delegated"]

_EDGE = re.compile(
    r"[;:()!?\n]|\s[–—-]\s|, dus\b|\ben (?:je|jij|u|er|we|wij|het|dat)\b"
    r"|\b(?:maar|want|terwijl|omdat|zodat|wel|behalve|mits)\b"
)
_FULL_STOP = re.compile(r"[;!?\n]|\s[–—]\s|\b(?:maar|want|terwijl|omdat|zodat)\b")
PARTING = (_FULL_STOP,)  # all that `crosses` looks for
_COMMA = re.compile(r",(?!\d)")  # a decimal comma parts nothing
_DENY_BEFORE = re.compile(
    r"\b(?:geen|niet|niets|niks|nooit|niemand|zonder|noch|nauwelijks|amper|zelden|hoef"
    r"|hoeft)\b"
)
TURNING = (_DENY_BEFORE,)  # without it `around` looks for no denial
_NO_DENIAL = re.compile(
    r"\bniet (?:stilval\w*|omval\w*|vastlo\w*|bezwijk\w*|alleen|enkel|slechts|bang"
    r"|vies|gek|schrik\w*|van slag|terugdein\w*"
    r"|uit de weg|in de stress|in paniek|opzien\w*|altijd|elke|dagelijks|zo|snel"
    r"|erg\b|vervelend|raar|vreemd|te min|te beroerd|licht\b)"
    r"|\bgeen (?:\w+ )?(?:moeite|probleem|problemen|bezwaar|hekel|angst|punt"
    r"|uitzondering|ramp|straf|drama|belemmering|issue|obstakel|luxe|overbodige"
    r"|vrees|afkeer|twee keer|bedenking\w*)\b"
    r"|\b(?:zonder|noch) (?:moeite|problemen|mopperen|morren|klagen|blozen|aarzel\w+"
    r"|angst|tegenzin)\b|\braakt? niet\b"
    r"|\b(?:schrikt?|deert|stoort|hindert|deren|storen|hinderen|bezwaart)"
    r"(?: (?:je|jou|u|hem|haar|er))?(?: er)? niet\b"
    r"|\bdraai\w* (?:er )?\w* ?(?:je|uw) hand niet\b"
    r"|\bzie(?:t|n)? (?:\w+ ){0,3}niet tegenop"
    r"|\bniet (?:zonder|buiten|weg te denken|te vermijden|te voorkomen|te ontlopen)"
    r"|\bondanks\b|\bhoogtevrees\b|\bgeen (?=zweetvoeten|hoogtevrees|knikkende)"
    r"|\bbepaalt? (?:je|jij|u) (?:zelf )?niet\b"
)
_DENY_AFTER = re.compile(
    r"^(?:\W+(?!wat\b|die\b|dat\b|als\b|om\b|waar\b)\w+){0,5}?\W+(?:niet|nooit|nauwelijks|zelden)\b"
    r"(?! (?:alleen|dagelijks|altijd|elke"
    r"|uit de weg|vreemd|bang|zeldzaam|van slag))(?:\W+\w+|\W+meer\W+\w+)?\W*$"
)
_NOT_NEEDED = re.compile(
    r"^[^.;]{0,40}?\b(?:niet (?:nodig|vereist|verplicht|noodzakelijk)"
    r"|geen (?:eis|must|vereiste)"
    r"|hoeft? (?:je |u )?niet\b|hoort er niet bij|kennen (?:wij|we)(?: \w+){0,4} niet"
    r"|(?:is|zijn) (?:niet|nooit) (?:je|jouw|uw|jullie) (?:taak|werk|taken)"
    r"|geen (?:last|sprake|sprake van)\b"
    r"|komt er niet (?:aan te pas|bij kijken)|doen (?:wij|we) niet(?!\s\w)"
    r"|is er niet bij)"
)
_LINK = re.compile(r"\b(?:en|of|noch)\b")
# One of these stands in a sentence (as a phrase, see phrasing.py) wherever anything
# in this module may be found in it; all other sentences just say what they say.
TELLING_WORDS = (
    f"{HINTS}|niemand|amper"
    "|geen|niet|niets|niks|nooit|zonder|noch|nauwelijks|zelden|hoef|hoeft|wordt|worden"
    "|doet|doen|regelt|regelen|verzorgt|verzorgen|ligt|liggen|gaat|gaan|loopt|lopen"
    "|verloopt|besteden|besteed|besteedt|zelf|laten|hebben|soms|toe|incidenteel|enkele"
    "|nu|uitzondering|sporadisch|eventueel|drukte|eens|beperkt|hele|gehele|continu"
    "|voortdurend|voornamelijk|hoofdzakelijk|constant|meeste|grootste|fulltime|pre"
    "|pluspunt|mooi|voorkeur|handig|must|plus|voordeel|wenselijk|welkom|liefst|weleens"
    "|verleden|overbodig|onnodig|boze|afgeschaft|uitgesloten|voorbij|hoeven|amper"
    "|nergens|evenmin|zomin|valt|bespaard|besparen|elders|ergens|achterwege|laat|nemen"
    "|neemt|bedient|komt|vangt|pakt|voert|uitbesteed|besteden|plaats|vrij|verlost"
    "|gevrijwaard|jongens|anderen|iemand|ploeg|monteur|monteurs|balie|receptie|klant"
    "|nodig|uurtje|uurtjes|rest|klein|kwart|momenten|wie|desgewenst|als|even|alleen|hooguit|hoogstens|jaar|nood|die"
)


@dataclass(frozen=True, slots=True)
class Around:
    """How a phrase is meant where it stands; `shift` goes on top of its strength."""

    stance: Stance
    shift: int


SAID = Around("said", 0)
DENIED_AROUND = Around("denied", 0)


def around(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> Around:
    """Judge the words around a phrase, in a text made `plain`."""
    start, end = clause(text, span, sentence)
    parts = (text[start : span[0]], text[slice(*span)], text[span[1] : sentence[1]])
    if _DENY_BEFORE.search(text, *sentence):
        if listed_as_not(text, sentence[0], span[0]):
            return DENIED_AROUND
        before, after = text[start : span[0]], text[span[1] : end]
        if _denied(before, after, text[span[1] : sentence[1]]):
            return Around("denied", 0)
    if _is_refused(parts, text[slice(*sentence)]):
        return Around("denied", 0)
    if handed_over(*parts):
        return Around("delegated", 0)
    if is_theirs(text[start:end]):
        return Around("delegated", 0)
    shift = degree(text, span, (start, end))
    return Around("said", shift) if shift else SAID


def _is_refused(parts: tuple[str, str, str], sentence: str) -> bool:
    if refused_in_full(sentence):
        return True
    return not _NO_DENIAL.search(parts[2]) and refused(*parts)


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
    if turned_down(first, rest):
        return True
    return bool(_DENY_AFTER.search(first) or _NOT_NEEDED.search(rest))


def _without_far_commas(before: str) -> str:
    """A denial reaches over a comma only along a list of single words."""
    *far, near = _COMMA.split(before)
    while far and len(_LINK.sub(" ", near).split()) <= 1 and len(far[-1].split()) <= 3:
        near = f"{far.pop()} {near}"
    return near
