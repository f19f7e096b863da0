"""Dutch text to hours per week."""

import re

from crawlers.reading.clauses import clauses_asked
from crawlers.reading.full_week import full_week as named_week
from crawlers.reading.hours_in_clause import IN_CLAUSE, TO, Hours, sound

LISTED = re.compile(
    r"(?:Min\w*|Max\w*) (?:aantal )?uren(?: per week)?\s*:?\s*(\d{1,2})", re.IGNORECASE
)
LABELLED = re.compile(
    r"^\W*(?:(?:aantal )?(?:werk)?uren(?: per week)?|arbeidsduur|hours)\s*:"
    r"[ \t]*(.{1,60})",
    re.IGNORECASE | re.MULTILINE,
)
BARE = re.compile(
    rf"\s*(\d{{1,2}}(?:[.,]\d)?)(?:{TO}(\d{{1,2}}(?:[.,]\d)?))?"
    r"\s*(?:uur|uren|per week|p\.?/?w\.?|\s)*[.;]?\s*",
    re.IGNORECASE,
)
NEGOTIABLE = re.compile(
    r"\buren in overleg|aantal uren?[^.\n]{0,40}(?:overleg|bespreekbaar|kies|zelf)"
    r"|(?:part ?-?time|deeltijd|minder uren|meer uren|minder)[^.\n]{0,30}"
    r"(?:bespreekbaar|mogelijk|overleg|kan ook|mag ook)"
    r"|(?:uur|uren|omvang)[^.,;\n]{0,40}(?:in overleg|bespreekbaar|nader te "
    r"bepalen|onderhandelbaar)"
    r"|in overleg[^.\n]{0,15}\b(?:uur|uren)|overleg[^.\n]{0,25}aantal uren",
    re.IGNORECASE,
)


def read_hours(text: str) -> Hours | None:
    """Read `24-32 uur` as 24 to 32, `3 dagen` as 24, `fulltime` as 36 to 40.

    Clock times and the week a wage is reckoned on (`bij 36 uur`) are no hours.
    """
    week = named_week(text)
    if found := _listed(text) or _labelled(text, week):
        return found
    pieces = clauses_asked(text)
    for reader in IN_CLAUSE:
        for clause in pieces:
            if found := reader(clause.text, week):
                return _up_to_week(found, week)
    return None


def read_hours_field(raw: str, *, full_week: float | None = None) -> Hours | None:
    """Read a field that holds nothing but hours, such as `32 - 40`, `40`, `0,6 fte`.

    `full_week` is what one fte is, where the advert says so.
    """
    for reader in IN_CLAUSE:
        if found := reader(raw, full_week):
            return found
    return _bare(raw)


def hours_negotiable(text: str) -> bool:
    """Whether the text leaves the number of hours open."""
    return bool(NEGOTIABLE.search(text))


def _up_to_week(hours: Hours, week: float | None) -> Hours:
    """`Minimaal 32 uur` ends at the full week that the wage is reckoned on."""
    if hours.high is not None or hours.low is None or not week or week < hours.low:
        return hours
    return Hours(hours.low, week, hours.raw, "up to the full week of the wage")


def _listed(text: str) -> Hours | None:
    numbers = [float(number) for number in LISTED.findall(text)]
    return (
        sound(Hours(min(numbers), max(numbers), ", ".join(LISTED.findall(text))))
        if numbers
        else None
    )


def _labelled(text: str, week: float | None) -> Hours | None:
    """`Uren: 24 - 32`: a line that says itself what it is."""
    for match in LABELLED.finditer(text):
        if found := read_hours_field(match.group(1), full_week=week):
            return found
    return None


def _bare(raw: str) -> Hours | None:
    if not (match := BARE.fullmatch(raw)):
        return None
    low = float(match.group(1).replace(",", "."))
    high = float((match.group(2) or match.group(1)).replace(",", "."))
    return sound(Hours(low, high, raw))
