"""Dutch text to the lowest level of education asked, and whether a diploma is."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawlers.reading.clauses import Clause, cut, once_per_clause
from crawlers.reading.education_words import (
    ASKED,
    AT_A_SCHOOL,
    BARE_MBO,
    DENIAL,
    DIPLOMA,
    DIPLOMA_LEVEL,
    DIRECT_FIELD,
    GOES_ON,
    LEVEL_OF_STEP,
    LEVEL_OF_WORD,
    LEVEL_ONLY,
    LEVELS,
    MBO,
    NO_LEVEL,
    NONE_ASKED,
    NOT_ASKED_HERE,
    ONLY_WISHED,
    OR_WITHOUT,
    SCHOOLING,
    STEP,
    WORD,
)
from crawlers.reading.keyed import tried_on
from crawlers.reading.lines import small
from crawlers.reading.trades import names_a_paper, trade_or_level, trades_named
from schemas.vacancy import EDUCATION_LADDER, Education

PARTS = re.compile(r"[,;]|\((?![\d\s/-]+\))|\bmaar\b")  # but not "(3/4)"
IN_A_SCHOOL = re.compile(r"onderbouw|docent|leraar|klas\b")
LEVEL_OF_TITLE = re.compile(r"niveau|werk- en denk|\([^)]*\b(?:v?mbo|hbo|wo)\b[^)]*\)")
NEEDS_A_SCHOOL: set[Education] = {"mbo2", "mbo3", "mbo4"}
ALL_MBO: set[Education] = {"mbo1", *NEEDS_A_SCHOOL}
LONGEST_FIELD = 200  # characters
ASKS, TELLS, OF_OTHERS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class EducationAsked:
    """The lowest level that will do; `strict` when a diploma is asked, not a level."""

    lowest: Education
    strict: bool
    raw: str


def read_education(title: str, text: str) -> EducationAsked | None:
    """Read `mbo-3 of mbo-4 diploma` as mbo3, strict; `hbo-niveau` as hbo, not so."""
    advert = cut(text)
    if found := _asked(advert.telling("education")):
        return found
    if found := _asked(advert.telling("education, seldom")):
        return found
    low = cut(title).low
    return _in_clause(Clause(title, low)) if LEVEL_OF_TITLE.search(low) else None


@lru_cache(maxsize=256)  # employers have a few such words
def read_education_field(raw: str) -> EducationAsked | None:
    """Read a field of its own, such as `MBO`, `bachelor degree` or `mbo-4`."""
    raw = raw[:LONGEST_FIELD]
    field = small(raw)
    if levels := _levels(field):
        return EducationAsked(_lowest(levels), strict=False, raw=raw)
    for pattern, level in DIRECT_FIELD:
        if pattern.search(field):
            return EducationAsked(level, strict=False, raw=raw)
    return None


def _asked(told: Sequence[Clause]) -> EducationAsked | None:
    """What is asked before what is only told, a level before a trade."""
    by_level = _first_by_rank(_in_clause, told)
    by_trade = {} if ASKS in by_level else _first_by_rank(_by_trade, told)
    return (
        by_level.get(ASKS)
        or by_trade.get(ASKS)
        or _none_asked(told)
        or by_level.get(TELLS)
        or by_trade.get(TELLS)
    )


def _first_by_rank(
    reader: Callable[[Clause], EducationAsked | None], told: Sequence[Clause]
) -> Mapping[int, EducationAsked]:
    """The first education of each rank; after one that asks nothing else matters."""
    found: dict[int, EducationAsked] = {}
    for clause in told:
        if asked := reader(clause):
            rank = _rank(clause)
            found.setdefault(rank, asked)
            if rank == ASKS:
                break
    return found


@once_per_clause
def _rank(clause: Clause) -> int:
    """A sentence that asks comes before one that tells."""
    if NOT_ASKED_HERE.search(clause.low) and not ASKED.search(clause.low):
        return OF_OTHERS
    return TELLS if clause.part else ASKS


def _none_asked(told: Sequence[Clause]) -> EducationAsked | None:
    return next((none for clause in told if (none := _denied(clause))), None)


@once_per_clause
def _denied(clause: Clause) -> EducationAsked | None:
    if DENIAL.search(clause.low) and NONE_ASKED.search(clause.low):
        return EducationAsked("none", strict=False, raw=clause.text)
    return None


@once_per_clause
def _in_clause(clause: Clause) -> EducationAsked | None:
    low = clause.low
    levels = _levels(low)
    if not levels:
        return None
    if IN_A_SCHOOL.search(low) and not DIPLOMA.search(low):
        return None
    told = NO_LEVEL.sub(" ", low) if AT_A_SCHOOL.search(low) else low
    parts = list(_parts_asked(told))
    if (asked := ", ".join(parts)) != low and not (levels := _levels(asked)):
        return None
    for part in parts:
        levels |= trade_or_level(part)
    return _education(levels, clause)


@once_per_clause
def _by_trade(clause: Clause) -> EducationAsked | None:
    """A diploma called by its trade, such as `diploma verzorgende IG`."""
    if clause.part == "offer" or not names_a_paper(clause.low):
        return None
    parts = _parts_asked(clause.low)
    named = {level for part in parts for level in trades_named(part)}
    if not named:
        return None
    return _education(named, clause)


def _education(levels: set[Education], clause: Clause) -> EducationAsked:
    lowest = _lowest(levels)
    strict = lowest != "none" and _is_strict(clause.low)
    return EducationAsked(lowest, strict, clause.text)


def _parts_asked(text: str) -> Iterator[str]:
    """The parts of a sentence that demand; what is only a wish is left out."""
    parts = [part for part in PARTS.split(text) if part.strip()]
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if not ONLY_WISHED.search(part) and not GOES_ON.match(behind):
            yield part


def _levels(text: str) -> set[Education]:
    words = WORD.findall(text)
    found = {level for word in words if (level := LEVEL_OF_WORD.get(word))}
    found |= {
        level for pattern, level in tried_on(text, LEVELS) if pattern.search(text)
    }
    if "mbo" in text:
        found |= _steps(text)
    if not found & ALL_MBO and BARE_MBO.search(text):
        found.add("mbo4" if "vmbo" not in found else "mbo2")
    if found & NEEDS_A_SCHOOL and not SCHOOLING.search(text):
        found -= NEEDS_A_SCHOOL
    return found


def _steps(text: str) -> set[Education]:
    """The levels of mbo: `mbo-3`, `mbo niveau 3 of 4`."""
    found: set[Education] = set()
    for mbo in MBO.finditer(text):
        if mbo["glued"]:
            found.add(LEVEL_OF_STEP[mbo["glued"]])
        for step in STEP.finditer(text, mbo.start()):
            if step.start() >= mbo.end():
                break
            found.add(LEVEL_OF_STEP[step.group()])
    return found


def _lowest(levels: set[Education]) -> Education:
    return min(levels, key=EDUCATION_LADDER.index)


def _is_strict(text: str) -> bool:
    if OR_WITHOUT.search(text):
        return False
    if DIPLOMA_LEVEL.search(text):
        return True
    return bool(DIPLOMA.search(text)) and not LEVEL_ONLY.search(text)
