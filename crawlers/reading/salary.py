"""Dutch text to a wage in euros gross per hour, month or year."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from crawlers.reading.clauses import clauses_asked
from crawlers.reading.numbers import AMOUNT, read_number
from schemas.vacancy import SalaryPeriod

# What a wage can be, in euros; the bounds also tell the period when none is printed.
PLAUSIBLE: dict[SalaryPeriod, tuple[float, float]] = {
    "hour": (5, 200),
    "month": (400, 20_000),
    "year": (12_000, 300_000),
}
BY_SIZE: tuple[tuple[SalaryPeriod, float, float], ...] = (
    ("hour", 5, 100),
    ("month", 1_000, 12_000),
    ("year", 20_000, 300_000),
)
FOUR_WEEKS = 13 / 12
MOST_AMOUNTS = 12  # in one sentence

EURO = rf"(?:€|eur\b|euro\b)\s*({AMOUNT})"
EITHER = rf"(?:€|eur\b|euro\b)?\s*({AMOUNT})(?:\s*(?:euro|eur)\b)?"
BETWEEN = (
    r"\s*(?:bruto)?\s*(?:,\s*(?=max)|-|–|—|tot en met|t/m|tot|en|to|and"
    r"|/)\s*(?:max(?:imaal|\.)?\s*)?"
)
RANGE = re.compile(rf"(?:{EURO}{BETWEEN}{EITHER})", re.IGNORECASE)
WORD_RANGE = re.compile(rf"({AMOUNT}){BETWEEN}({AMOUNT})\s*euro", re.IGNORECASE)
SINGLE = re.compile(
    rf"(?P<floor>vanaf|minimaal|min\.|ten minste|at least)?\s*"
    rf"(?P<ceiling>maximaal|max\.|maximum|tot(?: maximaal)?|up to|oplopend "
    rf"tot)?\s*(?:van\s*)?"
    rf"(?:{EURO}|({AMOUNT})\s*euro\b)",
    re.IGNORECASE,
)
GROWTH = re.compile(
    rf"(?:daarna|oplopend|doorgroei\w*|groei\w*|vervolgens|stijgt|naar|tot)[^€.;]{{0,40}}{EURO}",
    re.IGNORECASE,
)
BARE_HOURLY = re.compile(
    r"(\d{2}[.,]\d{2})\s*(?:bruto\s*)?(?:per uur|p/?\.?u)", re.IGNORECASE
)
NO_WAGE = re.compile(
    r"budget|vergoed|per km|kilometer|/km|bonus|toeslag(?!en gemiddeld)|tegoed|miljoen"
    r"|miljard|korting|cadeau|omzet|waarde van|factu|boete|tip\b|fooi|premie|uitkering"
    r"|bijdrage|eigen risico|declar|donatie|kosten|investe|subsid|thuiswerkdag|per dag",
    re.IGNORECASE,
)
WAGE = re.compile(
    r"salaris|loon|verdien|bruto|per uur|per maand|schaal|uurtarief", re.IGNORECASE
)
PERIODS: tuple[tuple[str, SalaryPeriod, float], ...] = (
    (r"per (?:4|vier) weken|p\.?/?4w|vierwekelijks", "month", FOUR_WEEKS),
    (
        r"per uur|p/?\.?u\b|/ ?u(?:ur)?\b|uurloon|per hour|\bHOUR|uurtarief|\bPT1H",
        "hour",
        1,
    ),
    (
        r"per maand|p/?\.?m\b|/ ?m(?:aa)?nd|maandsalaris|maandloon|\bMON\b|\bmaand\b"
        r"|P1M|\bmonth",
        "month",
        1,
    ),
    (
        r"per jaar|p/?\.?j\b|/ ?jaar|jaarsalaris|\bANNUAL\w*|P1Y|\bjaar\b|\byear",
        "year",
        1,
    ),
)


@dataclass(frozen=True, slots=True)
class Salary:
    """Gross euros per period; `rule` tells what had to be put right."""

    low: float | None
    high: float | None
    period: SalaryPeriod | None
    raw: str
    rule: str = "printed"


def read_salary(text: str) -> Salary | None:
    """Read `€ 2.400 - € 3.100 bruto per maand`; a scale number alone is no wage."""
    spoken = [clause.text for clause in clauses_asked(text)]
    # A line that calls itself a wage counts before one that only holds an amount.
    spoken.sort(key=lambda clause: not WAGE.search(clause))
    for clause in spoken:
        if found := _in_clause(clause):
            return found
    return None


def read_salary_fields(
    low: str | None, high: str | None, unit: str | None
) -> Salary | None:
    """Read the parts of a structured wage; the size corrects a wrong unit."""
    numbers = sorted(n for n in (read_number(low), read_number(high)) if n)
    if not numbers:
        return None
    raw = f"{low or ''} - {high or ''} {unit or ''}".strip()
    first = numbers[0] if low else None
    last = numbers[-1] if high else None
    return settle(Salary(first, last, None, raw), unit or "")


def settle(salary: Salary, period_words: str) -> Salary | None:
    """Give the wage its period from the words, or from its size when they clash."""
    numbers = [n for n in (salary.low, salary.high) if n is not None]
    if not numbers:
        return None
    for pattern, period, factor in PERIODS:
        if re.search(pattern, period_words, re.IGNORECASE):
            if _fits(numbers, period):
                return _times(replace(salary, period=period), factor)
            guessed = _by_size(numbers)
            rule = f"printed per {period}, but the size says per {guessed}"
            return replace(salary, period=guessed, rule=rule) if guessed else None
    guessed = _by_size(numbers)
    return replace(salary, period=guessed, rule="period from size") if guessed else None


def _fits(numbers: list[float], period: SalaryPeriod) -> bool:
    lowest, highest = PLAUSIBLE[period]
    return all(lowest <= number <= highest for number in numbers)


def _by_size(numbers: list[float]) -> SalaryPeriod | None:
    for period, lowest, highest in BY_SIZE:
        if all(lowest <= number < highest for number in numbers):
            return period
    return None


def _times(salary: Salary, factor: float) -> Salary:
    if factor == 1:
        return salary
    low = None if salary.low is None else round(salary.low * factor, 2)
    high = None if salary.high is None else round(salary.high * factor, 2)
    return replace(salary, low=low, high=high, rule="per 4 weeks x 13/12")


def _in_clause(clause: str) -> Salary | None:
    for pattern in (RANGE, WORD_RANGE):
        for match in islice(pattern.finditer(clause), MOST_AMOUNTS):
            if found := _range(match, clause):
                return found
    for match in islice(SINGLE.finditer(clause), MOST_AMOUNTS):
        if found := _single(match, clause):
            return found
    if bare := BARE_HOURLY.search(clause):
        amount = read_number(bare.group(1))
        return settle(Salary(amount, amount, None, clause), "per uur")
    return None


def _range(match: re.Match[str], clause: str) -> Salary | None:
    if _is_something_else(match, clause):
        return None
    low, high = read_number(match.group(1)), read_number(match.group(2))
    if low is None or high is None:
        return None
    if low > high:
        low, high = high, low
    return settle(Salary(low, high, None, clause), _words_around(match, clause))


def _single(match: re.Match[str], clause: str) -> Salary | None:
    if _is_something_else(match, clause):
        return None
    amount = read_number(match.group(3) or match.group(4))
    low = None if match.group("ceiling") else amount
    high = None if match.group("floor") else amount
    if growth := GROWTH.search(clause[match.end() : match.end() + 120]):
        high = max(amount or 0, read_number(growth.group(1)) or 0)
    return settle(Salary(low, high, None, clause), _words_around(match, clause))


def _words_around(match: re.Match[str], clause: str) -> str:
    """Behind the amount first: that is where a period is printed."""
    behind = clause[match.end() : match.end() + 45]
    if any(re.search(pattern, behind, re.IGNORECASE) for pattern, _, _ in PERIODS):
        return behind
    return clause[max(0, match.start() - 60) : match.start()]


def _is_something_else(match: re.Match[str], clause: str) -> bool:
    """A budget, an allowance or a price is no wage."""
    before = re.split(r"[,;(]", clause[: match.start()])[-1][-40:]
    behind = re.split(r"[,;(+]|(?: en | plus | met )", clause[match.end() :])[0][:40]
    return bool(NO_WAGE.search(before) or NO_WAGE.search(behind))
