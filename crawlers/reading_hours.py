"""Dutch text to hours per week."""

import re
from dataclasses import dataclass

from crawlers.clauses import clauses_asked
from crawlers.numbers import read_count, read_number

FULL_TIME = (36.0, 40.0)  # what Dutch collective agreements call a full week
DAY = 8.0
WEEK_OF_AGREEMENT = 36.0  # care, municipalities, hospitals
LONGEST_WEEK = 60.0
WIDEST_RANGE = 30.0  # "1 - 40 uur" says nothing

NUMBER = r"(?<![\d.,:])(\d{1,2}(?:[.,]\d)?)(?![\d.,:]*\d)"
TO = r"\s*(?:-|–|—|/|tot en met|t/m|tot|à|of|to|en)\s*"
HOURS = r"\s*-?\s*(?:uur|uren|urige|hours?|hrs|u\b)"
DAYPART = (
    r"(?!\s*(?:per|a|op een) (?:dag|nacht|keer|dienst|maand|jaar)|\s*reistijd"
    r"|\s*(?:van tevoren|zorg|later|bedenktijd|reactie|na |'s |des )|s\w)"
)
RANGE = re.compile(
    rf"(?<![\d.,:]){NUMBER}(?:\s*/\s*\d{{1,2}})?{TO}{NUMBER}{HOURS}{DAYPART}",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"(?:Min\w*|Max\w*) (?:aantal )?uren(?: per week)?\s*:?\s*(\d{1,2})", re.IGNORECASE
)
SINGLE = re.compile(
    rf"(?:(minimaal|min\.|minstens|ten minste|tenminste|vanaf|at least)\s*"
    rf"|(maximaal|max\.|hoogstens|tot)\s*)?(?<![\d.,:]){NUMBER}{HOURS}{DAYPART}",
    re.IGNORECASE,
)
RANGE_BEFORE = re.compile(r"\d\s*(?:-|–|—|/|tot|à|t/m)\s*$", re.IGNORECASE)
FTE = re.compile(rf"(?:{NUMBER}{TO})?{NUMBER}\s*fte\b", re.IGNORECASE)
DAYS = re.compile(
    r"\b(\d(?:[.,]5)?|anderhalf|twee|drie|vier|vijf)(?:\s*(?:-|–|tot|à|of)\s*"
    r"(\d|drie|vier|vijf))?\s*(?:werk)?dag(?:en)?\b(?!\s*(?:vakantie|vrij|verlof))",
    re.IGNORECASE,
)
NO_WORKING_DAYS = re.compile(
    r"thuis|kantoor|hybride|binnen|vakantie|vrij\b|verlof|avond|nacht|elke|om de"
    r"|weekend|per jaar|inwerk|training|reactie",
    re.IGNORECASE,
)
WHOLE_WEEK = re.compile(r"\b(?:full ?-?time|voltijds?)\b", re.IGNORECASE)
BASIS_BEFORE = re.compile(
    r"(?:\bbij(?: een)?(?: fulltime)?(?: dienstverband)?(?: van)?"
    r"|o\.?b\.?v\.?|op basis van(?: een)?|uitgaande van(?: een)?|based on"
    r"|basis|fulltime|full-time|voltijd|\bcao\b)\s*[(=]?\s*$",
    re.IGNORECASE,
)
WAGE_BASIS = re.compile(
    r"(?:\bbij|o\.?b\.?v\.?|op basis van)(?: een)?(?: fulltime)?\W{1,2}(3[2-9]"
    r"|40)[- ]?(?:uur|urige)",
    re.IGNORECASE,
)
WORKING_WEEK = re.compile(
    r"(\d\d)-?\s?urige werkweek|werkweek van (\d\d) uur", re.IGNORECASE
)
CLOCK_BEFORE = re.compile(
    r"(?:\bom|\bvan|tussen|vanaf|na|voor|\btot)\s*(?:\d\d?[.:]\d\d\s*)?$", re.IGNORECASE
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


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours per week; `raw` are the words they were read from, `rule` how."""

    low: float | None
    high: float | None
    raw: str
    rule: str = "printed"


def read_hours(text: str) -> Hours | None:
    """Read `24-32 uur` as 24 to 32, `3 dagen` as 24, `fulltime` as 36 to 40.

    Clock times and the week a wage is reckoned on (`bij 36 uur`) are no hours.
    """
    if found := _listed(text):
        return found
    for reader in (_range, _single, _fte, _days, _whole_week, _working_week):
        for clause in clauses_asked(text):
            if found := reader(clause.text):
                return _up_to_basis(found, text)
    return None


def _up_to_basis(hours: Hours, text: str) -> Hours:
    """`Minimaal 32 uur` ends at the full week that the wage is reckoned on."""
    if hours.high is not None or not (basis := WAGE_BASIS.search(text)):
        return hours
    week = float(basis.group(1))
    if hours.low is None or week < hours.low:
        return hours
    return Hours(hours.low, week, hours.raw, "up to the full week of the wage")


def read_hours_field(raw: str) -> Hours | None:
    """Read a field that holds nothing but hours, such as `32 - 40` or `40`."""
    if found := read_hours(raw):
        return found
    numbers = [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", raw)]
    if not numbers or len(numbers) > 2:
        return None
    return _sound(Hours(numbers[0], numbers[-1], raw))


def hours_negotiable(text: str) -> bool:
    """Whether the text leaves the number of hours open."""
    return bool(NEGOTIABLE.search(text))


def _sound(hours: Hours) -> Hours | None:
    low, high = hours.low, hours.high
    if low is not None and high is not None:
        if low > high or high - low > WIDEST_RANGE:
            return None
        if low == 0:
            low = None
    top = high if high is not None else low
    if top is None or not 1 <= top <= LONGEST_WEEK:
        return None
    return Hours(low, high, hours.raw, hours.rule)


def _is_clock(match: re.Match[str], low: float, high: float, text: str) -> bool:
    if re.match(
        r"\s*(?:per week|p\.?/?w|in de week)", text[match.end() :], re.IGNORECASE
    ):
        return False
    before = CLOCK_BEFORE.search(text[: match.start()])
    return bool(before) and low <= 12 and 12 <= high <= 24


def _range(text: str) -> Hours | None:
    for match in RANGE.finditer(text):
        low, high = (read_number(match.group(n)) or 0 for n in (1, 2))
        if BASIS_BEFORE.search(text[: match.start()]) or _is_clock(
            match, low, high, text
        ):
            continue
        if found := _sound(Hours(low, high, match.group(0))):
            return found
    return None


def _listed(text: str) -> Hours | None:
    numbers = [float(number) for number in LISTED.findall(text)]
    return (
        _sound(Hours(min(numbers), max(numbers), ", ".join(LISTED.findall(text))))
        if numbers
        else None
    )


def _single(text: str) -> Hours | None:
    for match in SINGLE.finditer(text):
        floor, ceiling, raw = match.groups()
        before = text[: match.start()]
        if BASIS_BEFORE.search(before) or (ceiling or "").lower() == "tot":
            continue
        if RANGE_BEFORE.search(text[: match.start(3)]):  # the end of an unsound range
            continue
        number = read_number(raw)
        weekly = re.match(
            r"\s*(?:per|p\.?/?|in de) ?w", text[match.end() :], re.IGNORECASE
        )
        if number is None or (number < 8 and not weekly):
            continue
        if not weekly and re.search(
            r"(?:€[^()]*\(|\bom|binnen|na|elke)\s*$", before, re.IGNORECASE
        ):
            continue
        low = None if ceiling else number
        high = None if floor else number
        if found := _sound(Hours(low, high, match.group(0))):
            return found
    return None


def _fte(text: str) -> Hours | None:
    if not (match := FTE.search(text)):
        return None
    high = read_number(match.group(2))
    low = read_number(match.group(1)) if match.group(1) else high
    if not low or not high or high > 1:
        return None
    week = WEEK_OF_AGREEMENT
    if said := re.search(
        r"(?:fte|fulltime)\W{0,4}(?:is|=|bij)?\W{0,3}(\d\d) uur", text, re.IGNORECASE
    ):
        week = float(said.group(1))
    return _sound(
        Hours(
            round(low * week, 1),
            round(high * week, 1),
            match.group(0),
            f"fte x {week:g}",
        )
    )


def _days(text: str) -> Hours | None:
    match = DAYS.search(text)
    if not match or NO_WORKING_DAYS.search(text):
        return None
    if not re.search(r"week|werk|dienstverband|verdeeld", text, re.IGNORECASE):
        return None
    low = read_count(match.group(1))
    high = read_count(match.group(2)) if match.group(2) else low
    if low is None or high is None:
        return None
    return _sound(Hours(low * DAY, high * DAY, match.group(0), "days of 8 hours"))


def _whole_week(text: str) -> Hours | None:
    match = WHOLE_WEEK.search(text)
    if not match or BASIS_BEFORE.search(text[: match.start()]) or "€" in text:
        return None
    low, high = FULL_TIME
    return Hours(low, high, match.group(0), "full time is 36 to 40 hours")


def _working_week(text: str) -> Hours | None:
    """Nothing else is printed: then the full week is what is offered."""
    if match := WORKING_WEEK.search(text):
        week = float(match.group(1) or match.group(2))
        return _sound(Hours(week, week, match.group(0), "the working week"))
    return None
