"""What the work offers: own fields first, then the text; every doubt is told."""

from dataclasses import replace
from datetime import date

import pytest

from crawlers.reading.facts import facts_of
from crawlers.reading.offered import (
    contract_offered,
    hours_offered,
    remote_offered,
    salary_offered,
)
from schemas.vacancy import Origin, Posting

TODAY = date(2026, 11, 21)
LD = Origin(part="json-ld", path="JobPosting", raw="as is")
PLAIN = Posting(
    source="wilg",
    source_key="1",
    url="https://wilg.example/1",
    title="Monteur",
    description="",
    origins={"": LD},
)


def salary(text="", **fields):
    return salary_offered(replace(PLAIN, **fields), facts_of("Monteur", text), TODAY)


def hours(text="", **fields):
    return hours_offered(replace(PLAIN, **fields), facts_of("Monteur", text))


def test_a_monthly_wage_said_to_be_hourly_is_put_right_and_flagged():
    read = salary(salary_min="3912", salary_max="5327", salary_unit="HOUR")
    assert read.columns == {
        "salary_min": 3912,
        "salary_max": 5327,
        "salary_period": "month",
    }
    trace = read.traces["salary"]
    assert trace["rule"] == "printed per hour, but the size says per month"
    assert (trace["part"], trace["path"]) == ("json-ld", "salary")


def test_a_wage_below_the_minimum_is_kept_and_flagged():
    read = salary("Je verdient 14,50 per uur.")
    assert read.columns["salary_min"] == 14.5
    assert read.traces["salary"]["rule"] == "below the minimum wage of 14.71"
    field = salary(salary_min="13", salary_max="13", salary_unit="HOUR")
    assert field.traces["salary"]["rule"] == "below the minimum wage of 14.71"


def test_a_plain_wage_has_no_rule():
    assert "rule" not in salary("€ 2.400 tot € 3.100 per maand").traces["salary"]


def test_two_rules_are_both_told():
    rule = salary("Salaris € 12,50 - € 13").traces["salary"]["rule"]
    assert rule == "period from size; below the minimum wage of 14.71"


def test_a_wage_in_words_leaves_it_to_the_text():
    read = salary("€ 2.400 per maand", salary_text="In consultation")
    assert read.columns["salary_min"] == 2400
    assert read.traces["salary"]["part"] == "text"
    assert salary(salary_text="In overleg").traces == {}


def test_a_wage_in_another_currency_is_not_taken_for_euros():
    read = salary(salary_min="4000", salary_max="5000", currency="GBP")
    assert read.columns["salary_min"] is None
    same = salary(salary_min="4000", salary_max="5000", currency="euro")
    assert same.columns["salary_min"] == 4000


def test_scale_and_agreement_are_words_only():
    read = salary("Salaris conform cao VVT, FWG 35")
    assert read.columns["salary_min"] is None
    assert read.traces["salary_scale"]["raw"] == "FWG 35"
    assert read.traces["cao"]["raw"] == "cao VVT"


def test_an_estimate_is_traced_and_never_the_salary():
    estimate = Origin(part="estimate", path="estimatedSalary", raw="2800 - 3900 MONTH")
    read = salary(origins={"": LD, "salary_estimate": estimate})
    assert read.columns["salary_min"] is None
    assert read.traces["salary_estimate"]["raw"] == "2800 - 3900 MONTH"


def test_a_field_of_hours_comes_before_the_text():
    read = hours("24 tot 32 uur", hours="16 - 20")
    assert (read.columns["hours_min"], read.columns["hours_max"]) == (16, 20)
    assert read.traces["hours"]["part"] == "json-ld"


@pytest.mark.parametrize("field", ["1 - 40 uur per week", "0-40", "parttime", "n.v.t."])
def test_a_field_that_says_nothing_leaves_it_to_the_text(field):
    read = hours("24 tot 32 uur", hours=field)
    assert (read.columns["hours_min"], read.columns["hours_max"]) == (24, 32)
    assert read.traces["hours"]["part"] == "text"


def test_full_time_is_flagged():
    read = hours("Een fulltime baan")
    assert (read.columns["hours_min"], read.columns["hours_max"]) == (36, 40)
    assert read.traces["hours"]["rule"] == "full time is 36 to 40 hours"


def test_the_hours_win_from_an_employment_type():
    posting = replace(PLAIN, employment_types=("FULL_TIME",))
    facts = facts_of("Monteur", "24 tot 32 uur, een jaarcontract")
    assert hours_offered(posting, facts).columns["hours_min"] == 24
    contract = contract_offered(posting, facts)
    assert contract.columns == {"contract": "temporary", "contract_months": 12}


def test_the_months_of_the_same_kind_come_from_the_text():
    posting = replace(PLAIN, employment_types=("TEMPORARY",))
    read = contract_offered(posting, facts_of("Monteur", "een contract van 7 maanden"))
    assert read.columns == {"contract": "temporary", "contract_months": 7}
    assert read.traces["contract"]["path"] == "employment_types"


def test_what_is_not_told_has_no_trace():
    facts = facts_of("Monteur", "Kom langs.")
    for read in (
        hours_offered(PLAIN, facts),
        contract_offered(PLAIN, facts),
        remote_offered(PLAIN, facts),
    ):
        assert read.traces == {}
        assert set(read.columns.values()) <= {None, False}


def test_work_from_home():
    facts = facts_of("Monteur", "Thuiswerken is niet mogelijk.")
    assert remote_offered(PLAIN, facts).columns == {"remote": "none"}
    own = remote_offered(replace(PLAIN, remote="TELECOMMUTE"), facts)
    assert own.columns == {"remote": "full"}
    assert own.traces["remote"]["part"] == "json-ld"
