"""What is denied after it was named: "tillen hoeft niet", "is verleden tijd"."""

import re

from matching.demands.denied_before import COMMA, NO_DENIAL

_NOT = r"(?:niet|nooit|nauwelijks|amper|zelden|niets|nergens|geen)"
_NEARLY = (
    r"(?! (?:alleen|dagelijks|altijd|elke|uit de weg|vreemd|bang|zeldzaam|van slag))"
)
# Words that open a clause of their own, whose denial is not about the phrase.
_OPENS = r"(?!(?:wat|die|dat|als|om|waar\w*|en|of|wanneer|zodat)\b)"
_AT_THE_END = re.compile(
    r"^(?:\W+(?!(?:wat|die|dat|als|om|waar)\b)\w+){0,5}?"
    rf"\W+(?:niet|nooit|nauwelijks|zelden)\b{_NEARLY}(?:\W+\w+|\W+meer\W+\w+)?\W*$"
)
# "Boze klanten kom je niet tegen": the object first, the verb before "je".
_OBJECT_FIRST = re.compile(
    rf"^(?:\W+{_OPENS}\w+){{0,3}}?\W+{_OPENS}\w+ (?:je|jij|u|wij|we|er|hier)\b"
    r"(?: \w+){0,5}? (?:niet|nooit|niets|niks|nauwelijks|amper|zelden)\b"
    rf"{_NEARLY}(?: \w+){{0,4}}\W*$"
)
# "In het weekend gaat de winkel ook open; daar heb je geen omkijken naar".
_NO_BUSINESS_OF_YOURS = re.compile(
    r"[,;:] (?:en )?daar\w* (?:heb|hebt|heeft|hoef|hoeft|krijg|krijgt) (?:je|jij|u)\b"
    r"[^.]{0,30}\b(?:geen|niet|niets|niks)\b"
)
_GONE = re.compile(
    r"^[^.;:!?]{0,45}?\b(?:"
    r"evenmin|net zomin|verleden tijd|overbodig|onnodig|uit den boze|afgeschaft"
    r"|uitgesloten|(?:is|zijn) voorbij|voorbij is\b"
    rf"|(?:is|zijn) (?:\w+ ){{0,3}}{_NOT} (?:aan de orde|van toepassing)"
    r"|niet (?:aan de orde|van toepassing|(?:langer|meer) (?:nodig|jouw|uw|je))"
    rf"|kom(?:t|en)? (?:\w+ ){{0,4}}?{_NOT} (?:\w+ ){{0,2}}?"
    r"(?:voor|aan te pas|bij kijken|aan bod|aan toe|in aanraking|te pas)\b"
    rf"|ho(?:ort|ren) (?:\w+ ){{0,3}}?{_NOT} (?:\w+ )?(?:bij|tot|thuis)\b"
    r"|hoort er niet bij"
    rf"|(?:is|zijn) er {_NOT} (?:bij|meer|\W*$)|(?:is|zijn) er (?:hier )?niet$"
    rf"|hoe(?:f|ft|ven) (?:\w+ ){{0,3}}?{_NOT}\b"
    r"|niet (?:nodig|vereist|verplicht|noodzakelijk)|geen (?:eis|must|vereiste)"
    r"|(?:is|zijn|wordt|worden|word) (?:\w+ ){0,2}?(?:niet|nooit) "
    r"(?:nodig|vereist|verplicht|gevraagd|verwacht|verlangd|gedaan|toegestaan"
    r"|(?:je|jouw|uw|jullie)(?: (?:taak|werk|taken))?|belast|noodzakelijk)\b"
    rf"|(?:doen|doe|doet|kennen|gebruiken|vragen|verlangen|hebben|draaien|maken)"
    rf" (?:we|wij|je|u|jij) (?:\w+ ){{0,3}}?{_NOT}(?: aan| meer| van je| van jou)?\W*$"
    r"|kennen (?:wij|we)(?: \w+){0,4} niet|doen (?:wij|we) niet(?!\s\w)"
    r"|valt (?:buiten|niet onder)|staat niet in (?:je|jouw|uw)"
    r"|blij(?:ft|ven) (?:je|jou|u) bespaard|besparen we (?:je|u)"
    r"|vind(?:t|en)? (?:je|u|jij) (?:\w+ ){0,2}?(?:niet|elders|ergens anders)"
    r"|zit er niet in|speelt geen|is geen (?:sprake|onderdeel)"
    r"|geen (?:last|sprake)\b"
    r"|tref(?:t)? (?:je|u) (?:\w+ ){0,4}?niet|kom(?:t)? (?:je|u|jij) niet\W*$"
    r"|(?:ga|gaat|sta|staat|zit|zie|ziet) (?:je|u|jij) (?:\w+ ){0,2}?(?:niet|nooit)\W*$"
    r"|heb(?:t)? (?:je|u|jij) (?:\w+ ){0,2}?(?:niet(?: nodig)?|nooit)\W*$"
    r"|(?:is|zijn|wordt|worden|zit) (?:\w+ ){0,2}?(?:verboden|taboe|niet (?:aan (?:je"
    r"|jou|u|ons)"
    r"|de bedoeling|mogelijk|vereist|verplicht|jouw \w+|toegestaan|gewenst|ons werk"
    r"|jullie))\b"
    r"|(?:mag|mogen|kun|kunt|kan) (?:je|u|jij) (?:\w+ ){0,3}?(?:niet|nooit)(?=\W*$"
    r"|[,:(])"
    r"|niets van dat al(?:les)?\b|niet jouw (?:werk|taak|zaak|afdeling|probleem|zorg"
    r"|terrein)"
    r"|(?:passen|past|doen|doe|doet|kan|kunnen|hoeft|hoeven) (?:\w+ )?ook niet\b"
    r"|(?:heb|hebt|heeft|hebben) (?:je|jij|u|we|wij) (?:\w+ ){0,3}?(?:niets|niks"
    r"|weinig|niet|nooit)"
    r" (?:\w+ )?(?:te maken|van doen|te zoeken|te schaften|mee)\b"
    r"|(?:heb|hebt) (?:je|jij|u) (?:\w+ ){0,2}?geen omkijken"
    r"|(?:ben|bent) (?:je|jij|u) (?:\w+ ){0,2}?(?:niet|nooit) (?:bij|nodig|voor)\b"
    r"|(?:blijf|blijft) (?:je|jij|u) (?:\w+ ){0,2}?(?:van af|buiten|ver van"
    r"|verschoond|vanaf)"
    r"|\w+en (?:wij|we) (?:\w+ ){0,3}?niet(?=\W*$|[,:(])"
    r"|kan achterwege blijven|laten we achterwege|zo goed als niet"
    r")"
)
# Kept away from the newcomer, said right after it.
_KEPT_AWAY = re.compile(
    r"^[^.;:!?,()]{0,45}?\bblij(?:ft|ven) (?:\w+ )?"
    r"(?:aan de andere kant|achter slot|achter de deur|buiten|op afstand)\b"
)
# Without these, and without any word of denial, nothing is denied afterwards.
TURNING = (_GONE, _KEPT_AWAY, _NO_BUSINESS_OF_YOURS)
_HARD_EDGE = re.compile(r"[;!?\n]|\b(?:maar|behalve|tenzij|mits|al kan|soms wel)\b")
_YOU = re.compile(r"\b(?:je|jij|u)\b")


def denied_after(after: str, rest: str) -> bool:
    """Whether denial follows a phrase: in its clause, or in the rest of the sentence.

    Only of use where a sentence holds a word of denial at all.
    """
    if NO_DENIAL.search(after):
        return False
    near = COMMA.split(after, maxsplit=1)[0]
    if _AT_THE_END.search(near) or _OBJECT_FIRST.search(near):
        return True
    return _NO_BUSINESS_OF_YOURS.search(rest) is not None


def put_aside(before: str, phrase: str, rest: str) -> bool:
    """Whether the rest of a sentence says that it is gone, with or without "niet"."""
    if NO_DENIAL.search(rest):
        return False
    if _KEPT_AWAY.match(rest):
        return True
    return _GONE.match(told_of(before, phrase, rest)) is not None


def told_of(before: str, phrase: str, rest: str) -> str:
    """What follows, up to a "maar"; where "je" does it, a comma ends it too."""
    told = _HARD_EDGE.split(rest, maxsplit=1)[0]
    if _YOU.search(before) or _YOU.search(phrase):
        return COMMA.split(told, maxsplit=1)[0]
    return told
