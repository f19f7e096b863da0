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
    job = vacancy("", salary_min=low, salary_max=high, salary_period=period)
    assert salary(job) == shown
