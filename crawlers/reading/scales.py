"""The wage scale and the collective agreement of an advert, as words only."""

import re

from crawlers.reading.clauses import cut

SCALE = re.compile(
    r"(?:\b(?i:(?:salaris|loon|functie)?schaal|fwg|loongroep|functiegroep))\s*:?\s*"
    r"(?:\d{1,2}[a-zA-Z]?|[A-Z]{1,2}|HbH)\b"
    r"(?:\s*(?:-|–|/|t/m|tot(?: en met)?|of|en)\s*\d{1,2}\b)?"
)
BRANCHES = (
    r"gemeenten|provincies|rijk|ziekenhuizen|vvt|ggz|bouw|metaal|metalektro|retail"
    r"|schoonmaak|horeca|kinderopvang|welzijn|uitzendkrachten|onderwijs|beveiliging"
)
AGREEMENT = re.compile(
    r"\b(?:cao|CAO|Cao)\b:?(?: (?:voor|van|in))?(?: (?:de|het))?"
    r"(?:(?: [A-Z][\w&./-]*| (?:en|&|voor|van|de|het)(?= [A-Z]))+"
    rf"| (?:[a-z]+ )?(?:{BRANCHES})\b)"
)


def read_scale(text: str) -> str | None:
    """Read `schaal 7`, `FWG 35` or `schaal 9/10`; what they pay is not looked up."""
    for clause in cut(text).telling("scale"):
        if match := SCALE.search(clause.text):
            return match.group()
    return None


def read_agreement(text: str) -> str | None:
    """Read `cao VVT` or `cao gemeenten`: the name of a collective agreement."""
    for clause in cut(text).telling("agreement"):
        if match := AGREEMENT.search(clause.text):
            return match.group()
    return None
