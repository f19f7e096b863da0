"""The full week that a wage or an fte is reckoned on; it is nobody's hours yet."""

import re

SHORTEST, LONGEST = 32, 42  # hours; what a full week is somewhere
HOURS = r"(\d\d(?:[.,]\d)?)[ -]?(?:uur|uren|urige)"
RECKONED_ON = (
    r"(?:\bbij|\bo\.? ?b\.? ?v\.?|\bop basis van|\buitgaande van|\bgebaseerd op"
    r"|\bbased on)"
)
WHOLE = r"(?:volledige?|volle|hele|gehele|full ?-?time|voltijdse?|voltijd)"
JOB = r"(?:dienstverband|aanstelling|werkweek|week|contract|baan|functie|arbeidsduur)"
BASIS = rf"{RECKONED_ON}(?:\s+(?:een|de|onze|{WHOLE}|{JOB}|van))*"
NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\bfte|\b{WHOLE})\W{{0,4}}(?:is|bij|bedraagt|betekent)?\W{{0,3}}{HOURS}",
        rf"{BASIS}\W{{1,2}}{HOURS}",
        rf"{HOURS} (?:werk)?week|\b(?:werk)?week van {HOURS}",
    )
)
BEFORE = re.compile(
    rf"(?:{BASIS}|basis|\b{WHOLE}|\bcao|\b1(?:,0)? ?fte(?: is| bedraagt| betekent)?)"
    r"\s*[(=:]?\s*$",
    re.IGNORECASE,
)
BESIDE_A_WAGE = re.compile(r"€[^()\n]{0,80}\($|\([^()\n]{0,40}€[^()\n]{0,60},\s*$")
WEEK_BEHIND = re.compile(r"\s*(?:werk)?week\b", re.IGNORECASE)
A_WEEK = re.compile(r"(?:werk)?week van\s*$", re.IGNORECASE)


def full_week(text: str) -> float | None:
    """The hours of a full week if the text names them: `bij 36 uur` is 36."""
    for pattern in NAMED:
        for match in pattern.finditer(text):
            printed = next(group for group in match.groups() if group)
            if SHORTEST <= (hours := float(printed.replace(",", "."))) <= LONGEST:
                return hours
    return None


def is_basis(before: str, behind: str = "") -> bool:
    """Whether a number of hours only tells what the wage is reckoned on.

    `before` ends where the number starts, `behind` starts after the word `uur`.
    """
    if BEFORE.search(before) or A_WEEK.search(before):
        return True
    if behind.startswith(")") and BESIDE_A_WAGE.search(before):
        return True
    return bool(WEEK_BEHIND.match(behind))
