"""The export: one vacancy a line, in keys that stay."""

import io
import json

from schemas import exchange
from tests import builders

KEYS = {
    *("id", "source", "source_key", "url", "status", "title", "employer"),
    *("employer_is_intermediary", "place", "postcode", "lat", "lon", "hours_min"),
    *("hours_max", "hours_negotiable", "salary_min", "salary_max", "salary_period"),
    *("education_min", "education_strict", "licences", "licences_wish"),
    *("certificates", "certificates_wish", "contract", "contract_months"),
    *("dutch_level", "shifts", "remote", "date_posted", "valid_through", "first_seen"),
    *("last_seen", "language", "text", "isco", "demands", "provenance"),
    "country",
}
TEXT = "Je tilt dozen tot 18 kg.\nKantoortijden."


def exported(database):
    file = io.StringIO()
    count = exchange.export(database.role("crawler"), file)
    lines = [json.loads(line) for line in file.getvalue().splitlines()]
    assert len(lines) == count
    return lines


def test_a_line_has_every_typed_field_and_every_demand_with_its_quote(database):
    lifting = builders.demand(TEXT, "tilt dozen tot 18 kg", "lift_kg", value=18.0)
    made = builders.vacancy(text=TEXT, licences=("B",), place="’s-Hertogenbosch")
    with database.connect() as db:
        builders.add_vacancy(db, made, (lifting,))
    (line,) = exported(database)
    assert set(line) == KEYS
    assert line["id"] == str(made.id)
    assert line["licences"] == ["B"]
    assert line["place"] == "’s-Hertogenbosch"
    (demand,) = line["demands"]
    start = demand["offset"]
    assert line["text"][start : start + len(demand["quote"])] == demand["quote"]
    assert (demand["field"], demand["value"]) == ("lift_kg", 18.0)


def test_a_line_break_in_an_advert_does_not_break_the_line(database):
    with database.connect() as db:
        for _ in range(3):
            builders.add_vacancy(db, builders.vacancy(text="een\n\ntwee\u2028drie"))
    assert len(exported(database)) == 3


def test_nothing_to_export_is_an_empty_file(database):
    assert exported(database) == []
