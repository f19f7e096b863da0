"""The full week that a wage or an fte is reckoned on; it is nobody's hours yet."""

import re
from functools import lru_cache

from crawlers.reading.clauses import cut
from crawlers.reading.numbers import read_number

SHORTEST, LONGEST = 32, 42  # hours; what a full week is somewhere
HOURS = re.compile(r"\d\d(?:[.,]\d)?(?=[ -]?(?P<unit>uur|uren|urige))")
RECKONED_ON = (
    r"(?:\bbij|\bo\.? ?b\.? ?v\.?|\bop basis van|\buitgaande van|\bgebaseerd op"
    r"|\bbased on)"
)
WHOLE = r"(?:volledige?|volle|hele|gehele|full ?-?time|voltijdse?|voltijd)"
JOB = r"(?:dienstverband|aanstelling|werkweek|week|contract|baan|functie|arbeidsduur)"
BASIS = rf"{RECKONED_ON}(?:\s+(?:een|de|onze|{WHOLE}|{JOB}|van))*"
# What stands before the number, the surest first.
NAMED_BEFORE = (
    re.compile(rf"(?:\bfte|\b{WHOLE})\W{{0,4}}(?:is|bij|bedraagt|betekent)?\W{{0,3}}$"),
    re.compile(rf"{BASIS}\W{{1,2}}$"),
    re.compile(r"\b(?:werk)?week van $"),
)
WEEK_BEHIND = re.compile(r"\s*(?:werk)?week\b")
BASIS_BEFORE = re.compile(
    rf"(?:{BASIS}|basis|\b{WHOLE}|\bcao|\b1(?:,0)? ?fte(?: is| bedraagt| betekent)?"
    r"|(?:werk)?week van)\s*[(=:]?\s*$"
)
ONLY_RECKONED = re.compile(rf"{BASIS}\s*[(=:]?\s*$")
BESIDE_A_WAGE = re.compile(r"€[^()]{0,80}\($|\([^()]{0,40}€[^()]{0,60},\s*$")
NEAR = 110  # characters before a number that can say what it is


@lru_cache(maxsize=4)  # the hours, and whoever reads a field in fte
def full_week(text: str) -> float | None:
    """The hours of a full week if the text names them: `bij 36 uur` is 36."""
    named: dict[int, float] = {}
    for clause in cut(text).telling("hours"):
        for found in HOURS.finditer(clause.low):
            hours = read_number(found.group()) or 0
            if SHORTEST <= hours <= LONGEST:
                named.setdefault(_sureness(clause.low, found), hours)
    named.pop(len(NAMED_BEFORE), None)
    return named[min(named)] if named else None


def _sureness(low: str, found: re.Match[str]) -> int:
    """Which way of naming a full week this is; one past the last if it is none."""
    before = low[max(0, found.start() - NEAR) : found.start()]
    for sureness, pattern in enumerate(NAMED_BEFORE):
        if pattern.search(before):
            return sureness
    behind = WEEK_BEHIND.match(low, found.end("unit"))
    return len(NAMED_BEFORE) - 1 if behind else len(NAMED_BEFORE)


def is_basis_of_range(low: str, start: int) -> bool:
    """Whether a wage is reckoned on the range that begins at `start`.

    `Een werkweek van 32 tot 36 uur` and `fulltime (36-40 uur)` are hours of a job.
    """
    return ONLY_RECKONED.search(low, max(0, start - NEAR), start) is not None


def is_basis(low: str, start: int, end: int | None = None) -> bool:
    """Whether a number of hours only tells what the wage is reckoned on.

    The number begins at `start`; `end` is just after the word `uur`, if it is one.
    """
    before = low[max(0, start - NEAR) : start]
    if BASIS_BEFORE.search(before):
        return True
    if end is None:
        return False
    if low.startswith(")", end) and BESIDE_A_WAGE.search(before):
        return True
    return WEEK_BEHIND.match(low, end) is not None
