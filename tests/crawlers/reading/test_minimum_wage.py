"""A wage below the minimum is doubted, never dropped."""

from datetime import date

import pytest

from crawlers.reading.minimum_wage import PER_HOUR, doubts_about_wage, minimum_wage
from crawlers.reading.salary import read_salary

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2023, 12, 31), None),
        (date(2025, 1, 1), 14.06),
        (date(2025, 6, 30), 14.06),
        (date(2025, 7, 1), 14.40),
        (date(2026, 1, 1), 14.71),
        (date(2030, 1, 1), 14.71),
    ],
)
def test_the_minimum_of_a_day(day, amount):
    assert minimum_wage(day) == amount


def test_the_table_runs_forward():
    days = [since for since, _ in PER_HOUR]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("14,50 per uur", "below the minimum wage of 14.71"),
        ("€ 14,00 tot € 16,00 per uur", "begins below the minimum wage of 14.71"),
        ("€ 14,71 per uur", None),
        ("€ 2.100 per maand", None),
    ],
)
def test_doubts(words, doubt):
    assert doubts_about_wage(read_salary(words), TODAY) == doubt


def test_an_older_wage_is_held_against_the_minimum_of_its_time():
    assert doubts_about_wage(read_salary("14,50 per uur"), date(2025, 3, 1)) is None
