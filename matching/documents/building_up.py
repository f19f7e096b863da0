"""Hours that change: steps from a day on, and a build-up of so much every so long."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matching.documents.amounts import NUMBER, Amount, amounts, number
from matching.documents.days import days
from schemas.capacity import HoursStep

MOST_STEPS = 26
FROM = re.compile(
    r"(?:\bvanaf|\bper|\bmet ingang van|\bm\.?i\.?v\.?|\bingaande|\bsinds)\s*$",
    re.IGNORECASE,
)
# From the beginning of a word: one of many times "opbouw" would be read for seconds.
GROWS = r"\b(?:op(?:\s?te)?\s?bouw\w*|uitbrei\w+|verhog\w+)"
BUILD_UP = re.compile(
    rf"{GROWS}[^.;\n]{{0,30}}?"
    rf"(?P<more>{NUMBER})\s?(?:uur|uren|u)\b(?:\s?(?:per|/)\s?(?P<per>dag|week))?[^.;\n]{{0,12}}?"
    rf"\s(?:per|elke|iedere|om de)\s(?P<every>{NUMBER})?\s?(?:we(?:ek|ken))\b",
    re.IGNORECASE,
)
SAYS_BUILD_UP = re.compile(r"\bop(?:\s?te)?\s?bouw\w*|\bopgebouwd\b", re.IGNORECASE)
# Hours that are hoped for or planned, and no day with them.
AHEAD = re.compile(
    r"\b(?:op termijn|verwacht\w*|stre(?:ef|ven)\w*|perspectief|uiteindelijk|toekomst"
    r"|toe(?:ge)?werk\w*|doel|prognose|"
    rf"{GROWS}[^.;]{{0,40}}\b(?:naar|tot))\b"
    # "nu" behind it: the hours that follow are those of now
    r"(?!.*\b(?:nu|momenteel|thans|op dit moment|vooralsnog)\b)",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:over|na)\s+(?:\w+\s+){1,2}?(?:weken|maanden|maand|jaar)\b"
    r"(?!\s+(?:ziek|verzuim|uitval|arbeidsongeschikt))",
    re.IGNORECASE,
)
TO = re.compile(r"\btot\b(?:\s+(?:een|maximaal|ongeveer|aan)){0,2}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One step, and whether its day stands in the text."""

    step: HoursStep
    dated: bool


def says_build_up(text: str) -> bool:
    """Whether a text speaks of hours that grow."""
    return bool(SAYS_BUILD_UP.search(text))


def is_ahead(text: str, stretch: tuple[int, int], value: float | None) -> bool:
    """Whether the hours of a stretch, so many, are hoped for and not those of now."""
    start, end = stretch  # it may begin with the name of the limit
    for one in _hours(text):
        if start <= one.start < end and one.value == value:
            start, end = one.start, one.end
    before, after = text[:start], re.split("[,;(]", text[end:])[0]
    return bool(AHEAD.search(before) or LATER.search(before) or LATER.search(after))


def steps(text: str, document_day: date | None) -> tuple[Built, ...]:
    """The steps a sentence gives, in the order of their days."""
    found = {one.step.starts_on: one for one in _dated(text)}
    for one in _reckoned(text, tuple(found.values()), document_day):
        found.setdefault(one.step.starts_on, one)
    return tuple(found[day] for day in sorted(found))


def evidence(text: str) -> tuple[int, int]:
    """The stretch from the first to the last day or number of hours."""
    spans = [(one.start, one.end) for one in _hours(text)]
    spans += [(one.start, one.end) for one in days(text)]
    rule = BUILD_UP.search(text) or SAYS_BUILD_UP.search(text)
    spans += [rule.span()] if rule else []
    return min(start for start, _ in spans), max(end for _, end in spans)


def _dated(text: str) -> Iterator[Built]:
    """`vanaf 1 mei 2026 maximaal 4 uur per dag`, `20 uur per week vanaf 1 mei 2026`."""
    starts = [one for one in days(text) if FROM.search(text[: one.start])]
    closes = [*(one.start for one in starts[1:]), len(text)]
    hours = _hours(text)
    opens = 0
    for start, close in zip(starts, closes, strict=False):
        ahead = [one for one in hours if opens <= one.start < start.start]
        if not (ahead and _leads_to(text[ahead[-1].end : start.start])):
            ahead = []
        behind = [one for one in hours if start.end <= one.start < close]
        if behind and _leads_to(text[behind[-1].end : close]):
            behind = []  # those of the next day
        step = _step(start.day, [*ahead, *behind])
        opens = start.end
        if step is not None:
            yield Built(step=step, dated=True)


def _leads_to(between: str) -> bool:
    """Whether nothing but `vanaf` stands between hours and a day."""
    found = FROM.search(between)
    return found is not None and not between[: found.start()].strip(" ,(")


def _reckoned(
    text: str, dated: Sequence[Built], document_day: date | None
) -> Iterator[Built]:
    """`start met 12 uur per week, opbouw met 2 uur per 2 weken tot 24 uur per week`."""
    rule = BUILD_UP.search(text)
    told = [one for one in _hours(text) if rule and not _within(one, rule)]
    base = next((one for one in told if one.unit == "h/week"), None)
    end = next((one for one in told if base and _is_end(text, one, base)), None)
    first = dated[0].step.starts_on if dated else document_day
    if rule is None or base is None or end is None or first is None:
        return
    if rule["per"] == "dag":
        return
    more = number(rule["more"])
    weeks = timedelta(weeks=number(rule["every"]) if rule["every"] else 1)
    value, day = base.value, first
    for _ in range(MOST_STEPS):
        step = HoursStep(starts_on=day, hours_week=value, is_max=base.bound == "max")
        yield Built(step=step, dated=bool(dated))
        if value >= end.value or more <= 0 or weeks <= timedelta(0):
            return
        value, day = min(value + more, end.value), day + weeks


def _hours(text: str) -> list[Amount]:
    return [one for one in amounts(text) if one.unit in ("h/day", "h/week")]


def _within(one: Amount, rule: re.Match[str]) -> bool:
    return rule.start() <= one.start < rule.end()


def _is_end(text: str, one: Amount, base: Amount) -> bool:
    grows = one.unit == base.unit and one.value > base.value
    return grows and bool(TO.search(text[: one.start]))


def _step(day: date, told: Sequence[Amount]) -> HoursStep | None:
    a_day = next((one for one in told if one.unit == "h/day"), None)
    a_week = next((one for one in told if one.unit == "h/week"), None)
    said = [one for one in (a_day, a_week) if one is not None]
    if not said or any(one.value > most for one, most in _most(a_day, a_week)):
        return None
    return HoursStep(
        starts_on=day,
        hours_day=a_day.value if a_day else None,
        hours_week=a_week.value if a_week else None,
        is_max=any(one.bound == "max" for one in said),
    )


def _most(a_day: Amount | None, a_week: Amount | None) -> list[tuple[Amount, int]]:
    known = ((a_day, 24), (a_week, 168))
    return [(one, most) for one, most in known if one is not None]
