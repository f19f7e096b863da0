"""Dutch text to the lowest level of education asked, and whether a diploma is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.reading.clauses import Clause, clauses_asked
from crawlers.reading.education_words import (
    ASKED,
    ASKED_AND_DENIED,
    BARE_MBO,
    DIPLOMA,
    DIPLOMA_LEVEL,
    DIRECT_FIELD,
    GOES_ON,
    LEVEL_ONLY,
    LEVELS,
    NO_LEVEL,
    NONE_ASKED,
    NOT_ASKED_HERE,
    ONLY_WISHED,
    OR_WITHOUT,
    SCHOOLING,
)
from crawlers.reading.trades import trade_or_level, trades_named
from schemas.vacancy import EDUCATION_LADDER, Education

PARTS = re.compile(r"[,;(]|\bmaar\b", re.IGNORECASE)
IN_A_SCHOOL = re.compile(r"onderbouw|docent|leraar|klas\b", re.IGNORECASE)
LEVEL_OF_TITLE = re.compile(
    r"niveau|werk- en denk|\([^)]*\b(?:v?mbo|hbo|wo)\b[^)]*\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class EducationAsked:
    """The lowest level that will do; `strict` when a diploma is asked, not a level."""

    lowest: Education
    strict: bool
    raw: str


def read_education(title: str, text: str) -> EducationAsked | None:
    """Read `mbo-3 of mbo-4 diploma` as mbo3, strict; `hbo-niveau` as hbo, not so."""
    pieces = clauses_asked(text)
    found = (
        _first([piece for piece in pieces if _rank(piece) == 0])
        or _none_asked(pieces, text)
        or _first(sorted(pieces, key=_rank))
    )
    if found or not LEVEL_OF_TITLE.search(title):
        return found
    return _in_clause(title)


def read_education_field(raw: str) -> EducationAsked | None:
    """Read a field of its own, such as `MBO`, `bachelor degree` or `mbo-4`."""
    if levels := _levels(raw):
        return EducationAsked(_lowest(levels), strict=False, raw=raw)
    for pattern, level in DIRECT_FIELD:
        if re.search(pattern, raw, re.IGNORECASE):
            return EducationAsked(level, strict=False, raw=raw)
    return None


def _rank(clause: Clause) -> int:
    """A sentence that asks comes before one that tells."""
    if NOT_ASKED_HERE.search(clause.text) and not ASKED.search(clause.text):
        return 2
    return 1 if clause.part else 0


def _first(pieces: list[Clause]) -> EducationAsked | None:
    """The first level printed, or else the first diploma named by its trade."""
    asking = [clause for clause in pieces if _rank(clause) < 2]
    for clause in asking:
        if found := _in_clause(clause.text):
            return found
    for clause in asking:
        if clause.part != "offer" and (named := _named(clause.text)):
            strict = _is_strict(clause.text)
            return EducationAsked(_lowest(named), strict=strict, raw=clause.text)
    return None


def _none_asked(pieces: list[Clause], text: str) -> EducationAsked | None:
    for clause in pieces:
        if NONE_ASKED.search(clause.text):
            return EducationAsked("none", strict=False, raw=clause.text)
    if match := ASKED_AND_DENIED.search(text):
        return EducationAsked("none", strict=False, raw=match.group(0))
    return None


def _in_clause(text: str) -> EducationAsked | None:
    if IN_A_SCHOOL.search(text) and not DIPLOMA.search(text):
        return None
    parts = list(_parts_asked(NO_LEVEL.sub(" ", text)))
    levels = _levels(", ".join(parts))
    if not levels:
        return None
    for part in parts:
        levels |= trade_or_level(part)
    return EducationAsked(_lowest(levels), strict=_is_strict(text), raw=text)


def _named(text: str) -> set[Education]:
    """A diploma called by its trade, such as `diploma verzorgende IG`."""
    return {level for part in _parts_asked(text) for level in trades_named(part)}


def _parts_asked(text: str) -> Iterator[str]:
    """The parts of a sentence that demand; what is only a wish is left out."""
    parts = [part for part in PARTS.split(text) if part.strip()]
    for number, part in enumerate(parts):
        behind = parts[number + 1] if number + 1 < len(parts) else ""
        if not ONLY_WISHED.search(part) and not GOES_ON.match(behind):
            yield part


def _levels(text: str) -> set[Education]:
    found: set[Education] = {
        level for pattern, level in LEVELS if re.search(pattern, text, re.IGNORECASE)
    }
    if BARE_MBO.search(text) and not found & {"mbo1", "mbo2", "mbo3", "mbo4"}:
        found.add("mbo4" if "vmbo" not in found else "mbo2")
    if not SCHOOLING.search(text) and not _old_school(text):
        found -= {"mbo2", "mbo3", "mbo4"}
    return found


def _old_school(text: str) -> bool:
    return bool(re.search(r"\bhavo\b|\bmts\b|\bmeao\b|middelbaar", text, re.IGNORECASE))


def _lowest(levels: set[Education]) -> Education:
    return min(levels, key=EDUCATION_LADDER.index)


def _is_strict(text: str) -> bool:
    if OR_WITHOUT.search(text):
        return False
    if DIPLOMA_LEVEL.search(text):
        return True
    return bool(DIPLOMA.search(text)) and not LEVEL_ONLY.search(text)
