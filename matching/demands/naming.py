"""Tells names from words: a sentence about a named firm or person asks nothing."""

import re
from collections.abc import Set
from typing import NamedTuple

from matching.demands.people import many, one

_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{3,}")
_NOT_A_NAME = re.compile(
    r"(?:Nederland|Engel|Duit|Fran|Fries|Belg|Pool|Arabi|Turk|Europ|Excel|Word|Office"
    r"|Mbo"
    r"|Hbo|Vmbo|Havo|Rijbewijs|Diploma|Werk|Cao|Erp|Maandag|Dinsdag|Woensdag|Donderdag"
    r"|Vrijdag|Zaterdag|Zondag)"
)
# "Boer Harrie sjouwt", "Helderstroom poetst", "De Linde begon": who, then a verb.
_BEGINS_WITH = re.compile(
    r"(?P<article>De |Het |Onze )?(?P<first>[A-Z][\w'’&-]+)"
    r"(?P<more>(?: (?:[A-Z&][\w'’&-]*|van|de|en|der|het))*)"
    r" (?:[a-z]{2,}(?:t|de|te|en|eerde)|is|was|begon|ging|werd|kwam|zag|liep)\b"
)
_NO_PERSON = re.compile(
    r"(?:Als|Bij|Voor|Met|In|Op|Van|Je|Jij|U|En|Ook|Rijbewijs|Per|Rond|Tijdens|Na|Vanaf"
    r"|Tot|Tussen|Om|Door|Naast|Onder|Over|Zonder|Binnen|Buiten|Elke?|Iedere?|Alle|Dan"
    r"|Daarna|Soms|Vaak|Naar|Uit|Aan|Sinds|Werk\w*|Kennis|Ervaring|Diploma|Dagelijks"
    r"|\w+dags|\w*(?:ochtends|middags|avonds))$"
)
# "Woonborg zoekt een schilder voor de avonden" is about the job all the same.
_SEEKS = re.compile(r" (?:zoekt|zoeken|vraagt|is op zoek)\b")
# What happened in a year, or will, is the story of the firm.
_IN_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_START = re.compile(r"\b(?:per|vanaf|start\w*|begin\w*|januari|september|zoek\w*)\b")
_ITS_PAST = re.compile(
    r"\b(?:begon|startte|richtte\w*|ooit|destijds|vroeger (?:was|waren|werd|had|stond)"
    r"|in de afgelopen|ging in"
    r"|groeide|werd opgericht|sinds jaar en dag|van vader op zoon)\b"
)

_OTHER_PEOPLE = re.compile(
    r"\W*(?:de |alle |andere |enkele |sommige |veel |ervaren |vaste )?"
    rf"(?:{many('colleagues')})\b(?! (?:aansturen|inwerken"
    r"|lopen|komen|bellen|vragen|stellen|kloppen|weten|trekken|coachen|begeleiden"
    r"|helpen|ondersteunen|zie\b|ziet\b|spreek|motiveren|opleiden))"
)
_STAFF = rf"(?:{many('colleagues', 'staff', 'trades', 'stand_ins')})\b"
# "Op kantoor zitten twaalf mensen die bellen": several others are the subject.
_SEVERAL_OTHERS = re.compile(
    r"(?<!\bmet )(?<!\bvan )(?<!\bvoor )(?<!\baan )(?<!\bnaast )(?<!\btussen )"
    r"(?<!\btot )(?<!\buit )(?<!\bvia )\b"
    r"(?:\d[\d.]*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien"
    r"|\w*tig|honderd\w*|duizend\w*|tientallen|enkele|sommige) "
    rf"(?:vaste |ervaren |andere |eigen |jonge )?(?:(?:{many('people')})\b|{_STAFF})"
    r"(?![^.]* (?:naast|door) elkaar)"
    rf"|\b{_STAFF} die (?!je\b|jij\b|u\b)"
)
# Several who are sought are you; next to one who is sought they are others.
_SOUGHT = re.compile(r"\bzoek(?:t|en)? (?!(?:(?:we|wij) )?(?:iemand|een)\b)")
KIN = rf"(?:{one('kin')}|ouders)"
# Several others who do something; not "de monteurs inplannen", nor "lopen binnen".
THEY_ALL = (
    rf"{_STAFF} (?!aan|plan|in|coach|begeleid|ondersteun|opleid|help|advis|motiv"
    r"|beoordeel|instru|inform|waar|die|met|lop|kom|bel|vra|stel|klop|trek|weten)"
    r"\w+(?:en|aan)\b"
)
THAT_TEAM = (
    r"(?:de|onze) (?:\w+ploeg(?: in de \w+)?|klusjesman|meldkamer|groothandel"
    r"|leverancier|backoffice) "
    r"(?!begint|start|eindigt|stopt|loopt|duurt|werkt|gaat|telt|rijdt)\w+t\b"
)
# "Mijn vrouw doet de winkel", "de verkopers helpen op zaterdag", "hij melkt ze".
_SOMEBODY_ELSE = re.compile(
    r"(?:^|[,;:(] ?|\b(?:maar|want|en|terwijl) )(?:"
    rf"mijn {KIN} \w+|(?:de|onze) {THEY_ALL}|{THAT_TEAM}|(?:hij|hij of zij|zij) \w+t\b"
    r"|ik (?!zoek|vraag|wil|verwacht|heb|ben|hoop|kan|geef|bied|leer|help)\w+)"
    r"|^\W*(?:sommigen|anderen|enkelen|weer anderen) \w+en\b"
)
_NAMED = re.compile(
    r"(?:De |Het |It )?[A-Z][\w'’&-]+(?: (?:[A-Z&][\w'’&-]*|van|de|en|der|het))*"
    r" (?:bestaat|levert|leveren|maakt|rijdt|verstuurt|bakt|onderhoudt|telt|groeit"
    r"|verzorgt|bouwt|verhuurt|verkoopt|brengt|vervoert|helpt|biedt|zorgt|produceert"
    r"|ontwerpt|organiseert|beheert|begeleidt|ondersteunt|verwerkt|behandelt|runt"
    r"|heeft|is (?:een|al|sinds|klein|groot"
    r"|er(?! (?:niet|nauwelijks|nooit|zelden|amper)))) "
)
_NAME_IS_NO_FIRM = re.compile(
    r"(?:rijbewijs|vca|ervaring|kennis|er|dit|vog|het (?:is|heeft)|dat|daar|hier|dan|nu"
    r"|alles|iedereen|niemand|soms|elke?|iedere|veel|werk|je)\b"
    # "Nauwkeurigheid is een must", "Zaterdag is een vaste werkdag".
    r"|\w+(?:heid|iteit|ing|ie|tie|dag|werk|contact|tempo|vervoer|diensten|en)"
    r" (?:is|heeft)\b"
)
_CONTACT = re.compile(
    r"(?:bel|mail|app|whatsapp)\b(?! (?:je|jij|u)\b)|(?:reageer|solliciteer)\b"
    r"|neem (?:\w+ ){0,4}contact\b|(?:heb (?:je|jij)|heeft u) (?:nog )?vragen"
    r"|vragen (?:over|hierover)|meer (?:informatie|weten)|(?:stuur|schrijf|mail)"
    r" (?:\w+ ){0,5}(?:cv|motivatie|brief|sollicitatie|bericht)\b"
    r"|(?:de|onze|een) (?:\w+ )?(?:sollicitatie|recruiter|selectiecommissie"
    r"|selectieprocedure|wervingsprocedure)"
    r"|(?:we|wij) (?:houden|bellen|nodigen) (?:je|jou|u)\b"
)
_YOUR_LETTER = re.compile(
    r"\b(?:je|jouw|uw|een) (?:sollicitatie|motivatiebrief|cv|curriculum)\b"
    r"|\bcontact (?:met (?:\w+ ){1,4})?op met (?:onze|mij|ons)\b|\brecruiter\b"
    r"|\b(?:onze|de) (?:hr|p&o|personeelszaken|hr-afdeling)\b"
)
APPLYING = (_CONTACT, _YOUR_LETTER)
# Without one of these no sentence tells of other years or of others.
PAST = (_IN_A_YEAR, _ITS_PAST, _OTHER_PEOPLE, _SEVERAL_OTHERS, _SOMEBODY_ELSE)


class Teller(NamedTuple):
    """A word with a capital that a sentence begins with, before a verb.

    `is_named`: more of the name follows; otherwise it is one where the advert has it
    elsewhere too.
    """

    name: str
    is_named: bool


def names_in(text: str) -> Set[str]:
    """Words with a capital where no sentence begins: firms, places, people."""
    return frozenset(
        name for name in _NAME_INSIDE.findall(text) if not _NOT_A_NAME.match(name)
    )


def teller_of(sentence: str) -> Teller | None:
    """With whom a sentence begins that may tell what somebody does."""
    found = _BEGINS_WITH.match(sentence)
    if found is None or _NO_PERSON.match(found["first"]):
        return None
    if _SEEKS.search(found[0]):
        return None
    named_more = any(word[:1].isupper() for word in found["more"].split())
    return Teller(found["first"], named_more and not _is_paper(sentence))


def tells_of_the_past(easy: str) -> bool:
    """Whether a sentence made `plain` tells of other years or of others."""
    if _ITS_PAST.search(easy) or _OTHER_PEOPLE.match(easy):
        return True
    if _SEVERAL_OTHERS.search(easy) and not _SOUGHT.search(easy):
        return True
    if _SOMEBODY_ELSE.search(easy):
        return True
    return _IN_A_YEAR.search(easy) is not None and not _START.search(easy)


def tells_of_a_firm(text: str, easy: str, span: tuple[int, int]) -> bool:
    """Whether a sentence, as it stands and made `plain`, says what a firm does."""
    return _NAMED.match(text, *span) is not None and not _NAME_IS_NO_FIRM.match(
        easy, *span
    )


def tells_how_to_apply(easy: str, start: int, end: int) -> bool:
    """Whether a sentence, in a text made `plain`, is about applying for the job."""
    if _CONTACT.match(easy, start, end):
        return True
    return _YOUR_LETTER.search(easy, start, end) is not None


def _is_paper(sentence: str) -> bool:
    """Requirements may hold capitals too: "Rijbewijs B vereist", "Kennis van Excel"."""
    words = sentence.split()[:4]
    return any(_NOT_A_NAME.match(word) or word.isupper() for word in words)
