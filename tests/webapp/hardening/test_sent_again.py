"""A form that is sent again: the same words once, and other words are kept as well."""

import threading
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from tests import builders
from tests.builders import by_now, real_today


@dataclass(frozen=True, kw_only=True)
class Form:
    """Who sends what where, what is written otherwise, and where it is kept."""

    who: str
    path: str
    said: dict[str, Any]
    anew: dict[str, Any]
    table: str


CALL = {
    "employer": "Beuk", "happened_on": real_today, "channel": "public",
    "kind": "phone", "outcome": "spoken",
}  # fmt: skip
DOCUMENT = {
    "kind": "fml", "author_role": "arbeidsdeskundige", "assessed_on": "2026-10-01",
    "version": "new", "lift_kg-level": "1", "lift_kg-sentence": "Niet zwaar tillen.",
}  # fmt: skip
FORMS = {
    "attempt": Form(
        who="Anna", path="/kandidaten/{samira}/pogingen/nieuw",
        said=CALL, anew={"note": "Zij belden terug."}, table="attempt",
    ),
    "call": Form(
        who="Anna", path="/bedrijven/{company}/gesprekken/nieuw",
        said=CALL, anew={"employer": "Eik"}, table="attempt",
    ),
    "task": Form(
        who="Anna", path="/kandidaten/{samira}/taken/nieuw",
        said={"title": "Bel", "due_on": lambda: real_today(5)},
        anew={"title": "Schrijf"}, table="task",
    ),
    "candidate": Form(
        who="Anna", path="/kandidaten/nieuw",
        said={"name": "Wim", "phase": "1", "traject_start": real_today, "paying": ""},
        anew={"name": "Els"}, table="candidate",
    ),
    "company": Form(
        who="Anna", path="/bedrijven/nieuw",
        said={"name": "Beuk"}, anew={"name": "Eik"}, table="company",
    ),
    "person": Form(
        who="Anna", path="/bedrijven/{company}/personen/nieuw",
        said={"name": "Ria Wal"}, anew={"name": "Jan Wal"}, table="company_person",
    ),
    "capacity": Form(
        who="Anna", path="/kandidaten/{samira}/belastbaarheid",
        said=DOCUMENT, anew={"lift_kg-sentence": "Niets tillen."},
        table="capacity_document",
    ),
    "vacancy": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/toevoegen",
        said={"url": "https://beuk.example/1"}, anew={"url": "https://beuk.example/2"},
        table="added_vacancy",
    ),
    "postponement": Form(
        who="Anna", path="/bewaren/{samira}/uitstel",
        said={"until": lambda: real_today(20), "reason": "objection"},
        anew={"until": lambda: real_today(40)}, table="postponement",
    ),
    "invitation": Form(
        who="Arie", path="/uitnodigingen",
        said={"persona": "adviser", "email": "een@bureau.nl", "name": "Een"},
        anew={"email": "twee@bureau.nl"}, table="invitation",
    ),
    "consent": Form(
        who="Samira", path="/mijn/gegevens/toestemming",
        said={"item": "present_cv", "company": "Beuk"}, anew={"company": "Eik"},
        table="consent",
    ),
    "asked vacancy": Form(
        who="Samira", path="/mijn/gevraagd",
        said={"link": "https://beuk.example/1"}, anew={"link": "https://beuk.example/2"},
        table="asked_vacancy",
    ),
    "reaction": Form(
        who="Samira", path="/mijn/reacties/{task}",
        said={"text": "Ik belde."}, anew={"text": "En ik mailde."}, table="reaction",
    ),
}  # fmt: skip
TOLD = {  # that another came first: in these an old form with other words comes back
    "overrule": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/{vacancy}/oordeel",
        said={
            "machine": "uitzoeken", "seen": "", "verdict": "past",
            "motivation": "Er staat een tilhulp klaar.",
        },
        anew={}, table="verdict_overrule",
    ),
    "answer": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/{vacancy}/antwoorden",
        said={
            "field": "lift_kg", "polarity": "demanded", "value": "8", "seen": "",
            "said_by": "employer_phone", "said_on": real_today, "note": "",
        },
        anew={}, table="vacancy_answer",
    ),
}  # fmt: skip
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@pytest.fixture
def path_of(ids, people, database):
    """A function: where a form is sent to."""
    with database.connect() as db:
        (company,) = db.execute("select id from company limit 1").fetchone()
        vacancy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (vacancy, "uitzoeken", 0.7))
    task = ids["Samira"]["task_id"]

    def filled(form):
        known = {"samira": people.samira, "company": company, "task": task}
        return form.path.format(**known, vacancy=vacancy)

    return filled


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
