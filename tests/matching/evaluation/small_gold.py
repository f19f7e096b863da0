"""A gold set of two adverts and one person, as files."""

import csv
import json
from pathlib import Path

FACTS = {
    "occupation": "magazijnmedewerker",
    "isco": "9333",
    "hours_min": 24,
    "hours_max": 32,
    "hours_negotiable": False,
    "salary_min": None,
    "salary_max": None,
    "salary_period": None,
    "education_min": None,
    "education_strict": False,
    "licences": [],
    "licences_wish": [],
    "certificates": [],
    "certificates_wish": [],
    "contract": None,
    "contract_months": None,
    "dutch_level": None,
    "shifts": [],
}


def advert(key: str, text: str, *demands: dict, **facts) -> dict:
    return {
        "id": key,
        "title": "Medewerker",
        "employer": "Voorbeeld BV",
        "place": "Utrecht",
        "postcode4": None,
        "text": text,
        "gold": {**FACTS, **facts, "demands": list(demands)},
    }


def demand(field: str, quote: str, **more) -> dict:
    plain = {"polarity": "demanded", "value": None, "unit": None, "strength": 3}
    return {"field": field, "quote": quote, **plain, **more}


PERSON = {
    "id": "k1",
    "former_jobs": ["magazijnmedewerker"],
    "education": "mbo2",
    "education_text": "mbo-2 logistiek",
    "experience": "Jaren in een magazijn.",
    "wishes": "Overdag werken.",
    "search_directions": ["magazijn"],
    "place": "Utrecht",
    "postcode4": None,
    "travel": {"modes": ["bike"], "max_minutes": 30},
    "licences": [],
    "certificates": [],
    "dutch_level": "C1",
    "hours_max": 32,
    "hours_is_max": False,
    "hours_day": 8,
    "excluded_shifts": [],
    "capacity": [
        {
            "field": "lift_kg",
            "level": 1,
            "value": 10,
            "unit": "kg",
            "sentence": "Tillen kan tot ongeveer 10 kg.",
        }
    ],
}
ADVERTS = [
    advert(
        "v1",
        "Je tilt dozen van 20 kg.",
        demand("lift_kg", "Je tilt dozen van 20 kg", value=20, unit="kg"),
    ),
    advert("v2", "Tillen komt er niet aan te pas.", demand("hearing", "Tillen")),
]
JUDGEMENTS = [("k1", "v1", 1, "past_niet", "lift_kg"), ("k1", "v2", 3, "past", "")]


def write(folder: Path, *, adverts=ADVERTS, people=(PERSON,), rows=JUDGEMENTS) -> Path:
    for name, content in (("vacancies", adverts), ("candidates", people)):
        lines = "\n".join(json.dumps(one) for one in content)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    with (folder / "judgements.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t")
        table.writerow(("candidate", "vacancy", "relevance", "verdict", "reason"))
        table.writerows(rows)
    return folder
