"""Numbers are written the Dutch way."""

import pytest

from tests.matching.people import vacancy
from webapp.site.formats import salary


@pytest.mark.parametrize(
    ("amounts", "period", "shown"),
    [
        ((15.6, 17), "hour", "€ 15,60–17,00 per uur"),
        ((2590, 2985), "month", "€ 2.590–2.985 per maand"),
        ((None, 3100), "month", "€ 3.100 per maand"),
        ((None, None), None, None),
    ],
)
def test_cents_are_written_in_two_figures_or_not_at_all(amounts, period, shown):
    low, high = amounts
    job = vacancy(
        "", salary_min=low, salary_max=high, salary_period=period, hours_max=40
    )
    assert salary(job) == shown


@pytest.mark.parametrize(
    ("hours", "period", "shown"),
    [
        (24, "month", "€ 2.400–2.800 per maand, vaak bij voltijd"),
        (24, "year", "€ 2.400–2.800 per jaar, vaak bij voltijd"),
        (24, "hour", "€ 2.400–2.800 per uur"),
        (36, "month", "€ 2.400–2.800 per maand"),
        (None, "month", "€ 2.400–2.800 per maand"),
    ],
)
def test_the_pay_of_a_whole_week_is_not_shown_as_that_of_three_days(
    hours, period, shown
):
    pay = {"salary_min": 2400, "salary_max": 2800, "salary_period": period}
    job = vacancy("", hours_max=hours, **pay)
    assert salary(job) == shown
