"""How long a contract lasts, from the words around it."""

import re
from itertools import islice

from crawlers.reading.dates import MONTH_NAMES
from crawlers.reading.numbers import read_count

COUNT = (
    r"(?<![\d,.])(\d{1,2}(?:,5)?|een|één|anderhalf|twee|drie|vier|vijf|zes|zeven|acht"
    r"|negen|tien|elf|twaalf|achttien|vierentwintig)"
)
UNIT = re.compile(r"maand|mnd|jaar|jaren|jarig|year|weken")
MONTHS = re.compile(rf"{COUNT}[\s-]*(?:maand(?:en|s)?|mnd)(?:\b|contract)")
YEARS = re.compile(
    rf"{COUNT}[\s-]*(?:jaar|jaren|jarige?|year)\b(?!\s*(?:ervaring|en ouder|oud\b))"
)
WEEKS = re.compile(r"(?<![\d,.])(\d{2}) weken")
HALF_YEAR = re.compile(r"(?<!ander)half ?-?jaar|halve jaar|halfjarig|zesmaands")
FIRST_YEAR = re.compile(r"\bproefjaar|\beerste jaar\b")
MONTH_NAME = "|".join(name for name in MONTH_NAMES if len(name) > 3 or name == "mei")
POINT = r"(?:half |begin |eind |medio )?(?:\d{1,2} )?"
FROM_TO = re.compile(
    rf"\b{POINT}({MONTH_NAME})(?: \d{{4}})? ?(?:(tot en met|t/m|-)|tot) ?"
    rf"{POINT}({MONTH_NAME})\b"
)
BOUND = re.compile(
    r"contract(?:duur|periode)?|aanstelling|dienstverband|overeenkomst|bepaalde tijd"
    r"|benoeming|betrekking(?!en)|tijdelijk\w*|project(?!en)|vervanging|looptijd|initieel|aanvankelijk"
    r"|in eerste instantie|om te beginnen|voor de duur|voor een periode|duur van"
    r"|eerst|\bseizoen"
)
YEAR_CONTRACT = re.compile(
    r"(?<!half)(?<!half[ -])jaar(?:contract|overeenkomst)"
    r"|contract (?:voor|van) (?:1|een|één) jaar"
)
TRIAL = re.compile(rf"proef[^,.;]{{0,25}}{COUNT} maand\w*|{COUNT} maand\w* proeftijd")
NO_TERM = re.compile(r"ervaring|proeftijd")
MOST_BOUNDS = 8  # in one clause
LONGEST_TERM = 6  # years; longer is somebody's age or the firm's
WEEKS_IN_A_MONTH = 52 / 12
BEFORE, BEHIND = 60, 70  # characters around a word that binds


def read_months(low: str) -> int | None:
    """The months of a contract in a clause in small letters; a trial is no term."""
    if "proef" in low:
        low = TRIAL.sub("", low)
    year = YEAR_CONTRACT.search(low)
    if year:
        low = low[: year.start()]
    for bound in islice(BOUND.finditer(low), MOST_BOUNDS):
        near = low[max(0, bound.start() - BEFORE) : bound.end() + BEHIND]
        if months := months_in(near):
            return months
    return 12 if year else None


def months_in(near: str) -> int | None:
    """The months in a few words that are known to tell of a contract."""
    if not UNIT.search(near):
        return _from_month_to_month(near)
    if (count := _count(MONTHS, near)) is not None:
        return round(count)
    return None if NO_TERM.search(near) else _years_or_weeks(near)


def _years_or_weeks(near: str) -> int | None:
    if HALF_YEAR.search(near):
        return 6
    if FIRST_YEAR.search(near):
        return 12
    if (years := _count(YEARS, near)) is not None:
        return round(years * 12) if years <= LONGEST_TERM else None
    weeks = _count(WEEKS, near)
    return round(weeks / WEEKS_IN_A_MONTH) if weeks else None


def _count(unit: re.Pattern[str], near: str) -> float | None:
    match = unit.search(near)
    return read_count(match[1]) if match else None


def _from_month_to_month(near: str) -> int | None:
    """`van maart tot en met oktober` are eight months."""
    if not (match := FROM_TO.search(near)):
        return None
    first, last = MONTH_NAMES[match[1]], MONTH_NAMES[match[3]]
    return (last - first) % 12 + (1 if match[2] else 0) or None
