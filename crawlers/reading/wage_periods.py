"""Per what a wage is paid: from the words beside it, or from its size."""

import re
from dataclasses import dataclass

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
PERIOD = re.compile(
    r"(?P<four>per (?:4|vier) weken|p\.?/?4w|(?:vier|4)[- ]?wekelijks)"
    r"|(?P<hour>per uur|p/?\.?u\b|/ ?u(?:ur)?\b|uurloon|per hour|uurtarief|^\W*hour"
    r"|\bpt1h)"
    r"|(?P<month>per maand|p/?\.?m\b|/ ?m(?:aa)?nd|maandsalaris|maandloon|in de maand"
    r"|\bp1m|per month|^\W*(?:maand|mon(?:th)?(?:ly)?)\b)"
    r"|(?P<year>per jaar|p/?\.?j\b|/ ?jaar|jaarsalaris|op jaarbasis|\bp1y|per year"
    r"|per annum|^\W*(?:jaar|year(?:ly)?|annual(?:ly)?)\b)"
    r"|(?P<week>(?<!uur )(?<!uren )per week|weekloon|^\W*week)"
)
LONGEST_WORDS = 200  # characters in which a period is named
# How often a month holds what is paid per four weeks or per week.
IN_A_MONTH = {"four": (13 / 12, "per 4 weeks x 13/12"),
              "week": (52 / 12, "per week x 52/12")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Salary:
    """Gross euros per period; `rule` tells what had to be put right."""

    low: float | None
    high: float | None
    period: SalaryPeriod | None
    raw: str
    rule: str = "printed"


def settle(salary: Salary, words: str) -> Salary | None:
    """Give the wage its period from the words, or from its size when they clash."""
    low, high, rule = salary.low, salary.high, salary.rule
    named = PERIOD.search(words[:LONGEST_WORDS].lower())
    kind = named.lastgroup if named else None
    if kind in IN_A_MONTH:
        factor, rule = IN_A_MONTH[kind]
        low, high, kind = _times(low, factor), _times(high, factor), "month"
    period: SalaryPeriod | None = kind if kind in PLAUSIBLE else None
    if period and _fit(low, high, *PLAUSIBLE[period]):
        return Salary(low, high, period, salary.raw, rule)
    if (guessed := _by_size(low, high)) is None:
        return None
    clash = f"printed per {period}, but the size says per {guessed}"
    rule = clash if period else "period from size"
    return Salary(low, high, guessed, salary.raw, rule)


def _by_size(low: float | None, high: float | None) -> SalaryPeriod | None:
    for period, lowest, highest in BY_SIZE:
        if _fit(low, high, lowest, highest):
            return period
    return None


def _fit(low: float | None, high: float | None, least: float, most: float) -> bool:
    """Whether what is known of a wage lies between two bounds."""
    if low is None and high is None:
        return False
    return (low is None or least <= low < most) and (
        high is None or least <= high < most
    )


def _times(amount: float | None, factor: float) -> float | None:
    return None if amount is None else round(amount * factor, 2)
