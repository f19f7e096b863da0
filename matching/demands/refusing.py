"""The many ways in which an advert says afterwards that something is not asked."""

import re

# Looked for in what follows a phrase, up to the end of the clause or just beyond it.
_NOT = r"(?:niet|nooit|nauwelijks|amper|zelden|niets|nergens|geen)"
_SHORT = r"[^.;:!?]{0,45}?"
_GONE = re.compile(
    rf"^{_SHORT}\b(?:"
    r"evenmin|net zomin|verleden tijd|overbodig|onnodig|uit den boze|afgeschaft"
    r"|uitgesloten|(?:is|zijn) voorbij|voorbij is\b"
    r"|niet aan de orde|niet (?:langer|meer) (?:nodig|jouw|uw|je)|niet van toepassing"
    rf"|kom(?:t|en)? (?:\w+ ){{0,4}}?{_NOT} (?:\w+ ){{0,2}}?"
    r"(?:voor|aan te pas|bij kijken|aan bod|aan toe|in aanraking|te pas)\b"
    rf"|ho(?:ort|ren) (?:\w+ ){{0,3}}?{_NOT} (?:\w+ )?(?:bij|tot|thuis)\b"
    rf"|(?:is|zijn) er {_NOT} (?:bij|meer|\W*$)|(?:is|zijn) er (?:hier )?niet$"
    rf"|hoe(?:f|ft|ven) (?:\w+ ){{0,3}}?{_NOT}\b"
    r"|(?:is|zijn|wordt|worden|word) (?:\w+ ){0,2}?(?:niet|nooit) "
    r"(?:nodig|vereist|verplicht|gevraagd|verwacht|verlangd|gedaan|toegestaan|jouw|uw"
    r"|je|belast|noodzakelijk)\b"
    rf"|(?:doen|doe|doet|kennen|gebruiken|vragen|verlangen|hebben|draaien|maken)"
    rf" (?:we|wij|je|u|jij) (?:\w+ ){{0,3}}?{_NOT}(?: aan| meer| van je| van jou)?\W*$"
    r"|valt (?:buiten|niet onder)|staat niet in (?:je|jouw|uw)"
    r"|blij(?:ft|ven) (?:je|jou|u) bespaard|besparen we (?:je|u)"
    r"|vind(?:t|en)? (?:je|u|jij) (?:\w+ ){0,2}?(?:niet|elders|ergens anders)"
    r"|zit er niet in|speelt geen|is geen (?:eis|must|vereiste|sprake|onderdeel)"
    r"|tref(?:t)? (?:je|u) (?:\w+ ){0,4}?niet|kom(?:t)? (?:je|u|jij) niet\W*$"
    r"|(?:ga|gaat|sta|staat|zit) (?:je|u|jij) (?:\w+ ){0,2}?(?:niet|nooit)\W*$"
    r"|zie(?:t)? (?:je|u|jij) (?:\w+ ){0,2}?(?:niet|nooit)\W*$"
    r"|heb(?:t)? (?:je|u|jij) (?:\w+ ){0,2}?(?:niet(?: nodig)?|nooit)\W*$"
    r"|kan achterwege blijven|laten we achterwege|zo goed als niet"
    r")"
)
# What somebody else does, said after it.
_THEM = (
    r"(?:de |het |een |onze |ons |je |uw |andere? |vaste |externe? |eigen ){0,3}"
    r"\w*(?:ploeg|team|bedrijf|firma|monteurs?|chauffeurs?|jongens|mannen|collega(?:'?s)?"
    r"|dienst|magazijn|specialist(?:en)?|specialisten|verzorging|balie|receptie|planner"
    r"|planning|leverancier|transporteur|klant|klanten|anderen|iemand|ander|vrijwilligers"
    r"|concierge|teamleider|leiding|verhuizers?|expeditie|logistiek|huismeester"
    r"|coordinator|chef|voorman|docent|leerkracht|arts|verpleegkundigen?|maat|klimmer)"
)
_ELSEWHERE = re.compile(
    rf"^{_SHORT}\b(?:"
    r"laten (?:we|wij) (?:\w+ ){0,2}?(?:door|over aan|aan)\b"
    r"|laat (?:je|u|jij) (?:\w+ ){0,2}?aan (?:\w+ ){1,3}over"
    rf"|(?:is|zijn|blijft|blijven) (?:voor|aan) {_THEM}\b"
    r"|ne(?:emt|men) (?:\w+ ){1,5}(?:voor (?:zijn|haar|hun|onze) rekening|uit handen)"
    r"|bested(?:en|t) (?:we|wij) uit|is uitbesteed|gaat buiten (?:je|u) om"
    rf"|word(?:t|en) (?:\w+ ){{0,5}}?(?:door|overgelaten aan) {_THEM}\b"
    r")"
)
_THEY_DO = re.compile(
    rf"^{_SHORT}\b(?:doet|doen|regelt|regelen|verzorgt|verzorgen|bedient|komt|vangt"
    rf"|pakt|voert) (?:{_THEM}\b|ze |zij )"
)
_BEFORE = re.compile(
    r"\bin plaats van\b|\bvrij van\b|\bgevrijwaard van\b|\bverlost van\b"
    r"|\bdaarvoor (?:hebben|komt|is|zijn)\b"
)
_LIST_OF_NOT = re.compile(
    r"^\W*(?:wat|dit|dat) (?:vragen |hoef )?(?:wij|we|je|jij|u) "
    r"(?:hier |bij ons |dus )?"
    r"niet (?:\w+ ){0,4}?\w+:"
)
_YOU = re.compile(r"\b(?:je|jij|u)\b")
# Without one of these nothing is refused or handed over.
TURNING = (_GONE, _ELSEWHERE, _THEY_DO, _BEFORE, _LIST_OF_NOT)
_HARD_EDGE = re.compile(r"[;!?\n]|\b(?:maar|behalve|tenzij|mits|al kan|soms wel)\b")


def refused(before: str, phrase: str, rest: str) -> bool:
    """Whether the rest of a sentence, or what came before, puts a phrase aside."""
    if _BEFORE.search(before):
        return True
    return _GONE.match(_of_the_phrase(before, phrase, rest)) is not None


def refused_in_full(sentence: str) -> bool:
    """Whether a sentence lists what is not asked ("Wat wij niet vragen: ...")."""
    return _LIST_OF_NOT.match(sentence) is not None


def handed_over(before: str, phrase: str, rest: str) -> bool:
    """Whether the rest of a sentence says that somebody else does it."""
    told = _of_the_phrase(before, phrase, rest)
    if _ELSEWHERE.match(told):
        return True
    if _YOU.search(before) or _YOU.search(phrase):
        return False
    # The verb may be the last word of the phrase itself: "de shovel bedient ...".
    return _THEY_DO.match(f"{phrase.rsplit(' ', 1)[-1]}{told}") is not None


def _of_the_phrase(before: str, phrase: str, rest: str) -> str:
    """What follows, up to a "maar"; where "je" does it, a comma ends it too."""
    told = _HARD_EDGE.split(rest, maxsplit=1)[0]
    if _YOU.search(before) or _YOU.search(phrase):
        return told.split(",", 1)[0]
    return told
