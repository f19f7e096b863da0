"""What each aspect of a score saw, as a plain Dutch sentence for an adviser."""

from matching.case import Case
from matching.likeness.comparing import Likeness
from matching.likeness.documents import Query
from matching.rules.background import LEVEL_NAMES
from matching.rules.words import day_of, hours_range
from matching.scoring.facts import kilometres
from matching.scoring.occupations import Related
from matching.scoring.transferable import Taken
from schemas.match import Aspect

KINDS = {
    "direction": "de zoekrichting",
    "job": "het vroegere werk",
    "wish": "de wensen",
    "experience": "de ervaring",
    "education": "de opleiding",
}
PLAIN: dict[Aspect, str] = {
    "base": "Hier begint elke vacature.",
    "whole": "Al het vroegere werk, de zoekrichtingen en de wensen samen.",
    "told": "Ervaring, opleiding en wensen gaan over zulk werk.",
    "aid": "Noemt een hulpmiddel of afwisseling voor wat beperkt is.",
    "questions": "Er hoeft niets te worden nagevraagd.",
}
DIGITS = {
    1: "In de verte verwant beroep",
    2: "Verwant beroep",
    3: "Sterk verwant beroep",
    4: "Hetzelfde beroep",
}


def resembles(query: Query) -> str:
    """What a vacancy is like, by name where it has one."""
    if query.kind in {"direction", "job"}:
        return f"{KINDS[query.kind]} “{query.text}”"
    return KINDS[query.kind]


def of_likeness(aspect: Aspect, like: Likeness) -> str:
    """What meaning or spelling sees."""
    if aspect == "skills":
        words = ", ".join(like.shared)
        return f"Gedeelde woorden: {words}." if words else "Enkele gedeelde woorden."
    if like.best is None or aspect in PLAIN:
        return PLAIN.get(aspect, "")
    if aspect == "words":
        return f"Gebruikt dezelfde woorden als {resembles(like.best)}."
    return f"Betekent ongeveer hetzelfde als {resembles(like.best)}."


def of_occupation(found: Related) -> str:
    """How related the occupation is to which job or direction."""
    return f"{DIGITS[found.digits]} als bij {resembles(found.known.query)}."


def of_transferable(found: Taken) -> str:
    """What work it takes over much of."""
    return f"Breder gezocht: dicht bij {found.direction}."


def of_fact(aspect: Aspect, case: Case, value: float) -> str:
    """What a fact of the vacancy says."""
    if aspect == "education":
        return _education(case, value)
    if aspect == "hours":
        asked = hours_range(case.vacancy.hours_min, case.vacancy.hours_max)
        return f"Alle uren passen ({asked})."
    if aspect == "travel":
        return f"{kilometres(case) or 0:.0f} km van huis, in een rechte lijn."
    if aspect == "freshness" and case.vacancy.date_posted:
        posted = day_of(case.vacancy.date_posted)
        return f"Geplaatst op {posted}: {'nieuw' if value > 0 else 'al lang open'}."
    return PLAIN.get(aspect, "")


def _education(case: Case, value: float) -> str:
    level = LEVEL_NAMES[case.vacancy.education_min or "none"]
    if value > 0:
        return f"Het eigen niveau ({level})."
    return f"Vraagt meer opleiding ({level})."
