"""What is sent and was so already is no change in the log; what the page says stays."""

from itertools import pairwise
from uuid import uuid4

import pytest

from tests import builders
from tests.webapp import trespass
from webapp.site.request import now


def changed(database):
    with database.connect() as db:
        found = db.execute("select count(*) from log_entry where act = 'changed'")
        return found.fetchone()[0]


@pytest.fixture
def samira(browser_of):
    return browser_of("Samira")


@pytest.fixture
def dossier(people):
    return f"/kandidaten/{people.samira}"


@pytest.fixture
def sends(database):
    """A function: sends a form twice; how many changes the log tells of each time."""

    def twice(browser, path, **form):
        told, locations = [changed(database)], set()
        for _ in range(2):
            answer = browser.post(path, **form)
            assert answer.status_code == 303, answer.get_data(as_text=True)
            locations.add(answer.headers["Location"])
            told.append(changed(database))
        assert len(locations) == 1
        return [after - before for before, after in pairwise(told)]

    return twice


def shown(browser, path):
    """The form of a page as it is sent by somebody who changes nothing."""
    for form in browser.get(path).xpath("//main//form[@method='post']"):
        if form.get("action") in (None, path):
            return trespass.filled_in(form)
    raise LookupError(path)


def test_a_traject_that_is_saved_as_it_was(anna, dossier, sends):
    path = f"{dossier}/traject"
    form = shown(anna, path)
    del form["versie"]  # it would say that another was first, the second time
    assert sends(anna, path, **form) == [0, 0]
    assert sends(anna, path, **{**form, "name": "Samira B."}) == [1, 0]


def test_a_zoekprofiel_that_is_saved_as_it_was(anna, dossier, sends):
    form = {"search_directions": "receptie", "travel_minutes": "45", "place": "Zwolle"}
    assert sends(anna, f"{dossier}/zoekprofiel", **form) == [1, 0]


def test_an_attempt_that_is_mended_into_what_it_was(anna, dossier, sends, database):
    call = {
        "id": str(uuid4()), "employer": "Beuk", "channel": "public", "kind": "phone",
        "outcome": "spoken", "happened_on": now().date().isoformat(),
    }  # fmt: skip
    assert sends(anna, f"{dossier}/pogingen/nieuw", **call) == [1, 0]
    with database.connect() as db:
        (made,) = db.execute("select id from attempt").fetchone()
    assert sends(anna, f"/pogingen/{made}", **call, note="Later.") == [1, 0]


def test_a_company_that_is_there_or_is_saved_as_it_was(anna, sends, database):
    assert sends(anna, "/bedrijven/nieuw", name="Beuk") == [1, 0]
    with database.connect() as db:
        (made,) = db.execute("select id from company").fetchone()
    path = f"/bedrijven/{made}/wijzigen"
    assert sends(anna, path, name="Beuk", phone="0123") == [1, 0]


def test_a_task_that_is_answered_the_same(samira, ids, sends):
    path = f"/mijn/taken/{ids['Samira']['task_id']}"
    assert sends(samira, f"{path}/klaar") == [1, 0]
    assert sends(samira, f"{path}/toch-niet") == [1, 0]
    why = {"reason": "need_help", "answer": "Wie bel ik?"}
    assert sends(samira, f"{path}/lukt-niet", **why) == [1, 0]
    assert sends(samira, f"{path}/lukt-niet", **{**why, "answer": "Hoe?"}) == [1, 0]


def test_a_proposal_that_is_answered_the_same(samira, people, database, sends):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (vacancy, "past", 0.8))
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
            "values (%s, %s, 'saved', %s)",
            (people.samira, vacancy, people.anna),
        )
    path = f"/mijn/vacatures/{vacancy}"
    assert sends(samira, f"{path}/interessant") == [1, 0]
    assert sends(samira, f"{path}/niet-voor-mij", why="Te ver.") == [1, 0]


def test_consent_that_is_there_already(samira, sends):
    path = "/mijn/gegevens/toestemming"
    assert sends(samira, path, item="whatsapp") == [1, 0]


def test_a_vacancy_that_was_asked_about_already(samira, sends):
    assert sends(samira, "/mijn/gevraagd", link="https://beuk.example/1") == [1, 0]


def test_a_file_that_is_being_made(samira, sends):
    assert sends(samira, "/mijn/gegevens/bestand") == [1, 0]


def test_an_erasure_that_was_asked_for(browser_of, people, sends):
    cora = browser_of("Cora")
    assert sends(cora, f"/bewaren/{people.samira}/wissen", name="Samira") == [1, 0]
