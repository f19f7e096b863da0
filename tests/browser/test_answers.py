"""Answering, overruling and undoing in a real browser: without script, and WCAG."""

import pytest
from playwright.sync_api import expect

from schemas.match import Finding
from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import assert_for_everybody, served, sign_in

ADVERT = "Je tilt dozen. Je staat aan de lijn."
FOUND = {
    "objections": [Finding(kind="objection", field="stand_minutes", text="Staan.", quote="staat aan de lijn", part="text", offset=18)],
    "questions": [Finding(kind="question", field="lift_kg", text="Hoe zwaar zijn de dozen?", quote="tilt dozen", part="text", offset=3)],
    "assumptions": [
        Finding(kind="assumption", field="hours_week", text="Nog niet gevraagd: Hoeveel uur?"),
        Finding(kind="assumption", field="conflict", text="Niet genoemd."),
    ],
}  # fmt: skip
WHY = "Er is een sta-steun bij de lijn."


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def vacancy(database, people):
    with database.connect() as db:
        document = builders.add_capacity(db, people.samira, ("lift_kg", 1, 10.0))
        made = builders.vacancy(title="Inpakker", text=ADVERT)
        added = builders.add_vacancy(db, made)
        builders.add_match(db, people.samira, (added, "past_niet", 0.7))
        builders.set_findings(db, **FOUND)
        db.execute("update match_run set capacity_id = %s", (document,))
    return added


@pytest.fixture
def site(database, people):
    """Where Anna's Samira is."""
    with served(database) as address:
        yield f"{address}/kandidaten/{people.samira}"


def answer(page, question, choice):
    asked = page.locator("#vragen li", has_text=question)
    asked.locator("summary").click()
    asked.get_by_text(choice).click()
    asked.get_by_text("Werkgever, telefonisch").click()
    asked.get_by_role("button", name="Leg antwoord vast").click()


def overrule(page, why):
    page.locator("summary", has_text="Ik zie dit anders").click()
    page.get_by_text("Past", exact=True).click()
    page.get_by_label("Waarom?").fill(why)
    page.get_by_role("button", name="Leg jouw oordeel vast").click()


def test_without_the_script_one_answers_overrules_and_undoes(chromium, site, vacancy):
    with window(chromium, width=360, height=740, java_script_enabled=False) as page:
        sign_in(page, site).goto(f"{site}/vacatures/{vacancy}")
        answer(page, "Hoe zwaar zijn de dozen?", "Nee, of zo weinig")
        known = page.locator("#antwoord-1")
        expect(known).to_contain_text("Tillen: Nee, of zo weinig dat het niet telt.")
        known.get_by_role("button", name="Neem terug").click()
        expect(page.locator("#vragen")).to_contain_text("Hoe zwaar zijn de dozen?")
        overrule(page, WHY)
        expect(page.locator("#uitkomst")).to_contain_text(f"als “past”: {WHY}")
        page.get_by_role("button", name="Maak oordeel ongedaan").click()
        expect(page.locator("#uitkomst")).not_to_contain_text(WHY)


def test_the_page_is_for_everybody_also_when_a_form_went_wrong(
    chromium, site, vacancy, database
):
    address = f"{site}/vacatures/{vacancy}"
    with window(chromium, width=1280, height=900) as page:
        sign_in(page, site).goto(address)
        answer(page, "Hoe lang wordt er", "Ja, met een hulpmiddel")
        overrule(page, "Dat gaat wel, ondanks de hernia.")
        expect(page.locator("[role=alert]")).to_be_focused()
        expect(page.get_by_label("Waarom?")).to_have_attribute("aria-invalid", "true")
        page.get_by_label("Waarom?").fill(WHY)
        page.get_by_role("button", name="Leg jouw oordeel vast").click()
        with database.connect() as db:
            db.execute(
                "update vacancy set first_seen = '2025-01-01', last_changed = now()"
            )
            db.execute(  # one taken back, too
                "create temp table copy on commit drop as select * from vacancy_answer; "
                "update copy set id = gen_random_uuid(), undone_by = made_by, "
                "undone_at = now(); insert into vacancy_answer select * from copy; "
                "drop table copy"
            )
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert_for_everybody(page, address)
            assert_for_everybody(page, f"{site}/vacatures?lijst=past")
