"""What is denied before it is named: "geen avonden", "Wat wij niet vragen: bellen"."""

import re

_DENIAL = re.compile(
    r"\b(?:geen|niet|niets|niks|nooit|niemand|zonder|noch|nauwelijks|amper|zelden|hoef"
    r"|hoeft)\b"
)
# Words of denial that deny nothing: who is not afraid of it, does it.
NO_DENIAL = re.compile(
    r"\bniet (?:stilval\w*|omval\w*|vastlo\w*|bezwijk\w*|alleen|enkel|slechts|bang"
    r"|vies|gek|schrik\w*|van slag|terug(?:dein\w*)?"
    r"|iedereen|allemaal|stil|uit de weg|in de stress|in paniek"
    r"|opzien\w*|altijd|elke|dagelijks|zo|snel"
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
    r"|\b(?:die|als je|als u|mits je) geen last (?:heeft|hebt)\b"
    r"|\bondanks\b|\bhoogtevrees\b|\bgeen (?=zweetvoeten|hoogtevrees|knikkende)"
    r"|\bbepaalt? (?:je|jij|u) (?:zelf )?niet\b"
    r"|\bniet (?:uit|van) (?:je|jouw|uw) (?:humeur|evenwicht|doen|concentratie|stuk"
    r"|apropos)"
    r"|\bniet (?:kan|kunnen|kunt|te) (?:stoppen|ophouden|bedaren)|\bnooit (?:weg"
    r"|verkeerd)\b"
    r"|\b(?:let|lett?en|toezien|ziet|zie|kijk|kijkt|check|checkt|controleert?|bewaakt?)"
    r" (?:\w+ ){0,4}?(?:of|dat) (?:er )?(?:geen|niets|niemand)\b"
    r"|\b(?:zelden|nooit|niet) (?:voor|eerder dan) (?=\w+ (?:uur|'s)|\d|half\b)"
)
COMMA = re.compile(r",(?!\d)")  # a decimal comma parts nothing
_SPARED = re.compile(
    r"\bin plaats van\b|\b(?:vrij|gevrijwaard|verlost) van\b"
    r"|\bdaarvoor (?:hebben|komt|is|zijn)\b"
)
_LIST_OF_NOT = re.compile(
    r"\W*(?:(?:wat|dit|dat|deze) [^:.]{0,40}\b(?:niet|nooit|geen)\b[^:.]{0,30}"
    r"|(?:geen|niet)(?: nodig)?|je hoeft niet(?: te)?):"
)
_WITHOUT = re.compile(r"\bzonder (?:\w+ ){0,2}$")
_IMPOSSIBLE = re.compile(
    r"(?: \w+){0,3}? (?:\w+ )?(?:je|jij|u|men|het|hier|er|niemand)\b"
    r"[^,.;]{0,40}\b(?:niet|geen|niemand|nergens|onmogelijk)\b"
)
TURNING = (_DENIAL, _SPARED)  # without these nothing is denied before it is named
_LINK = re.compile(r"\b(?:en|of|noch)\b")
_A_WORD, _A_FEW = 1, 3


def has_denial(sentence: str) -> bool:
    """Whether a sentence made `plain` holds a word that may deny something."""
    return _DENIAL.search(sentence) is not None


def denied_before(opening: str, before: str) -> bool:
    """Whether the words before a phrase deny it.

    `opening` runs from the start of the sentence, `before` from that of the clause.
    """
    if _LIST_OF_NOT.match(opening):
        return True
    return _DENIAL.search(NO_DENIAL.sub(" ", _without_far_commas(before))) is not None


def not_without(before: str, after: str) -> bool:
    """Whether it cannot be done without: "zonder oordoppen houd je dat niet uit"."""
    return bool(_WITHOUT.search(before)) and bool(_IMPOSSIBLE.match(after))


def spared(before: str) -> bool:
    """Whether something else comes in its place: "vrij van", "in plaats van"."""
    return _SPARED.search(before) is not None


def _without_far_commas(before: str) -> str:
    """A denial reaches over a comma only along a list of single words."""
    *far, near = COMMA.split(before)
    while (
        far
        and len(_LINK.sub(" ", near).split()) <= _A_WORD
        and len(far[-1].split()) <= _A_FEW
    ):
        near = f"{far.pop()} {near}"
    return near
