"""What a sentence is about, whatever stands around it in the advert."""

import re
from typing import Literal, NamedTuple

from matching.demands.naming import (
    Teller,
    teller_of,
    tells_how_to_apply,
    tells_of_a_firm,
    tells_of_the_past,
)
from matching.demands.signs import APPLYING, CUE, PAST, PAY, PLACE, WE, YOU

Section = Literal["taken", "eisen", "bieden", "bedrijf"]

_WORDLIKE = re.compile(r"\w")
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|jullie)\b")
_WE = re.compile(
    r"(?:al )?(?:"
    r"(?:onze|ons) (?:\w+ ){0,2}?(?:\w*collega's"
    # "Onze collega's lopen 15.000 stappen": so will you.
    r"(?! (?:lopen|halen|zetten|maken|tillen|staan|zitten) (?:\w+ ){0,2}\d)"
    r"|\w*(?:mensen|lieden"
    r"|ers|eurs|isten|mannen|kundigen|artsen|docenten|leraren|agenten|verzorgenden"
    r"|teams|ploegen)"
    r"|\w*organisatie|bedrijf|ziekenhuis|school|stichting)\b(?! van klanten)"
    r"|(?:wij|we) (?!\w+ in (?:twee|drie|vier|vijf|[2-5])[ -]?(?:ploegen|diensten)"
    r"|zijn (?:de hele dag|altijd|meestal|vaak|veel) (?:buiten|binnen|onderweg)"
    r"|vragen|zoeken|verwachten|werken|bieden|draaien|starten"
    r"|gebruiken|rouleren|wisselen|tillen|sjouwen|dragen"
    r"|beginnen|zijn (?:\w+ ){0,2}op zoek|hebben (?:\w+ )?(?:plaats|plek|ruimte)"
    r"|zien graag|hopen|rekenen|sluiten|zijn"
    r" (?:['\w]+ ){0,6}?(?:open|dicht|gesloten))\w+"
    r"|(?:het|ons) bedrijf|de organisatie|in ons beleid)"
)
# How to get there is asked of who comes, whoever the sentence is about.
_WHERE_WE_ARE = re.compile(
    r"\bbereik(?:en|baar)\b|\bopenbaar vervoer\b|\bstation\b|\bbus(?:halte)?\b"
    r"|\btrein\b"
)
_OFFER = re.compile(
    r"(?:condities|voorwaarden|arbeidsvoorwaarden|ons aanbod|ons voorstel|salaris)\b"
    r"|(?:wij|we) bieden|(?:je|u) krijgt (?:van ons|daarvoor|hiervoor)|van ons krijg"
    r"|het salaris|(?:je|u) verdient|het uurloon|wat geven we"
)
_PAY = re.compile(
    r"€|\bbruto\b|\bsalaris|\buurloon|leaseauto|auto van de zaak|winstdeling|pensioen"
    r"|vakantiedagen|reiskosten|personeelskorting|jaarcontract|vast contract"
    r"|tijdelijk contract|uitzicht op vast|toeslag\b|vakantiegeld"
)
_ASK = re.compile(
    r"(?:wij|we) (?:vragen|zoeken|verwachten)|(?:je|jij|u) (?:hebt|heeft|bent|beschikt)"
)

ADDRESSING, OURS, REACHING = (_YOU,), (_WE,), (_WHERE_WE_ARE,)
PAYING, OPENING = (_PAY,), (_OFFER, _ASK)


class Nature(NamedTuple):
    """What a sentence is about.

    `opens`: the part of the advert that begins with it; `part`: the part it belongs to,
    wherever it stands; `teller`: whom it may tell of.
    """

    opens: Section | None
    part: Section | None
    teller: Teller | None


def nature(text: str, easy: str, signs: int) -> Nature:
    """What a sentence is about, as it stands and made `plain`, by its `signs`."""
    first = _first_word(text, easy)
    opens = _opened(easy, first) if signs & CUE else None
    spoken_to = bool(signs & YOU) and _YOU.search(easy) is not None
    if signs & PAY and _PAY.search(easy):
        part: Section | None = "bieden"
    elif _about_others(text, easy, first, signs):
        return Nature(opens, "bedrijf", None)
    else:
        part = None
    return Nature(opens, part, None if spoken_to else teller_of(text.lstrip()))


def _first_word(text: str, easy: str) -> int:
    first = 1 if text[:1] == " " else 0
    if text[first : first + 1].isalnum():
        return first
    found = _WORDLIKE.search(easy, first)
    return found.start() if found else first


def _opened(easy: str, first: int) -> Section | None:
    if _OFFER.match(easy, first):
        return "bieden"
    return "eisen" if _ASK.match(easy, first) else None


def _about_others(text: str, easy: str, first: int, signs: int) -> bool:
    """Sentences about the firm or its other people ask nothing of the newcomer."""
    span = (first, len(easy))
    if signs & APPLYING and tells_how_to_apply(easy, *span):
        return True
    if signs & YOU and _YOU.search(easy, *span):
        return False
    if signs & PLACE and _WHERE_WE_ARE.search(easy, *span):
        return False
    if signs & WE and _WE.match(easy, *span):
        return True
    if tells_of_a_firm(text, easy, span):
        return True
    return bool(signs & PAST) and tells_of_the_past(easy[first:])
