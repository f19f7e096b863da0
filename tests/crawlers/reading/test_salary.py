"""Dutch words to wages."""

import pytest

from crawlers.reading.salary import read_salary, read_salary_fields


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("€ 2.400 - € 3.100 bruto p/m o.b.v. 38 uur", 2400, 3100, "month"),
        ("€2.900 – €3.400 bruto per maand o.b.v. fulltime", 2900, 3400, "month"),
        ("14,50 per uur", 14.5, 14.5, "hour"),
        ("€ 16,- tot € 19,- p.u.", 16, 19, "hour"),
        ("schaal 7 (max. € 4.022)", None, 4022, "month"),
        ("jaarsalaris € 38.000 incl. 8% vakantiegeld", 38_000, 38_000, "year"),
        ("€55.000 - €77.000", 55_000, 77_000, "year"),
        ("€3426 - €4908", 3426, 4908, "month"),
        ("vanaf € 2.500,- per 4 weken", 2708.33, None, "month"),
        ("tussen € 3.000 en € 4.500 bruto per maand", 3000, 4500, "month"),
        ("2.600 tot 3.100 euro bruto per maand", 2600, 3100, "month"),
        ("Een budget van € 700 en een loon van € 17,20 per uur", 17.2, 17.2, "hour"),
        ("€ 15,95 per uur, daarna € 17,24", 15.95, 17.24, "hour"),
    ],
)
def test_wages(text, low, high, period):
    found = read_salary(text)
    assert found is not None
    assert (found.low, found.high, found.period) == (low, high, period)


@pytest.mark.parametrize(
    "text",
    ["FWG 35", "conform CAO VVT", "marktconform", "€ 0,23 per kilometer",
     "een budget van € 700,-", "een omzet van € 3 miljoen", "in overleg"],
)  # fmt: skip
def test_no_wage(text):
    assert read_salary(text) is None


def test_the_size_of_a_wage_corrects_its_unit():
    found = read_salary_fields("3912", "5327", "HOUR")
    assert (found.low, found.high, found.period) == (3912, 5327, "month")
    assert "the size says per month" in found.rule


def test_a_wage_in_fields():
    assert read_salary_fields("55", "55", "HOUR").period == "hour"
    assert read_salary_fields("115000", "130000", "year").period == "year"
    assert read_salary_fields("5250", "3750", "month").low == 3750
    assert read_salary_fields(None, None, "MONTH") is None
