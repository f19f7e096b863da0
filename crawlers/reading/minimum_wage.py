"""The Dutch minimum wage by date, to doubt a wage that lies below it.

Gross per hour from 21 years on, as the government publishes it twice a year
(rijksoverheid.nl, "Bedragen minimumloon"). Add a line when a new one is known.
"""

from datetime import date

from crawlers.reading.wage_periods import Salary

PER_HOUR: tuple[tuple[date, float], ...] = (
    (date(2024, 1, 1), 13.27),
    (date(2024, 7, 1), 13.68),
    (date(2025, 1, 1), 14.06),
    (date(2025, 7, 1), 14.40),
    (date(2026, 1, 1), 14.71),
)


def minimum_wage(day: date) -> float | None:
    """Euros per hour on a day; None before the first that is known."""
    known = [amount for since, amount in PER_HOUR if since <= day]
    return known[-1] if known else None


def doubts_about_wage(salary: Salary, day: date) -> str | None:
    """Why an hourly wage is not to be trusted: it is old, or for the young only."""
    minimum = minimum_wage(day)
    if salary.period != "hour" or minimum is None:
        return None
    amounts = [amount for amount in (salary.low, salary.high) if amount is not None]
    if not amounts or min(amounts) >= minimum:
        return None
    which = "below" if max(amounts) < minimum else "begins below"
    return f"{which} the minimum wage of {minimum:.2f}"
