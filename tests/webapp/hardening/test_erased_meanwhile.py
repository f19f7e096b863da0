"""What is sent about somebody who is being erased: told plainly, and nothing stays."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from time import sleep
from uuid import uuid4

import pytest

from schemas.tables import erasures
from schemas.tables.erasures import Erasure
from tests.builders import by_now
from tests.dumps import telling
from tests.webapp.hardening.forms import FORMS, TOLD
from tests.webapp.hardening.test_forms import owner_forms

ABOUT_NOBODY = {"candidate", "call", "company", "person", "invitation"}
ABOUT_SAMIRA = {
    name: form for name, form in (FORMS | TOLD).items() if name not in ABOUT_NOBODY
}
WAITS = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"


# Forms that change what is there, by their addresses.
CHANGES = (
    *("/zoekbreedte", "/ongedaan", "/account/berichten", "/klaar", "/lukt-niet"),
    *("/belastbaarheid/.*/intrekken", "/taken/.*/intrekken", "/einde"),
)


@pytest.fixture
def meanwhile(database, people):
    """A function: what is answered to a form that is sent while Samira is erased."""
    erasure = Erasure(
        candidate_id=people.samira,
        erased_on=date(2026, 11, 23),
        erased_by="a test",
        reason="request",
    )

    def send(client, path, sent):
        with (
            ThreadPoolExecutor() as pool,
            database.connect("maintenance") as db,
            database.connect() as watch,
        ):
            erasures.erase(db, erasure)
            answer = pool.submit(client.post, path, data=sent)
            watch.autocommit = True
            while not answer.done() and not watch.execute(WAITS).fetchone()[0]:
                sleep(0.01)
            db.commit()
            return answer.result()

    return send


@pytest.mark.asvs("16.5.2 16.5.3")
@pytest.mark.parametrize("form", ABOUT_SAMIRA.values(), ids=ABOUT_SAMIRA)
def test_who_saves_while_an_erasure_runs_is_told_it_is_gone(
    form, path_of, browser_of, meanwhile
):
    path, browser = path_of(form), browser_of(form.who)
    sent = by_now({"id": str(uuid4()), "csrf_token": browser.token(), **form.said})
    told = meanwhile(browser.client, path, sent)
    assert told.status_code == 410
    assert "Er is niets opgeslagen." in told.get_data(as_text=True)


@pytest.mark.parametrize("address", CHANGES)
def test_who_changes_something_while_an_erasure_runs_meets_no_failure(
    address, trespasser, meanwhile, database, people
):
    client, path, form = next(
        one for one in owner_forms(trespasser) if re.search(f"{address}$", one[1])
    )
    assert meanwhile(client, path, form).status_code in (404, 409, 410)
    with database.connect() as db:
        left = telling(db, str(people.samira), str(people.samira_account))
    assert left.keys() <= {"erasure", "log_entry"}
