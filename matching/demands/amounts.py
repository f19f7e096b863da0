"""Amounts: numbers with a unit, in every way that adverts write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from matching.demands.numerals import NUMBER, number

# How a unit is written in a text made `plain`, and what one of it is in its own unit.
_UNITS: Mapping[str, str] = {
    "kg": r"(?:kg|kilo(?:'?s|gram(?:men)?)?)(?:-?(?:zak|doos|krat|pak|baal)\w*)?",
    "km": r"(?:km|kilometers?)",
    "m": r"(?:m|meters?)",
    "cm": r"(?:cm|centimeters?)",
    "h": r"(?:uur(?:tjes?)?|uren|u)",
    "min": r"(?:minuten|minuut|min)",
    "quarter": r"kwartier(?:en)?",
    "steps": r"(?:stappen|voetstappen)",
    "treads": r"(?:trap)?treden",
    "floors": r"(?:verdiepingen|verdieping|etages|etage|hoog|trappen)",
    "°C": r"(?:graden(?: celsius)?|° ?c\b|°|celsius)",
    "dB(A)": r"(?:db(?:\(a\))?|decibel)",
}
_KIND = "|".join(f"(?P<u{at}>{unit})" for at, unit in enumerate(_UNITS.values()))
_ABOUT = r"(?:een|de|ruim|wel|circa|ca|zo'n|ongeveer|pakweg|krap|de|dikke|kleine|goede)"
_TO = r"\s*(?:tot(?: en met)?|a|-|–|of|en|/|a twee)\s*(?:wel |ruim |zo'n |maximaal )?"
_MINUS = r"(?:(?:min|minus) |-(?=\d))"
_AMOUNT = re.compile(
    rf"(?<![\w€])(?P<minus>{_MINUS})?(?P<first>{NUMBER})"
    rf"(?:(?:\s*(?:kg|kilo|uur|graden|meter|minuten|°c?))?{_TO}(?P<to_minus>{_MINUS})?"
    rf"(?P<second>{NUMBER}))?"
    rf"(?P<half> en een half| en een halve)?[\s-]*(?:{_KIND})(?!\w)"
    rf"(?: of (?P<about>{NUMBER})(?![\w.,]*\d?\s*(?:uur|minuten|kg|kilo)))?"
    r"(?P<frost> (?:onder nul|onder het vriespunt|vorst|vriest))?"
)
_PART_OF_HOUR = re.compile(
    r"(?<!en )(?<!drie )(?<!twee )\b(?:een )?(?:(?P<half>half ?uur)|kwartier)(?:tje)?\b"
)
_RATE = re.compile(
    rf"(?<![\w€])(?<!€ )(?:een stuk of )?(?P<first>{NUMBER})"
    rf"(?:{_TO}(?P<second>{NUMBER}))?[ -]*"
    r"(?:(?!uur\b|euro|bruto|kilometer|km\b|dagen)[a-z'-]+ ){0,3}?"
    r"(?:per|in een|in het|ieder|elk|elke|iedere|in de) (?P<per>uur|minuut)\b"
)
_RATE_FIRST = re.compile(
    rf"\bper (?P<per>uur|minuut) (?:[a-z'-]+ ){{0,4}}?(?P<first>{NUMBER})"
    rf"(?:{_TO}(?P<second>{NUMBER}))? (?!uur|euro|bruto|dagen|keer per dag)[a-z]"
)
_HIGH = re.compile(r"\b(?P<first>twee|drie|vier|vijf|zes|zeven|acht)-?hoog\b")
AMOUNTS = (_AMOUNT, _PART_OF_HOUR, _HIGH, _RATE, _RATE_FIRST)  # all that is found here
_PER_MINUTE = 60
_LONG = frozenset({"h", "min", "quarter"})
_CLOCK = re.compile(
    r"(?:\bom|\bvanaf|\bvoor|\bna|\btussen|\btegen|\btot(?= \d)|\brond|\bdrempel van)"
    r"(?: \w+)? ?$"
)
_OUT_OF = re.compile(rf"(?<![\w,.])(?P<part>{NUMBER}) van de (?:\w+ )?$")
# "Van de acht uur zijn het er zeven": the part is said after the whole.
_OF_ALL = re.compile(r"\bvan de (?:\w+ )?$")
_OF_THOSE = re.compile(
    r"^(?: \w+){1,4}? er (?:wel |zeker |ruim |zo'n )?"
    rf"(?P<part>{NUMBER})(?= [a-z]|\W*$)"
)
# "Elke twee uur" and "na een kwartier" say when, not how long.
_WHEN = re.compile(
    r"\b(?:elke?|iedere?|om de|om het|binnen(?: de| het)?|na|over) (?:ruim |zo'n )?$"
)
_STRETCH = re.compile(
    r" (?:achter ?elkaar|achtereen|aaneen|aan een stuk|lang\b|per dag)"
)
_NO_STRETCH = re.compile(
    r"^ ?(?:per|in de|p/|/|in een) ?w(?:eek|k)?\b|^ (?:contract|per maand)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """`low` and `high` are the ends of a range, or the same."""

    low: float
    high: float
    unit: str
    start: int
    end: int


def amounts(easy: str, span: tuple[int, int]) -> Iterator[Amount]:
    """All amounts in a stretch of a text made `plain`, in hours, minutes, kilograms."""
    for found in _AMOUNT.finditer(easy, *span):
        if (one := _amount(easy, found)) is not None:
            yield one
    yield from _parts_of_hours(easy, span)
    yield from _rates(easy, span)


def is_led_to(before: str) -> bool:
    """Whether words before an amount, at the end of a line too, count for it."""
    return any(one.search(before) for one in (_CLOCK, _OUT_OF, _WHEN))


def _parts_of_hours(easy: str, span: tuple[int, int]) -> Iterator[Amount]:
    for found in _PART_OF_HOUR.finditer(easy, *span):
        if _says_when(easy, found):
            continue
        length = 30.0 if found["half"] else 15.0
        yield _of(length, length, "min", found)


def _rates(easy: str, span: tuple[int, int]) -> Iterator[Amount]:
    """So many an hour; and floors, which are one word with their number."""
    for found in _HIGH.finditer(easy, *span):
        if ends := _ends(found["first"], None):
            yield _of(*ends, "floors", found)
    for found in chain(_RATE.finditer(easy, *span), _RATE_FIRST.finditer(easy, *span)):
        times = _PER_MINUTE if found["per"] == "minuut" else 1
        if ends := _ends(found["first"], found["second"]):
            yield _of(ends[0] * times, ends[1] * times, "n/h", found)


def _amount(easy: str, found: re.Match[str]) -> Amount | None:
    ends = _ends(found["about"] or found["first"], found["second"])
    unit = _unit(found)
    if ends is None or (unit == "h" and _is_clock(easy, found)):
        return None
    if unit in _LONG and _says_when(easy, found):
        return None
    low, high = _in_all(easy, found, ends)
    if unit == "quarter":
        low, high, unit = 15 * low, 15 * high, "min"
    if found["frost"] or (found["minus"] and (found["to_minus"] or low == high)):
        low, high = -high, -low
    elif found["minus"] or found["to_minus"]:
        low = -low
    return _of(low, high, unit, found)


def _in_all(
    easy: str, found: re.Match[str], ends: tuple[float, float]
) -> tuple[float, float]:
    """With the half that is said after it; five, of "vijf van de acht uur"."""
    if _unit(found) == "h" and (part := _out_of(easy, found)) is not None:
        return part, part
    half = 0.5 if found["half"] else 0.0
    return ends[0] + half, ends[1] + half


def _out_of(easy: str, found: re.Match[str]) -> float | None:
    words = easy[max(0, found.start() - 30) : found.start()]
    if " van de " not in f" {words}":
        return None  # looked for first: the patterns hold every number in letters
    part = _OUT_OF.search(words)
    if part is None and _OF_ALL.search(words):
        part = _OF_THOSE.search(easy[found.end() :][:40])
    return number(part["part"]) if part else None


def _unit(found: re.Match[str]) -> str:
    names = list(_UNITS)
    return next(name for at, name in enumerate(names) if found[f"u{at}"])


def _ends(first: str, second: str | None) -> tuple[float, float] | None:
    one = number(first)
    other = number(second) if second else one
    if one is None or other is None:
        return None
    return min(one, other), max(one, other)


def _is_clock(easy: str, found: re.Match[str]) -> bool:
    """A time of the day, or hours of a week, is no length of time."""
    before = easy[max(0, found.start() - 20) : found.start()]
    after = easy[found.end() :][:25]
    if _STRETCH.match(after):
        return False
    return bool(_CLOCK.search(before) or _NO_STRETCH.match(after))


def _says_when(easy: str, found: re.Match[str]) -> bool:
    before = easy[max(0, found.start() - 20) : found.start()]
    return _WHEN.search(before) is not None


def _of(low: float, high: float, unit: str, found: re.Match[str]) -> Amount:
    return Amount(low=low, high=high, unit=unit, start=found.start(), end=found.end())
