"""What a document says about itself: its kind, its day, who wrote it."""

import re
from collections.abc import Iterator

from matching.documents.days import Day, days
from matching.documents.proposals import FactName

HEAD = 3000  # where a document says what it is
BEFORE = 60
Found = tuple[FactName, str, int, int]

KINDS: tuple[tuple[str, str], ...] = (
    ("fml", r"functionele mogelijkheden\s?lijst|(?-i:\bFML\b)"),
    ("izp", r"inzetbaarheids\s?profiel|(?-i:\bIZP\b)"),
    ("lab", r"lijst (?:van )?arbeidsmogelijkheden|(?-i:\bLAB\b)"),
    ("bar", r"belastbaarheids?\s?rapportage|(?-i:\bBAR\b)"),
    ("ad_report", r"arbeidsdeskundige? (?:onderzoek|(?:eind)?rapport\w*|advies)"),
)  # fmt: skip
ROLES: tuple[tuple[str, str], ...] = (
    ("verzekeringsarts", r"\bverzekeringsarts"),
    ("bedrijfsarts", r"\bbedrijfsarts"),
    ("arbeidsdeskundige", r"\b(?:register-?\s?)?arbeidsdeskundige\b"),
)
SIGNED = re.compile(
    r"(?:opgesteld|beoordeeld|geschreven|ingevuld|ondertekend|afgegeven)\s+(?:door|:)|\bnaam\b"
    r"|\bauteur\b|\bsteller\b|\bhoogachtend\b|\bgroet\b",
    re.IGNORECASE,
)
ASSESSED = re.compile(
    r"(?:\bdatum\b(?!\s+geboorte)[\w ()]{0,30}|\bd\.?d\.?"
    r"|\bop(?:gemaakt|gesteld)(?: op)?"
    r"|\bspreekuur(?: van)?"
    r"|\bbeoordeeld op|\bonderzocht op|\brapportdatum|\bbeoordelingsdatum"
    r"|\bonderzoeksdatum)\s*:?\s*$",
    re.IGNORECASE,
)
VALID = re.compile(
    r"(?:\bgeldig(?:heid)?\s*(?:tot|t/m)?(?: en met)?|\bgeldt tot(?: en met)?"
    r"|\bherbeoordeling(?: op)?)\s*:?\s*$",
    re.IGNORECASE,
)
DAYS: tuple[tuple[FactName, re.Pattern[str]], ...] = (
    ("assessed_on", ASSESSED),
    ("valid_until", VALID),
)
OTHER_DAY = re.compile(
    r"geboorte|geb\.|ziekmelding|ziektedag|dienst|einde|wachttijd|aanvraag|ontvangst",
    re.IGNORECASE,
)


def facts(text: str) -> Iterator[Found]:
    """(name, value, start, end) of each fact found, at most one of each name."""
    yield from _first("kind", KINDS, text[:HEAD])
    yield from _role(text)
    for name, pattern in DAYS:
        day = next((one for one in days(text) if _said_of(text, one, pattern)), None)
        if day is not None:
            start = _line_start(text, day.start)
            yield name, day.day.isoformat(), start, day.end


def _first(
    name: FactName, known: tuple[tuple[str, str], ...], text: str
) -> Iterator[Found]:
    """The one that is named first."""
    matches = [
        (match.start(), match.end(), value)
        for value, words in known
        if (match := re.search(words, text, re.IGNORECASE))
    ]
    if matches:
        start, end, value = min(matches)
        yield name, value, start, end


def _role(text: str) -> Iterator[Found]:
    """The role beside a signature; else the one named first."""
    for sign in SIGNED.finditer(text):
        near = text[sign.start() : sign.end() + BEFORE]
        for name, value, start, end in _first("author_role", ROLES, near):
            yield name, value, sign.start() + start, sign.start() + end
            return
    yield from _first("author_role", ROLES, text)


def _said_of(text: str, day: Day, pattern: re.Pattern[str]) -> bool:
    before = text[max(0, day.start - BEFORE) : day.start].split("\n")[-1]
    return bool(pattern.search(before)) and not OTHER_DAY.search(before)


def _line_start(text: str, at: int) -> int:
    """Where the words of a day begin, in its line and not far before it."""
    line = max(text.rfind(stop, 0, at) for stop in "\n\f\r.;,") + 1
    start = max(line, at - BEFORE)
    while start < at and text[start].isspace():
        start += 1
    return start
