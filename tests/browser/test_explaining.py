"""What changed, why and why not, for each of the three who read it: WCAG and keys."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import assert_for_everybody, served
from tests.webapp.changes.test_pages import ASKED, HEAVY, add_document, add_run, save

LINK = "https://werkenbij.example/molenaar"


@pytest.fixture
def traject(database):
    """Samira's search before and after a new FML; she asked about the Molenaar."""
    with database.connect() as db:
        people = builders.add_people(db)
        titles = ("Molenaar", "Medewerker documentbeheer en kwaliteitszorg", "Portier")
        long_ago = datetime.now(UTC) - timedelta(days=30)
        jobs = [
            builders.add_vacancy(
                db,
                builders.vacancy(title=title, url=f"{LINK}{n or ''}", first_seen=long_ago),
            )
            for n, title in enumerate(titles)
        ]  # fmt: skip
        old = add_document(db, people.samira, "2026-01-05", "izp")
        new = add_document(db, people.samira, "2026-03-12")
        for job in jobs[:2]:
            save(db, people, job)
        week, today = (datetime.now(UTC) - timedelta(days=days) for days in (7, 0))
        found = [(jobs[0], "past"), (jobs[1], "past_niet", HEAVY), (jobs[2], "past")]
        add_run(db, people.samira, old, week, found, considered=1240)
        found = [(jobs[0], "past_niet", HEAVY), (jobs[1], "uitzoeken", ASKED)]
        add_run(db, people.samira, new, today, found, considered=1300, rules="r2")
        db.execute(
            "insert into asked_vacancy (id, candidate_id, link) values "
            "(gen_random_uuid(), %s, %s), (gen_random_uuid(), %s, %s)",
            (people.samira, f"{LINK}2", people.samira, "https://elders.example/1"),
        )
    return people.samira, jobs[0]


@pytest.fixture
def site(database, traject):  # noqa: ARG001 - the traject is there to be seen
    with served(database) as address:
        yield address


def sign_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/inloggen")
    page.fill("#email", f"{name}@example.nl")
    page.fill("#password", builders.PASSWORD)
    page.click("main button")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()


def test_the_pages_are_for_everybody(chromium, site, traject):
    candidate, job = traject
    dossier = f"/kandidaten/{candidate}"
    visits = {
        "anna": (dossier, f"{dossier}/veranderd?met=belastbaarheid", f"{dossier}/veranderd"),
        "samira": ("/mijn", f"/mijn/vacatures/{job}", "/mijn/gevraagd"),
        "olga": ("/mijn-trajecten", f"/mijn-trajecten/{candidate}/vacatures"),
    }  # fmt: skip
    for name, paths in visits.items():
        with window(chromium, width=360, height=740) as page:
            sign_in(page, site, name)
            for path in paths:
                assert_for_everybody(page, f"{site}{path}")


def test_the_adviser_is_told_looks_and_is_told_no_more(page, site, traject):
    sign_in(page, site, "anna")
    page.goto(f"{site}/kandidaten/{traject[0]}")
    notice = page.locator(".notice", has_text="Na de FML van 12 maart 2026")
    expect(notice).to_contain_text("1 bewaarde vacature past niet meer")
    notice.get_by_role("button", name="Bekijk wat er veranderd is").press("Enter")
    expect(page.locator("main")).to_contain_text("Deze heb je al in gang gezet")
    page.go_back()
    page.reload()
    expect(page.locator("h1")).to_have_text("Samira")
    expect(notice).to_have_count(0)


def test_a_candidate_asks_and_reads_why_not(page, site):
    sign_in(page, site, "samira")
    page.get_by_role("link", name="Vraag naar een vacature").click()
    page.get_by_label("De link van de vacature").fill(LINK)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator("#meldingen")).to_contain_text("Wij hebben uw vraag.")
    page.get_by_role("link", name="Lees of dit past").first.click()
    expect(page.locator("main")).to_contain_text("Bij dit werk moet u zwaar tillen.")
