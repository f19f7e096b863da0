"""Hours per week in one clause, by each way they are written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crawlers.reading import hours_words as words
from crawlers.reading.clauses import Clause, once_per_clause
from crawlers.reading.full_week import is_basis, is_basis_of_range
from crawlers.reading.numbers import read_count, read_number
from crawlers.reading.topics import Topic

FULL_TIME = (36.0, 40.0)  # what Dutch collective agreements call a full week
DAY = 8.0
DAYPART = 4.0
WEEK_OF_AGREEMENT = 36.0  # care, municipalities, hospitals
SHORTEST_WEEK, LONGEST_WEEK = 0.5, 60.0
LATEST = 24  # o'clock
FEWEST = 8  # a smaller bare number is a day's hours, not a week's
WIDEST_RANGE = 30.0  # "1 - 40 uur" says nothing


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
    if top is None or not SHORTEST_WEEK <= top <= LONGEST_WEEK:
        return None
    return Hours(low, high, hours.raw, hours.rule)


def _raw(clause: Clause, found: re.Match[str]) -> str:
    return clause.text[found.start() : found.end()]


def _up_to_a_ceiling(clause: Clause, _week: float | None) -> Hours | None:
    """`minimaal 12, maximaal 24 uur`, `16 tot maximaal 24 uur`."""
    if "max" not in clause.low and "hoogst" not in clause.low:
        return None
    for match in words.FROM_TO.finditer(clause.low):
        if match["floor"] or "-" in match["to"] or "to" in match["to"]:
            low, high = read_number(match[2]), read_number(match[4])
            if found := sound(Hours(low, high, _raw(clause, match))):
                return found
    return None


def _up_to_full_time(clause: Clause, week: float | None) -> Hours | None:
    """`20 uur tot fulltime`, `28 uur of fulltime`."""
    low = clause.low
    match = words.UP_TO_FULL_TIME.search(low) or words.OR_FULL_TIME.search(low)
    if match is None:
        return None
    high = week or FULL_TIME[1]
    rule = f"full time is {high:g} hours"
    return sound(Hours(read_number(match[1]), high, _raw(clause, match), rule))


def _range(clause: Clause, _week: float | None) -> Hours | None:
    for match in words.RANGE.finditer(clause.low):
        low, high = read_number(match[1]) or 0, read_number(match[2]) or 0
        basis = is_basis_of_range(clause.low, match.start())
        if basis or _is_clock(match, low, high):
            continue
        if found := sound(Hours(low, high, _raw(clause, match))):
            return found
    return None


def _is_clock(match: re.Match[str], low: float, high: float) -> bool:
    if not 1 <= low <= 12 <= high <= 24 or words.WEEKLY.match(
        match.string, match.end()
    ):
        return False
    return bool(words.CLOCK_BEFORE.search(match.string[: match.start()]))


def _single(clause: Clause, _week: float | None) -> Hours | None:
    for match in words.SINGLE.finditer(clause.low):
        number = read_number(match[1])
        if number is None or _is_no_total(match, number):
            continue
        before = clause.low[: match.start()]
        floor = words.FLOOR_BEFORE.search(before)
        ceiling = words.CEILING_BEFORE.search(before)
        start = (floor or ceiling or match).start()
        raw = clause.text[start : match.end()]
        low = None if ceiling else number
        high = None if floor or match["more"] else number
        if found := sound(Hours(low, high, raw)):
            return found
    return None


def _is_no_total(match: re.Match[str], number: float) -> bool:
    """The end of a range, a day's hours, a basis or a moment."""
    text, end = match.string, match.end()
    before = text[: match.start()]
    if words.NO_SINGLE_BEFORE.search(before) or is_basis(text, match.start(), end):
        return True
    if words.WEEKLY.match(text, end):
        return False
    if number < FEWEST or words.UP_TO_A_CLOCK.search(before):
        return True
    if found := words.NO_TOTAL_BEFORE.search(before):
        return not (found["om"] and number > LATEST)
    return False


def _fte(clause: Clause, week: float | None) -> Hours | None:
    """A part of the full week; the text may name that week elsewhere."""
    if not (match := words.FTE.search(clause.low)):
        return None
    high = read_number(match[2])
    low = read_number(match[1]) if match[1] else high
    if not low or not high or high > 1:
        return None
    full = week or WEEK_OF_AGREEMENT
    low, high = round(low * full, 1), round(high * full, 1)
    return sound(Hours(low, high, _raw(clause, match), f"fte x {full:g}"))


def _times(clause: Clause, _week: float | None) -> Hours | None:
    if not (match := words.TIMES.search(clause.low)):
        return None
    days, hours = read_count(match[1]), read_count(match[2])
    if days is None or hours is None:
        return None
    rule = f"{days:g} days of {hours:g}"
    return sound(Hours(days * hours, days * hours, _raw(clause, match), rule))


def _days(clause: Clause, _week: float | None) -> Hours | None:
    match = words.DAYS.search(clause.low)
    if not match or words.NO_WORKING_DAYS.search(clause.low):
        return None
    stands_alone = len(clause.low) <= len(match.group()) + words.FEW
    if not stands_alone and not words.OF_A_WEEK.search(clause.low):
        return None
    low = read_count(match[1])
    high = read_count(match[2]) if match[2] else low
    if low is None or high is None:
        return None
    length, name = (DAY, "days") if match["day"] else (DAYPART, "dayparts")
    at_least = words.FLOOR_BEFORE.search(clause.low[: match.start()])
    top = None if at_least else high * length
    rule = f"{name} of {length:g} hours"
    return sound(Hours(low * length, top, _raw(clause, match), rule))


def _whole_week(clause: Clause, _week: float | None) -> Hours | None:
    match = words.WHOLE_WEEK.search(clause.low)
    if not match or "€" in clause.low or is_basis(clause.low, match.start()):
        return None
    if words.OR_PART_TIME.search(clause.low):
        return None
    if said := words.SAID_WEEK.match(clause.low, match.start()):
        hours = read_number(said[1])
        return sound(Hours(hours, hours, _raw(clause, said)))
    rule = "full time is 36 to 40 hours"
    return Hours(*FULL_TIME, _raw(clause, match), rule)


def _working_week(clause: Clause, _week: float | None) -> Hours | None:
    """Nothing else is printed: then the full week is what is offered."""
    match = words.WORKING_WEEK.search(clause.low)
    if not match or is_basis(clause.low, match.start()):
        return None
    week = read_number(match[1] or match[2])
    return sound(Hours(week, week, _raw(clause, match), "the working week"))


def _spelled(clause: Clause, _week: float | None) -> Hours | None:
    """`vierentwintig tot tweeëndertig uur`."""
    if not (match := words.SPELLED.search(clause.low)):
        return None
    high = words.SPELLED_NUMBERS[match[2]]
    low = words.SPELLED_NUMBERS[match[1]] if match[1] else high
    return sound(Hours(low, high, _raw(clause, match)))


Way = Callable[[Clause, float | None], Hours | None]
# Each way of writing hours, and of what a clause must speak for it. The plainest way
# comes first, in whatever clause it stands.
WAYS: tuple[tuple[Topic, Way], ...] = (
    ("hours", _up_to_a_ceiling),
    ("full time", _up_to_full_time),
    ("hours", _range),
    ("hours", _single),
    ("hours", _spelled),
    ("fte", _fte),
    ("hours", _times),
    ("days", _days),
    ("full time", _whole_week),
    ("hours", _working_week),
)


def first_hours(
    telling: Callable[[Topic], Sequence[Clause]], week: float | None
) -> Hours | None:
    """The first way that finds hours; `telling` gives the clauses on a topic."""
    for topic, way in WAYS:
        for clause in telling(topic):
            if found := _found(way, clause, week):
                return found
    return None


@once_per_clause
def _found(way: Way, clause: Clause, week: float | None) -> Hours | None:
    return way(clause, week)
