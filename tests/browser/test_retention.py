"""The pages on ends, terms, postponing, erasing and removing are for everybody."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from schemas import purging
from schemas.tables import sessions
from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import assert_for_everybody, served
from webapp.site.request import now

HEADINGS = {
    "/bewaren": "Binnenkort verwijderd",
    "/bewaren/{samira}": "Bewaartermijn van Samira",
    "/bewaren/{tom}": "Bewaartermijn van Tom",
    "/bewaren/{samira}/uitstel": "Bewaar het dossier van Samira langer",
    "/bewaren/{tom}/einde": "Sluit het traject van Tom af",
    "/bewaren/{samira}/wissen": "Wis het dossier van Samira",
    "/beheer/opruimen": "Opruimen",
}
PAGES = {"coordinator": tuple(HEADINGS)[:-1], "admin": tuple(HEADINGS)[-1:]}


@pytest.fixture
def people(database):
    """Samira's file goes within 30 days, and is postponed; Tom's is long overrun."""
    with database.connect() as db:
        people = builders.add_people(db)
        db.execute("update candidate set planned_end = '2026-10-01'")
        db.execute(
            "insert into traject_end (id, candidate_id, ended_on, reason, made_by, made_at) "
            "values (gen_random_uuid(), %s, current_date - 715, 'placed', %s, "
            "now() - interval '715 days')",
            (people.samira, people.anna),
        )
        for until in (5, 12):
            db.execute(
                "insert into postponement (id, candidate_id, reason, note, until, made_by) "
                "values (gen_random_uuid(), %s, 'other', 'Een vraag van het UWV', "
                "current_date + %s::integer, %s)",
                (people.samira, until, people.cora),
            )
        db.execute(
            "insert into session (token_hash, account_id, last_seen, expires_at) "
            "values ('x', %s, now() - interval '40 days', now())",
            (people.bram,),
        )
        db.execute("insert into purged values (current_date, 'notes', 3)")
    with database.connect("maintenance") as db:
        purging.measure_and_keep(db, now().date())
    return people


@pytest.mark.parametrize("persona", PAGES)
def test_each_page_meets_wcag_on_a_telephone(chromium, database, people, persona):
    account = {"coordinator": people.cora, "admin": people.arie}[persona]
    token = f"teken-van-{persona}"
    with database.connect("web_auth") as db:
        sessions.open_session(db, account, token, now() + timedelta(hours=1))
    with served(database) as address, window(chromium, width=320, height=740) as page:
        cookie = {"name": "sessie", "value": f"{persona}:{token}"}
        host = {"domain": urlsplit(address).hostname, "path": "/"}
        page.context.add_cookies([cookie | host])
        for path in PAGES[persona]:
            named = path.format(samira=people.samira, tom=people.tom)
            assert_for_everybody(page, f"{address}{named}")
            assert page.locator("h1", has_text=HEADINGS[path]).count() == 1
