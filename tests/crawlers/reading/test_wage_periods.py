"""Per what a wage is paid: the words, and the size where they clash."""

import pytest

from crawlers.reading.salary import read_salary, read_salary_fields


@pytest.mark.parametrize(
    ("low", "high", "unit", "least", "most", "period"),
    [
        ("3912", "5327", "HOUR", 3912, 5327, "month"),
        ("2500", "3000", "MONTH", 2500, 3000, "month"),
        ("2500", "3000", "Maand", 2500, 3000, "month"),
        ("2500", "3000", "P1M", 2500, 3000, "month"),
        ("2500", "3000", "per month", 2500, 3000, "month"),
        ("2500", "3000", "MON", 2500, 3000, "month"),
        ("15.50", "17", "HOUR", 15.5, 17, "hour"),
        ("15,50", None, "uur", 15.5, None, "hour"),
        ("40000", "50000", "YEAR", 40000, 50000, "year"),
        ("40000", "50000", "annual", 40000, 50000, "year"),
        ("3000", "2500", None, 2500, 3000, "month"),
        ("0", "0", "MONTH", None, None, None),
        ("2500", "0", "MONTH", 2500, None, "month"),
        ("600", "650", "WEEK", 2600, 2816.67, "month"),
        ("55000", None, None, 55000, None, "year"),
        ("In consultation", None, None, None, None, None),
        ("150", "150", "DAY", None, None, None),
        ("2.864,-", "4.092,-", "month", 2864, 4092, "month"),
        ("2500.00", "3100.00", "MONTH", 2500, 3100, "month"),
        ("1", "99999999999", "MONTH", None, None, None),
    ],
)
def test_wages_in_fields(low, high, unit, least, most, period):
    found = read_salary_fields(low, high, unit)
    read = (found.low, found.high, found.period) if found else (None, None, None)
    assert read == (least, most, period)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("€ 3.912 - € 5.327 per uur", "printed per hour, but the size says per month"),
        ("€ 55.000 - € 77.000", "period from size"),
        ("€ 2.400 per 4 weken", "per 4 weeks x 13/12"),
        ("€ 600 per week", "per week x 52/12"),
        ("€ 2.400 per maand", "printed"),
    ],
)
def test_what_was_put_right_is_told(words, rule):
    assert read_salary(f"Salaris {words}").rule == rule


@pytest.mark.parametrize("unit", ["HOUR", "MONTH", "YEAR", "", None])
def test_what_nobody_earns_is_no_wage(unit):
    assert read_salary_fields("9999999", None, unit) is None
    assert read_salary_fields("0,50", None, unit) is None
