"""A form that is sent again: the same words once, and other words are kept as well."""

import threading
from uuid import uuid4

import pytest

from tests.builders import by_now
from tests.webapp.hardening.forms import FORMS, TOLD

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def rows(database, table):
    with database.connect() as db:
        found = db.execute(f"select count(*) from {table}")
        return found.fetchone()[0]


def logged(database):
    with database.connect() as db:
        query = "select count(*) from log_entry where act in ('changed', 'invited')"
        return db.execute(query).fetchone()[0]


@every_form
def test_what_was_written_anew_in_an_old_form_is_kept_too(
    form, path_of, browser_of, database
):
    """Who goes back in the browser and writes on loses no word of it."""
    path, browser = path_of(form), browser_of(form.who)
    before, changes = rows(database, form.table), logged(database)
    sent = by_now({"id": str(uuid4()), **form.said})
    for said in (sent, sent, by_now({**sent, **form.anew})):
        answer = browser.post(path, **said)
        assert answer.status_code in (200, 303), answer.get_data(as_text=True)
    assert rows(database, form.table) == before + 2
    assert logged(database) == changes + 2


def at_once(browser_of, who, path, sent):
    """Sent three times at once: what was answered."""
    browsers = [browser_of(who) for _ in range(3)]
    together, found = threading.Barrier(3), []

    def send(browser):
        together.wait()
        found.append(browser.post(path, **sent).status_code)

    threads = [threading.Thread(target=send, args=(one,)) for one in browsers]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return found


@pytest.mark.parametrize("form", (FORMS | TOLD).values(), ids=FORMS | TOLD)
def test_a_form_that_is_sent_three_times_at_once_is_kept_once(
    form, path_of, browser_of, database
):
    path, before = path_of(form), rows(database, form.table)
    changes = logged(database)
    sent = by_now({"id": str(uuid4()), **form.said})
    found = at_once(browser_of, form.who, path, sent)
    assert set(found) <= {200, 303}
    assert rows(database, form.table) == before + 1
    assert logged(database) == changes + 1


UNDONE = {
    "postponement": "update postponement set undone_at = now(), undone_by = made_by",
    "reaction": "update reaction set withdrawn_at = now()",
    "consent": "update consent set withdrawn_at = now()",
    "asked vacancy": "update asked_vacancy set undone_at = now()",
}


@pytest.mark.parametrize("name", UNDONE)
def test_what_was_taken_back_and_is_sent_three_times_at_once_holds_once(
    name, path_of, browser_of, database
):
    form, path = FORMS[name], path_of(FORMS[name])
    sent = by_now({"id": str(uuid4()), **form.said})
    browser_of(form.who).post(path, **sent)
    with database.connect() as db:
        db.execute(UNDONE[name])
        db.execute("delete from log_entry")
    before = rows(database, form.table)
    assert set(at_once(browser_of, form.who, path, sent)) == {303}
    assert rows(database, form.table) == before + 1
    assert logged(database) == 1
    with database.connect() as db:
        ids = db.execute(f"select id from {form.table}").fetchall()
        (told,) = db.execute("select thing_id from log_entry where act = 'changed'")
    assert name == "reaction" or told in ids  # of a reaction: beside what it stands
