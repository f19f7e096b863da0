"""How often and how much: words that make a demand stronger or weaker by a step."""

import re

_CHOOSE = r"\b(?:kies|kiest|kiezen|keuze|voorkeur|jou past|u past|past bij je)\b"
MAY_CHOOSE = re.compile(_CHOOSE)
_HOURS = (
    r"(?:(?:alleen|in de|in het|'s|de|vroege|late) )*"
    r"(?:avond|nacht|dag|ochtend|middag|weekend|vroeg|late?)\w*"
)
_DEGREE = re.compile(
    r"\b(?:"
    r"(?P<often>hele dag|gehele dag|hele dienst|continu|voortdurend|voornamelijk"
    r"|hoofdzakelijk|constant|de meeste tijd|grootste deel van de dag|fulltime)"
    r"|(?P<rarely>(?<!keer )per jaar|paar keer per jaar|alleen als (?:het|er|de)"
    r"|enkele (?:keren|malen) (?:per|in het) jaar"
    r"|in uiterste nood|hooguit een keer"
    r"|(?:een|twee|1|2) keer (?:per|in de) (?:week|maand) (?:\w+ ){0,4}?uurtje)"
    r"|(?P<seldom>soms|af en toe|incidenteel|een enkele keer|zo nu en dan"
    r"|uitzondering|sporadisch|eventueel|zelden|bij drukte|beperkt|weleens|wel eens"
    r"|keer per jaar|per (?:half ?jaar|kwartaal)|keer of \w+ (?:per|in het) jaar"
    r"|een enkele (?!keer|\w*(?:avond|nacht|dag|dienst|weekend|ochtend|middag))\w+"
    r"|uurtje|uurtjes|rest van de tijd|klein deel van"
    r"|kwart van de (?:tijd|dag)"
    r"|zo nodig|indien nodig"
    r"|op (?:stille|rustige|drukke) (?:momenten|uren|dagen)|wie wil|desgewenst"
    r"|als (?:je|u) (?:dat )?wilt?|even naar|alleen (?:rond|tijdens|bij|in de)"
    r"|alleen op \w+(?:dag|ochtend|middag)|hooguit|hoogstens"
    r"|(?:eens|een keer) in de \w+ (?:weken|maanden))"
    r"|(?P<wish>een pre|pluspunt|mooi meegenomen|bij voorkeur|is handig|geen must"
    r"|een plus|voordeel|wenselijk|is welkom|liefst)"
    r")\b"
)
# "Avonden of nachten, wat jij kiest": who may choose need not do either.
_CHOICE = re.compile(
    rf"\b{_HOURS} of {_HOURS}(?=.{{0,60}}{_CHOOSE})"
    rf"|{_CHOOSE}.{{0,40}}?\b{_HOURS} of {_HOURS}"
)
DEGREES = (_DEGREE, _CHOICE)  # without these there is no shift
_PART = re.compile(
    r",(?!\d)|\ben (?=(?:op|in|bij|om|na|met|dan|daarna|soms|af en toe|eens|ook)\b)"
)
# "Je geeft trainingen, een keer of zes per jaar": how often is said of what is before.
_HOW_OFTEN = re.compile(
    r" (?:ook |dat is |meestal |gemiddeld |ongeveer |zo'n |hooguit |maximaal )?"
    r"(?:een|twee|drie|vier|\d|eens|enkele|paar|elke|iedere) (?:\w+ ){0,4}?"
    r"(?:per|in (?:het|de|een)) (?:half ?)?(?:\w+ )?"
    r"(?:jaar|kwartaal|maand|seizoen|week|weken)\b"
)
_SHORTEST_PART = 4
_ASKED_BEFORE = 20  # letters: "Jij kiest: avonden of nachten"


def degree(text: str, span: tuple[int, int], clause: tuple[int, int]) -> int:
    """Steps of strength that the words around a phrase add or take."""
    clause = _with_what_it_explains(text, clause)
    chosen = _is_chosen(text, span, clause)
    if not (chosen or _DEGREE.search(text, *clause)):
        return 0
    said = {f.lastgroup for f in _DEGREE.finditer(text, *_part(text, span, clause))}
    shift = 1 if "often" in said else 0
    if said & {"seldom", "wish"}:
        shift -= 1
    return shift - 2 if chosen or "rarely" in said else shift


def _is_chosen(text: str, span: tuple[int, int], clause: tuple[int, int]) -> bool:
    """Whether a phrase names hours between which one may choose."""
    start = max(0, clause[0] - _ASKED_BEFORE)
    if text.find(" of ", start, clause[1]) < 0:
        return False
    return any(
        found.start() < span[1] and span[0] < found.end()
        for found in _CHOICE.finditer(text, start, clause[1])
    )


def _with_what_it_explains(text: str, clause: tuple[int, int]) -> tuple[int, int]:
    """What stands between brackets is meant as often as the words before them."""
    start, end = clause
    if not text.startswith("(", start - 1, start):
        return clause
    return max(text.rfind(mark, 0, start - 1) for mark in ".;:!?\n") + 1, end


def _part(text: str, span: tuple[int, int], clause: tuple[int, int]) -> tuple[int, int]:
    """The part of a clause that words of degree speak of.

    Commas and "en op zaterdag" part it, where both sides can stand on their own.
    """
    start, end = clause
    for edge in _PART.finditer(text, start, span[0]):
        if _stands_alone(text[edge.end() : span[1]]):
            start = edge.end()
    right = _PART.search(text, span[1], end)
    if right and _stands_alone(text[start : right.start()]):
        return start, end if _HOW_OFTEN.match(text, right.end()) else right.start()
    return start, end


def _stands_alone(words: str) -> bool:
    return len(words.split()) >= _SHORTEST_PART
