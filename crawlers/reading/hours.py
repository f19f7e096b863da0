"""Dutch text to hours per week."""

import re
from functools import lru_cache

from crawlers.reading.clauses import Clause, Cut, cut, once_per_clause
from crawlers.reading.full_week import full_week as named_week
from crawlers.reading.hours_in_clause import Hours, first_hours, sound
from crawlers.reading.hours_words import TO
from crawlers.reading.lines import small
from crawlers.reading.numbers import read_number

LISTED = re.compile(
    r"(?:min\w*|max\w*) (?:aantal )?uren(?: per week)?\s*:?\s*(\d{1,2})"
)
LABELLED = re.compile(
    r"\W*(?:(?:aantal )?(?:werk)?uren(?: per week)?|arbeidsduur|hours)\s*:[ ]*(.{1,60})"
)
BARE = re.compile(
    r"\s*(?:pt|min\w*\.?:?\s*)?(\d{1,2}(?:[.,]\d{1,2})?)"
    rf"(?:(?:{TO}|\s*[,/-]?\s*(?:en )?max\w*\.?:?\s*)(\d{{1,2}}(?:[.,]\d{{1,2}})?))?"
    r"\s*(?:uur|uren|h|per week|p\.?/?w\.?|\s)*[.;]?\s*"
)
LONGEST_FIELD = 120  # characters; a field of hours is no story
OF_HOURS = re.compile(r"uur|uren|time|deeltijd|voltijd|minder|omvang")
NEGOTIABLE = re.compile(
    r"\buren in (?:\w+ )?overleg"
    r"|(?:aantal|hoeveel) (?:uur|uren).{0,40}(?:overleg|bespreekbaar|kies|zelf|samen)"
    r"|(?:kies|bepaal)\w* .{0,20}hoeveel (?:uur|uren)"
    r"|(?<![.:]\d\d )\b(?:uur|uren)(?: per week)?, (?:nader )?in (?:\w+ )?overleg"
    r"|(?:time|voltijds?)\s*(?:of|en|/)\s*(?:part ?-?time|deeltijd)(?!\s*\(\d)"
    r"|(?:part ?-?time|deeltijd)\s*(?:of|en|/)\s*(?:full ?-?time|voltijds?)(?!\s*\(\d)"
    r"|(?:part ?-?time|deeltijd|minder uren|meer uren|minder).{0,30}"
    r"(?:bespreekbaar|mogelijk|overleg|kan ook|mag ook)"
    r"|(?:uur|uren|omvang)[^,]{0,40}(?:in overleg|bespreekbaar|nader te bepalen"
    r"|onderhandelbaar)"
    r"|in overleg.{0,15}\b(?:uur|uren)|overleg.{0,25}aantal uren"
)


def read_hours(text: str) -> Hours | None:
    """Read `24-32 uur` as 24 to 32, `3 dagen` as 24, `fulltime` as 36 to 40.

    Clock times and the week a wage is reckoned on (`bij 36 uur`) are no hours.
    """
    week = named_week(text)
    advert = cut(text)
    if found := _listed(advert) or _labelled(advert, week):
        return found
    found = first_hours(advert.telling, week)
    return _up_to_week(found, week) if found else None


@lru_cache(maxsize=1024)  # of most of which every employer has a few
def read_hours_field(raw: str, *, full_week: float | None = None) -> Hours | None:
    """Read a field that holds nothing but hours, such as `32 - 40`, `40`, `0,6 fte`.

    `full_week` is what one fte is, where the advert says so.
    """
    raw = raw[:LONGEST_FIELD]
    field = Clause(raw, small(raw))
    return first_hours(lambda _: (field,), full_week) or _bare(field)


def hours_negotiable(text: str) -> bool:
    """Whether the text leaves the number of hours open."""
    return any(map(_is_negotiable, cut(text).telling("negotiable")))


@once_per_clause
def _is_negotiable(clause: Clause) -> bool:
    return bool(OF_HOURS.search(clause.low) and NEGOTIABLE.search(clause.low))


def _up_to_week(hours: Hours, week: float | None) -> Hours:
    """`Minimaal 32 uur` ends at the full week that the wage is reckoned on."""
    if hours.high is not None or hours.low is None or not week or week < hours.low:
        return hours
    return Hours(hours.low, week, hours.raw, "up to the full week of the wage")


def _listed(advert: Cut) -> Hours | None:
    """`Minimaal aantal uren: 32. Maximaal aantal uren: 36` is 32 to 36."""
    printed = [
        (read_number(number) or 0, clause.text)
        for clause in advert.telling("hours")
        for number in LISTED.findall(clause.low)
    ]
    if not printed:
        return None
    numbers = [number for number, _ in printed]
    return sound(Hours(min(numbers), max(numbers), printed[0][1]))


def _labelled(advert: Cut, week: float | None) -> Hours | None:
    """`Uren: 24 - 32`: a line that says itself what it is."""
    for clause in advert.telling("hours"):
        if match := LABELLED.match(clause.low):
            raw = clause.text[match.start(1) : match.end(1)]
            for told in (raw, raw.partition(",")[0]):
                if found := read_hours_field(told, full_week=week):
                    return found
    return None


def _bare(field: Clause) -> Hours | None:
    if not (match := BARE.fullmatch(field.low)):
        return None
    low, high = read_number(match[1]), read_number(match[2] or match[1])
    return sound(Hours(low, high, field.text))
