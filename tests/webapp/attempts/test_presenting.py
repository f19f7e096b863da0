"""A cv that is given to a company is recorded with the candidate's consent, or not."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import sessions
from webapp.site.request import now

WITHOUT = "De kandidaat vindt niet goed dat"
COMPANY = "Drukkerij De Wolk"


@pytest.fixture
def present(anna, people):
    """A function: Anna records that she gave Samira's cv to a company."""

    def send(path=None, **fields):
        form = {
            "id": str(uuid4()), "channel": "own_network", "employer": COMPANY,
            "kind": "presented", "outcome": "sent",
            "happened_on": now().date().isoformat(),
        }  # fmt: skip
        path = path or f"/kandidaten/{people.samira}/pogingen/nieuw"
        return anna.post(path, **{**form, **fields})

    return send


@pytest.fixture
def consent(database, people):
    """A function: Samira agrees that a company gets her cv."""

    def give(company=COMPANY, candidate=people.samira, item="present_cv"):
        with database.connect() as db:
            db.execute(
                "insert into consent (id, candidate_id, item, company, text_version) "
                "values (gen_random_uuid(), %s, %s, %s, 1)",
                (candidate, item, company if item == "present_cv" else ""),
            )

    return give


def kinds(database):
    with database.connect() as db:
        return db.execute("select kind, employer from attempt").fetchall()


def attempt(database):
    with database.connect() as db:
        (found,) = db.execute("select id from attempt").fetchone()
    return found


def test_without_consent_it_is_refused_and_what_was_typed_stays(present, database):
    answer = present(note="Zij belden terug.")
    assert answer.status_code == 422
    assert WITHOUT in answer.text
    assert "Zij belden terug." in answer.text
    assert kinds(database) == []


def test_with_consent_for_this_company_it_is_recorded(present, consent, database):
    consent(company="DRUKKERIJ de wolk")
    answer = present()
    assert answer.status_code == 303
    assert kinds(database) == [("presented", COMPANY)]


def test_consent_for_something_else_is_none(present, consent, people, database):
    consent(company="Een ander bedrijf")
    consent(candidate=people.tom)
    consent(item="photo")
    assert present().status_code == 422
    assert kinds(database) == []


def test_consent_that_was_taken_back_is_none(present, consent, database):
    consent()
    with database.connect() as db:
        db.execute("update consent set withdrawn_at = now()")
    assert present().status_code == 422


def test_what_was_recorded_with_consent_may_be_mended_after_it_was_taken_back(
    present, consent, database
):
    consent()
    present()
    with database.connect() as db:
        db.execute("update consent set withdrawn_at = now()")
    page = f"/pogingen/{attempt(database)}"
    assert present(path=page, employer=COMPANY, note="Later.").status_code == 303
    assert present(path=page, employer="Een ander").status_code == 422
    assert kinds(database) == [("presented", COMPANY)]


def test_another_attempt_does_not_become_one_by_mending(present, database):
    assert present(kind="phone", outcome="spoken").status_code == 303
    assert present(path=f"/pogingen/{attempt(database)}").status_code == 422
    assert kinds(database) == [("phone", COMPANY)]


def test_a_call_in_general_presents_nobody(anna, present, database):
    added = anna.post("/bedrijven/nieuw", name=COMPANY)
    company = added.headers["Location"].removeprefix("/bedrijven/")
    path = f"/bedrijven/{company}/gesprekken/nieuw"
    assert "Een voordracht is van een kandidaat" in present(path=path).text
    assert kinds(database) == []


INSERT = """
insert into attempt (candidate_id, channel, employer, kind, outcome, made_by)
values (%s, 'public', %s, 'presented', 'sent', %s)
"""


@pytest.mark.asvs("2.3.2 8.2.2")
def test_the_database_itself_refuses_it(database, people, consent):
    with database.connect("web_auth") as db:
        in_an_hour = now() + timedelta(hours=1)
        sessions.open_session(db, people.anna, "teken van Anna", in_an_hour)
    with database.connect("web_adviser") as db:
        sessions.identify(db, "teken van Anna")
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege, match="no consent"),
            db.transaction(),
        ):
            db.execute(INSERT, (people.samira, COMPANY, people.anna))
        consent()
        db.execute(INSERT, (people.samira, COMPANY, people.anna))


def test_an_own_application_is_recorded_and_only_warned_about(present, database):
    answer = present(kind="application")
    assert answer.status_code == 303
    assert kinds(database) == [("application", COMPANY)]
