"""Beginning somebody's traject, and keeping it up to date."""

from datetime import date
from uuid import uuid4

import pytest

NEW = "/kandidaten/nieuw"


def candidates_named(database, name):
    with database.connect() as db:
        return db.execute(
            "select c.id, o.name from candidate c "
            "left join opdrachtgever o on o.id = c.opdrachtgever_id where c.name = %s",
            (name,),
        ).fetchall()


def fields(**facts):
    return {
        "id": str(uuid4()),
        "name": "Nieuwe Naam",
        "paying": "Bakkerij Voorbeeld",
        "phase": "2",
        "traject_start": "2026-11-01",
        "planned_end": "01-11-2027",
        **facts,
    }


def test_a_new_candidate_is_in_the_adviser_s_own_list_and_nobody_else_s(
    browser_of, database
):
    answer = browser_of("Anna").post(NEW, **fields())
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/zoekprofiel")
    assert "Nieuwe Naam" in browser_of("Anna").get("/kandidaten").text_content()
    assert "Nieuwe Naam" not in browser_of("Bram").get("/kandidaten").text_content()
    assert [row[1] for row in candidates_named(database, "Nieuwe Naam")] == [
        "Bakkerij Voorbeeld"
    ]


def test_the_known_opdrachtgever_is_not_made_twice(browser_of, database):
    browser_of("Anna").post(NEW, **fields(paying="bakkerij voorbeeld"))
    with database.connect() as db:
        count = db.execute("select count(*) from opdrachtgever").fetchone()
    assert count == (1,)


def test_a_name_typed_by_chance_shows_nothing_to_another_adviser_s_opdrachtgever(
    browser_of,
):
    browser_of("Bram").post(NEW, **fields(paying="Bakkerij Voorbeeld"))
    assert "Nieuwe Naam" not in browser_of("Olga").get("/mijn-trajecten").text_content()


def test_the_opdrachtgever_of_the_adviser_s_own_candidates_sees_the_new_one(browser_of):
    browser_of("Anna").post(NEW, **fields(paying="Bakkerij Voorbeeld"))
    assert "Nieuwe Naam" in browser_of("Olga").get("/mijn-trajecten").text_content()


def test_the_same_form_sent_twice_adds_once(browser_of, database):
    anna, sent = browser_of("Anna"), fields()
    anna.post(NEW, **sent)
    anna.post(NEW, **sent)
    assert len(candidates_named(database, "Nieuwe Naam")) == 1


@pytest.mark.asvs("2.2.3")
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
    browser_of, database
):
    answer = browser_of("Anna").post(
        NEW, **fields(name="", planned_end="01-01-2020", paying="Firma Blijft Staan")
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Vul de naam van de kandidaat in." in page
    assert "Het einde ligt voor het begin." in page
    assert "Firma Blijft Staan" in page
    assert candidates_named(database, "") == []


def test_phase_and_end_of_a_traject_change(browser_of, people, database):
    path = f"/kandidaten/{people.samira}/traject"
    form = browser_of("Anna").get(path).xpath("//main//form[@method='post']")[0]
    shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
    answer = browser_of("Anna").post(
        path, **{**shown, "phase": "3", "planned_end": "2027-03-01"}
    )
    assert answer.status_code == 303
    with database.connect() as db:
        row = db.execute(
            "select phase, planned_end from candidate where id = %s", (people.samira,)
        ).fetchone()
    assert row == (3, date(2027, 3, 1))
    page = browser_of("Anna").get(path)
    assert page.xpath("//input[@name='phase'][@value='3'][@checked]")


def test_a_planned_end_is_not_made_up_before_the_first_day_is_known(browser_of):
    page = browser_of("Anna").get(NEW)
    assert page.xpath("//input[@name='planned_end']/@value") == [""]
