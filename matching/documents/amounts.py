"""Numbers with their units, as doctors write them: `ongeveer een half uur`, `10 kg`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

Bound = Literal["max", "about", ""]
WORDS = {
    "een": 1.0, "één": 1.0, "anderhalf": 1.5, "anderhalve": 1.5, "twee": 2.0,
    "tweeënhalf": 2.5, "drie": 3.0, "vier": 4.0, "vijf": 5.0, "zes": 6.0, "zeven": 7.0,
    "acht": 8.0, "negen": 9.0, "tien": 10.0, "twaalf": 12.0, "vijftien": 15.0,
    "zestien": 16.0, "twintig": 20.0, "vierentwintig": 24.0, "dertig": 30.0,
    "veertig": 40.0, "vijftig": 50.0, "zestig": 60.0, "honderd": 100.0,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{'|'.join(WORDS)})"
RANGE = rf"(?P<low>{NUMBER})(?:\s?(?:-|–|à|a|tot|of)\s?(?P<high>{NUMBER}))?"
PER_DAY = r"(?:per|op een|/|p\.?)\s?(?:werk)?d(?:ag|\b)"
PER_WEEK = r"(?:per|/|p\.?)\s?(?:werk)?w(?:eek|k|\b)"
PER_HOUR = r"(?:per|/|p\.?|in een)\s?u(?:ur|\b)"
HOURS = r"(?:uren|uur|u\b|h\b)"
SHORT = r"(?:x|×|keer|maal)"
ANSWER = (
    r"(?:\s?[:=]\s?|\s(?:is\s|(?=gem|onge|circ|ca\.|max)))(?:(?:gemiddeld|ongeveer|circa|ca\.|max\.?|maximaal)\s){0,2}"
    rf"{RANGE}(?:\s?{HOURS})?"
)
# unit, how much one is in that unit, words; a longer notation stands before a shorter
UNITS: tuple[tuple[str, float, str], ...] = (
    ("h/week", 1, rf"{RANGE}\s?{HOURS}\s?{PER_WEEK}"),
    ("h/day", 1, rf"{RANGE}\s?{HOURS}\s?(?:{PER_DAY}|daags)"),
    ("n/h", 1, rf"{RANGE}\s?{SHORT}\s?{PER_HOUR}"),
    ("n/h", 60, rf"{RANGE}\s?{SHORT}\s?(?:per|/)\s?min(?:uut)?"),
    ("min", 1, rf"{RANGE}\s?min(?:uten|uut|\.|\b)"),
    ("kgf", 1, rf"{RANGE}\s?(?:kgf|kg\s?kracht|kilogram\s?kracht)"),
    ("kgf", 0.1, rf"{RANGE}\s?(?:newton|N\b)"),
    ("kg", 1, rf"{RANGE}\s?(?:kg|kilo(?:gram)?s?)"),
    ("cm", 1, rf"{RANGE}\s?(?:cm|centimeter)"),
    ("steps", 1, rf"{RANGE}\s?(?:trap)?(?:treden|traptreden)"),
    ("°C", 1, rf"(?P<sign>[-−]?){RANGE}\s?(?:°\s?C|graden\s?celsius)"),
    ("°", 1, rf"{RANGE}\s?(?:°|graden)"),
    ("dB(A)", 1, rf"{RANGE}\s?dB(?:\s?\(?A\)?)?"),
    ("h", 1, rf"{RANGE}\s?{HOURS}"),
)
# words before the number, and numbers in a word
FIRST: tuple[tuple[str, float, str], ...] = (
    ("h/day", 1, rf"uren\s?{PER_DAY}{ANSWER}"),
    ("h/week", 1, rf"uren\s?{PER_WEEK}{ANSWER}"),
    ("h/day", 0.5, rf"(?:een\s)?half\s?uur\s?{PER_DAY}"),
    ("min", 30, r"(?:een\s)?(?:half|halve)\s?uur"),
    ("min", 45, r"drie\s?kwartier"),
    ("min", 15, r"(?:een\s)?kwartier"),
)
MOST = re.compile(
    r"\bmax(?:imaal|imum|\.)?\b|\bhoogstens\b|\bten hoogste\b"
    r"|\bniet (?:langer|meer|vaker|hoger|zwaarder) dan\b|\bniet boven\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\bongeveer\b|\bcirca\b|\bca\b|\bgemiddeld\b|±|\bplusminus\b|\bplm\b|\brond\b",
    re.IGNORECASE,
)
# where what was said before is over; `max.` and `ca.` go on
END = re.compile(r"(?:[;:]|(?<!max)(?<!ca)(?<!plm)\.)(?:\s|$)|\d", re.IGNORECASE)
BEFORE, AFTER = 40, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number in a unit, at these offsets; `is_range`: the lower of two is taken."""

    value: float
    unit: str
    bound: Bound
    is_range: bool
    start: int
    end: int


def amounts(text: str) -> tuple[Amount, ...]:
    """Every number with a unit, in the order of the text."""
    taken: list[Amount] = []
    for unit, scale, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(one.start < end and start < one.end for one in taken):
                taken.append(_amount(text, match, unit, scale))
    taken.sort(key=lambda one: one.start)
    return tuple(_bound_alike(taken))


@cache
def _patterns() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    """Compiled when a document is read, not when the site starts."""
    return tuple(
        (unit, scale, re.compile(rf"(?<![\w,.]){words}(?!\w)", re.IGNORECASE))
        for unit, scale, words in (*FIRST, *UNITS)
    )


def _amount(text: str, match: re.Match[str], unit: str, scale: float) -> Amount:
    found = match.groupdict()
    low = number(found["low"]) if "low" in found else 1.0
    sign = -1 if found.get("sign") else 1
    return Amount(
        value=round(sign * low * scale, 2),
        unit=unit,
        bound=_bound(text, match.start(), match.end()),
        is_range=bool(found.get("high")),
        start=match.start(),
        end=match.end(),
    )


def number(text: str) -> float:
    """A number in digits or in a word."""
    known = WORDS.get(text.lower())
    return known if known is not None else float(text.replace(",", "."))


def _bound(text: str, start: int, end: int) -> Bound:
    """The nearest word before it; an estimate when both stand there."""
    before = END.split(text[max(0, start - BEFORE) : start])[-1]
    after = re.split(r"[;,.\d]", text[end : end + AFTER])[0]
    near = f"{before} {text[start:end]} {after}"
    if ABOUT.search(near):
        return "about"
    return "max" if MOST.search(near) else ""


def _bound_alike(found: list[Amount]) -> Iterator[Amount]:
    """`maximaal 4 uur per dag, 20 uur per week`: one word holds for both."""
    last: Bound = ""
    for one in found:
        hours = one.unit in ("h/day", "h/week")
        if hours and not one.bound and last:
            yield Amount(
                value=one.value,
                unit=one.unit,
                bound=last,
                is_range=one.is_range,
                start=one.start,
                end=one.end,
            )
        else:
            yield one
        last = one.bound or last if hours else last
