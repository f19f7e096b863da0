"""Koude acquisitie: companies, persons, calls and who called last."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import builders
from webapp.site.request import now


@pytest.fixture
def company(anna):
    answer = anna.post("/bedrijven/nieuw", name="Tuincentrum Beuk", place="Ede")
    return answer.headers["Location"].removeprefix("/bedrijven/")


def call(browser, company, **fields):
    sent = {
        "id": str(uuid4()),
        "company_id": company,
        "channel": "cold_acquisition",
        "employer": "Tuincentrum Beuk",
        "kind": "phone",
        "outcome": "spoken",
        "happened_on": now().date().isoformat(),
        **fields,
    }
    return browser.post(f"/bedrijven/{company}/gesprekken/nieuw", **sent)


def test_an_empty_list_says_what_to_do(anna):
    assert anna.get("/bedrijven").xpath("//div[@class='empty']//a")


def test_the_same_company_is_added_once(anna, company, database):
    answer = anna.post("/bedrijven/nieuw", name=" tuincentrum  BEUK ", place="ede")
    assert answer.headers["Location"] == f"/bedrijven/{company}"
    with database.connect() as db:
        assert db.execute("select count(*) from company").fetchone() == (1,)


def test_a_name_of_another_company_is_refused(anna, company):
    anna.post("/bedrijven/nieuw", name="Tuincentrum Eik", place="Ede")
    answer = anna.post(
        f"/bedrijven/{company}/wijzigen", name="tuincentrum eik", place="Ede"
    )
    assert answer.status_code == 422


@pytest.mark.usefixtures("company")
def test_searching_takes_the_text_as_it_is(anna):
    assert "Tuincentrum Beuk" in anna.get("/bedrijven?zoek=beuk").text_content()
    page = anna.get("/bedrijven?zoek=%25")
    assert "Tuincentrum Beuk" not in page.text_content()
    assert page.xpath("//div[@class='empty']//a")
    anna.get("/bedrijven?zoek=%00")


def test_a_next_action_comes_first(anna, company):
    anna.post("/bedrijven/nieuw", name="Aardappelhandel", place="")
    call(anna, company, outcome="call_back")
    first = anna.get("/bedrijven").xpath("//tbody/tr[1]")[0]
    assert "Tuincentrum Beuk" in first.text_content()
    assert "Terugbellen" in first.text_content()


def test_a_later_call_settles_the_next_action(anna, company):
    yesterday = (now() - timedelta(days=1)).date().isoformat()
    call(anna, company, outcome="call_back", happened_on=yesterday)
    call(anna, company, outcome="spoken")
    assert "niets gepland" in anna.get("/bedrijven").xpath("//tbody")[0].text_content()


def test_a_call_without_a_candidate_stays_ones_own(anna, browser_of, company):
    call(anna, company, note="Alleen voor Anna.")
    assert "Alleen voor Anna." in anna.get(f"/bedrijven/{company}").text_content()
    page = browser_of("Bram").get(f"/bedrijven/{company}").text_content()
    assert "Alleen voor Anna." not in page
    assert "Anna had vandaag" in page


def test_a_call_may_be_for_an_own_candidate_only(anna, company, people, database):
    page = anna.get(f"/bedrijven/{company}/gesprekken/nieuw")
    chosen = page.xpath("//select[@name='candidate_id']/option/@value")
    assert chosen == ["", str(people.samira)]
    assert call(anna, company, candidate_id=str(people.samira)).status_code == 303
    assert call(anna, company, candidate_id=str(people.tom)).status_code == 404
    with database.connect() as db:
        rows = db.execute("select candidate_id from attempt").fetchall()
    assert rows == [(people.samira,)]


def test_the_warning_knows_no_candidate_and_no_outcome(
    anna, browser_of, company, people
):
    call(anna, company, candidate_id=str(people.samira), outcome="declined")
    text = browser_of("Bram").get(f"/bedrijven/{company}").text_content()
    assert "Overleg eerst even." in text
    assert "Samira" not in text
    assert "fgewezen" not in text


def test_an_own_later_call_does_not_hide_a_colleagues(anna, browser_of, company):
    call(anna, company)
    bram = browser_of("Bram")
    assert call(bram, company).status_code == 303
    assert "Anna had vandaag" in bram.get(f"/bedrijven/{company}").text_content()


def test_after_thirty_days_nobody_is_warned(anna, browser_of, company):
    long_ago = (now() - timedelta(days=31)).date().isoformat()
    call(anna, company, happened_on=long_ago)
    text = browser_of("Bram").get(f"/bedrijven/{company}").text_content()
    assert "Overleg" not in text


def test_a_company_that_wants_no_calls_says_so_in_the_form(anna, company):
    anna.post(
        f"/bedrijven/{company}/wijzigen", name="Tuincentrum Beuk", do_not_call="1"
    )
    page = anna.get(f"/bedrijven/{company}/gesprekken/nieuw")
    assert "wil niet gebeld worden" in page.text_content()


def test_a_person_is_added_once(anna, company, database):
    sent = {"id": str(uuid4()), "name": "Ria Wal", "email": "ria@example.nl"}
    for _ in range(2):
        anna.post(f"/bedrijven/{company}/personen/nieuw", **sent)
    assert "Ria Wal" in anna.get(f"/bedrijven/{company}").text_content()
    with database.connect() as db:
        assert db.execute("select count(*) from company_person").fetchone() == (1,)
    wrong = anna.post(f"/bedrijven/{company}/personen/nieuw", name="X", email="geen")
    assert wrong.status_code == 422


def test_employers_that_hire_are_suggested_and_agencies_are_not(anna, database):
    with database.connect() as db:
        for number in range(3):
            builders.add_vacancy(
                db,
                builders.vacancy(
                    employer="Glasfabriek Helder", status="gone" if number else "open"
                ),
            )
        builders.add_vacancy(
            db,
            builders.vacancy(employer="Uitzendbureau", employer_is_intermediary=True),
        )
    page = anna.get("/bedrijven")
    (card,) = page.xpath("//li[contains(@class, 'card')]")
    assert "Glasfabriek Helder" in card.text_content()
    assert "3 vacatures gezien, nu 1 open" in card.text_content()
    sent = {i.get("name"): i.get("value") for i in card.xpath(".//input")}
    anna.post("/bedrijven/nieuw", name=sent["name"], place=sent["place"])
    assert not anna.get("/bedrijven").xpath("//li[contains(@class, 'card')]")
