"""Who does it: where a sentence hands a task to somebody else than the newcomer."""

import re

HINTS = (
    "wordt|worden|doet|doen|regelt|regelen|verzorgt|verzorgen|ligt|liggen|gaat|gaan"
    "|loopt|lopen|verloopt|besteden|besteed|besteedt|zelf|laten|laat|hebben|die|voert"
    "|voeren|draait|draaien|neemt|nemen|behandelt|behandelen|pakt|pakken|maakt|maken"
    "|rijdt|rijden|brengt|brengen|helpt|helpen|vangt|vangen|komt|komen|belt|geeft"
    "|geven|zijn|is|blijft|blijven|uitbesteed|leg|legt"
)  # one of these stands wherever anything below is found
_HINT = re.compile(rf"\b(?:{HINTS})\b")
_THEM = (
    r"(?:\w+ )?(?:\w*collega(?:'?s)?|leidinggevende|\w*chef|baas|\w*leider|voorman"
    r"|manager|\w*monteurs?|chauffeurs?|beveilig\w+|afdeling|\w*team|balie|receptie"
    r"|kantoor|\w*dienst|klantenservice|\w*administratie|\w*bedrijf|firma|\w*coordinator"
    r"|leverancier|partner|transporteur|verhuizers?|\w*verpleegkundigen?|verzorging"
    r"|leerkracht\w*|docent\w*|leraar|anderen?|specialist\w*|huismeester|\w*ploeg)\b"
)
_ALWAYS_THEIRS = re.compile(
    r"\b(?:wordt|worden)\b[^.;]{0,60}\b(?:door|aan)\b"
    r" (?:de|het|een|onze|ons|je|uw|jouw|andere)\b"
    r"|\bbested(?:en|t) (?:wij|we|ons \w+|het \w+) uit\b|\bis uitbesteed\b"
    r"|\b(?:timmerlieden|vakmensen|vaklieden|collega's),? die\b"
    r"|\b(?:de|onze|je|uw) (?:\w+-)?(?:collega|adviseur|monteur|chauffeur"
    r"|medewerker|docent|teamleider|leidinggevende|uitvoerder|planner|jurist|coach"
    r"|controller|specialist|arts)(?:'?s|en)?,? die\b"
    r"|\b(?:dat|die|dit) \w+ de \w+ zelf\b|\blaten (?:wij|we) aan\b"
    r"|\bhebben (?:wij|we) (?:een|onze|aparte)\b[^.;]*\bvoor\b"
    r"|\blaat (?:je|jij|u) (?:\w+ ){0,3}?aan\b"
    r"|\bneemt \w+ (?:hem|haar|het|ze|die) (?:aan|op|over)\b"
    r"|\b(?:komt|komen|gaat|gaan) (?:\w+ )?(?:bij|naar|via) (?:een|de) andere? "
    rf"{_THEM}|\b(?:is|zijn|blijft|blijven) voor (?:(?:de|het|een|onze|je|uw) )?{_THEM}"
    r"|\blegt? (?:je|jij|u) (?:terzijde|opzij|naast je neer)\b"
    r"|\bdoe(?:t|n) (?:anderen|wij niet zelf|we niet zelf)\b"
)
# "Je helpt klanten en regelt de verzending": there "je" is still the subject.
_THEIRS_WITHOUT_YOU = re.compile(
    r"\b(?:doet|doen|regelt|regelen|verzorgt|verzorgen) "
    r"(?:een ander|een vast|een bedrijf|een firma|de|het|onze|andere"
    r"|je collega|uw collega|docenten|collega)\b"
    r"|\b(?:ligt|liggen|gaat|gaan|loopt|lopen|verloopt) "
    r"(?:bij|via|naar) (?:de|het|een|onze)\b"
    r"|(?<!\bdie )\b(?:voert|voeren|draait|draaien|neemt|vangt|vangen|pakt|pakken"
    r"|nemen|behandelt|behandelen|maakt|maken|rijdt|rijden|brengt|brengen|helpt|helpen"
    rf"|doet|doen|geeft|geven|belt) (?:je|jouw|uw|de|het|een|onze) {_THEM}"
    rf"|\b(?:de|het|onze|een) {_THEM} (?:vangt|doet|neemt|regelt|verzorgt|behandelt)\b"
)  # the last has its subject first
# Without one of these nobody else does it.
TURNING = (_ALWAYS_THEIRS, _THEIRS_WITHOUT_YOU)
_YOU = re.compile(r"\b(?:je|jij|u)\b")


def is_theirs(said: str) -> bool:
    """Whether a clause, made `plain`, says that somebody else does it."""
    if not _HINT.search(said):
        return False
    if _ALWAYS_THEIRS.search(said):
        return True
    found = _THEIRS_WITHOUT_YOU.search(said)
    return found is not None and not _YOU.search(said, 0, found.start())
