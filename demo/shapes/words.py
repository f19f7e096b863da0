"""Dutch words and numbers for the facts of an advert, as sites print them."""

import re
from datetime import date

from demo.market import Advert, SalaryUnit

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
PER: dict[SalaryUnit, str] = {
    "HOUR": "bruto per uur",
    "MONTH": "bruto per maand",
    "YEAR": "bruto per jaar",
}
NUMBER = re.compile(r"\d+(?:,\d+)?")
AT_HOME = re.compile(r"hybride|thuiswerk|thuis werk|vanuit huis", re.IGNORECASE)
NOT_AT_HOME = re.compile(
    r"(?:geen|niet|nooit)[^.\n]{0,40}(?:hybride|thuis)|thuis[^.\n]{0,30}\b(?:niet|geen)\b",
    re.IGNORECASE,
)


def day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def euro(amount: float) -> str:
    """2512 as `€ 2.512`, 16.2 as `€ 16,20`."""
    digits = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    return "€ " + digits.translate(str.maketrans(",.", ".,"))


def salary_in_words(advert: Advert) -> str | None:
    if advert.salary_min is None or advert.salary_unit is None:
        return None
    low, high = advert.salary_min, advert.salary_max
    amount = euro(low) if high is None else f"{euro(low)} - {euro(high)}"
    return f"{amount} {PER[advert.salary_unit]}"


def hours_in_numbers(advert: Advert) -> tuple[float, float | None] | None:
    """`24/28/32 uur` as (24, 32), `minimaal 28 uur` as (28, None); else None."""
    printed = advert.hours or ""
    numbers = [float(found.replace(",", ".")) for found in NUMBER.findall(printed)]
    if "uur" not in printed or not numbers:
        return None
    open_end = len(numbers) == 1 and "minimaal" in printed
    return min(numbers), None if open_end else max(numbers)


def works_at_home(advert: Advert) -> bool:
    return bool(AT_HOME.search(advert.text)) and not NOT_AT_HOME.search(advert.text)
