"""Looking again, adding by hand and the sources, in a real browser: script and WCAG."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from psycopg.types.json import Jsonb

from schemas.tables import vacancies_to_add, vacancy_checks
from schemas.tables.vacancies_to_add import Answer
from schemas.tables.vacancy_checks import Outcome
from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import assert_for_everybody, served, sign_in

URL = "https://werkenbij.wilg.example/vacatures/kassa-7"


def ago(**time):
    return datetime.now(UTC) - timedelta(**time)


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def vacancy(database, people):
    """On Samira's list; seen yesterday, so that opening it asks to look."""
    with database.connect() as db:
        made = builders.vacancy(title="Receptionist", last_seen=ago(hours=26), url=URL)
        added = builders.add_vacancy(db, made)
        builders.add_match(db, people.samira, (added, "past", 0.9))
    return added


@pytest.fixture
def site(database, people):
    """Where Anna's Samira is."""
    with served(database) as address:
        yield f"{address}/kandidaten/{people.samira}"


def looked(database, vacancy, **outcome):
    with database.connect() as db:
        vacancy_checks.record(db, vacancy, Outcome(**outcome), now=datetime.now(UTC))
        db.execute("delete from procrastinate_jobs")


def test_a_look_shows_itself_and_leaves_what_one_is_doing(
    page, site, database, vacancy
):
    sign_in(page, site).goto(f"{site}/vacatures/{vacancy}")
    standing = page.locator("#nog-open")
    expect(standing).to_contain_text("Wordt gekeken of de vacature nog open is")
    page.locator("summary", has_text="Wijs af").click()
    looked(database, vacancy, result="open", status="open")
    expect(standing).to_contain_text("nog open, gezien vandaag")
    expect(standing).not_to_contain_text("Wordt gekeken")
    expect(page.get_by_role("button", name="Te zwaar")).to_be_visible()


def test_without_the_script_a_link_shows_it(chromium, site, database, vacancy):
    with window(chromium, width=360, height=740, java_script_enabled=False) as page:
        sign_in(page, site).goto(f"{site}/vacatures/{vacancy}")
        looked(database, vacancy, result="gone", status="gone", status_reason="expired")
        page.get_by_role("link", name="Ververs").click()
        expect(page.locator("#nog-open")).to_contain_text(
            "de sluitingsdatum is voorbij"
        )
        page.get_by_role("button", name="Nog open?").click()
        expect(page.locator(".notice")).to_contain_text("tien minuten")


def test_an_added_vacancy_opens_by_itself(page, site, database, people):
    sign_in(page, site).goto(f"{site}/vacatures")
    page.get_by_role("link", name="Vacature toevoegen").click()
    page.get_by_label("Webadres van de vacature").fill(URL)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator("#stand")).to_contain_text("wij lezen de vacature")
    with database.connect() as db:
        made = builders.vacancy(source="handmatig", title="Kassa", url=URL, first_seen=ago(minutes=1))  # fmt: skip
        added = builders.add_vacancy(db, made)
        (request,) = db.execute("select id from added_vacancy").fetchone()
    with database.connect("crawler") as db:
        vacancies_to_add.settle(db, request, Answer(vacancy_id=added), now=ago(seconds=0))  # fmt: skip
    page.wait_for_url(f"**/vacatures/{added}?toegevoegd=nieuw")
    expect(page.locator("h1")).to_have_text("Kassa")
    with database.connect() as db:
        db.execute("delete from procrastinate_jobs")
        builders.add_match(db, people.samira, (added, "past", 0.8))
    expect(page.locator("main")).to_contain_text("gelijkenis: sterk")


def furnish(database, people, vacancy):
    """A blocked source and one in order, and every kind of standing on a list."""
    with database.connect() as db:
        for name, employer in (("wilg", "Zorggroep Wilg"), ("eik", "Gemeente Eik"), ("iep", None)):  # fmt: skip
            builders.add_source(db, name)
            db.execute(
                "update source set employer = %s, enabled = %s where name = %s",
                (employer, name != "iep", name),
            )
            for days in range(9, -1, -1):
                blocked = name == "wilg" and days < 2
                db.execute(
                    "insert into crawl_run (source, started_at, finished_at, status, "
                    "found, expected, error, quality) "
                    "values (%s, %s, %s, %s, %s, 42, %s, %s)",
                    (
                        *(name, ago(days=days, hours=5), ago(days=days, hours=5)),
                        *("blocked" if blocked else "ok", 0 if blocked else 42 - days),
                        "de site weigert ons (HTTP 403)" if blocked else None,
                        Jsonb({} if blocked else {"hours": 0.8, "salary": 0.45}),
                    ),
                )
    looked(database, vacancy, result="gone", status="gone", status_reason="redirected")
    looked(database, vacancy, result="open", status="open", reason="de tekst is anders")
    looked(database, vacancy, result="unknown", reason="de website antwoordt niet")
    with database.connect() as db:
        ids = {}
        for status, reason in (("unconfirmed", "unlisted"), ("gone", "page_missing")):
            made = builders.vacancy(title=f"Baan {status}", status=status)
            ids[status] = builders.add_vacancy(db, made)
            db.execute(
                "update vacancy set status_reason = %s where id = %s",
                (reason, ids[status]),
            )
            db.execute(
                "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
                "values (%s, %s, 'saved', %s)",
                (people.samira, ids[status], people.anna),
            )
        requests = {
            state: db.execute(
                "insert into added_vacancy (id, candidate_id, url, asked_by, state, "
                "error, settled_at) values (gen_random_uuid(), %s, %s, %s, %s, %s, now()) "
                "returning id",
                (people.samira, f"{URL}{state}", people.anna, state, error),
            ).fetchone()[0]
            for state, error in (
                ("waiting", None),
                ("refused", "De site wil niet dat computers deze pagina lezen."),
            )
        }
    return ids, requests


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible_and_fits(
    chromium, site, database, people, vacancy, width
):
    ids, requests = furnish(database, people, vacancy)
    host = site.partition("/kandidaten")[0]
    addresses = [
        f"{host}/bronnen",
        site,
        f"{site}/vacatures",
        f"{site}/vacatures?lijst=bewaard",
        f"{site}/vacatures/{vacancy}?toegevoegd=nieuw",
        *(f"{site}/vacatures/{one}" for one in ids.values()),
        f"{site}/vacatures/toevoegen",
        *(f"{site}/vacatures/toegevoegd/{one}" for one in requests.values()),
    ]
    with window(chromium, width=width, height=800) as page:
        sign_in(page, site)
        for address in addresses:
            assert_for_everybody(page, address)
