"""Dutch text to a wage in euros gross per hour, month or year."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from crawlers.reading.clauses import Clause, cut, once_per_clause
from crawlers.reading.numbers import AMOUNT, read_number
from crawlers.reading.wage_periods import PERIOD, Salary, settle

MOST_AMOUNTS = 12  # in one sentence

SIGN = r"(?:€|euro\b|eur\b)"
SUM = rf"({AMOUNT}(?:k\b)?)"
EURO = rf"{SIGN}\s*{SUM}"
EITHER = rf"{SIGN}?\s*{SUM}(?:\s*eur(?:o)?\b)?"
ASIDE = r"(?:\s*(?:bruto|per maand|per uur|\([^()€]{1,30}\)))?"
BETWEEN = (
    rf"{ASIDE}\s*(?:,\s*(?=max)|-|tot en met|t/m|tot|à|en|to|and|/)\s*"
    r"(?:(?:een )?max(?:imaal|imum|\.)?\s*(?:van\s*)?)?"
)
RANGE = re.compile(rf"{EURO}{BETWEEN}{EITHER}")
WORD_RANGE = re.compile(rf"{SUM}{BETWEEN}{SUM}\s*eur(?:o)?\b")
BARE_SUM = r"(?<![\d.,€])(\d{1,2}\.\d{3}(?:,\d\d|,-)?|\d{4}|\d\d,\d\d)(?![\d.])"
BARE_RANGE = re.compile(
    rf"{BARE_SUM}{BETWEEN}{BARE_SUM}\s*(?=(?:euro\s*)?(?:bruto|per (?:maand|uur)"
    r"|p/?\.?[mu]\b))"
)
SINGLE = re.compile(EURO)
WORD_SINGLE = re.compile(rf"{SUM}\s*eur(?:o)?\b")
BARE_HOURLY = re.compile(r"(\d{2}[.,]\d{2})\s*(?:bruto\s*)?(?:per uur|p/?\.?u)")
FLOOR = re.compile(
    r"(?:vanaf|minimaal|min\.|ten minste|tenminste|minstens|at least)\s*(?:van\s*)?$"
)
CEILING = re.compile(
    r"(?:maximaal|max\.?|maximum|tot|up to|oplopend tot|ten hoogste|hoogstens)"
    r"\s*(?:van\s*|(?:salaris)?schaal \w{1,3}\s*[(:]?\s*)?$"
)
GROWTH = re.compile(
    rf"(?:daarna|oplopend|doorgroei\w*|groei\w*|vervolgens|stijgt|naar|tot)[^€]{{0,40}}{EURO}"
)
NO_WAGE = re.compile(
    r"budget|vergoed|per km|kilometer|/ ?km|bonus|toeslag(?!en gemiddeld)|tegoed"
    r"|miljoen|miljard|korting|cadeau|omzet|waarde van|factu|boete|tip\b|fooi|premie"
    r"|uitkering|bijdrage|eigen risico|declar|donatie|kosten|investe|subsid"
    r"|thuiswerkdag|per dag|per keer|per dienst|gratis|spaar|prij[sz]|schade|verzeker"
    r"|\bkost\b"
    r"|portefeuille"
)
# Wages of others than who is sought: learners, holiday workers, the young.
OF_OTHERS = re.compile(
    r"\bbbl|leerling|\bstag(?:e|iair)|vakantie(?:werk|kracht|baan)|zomer(?:werk|baan)"
    r"|bijba(?:an|nen)|scholier|jeugdloon|jongeren"
)
TOO_YOUNG = re.compile(r"\b(?:1[5-9]|20)[- ]?(?:jaar|jarige)")
WAGE = re.compile(
    r"salaris|loon|verdien|bruto|per uur|per maand|schaal|uurtarief|\bfwg\b"
)
CUTS_BEFORE = re.compile(r"[,;(]|€\s*[\d.,]+|\ben\b")
INCLUDED = re.compile(r"(?:inclusief|incl\.) [^,;€]*?(?:toeslag\w*|vakantiegeld)")
NEAR = 40  # characters around an amount that can say what it is
ABOUT_ANOTHER = re.compile(r"\b(?:als|voor(?= \w)|ervaren|volleerd|gediplomeerd\w*)\b")
CUTS_BEHIND = re.compile(r"[,;(+]|(?: en | plus | met )")


def read_salary(text: str, title: str = "") -> Salary | None:
    """Read `€ 2.400 - € 3.100 bruto per maand`; a scale number alone is no wage.

    Where several wages stand, the one for the work of `title` counts.
    """
    told = cut(text).telling("wage")
    learner = bool(OF_OTHERS.search(title.lower()))
    for others in (learner, not learner):
        # A line that calls itself a wage counts before one that only holds an amount.
        for clause in sorted(told, key=_is_silent_on_wage):
            if found := _first_in(clause, others=others):
                return found
    return None


@lru_cache(maxsize=512)  # the scales of an employer come back
def read_salary_fields(
    low: str | None, high: str | None, unit: str | None
) -> Salary | None:
    """Read the parts of a structured wage; the size corrects a wrong unit."""
    first, last = read_number(low) or None, read_number(high) or None
    if first and last and first > last:
        first, last = last, first
    raw = f"{low or ''} - {high or ''} {unit or ''}".strip()
    return settle(Salary(first, last, None, raw), unit or "")


@once_per_clause
def _is_silent_on_wage(clause: Clause) -> bool:
    return not WAGE.search(clause.low)


@once_per_clause
def _first_in(clause: Clause, *, others: bool) -> Salary | None:
    return next(_in_clause(clause, others=others), None)


def _in_clause(clause: Clause, *, others: bool) -> Iterator[Salary]:
    """The wages in a clause; with `others` only those of other workers."""
    for match in _amounts(clause.low):
        if _is_something_else(match) or _is_of_others(match) != others:
            continue
        low, high = _range(match) if match.re.groups > 1 else _single(match)
        salary = Salary(low, high, None, clause.text)
        if found := settle(salary, _words_around(match)):
            yield found


def _amounts(low: str) -> Iterator[re.Match[str]]:
    """The amounts of money, those in the plainest form first."""
    patterns: tuple[re.Pattern[str], ...] = (BARE_RANGE, BARE_HOURLY)
    if "€" in low:
        patterns = (RANGE, SINGLE, BARE_HOURLY)
    elif "eur" in low:
        patterns = (RANGE, WORD_RANGE, SINGLE, WORD_SINGLE, *patterns)
    for pattern in patterns:
        yield from islice(pattern.finditer(low), MOST_AMOUNTS)


def _range(match: re.Match[str]) -> tuple[float | None, float | None]:
    low, high = _euros(match[1]), _euros(match[2])
    if low is None or high is None:
        return None, None
    return min(low, high), max(low, high)


def _single(match: re.Match[str]) -> tuple[float | None, float | None]:
    amount = _euros(match[1])
    before = match.string[: match.start()]
    low = None if CEILING.search(before) else amount
    high = None if FLOOR.search(before) else amount
    if growth := GROWTH.search(match.string, match.end(), match.end() + 120):
        high = max(amount or 0, _euros(growth[1]) or 0)
    return low, high


def _euros(printed: str) -> float | None:
    amount = read_number(printed)
    return amount * 1000 if amount and printed.endswith("k") else amount


def _words_around(match: re.Match[str]) -> str:
    """Behind the amount first: that is where a period is printed."""
    behind = match.string[match.end() : match.end() + 45]
    if match.re is BARE_HOURLY:
        return "per uur"
    if PERIOD.search(behind):
        return behind
    return match.string[max(0, match.start() - 60) : match.start()]


def _is_something_else(match: re.Match[str]) -> bool:
    """A budget, an allowance or a price is no wage."""
    start, end = match.span()
    before = CUTS_BEFORE.split(match.string[max(0, start - NEAR) : start])[-1]
    behind = CUTS_BEHIND.split(match.string[end : end + NEAR], maxsplit=1)[0]
    before, behind = (
        INCLUDED.sub("", words) if "incl" in words else words
        for words in (before, behind)
    )
    return "vakantiegeld" in before or any(map(NO_WAGE.search, (before, behind)))


def _is_of_others(match: re.Match[str]) -> bool:
    """`Als bbl'er krijg je € 12,50, als monteur € 18,20`: only the first is."""
    before = match.string[: match.start()]
    behind = match.string[match.end() : match.end() + NEAR].partition(",")[0]
    return bool(
        OF_OTHERS.search(ABOUT_ANOTHER.split(before)[-1])
        or TOO_YOUNG.search(before.rpartition("€")[2])
        or TOO_YOUNG.search(behind)
    )
