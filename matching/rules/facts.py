"""Rules over the typed facts of a vacancy; every rule is one function."""

from collections.abc import Iterator

from matching.case import Case
from matching.rules.limited import demand_for as demand_for
from matching.rules.limited import documented as documented
from matching.rules.limited import limited as limited
from matching.rules.proof import ask, finding, from_demand, from_fact
from schemas.match import Finding
from schemas.vacancy import Shift

_CLEAR = 2


def expired(case: Case) -> Iterator[Finding]:
    """A vacancy that is gone or past its closing date is out."""
    closing = case.vacancy.valid_through
    if case.vacancy.status == "gone":
        yield finding("objection", "expired", "De vacature is niet meer te vinden.")
    elif closing is not None and closing < case.today:
        text = f"De vacature is op {closing:%d-%m-%Y} gesloten."
        yield finding("objection", "expired", text)


def shifts(case: Case) -> Iterator[Finding]:
    """Working times that are out by agreement or by the capacity document."""
    for shift, limit in _excluded(case).items():
        demand = demand_for(case, f"shift_{shift}")
        word = SHIFT_WORDS[shift]
        if demand is not None and demand.polarity == "absent":
            yield from_demand("reason", demand, f"Geen {word}.")
        elif demand is not None and demand.strength >= _CLEAR:
            text = f"Vraagt {word}."
            yield from_demand("objection", demand, text, limit=limit)
        elif shift in case.vacancy.shifts:
            made = finding(
                "objection", f"shift_{shift}", f"Vraagt {word}.", limit=limit
            )
            yield from_fact(case.vacancy, made, SHIFT_PATTERNS[shift])
        elif demand is not None or case.expected(f"shift_{shift}") == "high":
            yield ask(f"shift_{shift}", demand=demand)
        else:
            text = f"De vacature noemt geen {word}."
            yield finding("assumption", f"shift_{shift}", text)


SHIFT_WORDS = {
    "day": "dagdienst",
    "evening": "avonddienst",
    "night": "nachtdienst",
    "weekend": "weekenddienst",
    "standby": "bereikbaarheidsdienst",
}
SHIFT_PATTERNS = {
    "day": r"\w*dagdienst\w*|overdag",
    "evening": r"\w*avond\w*|late dienst\w*",
    "night": r"\w*nacht\w*|volcontinu\w*",
    "weekend": r"\w*weekend\w*|zaterdag\w*|zondag\w*",
    "standby": r"\w*piket\w*|bereikba\w*|storingsdienst\w*|consignatie\w*",
}


def _excluded(case: Case) -> dict[Shift, str]:
    excluded = dict.fromkeys(
        case.profile.excluded_shifts, "afspraak in het zoekprofiel"
    )
    documents: tuple[tuple[str, Shift], ...] = (
        ("no_evening", "evening"),
        ("no_night", "night"),
    )
    for field, shift in documents:
        item = limited(case, field)
        if item is not None:
            excluded[shift] = documented(case, item)
    return excluded
