"""Hours per week in one clause, by each way they are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawlers.reading.full_week import is_basis
from crawlers.reading.numbers import read_count, read_number

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
FLOOR = r"(?:minimaal|min\.|minstens|ten minste|tenminste|vanaf|at least)"
FLOOR_BEFORE = re.compile(rf"{FLOOR}\s*$", re.IGNORECASE)
CEILING = r"(?:maximaal|max\.|hoogstens|ten hoogste)"
A_WEEK = r"(?:\s*(?:per week|p\.?/?w\.?))?"
CHOICES = r"(?:\s*,\s*\d{1,2})+\s*,?\s*(?:of|en)\s*"  # "24, 32 of 40 uur"
RANGE = re.compile(
    rf"(?<!schaal )(?<!fwg )(?<!groep )(?<![\d.,:]){NUMBER}"
    rf"(?:{HOURS})?(?:(?:\s*/\s*\d{{1,2}})*{TO}|{CHOICES}){NUMBER}{HOURS}{DAYPART}",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    rf"(?P<floor>{FLOOR}\s*)?{NUMBER}(?:{HOURS})?{A_WEEK}"
    rf"(?P<to>[\s,;/–-]*(?:en|tot|and|to|met)?\s*){CEILING}\s*{NUMBER}{HOURS}{DAYPART}",
    re.IGNORECASE,
)
UP_TO_FULL_TIME = re.compile(
    rf"{NUMBER}(?:{HOURS})?{A_WEEK}\s*(?:-|–|tot en met|t/m|tot)\s*"
    r"(?:een )?(?:full ?-?time|voltijds?)\b",
    re.IGNORECASE,
)
SINGLE = re.compile(
    rf"(?:({FLOOR})\s*|({CEILING}|tot)\s*)?(?<![\d.,:]){NUMBER}{HOURS}{DAYPART}",
    re.IGNORECASE,
)
RANGE_BEFORE = re.compile(r"\d\s*(?:-|–|—|/|tot|à|t/m)\s*$", re.IGNORECASE)
TIMES_BEFORE = re.compile(r"(?:\d\s*[x×]|dag(?:en)? van)\s*$", re.IGNORECASE)
TIMES = re.compile(
    r"\b(\d|twee|drie|vier|vijf)\s*(?:[x×]|(?:werk)?dagen van)\s*"
    r"(\d{1,2}(?:[.,]\d)?|vier|vijf|zes|zeven|acht|negen|tien) uur",
    re.IGNORECASE,
)
PART = r"(?<![\d.,])(\d(?:[.,]\d{1,4})?)"
FTE = re.compile(rf"(?:{PART}{TO})?{PART}\s*fte\b", re.IGNORECASE)
DAYS = re.compile(
    r"\b(\d(?:[.,]5)?|anderhalf|twee|drie|vier|vijf)(?:\s*(?:-|–|tot|à|of)\s*"
    r"(\d|drie|vier|vijf))?\s*(?:werk)?dag(?:en)?\b(?!\s*(?:vakantie|vrij|verlof))",
    re.IGNORECASE,
)
NO_WORKING_DAYS = re.compile(
    r"thuis|\bhuis\b|kantoor|hybride|binnen|vakantie|vrij\b|verlof|avond|nacht|\belke"
    r"|om de|weekend|per jaar|inwerk|training|reactie",
    re.IGNORECASE,
)
WHOLE_WEEK = re.compile(r"\b(?:full ?-?time|voltijds?)\b", re.IGNORECASE)
SAID_WEEK = re.compile(
    r"(?:full ?-?time|voltijds?)\W{0,3}(?:is|van|betekent)?\W{0,2}(\d\d) uur\)?",
    re.IGNORECASE,
)
WORKING_WEEK = re.compile(
    r"(\d\d)-?\s?urige werkweek|werkweek van (\d\d) uur", re.IGNORECASE
)
CLOCK_BEFORE = re.compile(
    r"(?:\bom|\bvan|tussen|vanaf|na|voor|\btot)\s*(?:\d\d?[.:]\d\d\s*)?$", re.IGNORECASE
)
WEEKLY = re.compile(r"\s*(?:per week|p\.?/?w|in de week)", re.IGNORECASE)
NO_TOTAL_BEFORE = re.compile(r"(?:€[^()]*\(|\bom|binnen|na|elke)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours per week; `raw` are the words they were read from, `rule` how."""

    low: float | None
    high: float | None
    raw: str
    rule: str = "printed"


def sound(hours: Hours) -> Hours | None:
    """The hours if a week can hold them, and if they say anything at all."""
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
    if WEEKLY.match(text[match.end() :]):
        return False
    before = CLOCK_BEFORE.search(text[: match.start()])
    return bool(before) and low <= 12 and 12 <= high <= 24


def _from_to(text: str, week: float | None) -> Hours | None:
    """`minimaal 12, maximaal 24 uur`, `16 tot maximaal 24 uur`, `20 tot fulltime`."""
    for match in FROM_TO.finditer(text):
        if match.group("floor") or re.search(r"tot|to|[–-]", match.group("to")):
            low, high = (read_number(match.group(n)) for n in (2, 4))
            if found := sound(Hours(low, high, match.group(0))):
                return found
    if whole := UP_TO_FULL_TIME.search(text):
        high = week or FULL_TIME[1]
        rule = f"full time is {high:g} hours"
        return sound(Hours(read_number(whole.group(1)), high, whole.group(0), rule))
    return None


def _range(text: str, _week: float | None) -> Hours | None:
    for match in RANGE.finditer(text):
        low, high = (read_number(match.group(n)) or 0 for n in (1, 2))
        if is_basis(text[: match.start()]) or _is_clock(match, low, high, text):
            continue
        if found := sound(Hours(low, high, match.group(0))):
            return found
    return None


def _single(text: str, _week: float | None) -> Hours | None:
    for match in SINGLE.finditer(text):
        floor, ceiling, raw = match.groups()
        number = read_number(raw)
        if number is None or _is_no_total(match, number, text):
            continue
        low = None if ceiling else number
        high = None if floor else number
        if found := sound(Hours(low, high, match.group(0))):
            return found
    return None


def _is_no_total(match: re.Match[str], number: float, text: str) -> bool:
    """The end of a range, a day's hours, a basis or a moment."""
    before, behind = text[: match.start(3)], text[match.end() :]
    if (match.group(2) or "").lower() == "tot" or RANGE_BEFORE.search(before):
        return True
    if TIMES_BEFORE.search(before) or is_basis(text[: match.start()], behind):
        return True
    if WEEKLY.match(behind):
        return False
    return number < 8 or bool(NO_TOTAL_BEFORE.search(text[: match.start()]))


def _fte(text: str, week: float | None) -> Hours | None:
    """A part of the full week; the text may name that week elsewhere."""
    if not (match := FTE.search(text)):
        return None
    high = read_number(match.group(2))
    low = read_number(match.group(1)) if match.group(1) else high
    if not low or not high or high > 1:
        return None
    full = week or WEEK_OF_AGREEMENT
    rule = f"fte x {full:g}"
    low, high = round(low * full, 1), round(high * full, 1)
    return sound(Hours(low, high, match.group(0), rule))


def _times(text: str, _week: float | None) -> Hours | None:
    if not (match := TIMES.search(text)):
        return None
    days, hours = read_count(match.group(1)), read_count(match.group(2))
    if days is None or hours is None:
        return None
    total = days * hours
    return sound(Hours(total, total, match.group(0), f"{days:g} days of {hours:g}"))


def _days(text: str, _week: float | None) -> Hours | None:
    match = DAYS.search(text)
    if not match or NO_WORKING_DAYS.search(text):
        return None
    if not re.search(r"week|werk|dienstverband|verdeeld", text, re.IGNORECASE):
        return None
    low = read_count(match.group(1))
    high = read_count(match.group(2)) if match.group(2) else low
    if low is None or high is None:
        return None
    if FLOOR_BEFORE.search(text[: match.start()]):
        return sound(Hours(low * DAY, None, match.group(0), "days of 8 hours"))
    return sound(Hours(low * DAY, high * DAY, match.group(0), "days of 8 hours"))


def _whole_week(text: str, _week: float | None) -> Hours | None:
    match = WHOLE_WEEK.search(text)
    if not match or is_basis(text[: match.start()]) or "€" in text:
        return None
    low, high = FULL_TIME
    if said := SAID_WEEK.match(text[match.start() :]):
        low = high = float(said.group(1))
        return sound(Hours(low, high, said.group(0).rstrip(")")))
    return Hours(low, high, match.group(0), "full time is 36 to 40 hours")


def _working_week(text: str, _week: float | None) -> Hours | None:
    """Nothing else is printed: then the full week is what is offered."""
    match = WORKING_WEEK.search(text)
    if not match or is_basis(text[: match.start()]):
        return None
    week = float(match.group(1) or match.group(2))
    return sound(Hours(week, week, match.group(0), "the working week"))


# The plainest way of writing comes first, in whatever clause it stands.
IN_CLAUSE: tuple[Callable[[str, float | None], Hours | None], ...] = (
    *(_from_to, _range, _single, _fte, _times, _days, _whole_week, _working_week),
)
