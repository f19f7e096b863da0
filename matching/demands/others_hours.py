"""Hours that an advert names and others keep: left to them, or only told of."""

import re

from matching.demands.people import any_of, many, one
from matching.demands.scope import between

Span = tuple[int, int]

_YOU = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|jullie)\b")
_WE = re.compile(r"\b(?:we|wij)\b")
_EDGE = re.compile(r"[;:()!?\n]|\s[–—-]\s|\bmaar\b")
# What comes after the hours and takes them from you.
_LEFT = re.compile(
    r"\bmaar (?:dan|daar\w*|dat|die|jij|u|je)\b[^.;]{0,40}\b(?:niet|geen|nooit"
    r"|vrij|thuis)\b"
    r"(?! alleen)"
    r"|\b(?:dat|dit|die|daar) (?:mag|laat|kun|kunt|kan) (?:je|jij|u) [^.;]{0,25}"
    r"(?:overlaten|over\b|aan (?:hen|ons|mij|anderen|hem|haar))"
    r"|\b(?:jij|u|je) slaapt? (?:dan )?(?:gewoon |lekker |rustig )?door\b"
    r"|\b(?:dat|dit|die) (?:geldt|gelden|is|zijn) (?:\w+ )?niet (?:voor|jouw|uw|je)\b"
    r"|\b(?:dat|die|daar) hoeft? (?:jij|je|u)[^.;]{0,15} niet"
    r"|\b(?:daar\w*|dan|die|dat) \w+ (?:jij|je|u) (?:\w+ )?(?:niet|nooit|geen)\b"
    r"|\b(?:los|doe|doen|rijd|regel|vang|neem|pak|houd|sta|lossen|rijden|regelen|vangen"
    r"|nemen|pakken|houden|staan|draaien) (?:wij|we|ik) (?:(?:dat|die|ze|het|hem) )?"
    r"(?:dan )?(?:zelf|samen)\b"
    r"|\b(?:door)?(?:verwijz|verwez|schakel|verbind|verbond)\w* (?:wij|we|naar)\b"
    r"|\b(?:gaat|gaan) [^.;]{0,30}\b(?:naar|via) (?:de|het|een|onze) "
    rf"(?:{one('crews', 'lines')}|\w*dienst|\w*post)\b"
    r"|\b(?:belt|bellen) (?:men|klanten|bewoners|huurders|mensen|ze) (?:\w+ )?"
    r"(?:het|de|een|naar)\b"
)
_WHO = (
    r"(?:een|de|het|onze|ons|mijn|zijn|haar|andere|aparte|vaste|extern\w*|eigen"
    rf"|ingehuurde|{many('stand_ins')}|{any_of('colleagues')}|anderen)"
)
_TAKEN = re.compile(
    rf"\b(?:neemt|nemen|vangt|vangen|pakt|pakken|doet|doen|verzorgt|verzorgen|bemant"
    rf"|bemannen|bewaakt|bewaken) (?:{_WHO} )+(?:\w+ )?(?!dienst|ronde|afsluit)\w+"
    r"|\b(?:draait|draaien|rijdt|rijden|werkt|werken|staat|staan) (?:een |de "
    r"|het |onze )?"
    rf"(?:andere?|aparte?|vaste?|eigen|weekend\w+|{many('stand_ins')}"
    r"|vrijwilligers|jongens)\b"
    rf"|\b(?:wordt|worden|is|zijn) (?:\w+ ){{0,4}}?(?:door|vanuit|bij|aan) (?:{_WHO} )?"
    r"(?!jou|je\b|jouw|u\b)\w+(?: \w+){0,4}? (?:gedaan|gedraaid|verzorgd|bemand|bezet"
    r"|opgevangen|waargenomen|overgenomen|gereden|ingevuld|afgehandeld|uitgevoerd"
    r"|geregeld|geleverd|bewaakt)\b"
    r"|\b(?:is|zijn|wordt|worden|hebben (?:we|wij)) (?:\w+ ){0,4}?(?:belegd bij"
    r"|ondergebracht bij|uitbesteed|ingehuurd|neergelegd bij)"
)
_NOT_TAKEN = re.compile(r"\b(?:met|naast|samen|volgens|ook)\b")
# Somebody else is the subject, and nothing is said of you.
_MANY = (
    r"(?:er|hier|daar|dan|ook|bij ons|al|nog|een|de|het|onze|ons|mijn|zijn|haar"
    r"|ruim|zo'n|meer dan"
    r"|andere|aparte|vaste|twee|drie|vier|vijf|zes|zeven|acht|tien|\w+tien|\w+tig"
    r"|honderd\w*|\d[\d.]*|veel|sommige)"
)
_PEOPLE = (
    rf"(?:{many('people', 'colleagues', 'staff', 'trades', 'stand_ins', 'kin')}"
    rf"|{many('plants', 'machines', 'served')}|ploeg|team|teams)"
)
_DO = rf"(?:{any_of('is_at_work')})"
_THEIRS = re.compile(
    rf"\b{_DO} (?:{_MANY} )+(?:\w+e )?{_PEOPLE}\b"
    r"|\b(?:aparte|andere) (?:\w*ploeg|\w*team|\w*dienst)\b"
    rf"|^\W*(?:de|het|onze|ons) {_PEOPLE} {_DO}\b"
    rf"|^\W*(?:(?:de|onze) )?(?:{many('served')}|mensen) \w+e?n\b"
    rf"|^\W*(?:de|onze|het) (?:{one('lines', 'always_there')}|storingsdienst)"
    r" (?:is|zijn|staat|draait)\b"
    r"|\bmet (?:zijn|haar|hun) (?:avonden|nachten|weekenden|diensten)\b"
    r"|^\W*daar (?:gelden|werken|draaien|werkt|draait|geldt)\b"
    r"|\bdoor een (?:vaste?|aparte?|andere?|eigen) \w+"
    r"|^\W*(?:sommigen?|anderen|enkelen|de rest|de meesten)\b"
    rf"|^\W*(?:de|het|onze|ons) (?:\w+ploeg|\w+dienst|{_PEOPLE}) "
    rf"(?:in|van|op|uit|bij|naast) (?:de|het|ons|onze|een) \w+ {_DO}\b"
    rf"|^\W*(?:de|het|onze|ons) (?:\w+ en (?:de |het )?\w+) hebben eigen\b"
    rf"|\b(?:{many('served')}|ouders|mensen|collega'?s|bedrijven|gezinnen),?"
    r" (?:die|met) (?:\w+ )?"
    r"(?:overdag|'s avonds|'s nachts|\w*(?:avond|nacht|weekend|ploegen)\w*)"
    r"|\b(?:doe|doet|doen) (?:ik|hij|zij|ze|[a-z]+) zelf\b"
)

_TELLS = re.compile(
    r"(?:\W+(?:en|maar) )?\W*overdag (?:werken (?:er|hier|is)\b|(?!werken\b"
    r"|dienst|uren)[a-z]+)"
    r"|.{0,60}\b(?:die|wie|ouders|mensen) overdag\b"
    r"|\W*\w+en (?:zijn|werken|slapen) overdag\b"
)
# "'s Nachts draaien de persen", "op zaterdag trouwen hier twintig stellen".
_TIME = (
    r"\W*(?:en |want )?(?:'s (?:nachts|avonds)|in de (?:nacht|avond)|in het weekend"
    r"|(?:op |elke |iedere )?(?:zater|zon)dag(?:en|s|avond|ochtend|middag)?"
    r"|in de weekenden|overdag)(?: (?:en|of) (?:op zondag|in het weekend|'s nachts))?"
)
_OWN = (
    r"(?!(?:\w+ )?\w*(?:dienst|rooster|werk|ploeg|team|winkel|zaak|week|bezetting"
    r"|beurt))"
)
_THEN_THEY = re.compile(
    rf"{_TIME} (?!is\b|zijn (?:we|wij)\b|begint|hoort|horen|hebben|wordt|worden"
    rf"|van|vanaf|tot"
    r"|tussen|en|of|om|ook|in|op|met|bij)\w+"
    rf" (?:(?:er|hier|daar|ook|dan) )*(?:de|het|mijn|onze|ons|zijn|haar|zo'n|ruim"
    rf"|veel|[a-z]+tig|[a-z]+honderd|[a-z]+duizend|\d[\d.]*) {_OWN}\w+"
)
# "Patienten die in het weekend belden", "een collega die 's nachts werkt".
_RELATIVE = re.compile(
    r"(?<!zoeken )(?<!zoekt )(?<!gezocht )"
    r"\b(?!iemand|persoon|kandidaat|dienst|rooster|uren|werk|baan|mens|team|jij"
    r"|je\b|u\b)"
    r"\w{4,},? die (?:(?!ook)\w+ ){0,3}$"
)
_WANTED = re.compile(r"\b(?:zoek\w*|gezocht|vragen|ben(?:t)? iemand)\b")
# "De vrachtwagens worden 's nachts geladen".
_PASSIVE = re.compile(
    rf"\W*(?:de|het|onze|alle) {_OWN}\w+ (?:wordt|worden) (?:\w+ ){{0,2}}$"
)
# "Het dorp heeft elke zaterdag markt", "vakantiegangers vertrekken op zondag".
_THINGS = re.compile(
    rf"\W*(?:(?:de|het|ons|onze|een) )?(?:{one('neighbours', 'machines', 'goods')}"
    r"|\w*service)\b(?! (?:is|zijn) \w* ?(?:open|geopend))"
)
_ATTRIBUTE = re.compile(
    rf"\b(?:{one('goods')}|krant|post|uitslagen|omzet|cijfers|was|drukte|lawaai"
    rf"|{many('served')}|uitzending) (?:van|uit) (?:de |het )?$|\bhun (?:\w+ )?$"
)
_ONLY = re.compile(r"\b(?:alleen|uitsluitend|altijd|enkel|lekker|gewoon|dus)\b")


def is_left_to_others(easy: str, span: Span, sentence: Span) -> bool:
    """Whether hours are named and then taken from you: "maar dat hoef jij niet"."""
    start, end = between(_EDGE, easy, span, sentence)
    if _YOU.search(easy, start, span[1]):
        return False
    rest = slice(span[0], sentence[1])
    if _LEFT.search(easy[rest]):
        return True
    taken = _TAKEN.search(easy, start, end)
    return taken is not None and not _NOT_TAKEN.search(easy, start, taken.start())


def is_kept_by_others(easy: str, span: Span, sentence: Span) -> bool:
    """Whether the clause is about other people and says nothing of you."""
    start, end = between(_EDGE, easy, span, sentence)
    before = easy[start : span[0]]
    if _ATTRIBUTE.search(before):
        return True
    if _RELATIVE.search(before) and not _WANTED.search(before):
        return True
    comma = easy.find(", ", span[1], end)
    near = (start, end if comma < 0 else comma)
    if _YOU.search(easy, *near) or _WE.search(easy, *near):
        return False
    if _THEN_THEY.match(easy, *near) or _THINGS.match(easy, *near):
        return True
    return bool(_PASSIVE.match(before) or _THEIRS.search(easy[slice(*near)]))


def is_told_of_the_day(easy: str, span: Span, sentence: Span) -> bool:
    """Whether "overdag" only opens a sentence on what is done by day."""
    said = easy[slice(*span)]
    if "overdag" not in said or _ONLY.search(easy, *sentence):
        return False
    return _TELLS.match(easy, sentence[0], sentence[1]) is not None
