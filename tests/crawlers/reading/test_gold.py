"""The even half of the gold set, never used to tune the readers, with floors."""

import json

import pytest

from crawlers.reading.facts import Facts, facts_of

# One advert of the fifty is .02; a floor is what was reached, less one advert.
FLOORS = {
    "education_min": 0.9,
    "education_strict": 0.94,
    "hours_min": 0.96,
    "hours_max": 0.96,
    "hours_negotiable": 0.98,
    "salary_min": 0.98,
    "salary_max": 0.98,
    "salary_period": 0.98,
    "licences": 0.98,
    "licences_wish": 0.98,
    "certificates": 0.92,
    "certificates_wish": 0.94,
    "contract": 0.92,
    "contract_months": 0.9,
    "dutch_level": 0.94,
}

pytestmark = pytest.mark.shared


def as_gold(facts: Facts) -> dict:
    education, hours, salary = facts.education, facts.hours, facts.salary
    contract, licences, certificates = (
        facts.contract,
        facts.licences,
        facts.certificates,
    )
    return {
        "education_min": education.lowest if education else None,
        "education_strict": bool(education and education.strict),
        "hours_min": hours.low if hours else None,
        "hours_max": hours.high if hours else None,
        "hours_negotiable": facts.hours_negotiable,
        "salary_min": salary.low if salary else None,
        "salary_max": salary.high if salary else None,
        "salary_period": salary.period if salary else None,
        "licences": sorted(licences.required),
        "licences_wish": sorted(licences.wished),
        "certificates": sorted(certificates.required),
        "certificates_wish": sorted(certificates.wished),
        "contract": contract.kind if contract else None,
        "contract_months": contract.months if contract else None,
        "dutch_level": facts.dutch_level[0] if facts.dutch_level else None,
    }


def test_the_facts_of_adverts_nobody_tuned_on(shared):
    lines = (shared / "gold" / "vacancies.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if int(row["id"][1:]) % 2 == 0]
    right = dict.fromkeys(FLOORS, 0)
    for row in rows:
        read = as_gold(facts_of(row["title"], row["text"]))
        for fact in FLOORS:
            gold = row["gold"][fact]
            right[fact] += read[fact] == (
                sorted(gold) if isinstance(gold, list) else gold
            )
    shares = {fact: count / len(rows) for fact, count in right.items()}
    assert {f: s for f, s in shares.items() if s < FLOORS[f]} == {}
