"""When the work begins, where the text of an advert says it."""

import re
from dataclasses import dataclass

from crawlers.reading.clauses import cut
from crawlers.reading.days_in_text import WEEKDAY, PrintedDay, days_near

STARTS = (
    r"(?:start(?:datum|t|en)?|ingangsdatum|met ingang van|m\.?i\.?v\.?"
    r"|aanvang(?:sdatum)?|begin(?:t|nen|datum)?|in dienst(?:treding)?"
    r"|indiensttreding|beschikbaar)"
)
# What stands before the day, to its end.
STARTING = re.compile(
    rf"(?:\b{STARTS}[^.!?\n€]{{0,30}}?(?:\s(?:per|op|vanaf|rond|is|van)|:)?|\bper)\s+"
    rf"(?:uiterlijk\s+)?{WEEKDAY}$"
)
AT_ONCE = re.compile(
    r"\bper direct\b|(?:start|begin|dienst|beschikbaar|ingang)[^.!?\n]{0,30}"
    r"(?:zo (?:snel|spoedig) mogelijk|z\.?s\.?m\b|direct\b)"
    r"|(?:zo (?:snel|spoedig) mogelijk|z\.?s\.?m\.?|direct) (?:start|begin|beschikbaar)"
)
ABOUT_SOMETHING_ELSE = re.compile(
    r"sollicit|reage|reactie|gesprek|sluit|inschrijv|€|loon|salaris|\bcao\b|verho"
)
NEAR = 60  # characters around a day that can say what it is


@dataclass(frozen=True, slots=True)
class Start:
    """The first day of work; `printed` is None where it is "at once"."""

    printed: PrintedDay | None
    raw: str


def read_start(text: str) -> Start | None:
    """Read `per 1 maart 2027`, `start: 15-01-2027` or `per direct`."""
    advert = cut(text)
    for printed in days_near(advert, "start"):
        start = max(0, printed.start - NEAR)
        match = STARTING.search(advert.low[start : printed.start])
        behind = advert.low[printed.end : printed.end + NEAR].partition("\n")[0]
        if match and not ABOUT_SOMETHING_ELSE.search(match.group() + behind):
            return Start(printed, advert.text[start + match.start() : printed.end])
    for clause in advert.telling("at once"):
        if match := AT_ONCE.search(clause.low):
            return Start(None, clause.text[match.start() : match.end()])
    return None
