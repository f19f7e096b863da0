"""Who does it: where a sentence hands a task to somebody else than the newcomer."""

import re

from matching.demands.denied_after import told_of
from matching.demands.naming import KIN, THAT_TEAM, THEY_ALL
from matching.demands.people import any_of, many, one

_SOME = any_of(
    "colleagues", "chiefs", "staff", "kin", "crews", "departments", "firms", "lines"
)
_THEM = rf"(?:\w+ )?(?:{_SOME}|anderen?)\b"
_ALWAYS_THEIRS = re.compile(
    r"\b(?:wordt|worden)\b[^.;]{0,60}\b(?:door|aan)\b"
    r" (?:de|het|een|onze|ons|je|uw|jouw|andere)\b"
    r"|\bbested(?:en|t) (?:wij|we|ons \w+|het \w+) uit\b|\bis uitbesteed\b"
    r"|\b(?:collega's|\w+lieden|vakmensen|(?:de|onze|je|uw) (?:\w+-)?"
    rf"(?:collega|medewerkers?|{any_of('chiefs', 'staff', 'trades')})),? die\b"
    r"|\b(?:dat|die|dit) \w+ de \w+ zelf\b|\blaten (?:wij|we) aan\b"
    r"|\bhebben (?:wij|we) (?:een|onze|aparte)\b[^.;]*\bvoor\b"
    r"|\blaat (?:je|jij|u) (?:\w+ ){0,3}?aan\b"
    r"|\bneemt (?:(?:de|het|een|onze) )?\w+ (?:hem|haar|het|ze|die) (?:aan|op|over)\b"
    r"|\b(?:zet|zetten|ruimen|ruimt|dragen|draagt|tillen|tilt|sjouwen|halen|brengen)"
    r" (?:de|het|onze) (?!\w*collega|\w*team)\w+ zelf\b"
    r"|\b(?:komt|komen|gaat|gaan) (?:\w+ )?(?:bij|naar|via) (?:een|de) andere? "
    rf"{_THEM}|\bkom(?:t|en) (?:\w+ )?(?:bij|via) (?:de|het|onze|een) {_THEM}"
    r" (?:terecht|binnen)\b"
    rf"|\b(?:is|zijn|blijft|blijven) voor (?:(?:de|het|een|onze|je|uw) )?{_THEM}"
    r"|\blegt? (?:je|jij|u) (?:terzijde|opzij|naast je neer)\b"
    r"|\bdoe(?:t|n) (?:anderen|wij niet zelf|we niet zelf)\b"
    # "Storing zoek je in alle rust, de balie vangt de klanten op".
    rf"|(?:^|, )(?:de|het|onze|een) {_THEM} (?:{one('sees_to', 'takes')})\b"
)
# "Je helpt klanten en regelt de verzending": there "je" is still the subject.
_THEIRS_WITHOUT_YOU = re.compile(
    r"\b(?:doet|doen|regelt|regelen|verzorgt|verzorgen) "
    r"(?:een ander|een vast|een bedrijf|een firma|de|het|onze|andere"
    r"|je collega|uw collega|docenten|collega)\b"
    r"|\b(?:ligt|liggen|gaat|gaan|loopt|lopen|verloopt) "
    r"(?:bij|via|naar) (?:de|het|een|onze)\b"
    rf"|(?<!\bdie )\b(?:{any_of('sees_to', 'takes', 'acts')}|belt)"
    rf" (?:je|jouw|uw|de|het|een|onze) {_THEM}"
    rf"|\b(?:de|het|onze|een) {_THEM} (?:{one('sees_to', 'takes')})\b"
)
_NOT_YOU = r"(?!je\b|jou|jij\b|u\b|ons\b)"
# Done before the newcomer comes to it, by whomever.
_UNSEEN = (
    r"(?:\w+ ){0,3}?(?:voor (?:je|jou|u)"
    r"|door (?!jou?\b|u\b|elkaar|heel|weer|de (?:dag|week))\w+"
    r"|machinaal|automatisch|mechanisch|elders|extern|centraal|uitbesteed"
    r"|thuisbezorgd)\b"
)
_SHORT = r"[^.;:!?]{0,45}?"
# What somebody else does, said after it.
_NAMED_AFTER = (
    r"(?:de |het |een |onze |ons |je |uw |mijn |andere? |vaste |externe? |eigen ){0,3}"
    rf"(?:{_SOME}|{many('people')}|klant|klanten|leiding|maat|ouders|anderen|ander"
    r"|iemand)"
)
_ELSEWHERE = re.compile(
    rf"^{_SHORT}\b(?:"
    r"laten (?:we|wij) (?:\w+ ){0,2}?(?:door|over aan|aan)\b"
    r"|laat (?:je|u|jij) (?:\w+ ){0,2}?aan (?:\w+ ){1,3}over"
    rf"|(?:is|zijn|blijft|blijven) (?:voor|aan) {_NAMED_AFTER}\b"
    r"|ne(?:emt|men) (?:\w+ ){1,5}(?:voor (?:zijn|haar|hun|onze) rekening|uit handen)"
    r"|bested(?:en|t) (?:we|wij) uit|is uitbesteed|gaat buiten (?:je|u) om"
    rf"|word(?:t|en) (?:\w+ ){{0,5}}?(?:door|overgelaten aan) {_NAMED_AFTER}\b"
    rf"|word(?:t|en) {_UNSEEN}"
    r"|(?:gebeurt|gebeuren) (?:\w+ )?(?:door|elders|extern|buiten)"
    r"|(?:mag|kun|kunt|kan) (?:je|u|jij) (?:\w+ ){0,2}?aan (?:\w+ ){1,3}overlaten"
    r"|ne(?:em|men) (?:ik|wij|we) (?:\w+ ){0,3}?(?:op (?:me|mij|ons)"
    r"|voor (?:mijn|onze) rekening)"
    r"|(?:doe|regel|verzorg) ik\b|(?:doen|regelen|verzorgen) (?:wij|we) (?:\w+ )?zelf\b"
    r"|(?:is|zijn) (?:\w+ ){0,3}?(?:ondergebracht|belegd|weggelegd) (?:bij|voor)"
    r"|(?:is|zijn) (?:\w+ ){0,2}?uitbesteed"
    rf"|is (?:een )?(?:taak|zaak|werk|klus|domein|terrein) (?:van|voor) {_NOT_YOU}"
    rf"|kom(?:t|en) (?:\w+ )?(?:bij|via) {_NOT_YOU}(?:\w+ ){{1,3}}(?:terecht|binnen)"
    rf"|(?:gaat|gaan|loopt|lopen|verloopt|verlopen) via (?:\w+ ){{0,2}}{_THEM}"
    rf"|lig(?:t|gen) bij {_NOT_YOU}\w+"
    r"|(?:valt|vallen) onder (?:de|het|een|onze)"
    r"|(?:die|dat) (?:zet|zetten|brengt|brengen|legt|leggen|rijdt|rijden|tilt|tillen"
    rf"|haalt|halen) (?:(?:de|het|een|onze|mijn) {_THEM})"
    r")"
)
_THEY_DO = re.compile(
    rf"^{_SHORT}\b(?:{any_of('sees_to')}|{one('takes')}|bedient|komt|voert)"
    rf" (?:{_NAMED_AFTER}\b|ze |zij )"
    rf"|^{_SHORT}\b(?:doet|deed) (?!je\b|jij\b|u\b|jou|jullie|wij\b|we\b|iedereen"
    r"|elk|ieder|er\b|ertoe|denken|pijn|zeer|dat\b|dit\b|ons\b|me\b|mij\b|veel|meer"
    r"|het|wat|niet|aan\b|wonderen)\w+"
)
# "Hij tuurt door de kijker, jij loopt", "je baas zit op kantoor": who stands first.
_THEY_FIRST = re.compile(
    r"^\W*(?:en |maar |want |terwijl )?(?:"
    r"(?:je|jouw|uw|de|onze) (?:leidinggevende|baas|chef|bedrijfsleider) \w+t\b"
    r"|(?:hij|zij|hij of zij|ze) \w+t\b"
    rf"|mijn {KIN} \w+|{THAT_TEAM}"
    rf"|(?:(?:de|onze|andere) )?{THEY_ALL} (?:wel|de|het|een|met|in|op)\b)"
)
# "In het weekend staan we op de markt, maar dat doet mijn man".
_THAT_THEY_DO = re.compile(
    r"[,;:(] ?(?:maar |want |en )?(?:dat|die|dit|daar) (?:"
    rf"(?:{one('sees_to')})"
    r" (?!je\b|jij|u\b|jou|er|pijn|goed|me\b|ons\b)\w+"
    r"|(?:doen|regelen|lossen) (?:wij|we|de|onze|ze|anderen)(?: \w+){0,2}?"
    rf" (?:zelf|onderling|{_THEM})|(?:zorgt|zorgen) (?:de|het|een|onze|ons) {_THEM})"
)
# "Voor boze bellers hebben we een apart team".
_FOR_IT = re.compile(r"(?:^|[,;:(] ?)\W*voor (?:\w+ ){0,4}$")
_WE_HAVE = re.compile(
    r"^(?: \w+){0,4}? (?:hebben (?:wij|we)|is er|zijn er|komt|bellen (?:wij|we)"
    r"|schakel\w* (?:wij|we|je|u)|belt men|bel je|huren (?:wij|we))"
    rf" (?:(?:een|onze|de|het|twee|aparte?|vaste?|eigen) ){{0,2}}{_THEM}"
)
# Without one of these nobody else does it.
TURNING = (
    _ALWAYS_THEIRS,
    _THEIRS_WITHOUT_YOU,
    _ELSEWHERE,
    _THEY_DO,
    _THEY_FIRST,
    _THAT_THEY_DO,
    _WE_HAVE,
)
_YOU = re.compile(r"\b(?:je|jij|u)\b")


def is_theirs(said: str) -> bool:
    """Whether a clause, made `plain`, says that somebody else does it."""
    if _ALWAYS_THEIRS.search(said):
        return True
    found = _THEIRS_WITHOUT_YOU.search(said)
    return found is not None and not _YOU.search(said, 0, found.start())


def told_of_them(said: str) -> bool:
    """Whether what stands between two commas, made `plain`, tells of somebody else."""
    found = _THEY_FIRST.match(said)
    return found is not None and not _YOU.search(said, found.end())


def handed_over(before: str, phrase: str, rest: str) -> bool:
    """Whether the rest of a sentence says that somebody else does it."""
    told = told_of(before, phrase, rest)
    if _ELSEWHERE.match(told):
        return True
    if _FOR_IT.search(before) and _WE_HAVE.match(rest):
        return True
    if _YOU.search(before) or _YOU.search(phrase):
        return False
    if _THAT_THEY_DO.search(rest):
        return True
    # The verb may be the last word of the phrase itself: "de shovel bedient ...".
    return _THEY_DO.match(f"{phrase.rsplit(' ', 1)[-1]}{told}") is not None
