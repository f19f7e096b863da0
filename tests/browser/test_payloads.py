"""What a hostile advert holds is shown as text: nothing runs, nothing is fetched."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from schemas.match import Finding
from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import served
from tests.crawlers.payloads import PAYLOADS

TOGETHER = 10  # payloads in the text of one advert
WATCH = """
window.ran = [];
window.kwaad = window.alert = (what) => window.ran.push(String(what));
document.addEventListener('securitypolicyviolation',
    (event) => window.ran.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
LINKS = "[...document.links].map((one) => one.protocol)"

pytestmark = pytest.mark.asvs("1.3.2 3.2.2")


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


def told(payload):
    """As PostgreSQL can hold it."""
    return payload.replace("\x00", "")


def hostile(number, payload):
    """An advert that nothing cleaned, with the payload where people read."""
    text = told("\n".join(PAYLOADS[number : number + TOGETHER]))
    return replace(
        builders.vacancy(source_key=str(number)),
        url=told(payload),
        title=told(payload),
        employer=told(payload),
        place=told(payload),
        text=text,
        provenance={"hours_min": {"part": "text", "quote": told(payload)}},
    )


@pytest.fixture
def adverts(database, people):
    """Every payload as a title, ranked; the ids of those with all of them in texts."""
    with database.connect() as db:
        ids = [
            builders.add_vacancy(db, hostile(number, payload))
            for number, payload in enumerate(PAYLOADS)
        ]
        builders.add_match(db, people.samira, *((one, "past", 0.9) for one in ids))
        quote = told(PAYLOADS[0])
        found = Finding(
            kind="question", field="lift_kg", text=quote, quote=quote, part="text",
            offset=0,
        )  # fmt: skip
        builders.set_findings(db, questions=[found], reasons=[found])
        shown = ids[::TOGETHER]
        for one in shown:
            db.execute(
                "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
                "values (%s, %s, 'saved', %s)",
                (people.samira, one, people.anna),
            )
    return shown


@contextmanager
def watched(chromium, address, email):
    """Somebody's window; asking elsewhere, a dialog or a script that runs is told."""
    told_of: list[str] = []
    with window(chromium, width=1280, height=900) as page:
        page.add_init_script(WATCH)
        page.on("dialog", lambda one: (told_of.append(one.message), one.dismiss()))
        page.on(
            "request",
            lambda one: (
                None if one.url.startswith(address) else told_of.append(one.url)
            ),
        )
        page.goto(f"{address}/inloggen")
        page.fill("#email", email)
        page.fill("#password", builders.PASSWORD)
        page.click("main button")
        page.wait_for_url(lambda url: "/inloggen" not in url)
        yield page, told_of


def runs(page, path):
    """What ran or was refused on a page, and links that are no web address."""
    page.goto(path)
    links = set(page.evaluate(LINKS)) - {"http:", "https:", "mailto:", "tel:"}
    return [*page.evaluate("window.ran"), *links]


def test_every_payload_is_text_to_the_adviser_and_to_the_candidate(
    chromium, database, people, adverts
):
    shelf = f"/kandidaten/{people.samira}/vacatures"
    lists = [f"{shelf}?lijst=past&pagina={page}" for page in (1, 2, 3, 4, 5)]
    found = {}
    with served(database) as address:
        with watched(chromium, address, "anna@example.nl") as (page, elsewhere):
            for path in (*lists, *(f"{shelf}/{one}" for one in adverts)):
                found[path] = runs(page, address + path)
            assert "kwaad(1)" in page.locator("main").inner_text()
            assert elsewhere == []
        with watched(chromium, address, "samira@example.nl") as (page, elsewhere):
            for path in ("/mijn", *(f"/mijn/vacatures/{one}" for one in adverts)):
                found[path] = runs(page, address + path)
            assert "kwaad(1)" in page.locator("main").inner_text()
            assert elsewhere == []
    assert len(PAYLOADS) >= 60
    assert {path: what for path, what in found.items() if what} == {}


def test_one_that_runs_is_seen(chromium):
    """Else the test above would be content with anything."""
    with window(chromium, width=360, height=740) as page:
        page.add_init_script(WATCH)
        page.goto("data:text/html,<body onload=kwaad(1)><a href=javascript:kwaad(2)>x")
        assert page.evaluate("window.ran") == ["1"]
        assert page.evaluate(LINKS) == ["javascript:"]
