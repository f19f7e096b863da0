"""Until when one can apply, where only the text of an advert says it."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crawlers.reading.clauses import cut
from crawlers.reading.dates import ReadDate
from crawlers.reading.days_in_text import (
    WEEKDAY,
    PrintedDay,
    days_near,
    year_filled_in,
)

APPLY = (
    r"(?:reage(?:ren|er|ert)|reacties?|reactietermijn|sollicit\w+|stuur|mail|ontvangen"
    r"|inschrijven|aanmelden|meld je|je (?:cv|brief|motivatie)|apply)"
)
UNTIL = (
    r"(?:tot en met|t/?m|uiterlijk(?: op| tot)?|v[oó][oó]r|until|before|tot(?: aan)?)"
)
CLOSES = (
    r"(?:sluitingsdatum(?: [a-z ]{1,30}\bis\b)?|sluitdatum|deadline"
    r"|uiterste (?:reactie|sollicitatie)datum"
    r"|(?:reageren|solliciteren|reactie|sollicitatie) (?:kan )?(?:uiterlijk|tot)"
    r"|vacature (?:sluit|loopt|staat open|is open|blijft open)"
    r"|solliciteren is mogelijk)"
)
# What stands before the day, to its end.
CLOSING = re.compile(
    rf"(?:\b{APPLY}\b[^.!?\n€]{{0,40}}?\b(?P<until>{UNTIL})\s+(?:de\s+)?"
    rf"|\b{CLOSES}\b(?:\s*:|\s+(?:op|tot|is|t/?m|en met|uiterlijk))*\s*){WEEKDAY}$"
)
BEFORE_THE_DAY = {"voor", "vóór", "vóor", "voór", "before"}
ABOUT_SOMETHING_ELSE = re.compile(r"gesprek|start|contract|dienst\b")
NEAR = 110  # characters before a day that can say what it is


@dataclass(frozen=True, slots=True)
class Closing:
    """A last day to apply; `before`: the printed day itself is too late."""

    printed: PrintedDay
    before: bool
    raw: str


def read_closing(text: str) -> Closing | None:
    """Read `Reageren kan tot en met 5 december 2026`; `vóór 12-12` is the 11th."""
    advert = cut(text)
    for printed in days_near(advert, "closing"):
        start = max(0, printed.start - NEAR)
        match = CLOSING.search(advert.low[start : printed.start])
        if match and not ABOUT_SOMETHING_ELSE.search(match.group()):
            raw = advert.text[start + match.start() : printed.end].rstrip(" .")
            return Closing(printed, match["until"] in BEFORE_THE_DAY, raw)
    return None


def closing_day(
    closing: Closing, found: date, *, posted: date | None = None
) -> ReadDate | None:
    """The last day on which one can apply; `found` and `posted` give it its year."""
    read = year_filled_in(closing.printed, found, posted=posted)
    if read is None or not closing.before:
        return read
    rules = [rule for rule in ("the day before", read.rule) if rule != "printed"]
    return replace(read, day=read.day - timedelta(days=1), rule="; ".join(rules))
