"""What is out on one or two points says so, with what to ask and nothing of why."""

import pytest

from schemas.match import Finding
from tests import builders

LIFTING = Finding(
    kind="objection",
    field="lift_kg",
    text="Tillen: 18 kg gevraagd.",
    quote="tilt dozen tot 18 kg",
    part="text",
    offset=3,
    limit="tillen tot 10 kg, FML 12-03-2026",
)


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def planner(database, people):
    """A vacancy that is out for Samira because of lifting alone."""
    text = "Je tilt dozen tot 18 kg."
    with database.connect() as db:
        row = builders.vacancy(title="Medewerker montage", text=text)
        about = builders.add_vacancy(db, row)
        builders.add_match(db, people.samira, (about, "past_niet", 0.8))
        builders.set_findings(db, objections=[LIFTING])
    return about


def test_the_page_says_what_to_ask_and_not_why(anna, shelf, planner):
    page = anna.get(f"{shelf}/{planner}")
    (section,) = page.xpath("//section[@id='bijna']")
    said = words(section)
    assert "valt af op één punt" in said
    assert "een hulpmiddel" in said
    assert "u spreekt met Anna" in said
    assert "Kan het zwaarste tilwerk met een hulpmiddel" in said
    assert "10 kg" not in said


def test_the_shelf_of_what_is_out_marks_it(anna, shelf, planner):
    page = anna.get(f"{shelf}?lijst=uitgesloten")
    (card,) = page.xpath(f"//article[@id='v-{planner}']")
    assert "bijna: 1 punt" in words(card)


def test_what_can_not_be_asked_for_is_not_nearly_fitting(
    anna, database, shelf, planner
):
    gone = Finding(kind="objection", field="expired", text="Gesloten.")
    with database.connect() as db:
        builders.set_findings(db, objections=[gone])
    assert not anna.get(f"{shelf}/{planner}").xpath("//section[@id='bijna']")
    assert "bijna" not in words(anna.get(f"{shelf}?lijst=uitgesloten"))


def test_what_fits_is_no_near_miss(anna, database, shelf, planner):
    with database.connect() as db:
        db.execute("update match set verdict = 'past'")
    assert not anna.get(f"{shelf}/{planner}").xpath("//section[@id='bijna']")
