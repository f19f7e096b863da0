"""What silence means: by title, by group, by what the advert says of the desk."""

import pytest

from matching.demands import demands_of
from matching.priors import expectation
from matching.priors.assumed import fields_of, judgements, names, table
from matching.priors.naming import groups_named, named_jobs
from matching.priors.titles import title_loads, title_rows
from schemas.capacity_fields import capacity_fields
from tests.builders import vacancy

SHIFTS = {"shift_evening", "shift_night", "shift_weekend", "shift_standby"}


def load(field: str, title: str, isco: str | None = None, text: str = "") -> str:
    job = vacancy(title=title, isco=isco, text=text)
    return expectation(job, demands_of(title, text))(field)


@pytest.mark.parametrize(
    ("title", "groups"),
    [
        ("Heftruckchauffeur", ("8344",)),
        ("Vrachtwagenchauffeur CE", ("8332",)),
        ("Bezorger medicijnen", ("8322",)),
        ("Orderpicker (m/v)", ("9333",)),
        ("Hovenier", ("6113",)),
        ("Expeditiemedewerker kantoor", ("4323",)),
        ("Expeditiemedewerker", ("4321",)),
        ("Hoofd moderne kunst", ()),
    ],
)
def test_a_well_known_job_is_known_by_its_name(title, groups):
    assert groups_named(title) == groups


def test_a_title_of_two_jobs_is_as_heavy_as_the_heaviest():
    assert load("lift_kg", "Administratief medewerker", "4110") == "low"
    assert load("lift_kg", "Administratief medewerker en bezorger", "4110") == "medium"


def test_the_name_of_a_job_goes_before_what_it_was_linked_to():
    assert load("lift_kg", "Bezorger medicijnen", "2310") == "medium"


def test_work_inside_is_lighter_than_others_of_its_group():
    assert load("professional_driving", "Vertegenwoordiger", "3322") == "high"
    assert load("professional_driving", "Medewerker binnendienst", "3322") == "low"


def test_words_of_care_make_a_front_desk_heavier():
    assert load("needs_little_patient_contact", "Receptionist", "4226") == "low"
    assert (
        load("needs_little_patient_contact", "Receptionist huisartsenpost", "4226")
        == "medium"
    )


def test_a_warehouse_in_the_title_takes_its_lightness_away():
    assert load("lift_kg", "Administratief medewerker magazijn", "4110") != "low"


def test_an_advert_that_speaks_of_a_desk_is_desk_work():
    desk = "Je werkt de hele dag achter de computer aan je bureau."
    assert load("climb", "Duizendpoot", None, desk) == "low"
    assert load("climb", "Duizendpoot") == "unknown"
    assert load("needs_no_personal_risk", "Duizendpoot", None, desk) == "unknown"


def test_work_that_asks_what_its_group_never_asks_is_no_usual_case():
    heavy = "Je tilt dozen tot 20 kg."
    assert load("kneel_per_hour", "Medewerker dossiers", "4419") == "low"
    assert load("kneel_per_hour", "Medewerker dossiers", "4419", heavy) == "unknown"
    assert load("conflict", "Medewerker dossiers", "4419", heavy) == "low"


def test_every_word_of_the_tables_is_a_field():
    known = set(capacity_fields()) | SHIFTS
    assert {field for _, field in judgements()} <= known
    assert {field for row in title_rows() for field in row.loads} <= known
    assert {field for name in names() for field in fields_of(name)} <= known


def test_every_judgement_says_of_what_work_it_is():
    for row in (
        *table("assumed_loads.toml")["work"],
        *table("title_loads.toml")["title"],
    ):
        assert row["what"]
        assert set(row) <= {
            "isco", "words", "what", "beside", "low", "medium", "high", "unknown",
        }  # fmt: skip


def test_there_are_named_jobs_of_all_kinds():
    majors = {job.isco[0] for job in named_jobs()}
    assert majors == set("23456789")
    assert len(named_jobs()) >= 130


def test_a_title_that_says_nothing_expects_nothing():
    assert title_loads("Word jij onze nieuwe collega?") == {}
    assert load("lift_kg", "Word jij onze nieuwe collega?") == "unknown"
