"""Adding a vacancy by hand: two ways in, errors beside the field, nothing lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from lxml import html

from crawlers.reading.hours import read_hours_field
from schemas.tables import vacancies_to_add
from schemas.tables.vacancies_to_add import Answer
from tests import builders
from webapp.site.request import now
from webapp.vacancies.adding_form import HOURS, NO_ADDRESS, NO_TEXT, NO_TITLE, NOTHING

URL = "https://werkenbij.wilg.example/vacatures/kassa-7"


def words(element) -> str:
    return " ".join(element.text_content().split())


def parsed(answer):
    return html.document_fromstring(answer.get_data(as_text=True))


def rows(database):
    with database.connect() as db:
        return db.execute(
            "select id, url, text, title, employer, place, hours, state from added_vacancy"
        ).fetchall()


def jobs(database):
    with database.connect() as db:
        found = db.execute("select task_name, args from procrastinate_jobs order by id")
        return found.fetchall()


def settle(database, added, **answer):
    with database.connect("crawler") as db:
        vacancies_to_add.settle(db, added, Answer(**answer), now=now())


def test_the_list_leads_to_the_form_also_when_it_is_empty(anna, shelf, database, people):  # fmt: skip
    page = anna.get(shelf)
    links = page.xpath(f"//a[@href='{shelf}/toevoegen']")
    assert [words(link) for link in links] == [
        "Vacature toevoegen",
        "voeg zelf een vacature toe",
    ]
    with database.connect() as db:
        heavy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (heavy, "past_niet", 0.1))
    assert "voeg zelf een vacature toe" in words(anna.get(shelf))


def test_an_address_is_asked_for_and_waited_for(anna, send, database):
    answer = send(url=URL)
    assert answer.status_code == 303
    page = anna.get(answer.headers["Location"])
    assert page.xpath("//*[@data-poll]")
    assert "werkenbij.wilg.example: wij lezen de vacature" in words(page)
    [(added, *given)] = rows(database)
    assert given == [URL, "", "", "", "", "", "waiting"]
    assert jobs(database) == [("add_vacancy", {"added_id": str(added)})]


def test_an_address_without_https_is_understood(send, database):
    send(url="wilg.example/vacatures/7")
    assert rows(database)[0][1] == "https://wilg.example/vacatures/7"


def test_a_text_is_asked_for_with_what_is_known(send, database):
    text = "Hulp in de keuken.\nJe werkt 24 uur."
    send(text=text, title="Hulp", employer="Wilg", place="Ede", hours="24", url=URL)
    assert rows(database)[0][1:] == (URL, text, "Hulp", "Wilg", "Ede", "24", "waiting")


def test_sent_twice_is_asked_once(send, database):
    same = str(uuid4())
    first, second = (send(id=same, url=URL) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert len(rows(database)) == len(jobs(database)) == 1


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({}, "url", NOTHING),
        ({"url": "geen adres"}, "url", NO_ADDRESS),
        ({"url": "javascript:alert(1)"}, "url", NO_ADDRESS),
        ({"url": "localhost/7"}, "url", NO_ADDRESS),
        ({"text": "Hulp in de keuken."}, "title", NO_TITLE),
        ({"title": "Hulp"}, "text", NO_TEXT),
        ({"text": "Hulp", "title": "Hulp", "hours": "zestien"}, "hours", HOURS),
        ({"text": "Hulp", "title": "Hulp", "hours": "in overleg"}, "hours", HOURS),
        ({"text": "Hulp", "title": "Hulp", "hours": "32-24"}, "hours", HOURS),
        ({"text": "Hulp", "title": "Hulp", "hours": "160"}, "hours", HOURS),
        ({"text": "Hulp", "title": "Hulp", "hours": "0-24"}, "hours", HOURS),
        ({"url": URL, "hours": "24"}, "text", NO_TEXT),
        ({"text": "x" * 20_001, "title": "Hulp"}, "text", "hoogstens 20000 tekens"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(
    send, database, given, field, error
):
    answer = send(**given)
    assert answer.status_code == 422
    page = parsed(answer)
    (told,) = page.xpath("//p[@class='field-error']")
    assert error in words(told)
    assert told.get("id") == f"{field}-error"
    for name, value in given.items():
        (box,) = page.xpath(f"//*[@id='{name}']")
        assert (box.get("value") or box.text or "").strip() == value
    assert rows(database) == []


@pytest.mark.parametrize(
    ("hours", "low", "high"),
    [
        ("16", 16, 16), ("16-24", 16, 24), ("16 – 24 uur", 16, 24), ("7,5", 7.5, 7.5),
        ("16 tot 24 uur per week", 16, 24), ("24 uren", 24, 24), ("1", 1, 1),
        ("60", 60, 60), ("10-40", 10, 40), ("16/24", 16, 24), ("12.5 t/m 20", 12.5, 20),
    ],
)  # fmt: skip
def test_hours_that_the_form_takes_are_hours_that_the_reader_reads(
    send, database, hours, low, high
):
    send(text="Hulp in de keuken.", title="Hulp", hours=hours)
    [(*_, kept, _state)] = rows(database)
    read = read_hours_field(kept)
    assert (read.low, read.high) == (low, high)


def test_when_it_is_read_the_page_is_the_vacancy(anna, send, database, people):
    answer = send(url=URL)
    [(added, *_)] = rows(database)
    with database.connect() as db:
        made = builders.vacancy(source="handmatig", url=URL, first_seen=now())
        vacancy = builders.add_vacancy(db, made)
    settle(database, added, vacancy_id=vacancy)
    to = anna.client.get(answer.headers["Location"]).headers["Location"]
    assert to == f"/kandidaten/{people.samira}/vacatures/{vacancy}?toegevoegd=nieuw"
    page = words(anna.get(to))
    assert "Toegevoegd. Wij vergelijken deze vacature met Samira." in page
    assert "met de hand toegevoegd op" in page
    assert "wordt nu vergeleken…" in page
    assert ("match_candidate", {"candidate_id": str(people.samira)}) in jobs(database)


def test_what_we_had_already_is_said(anna, send, database):
    answer = send(url=URL)
    [(added, *_)] = rows(database)
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy(url=URL))
    settle(database, added, vacancy_id=vacancy, known=True)
    to = anna.client.get(answer.headers["Location"]).headers["Location"]
    assert "Deze vacature hadden wij al" in words(anna.get(to))


def test_a_refusal_stands_beside_the_address_which_is_kept(anna, send, database):
    answer = send(url=URL)
    [(added, *_)] = rows(database)
    settle(database, added, error="De site wil dit niet. Plak de tekst.")
    page = anna.get(answer.headers["Location"])
    assert words(page.xpath("//p[@id='url-error']")[0]).startswith("De site wil dit")
    (form,) = page.xpath("//main//form")
    assert form.xpath(".//input[@id='url']/@value") == [URL]
    assert form.xpath(".//input[@name='id']/@value") != [str(added)]
    again = anna.post(form.get("action"), id=str(uuid4()), url=URL, text="Hulp", title="Hulp")  # fmt: skip
    assert again.status_code == 303


def test_the_list_tells_what_waits_and_what_was_refused(anna, send, shelf, database):
    send(url=URL)
    told = words(anna.get(shelf).xpath("//main")[0])
    assert "werkenbij.wilg.example: wordt gelezen…" in told
    [(added, *_)] = rows(database)
    settle(database, added, error="De site wil dit niet.")
    page = anna.get(shelf)
    assert "werkenbij.wilg.example: niet toegevoegd." in words(page)
    assert page.xpath(f"//a[@href='{shelf}/toegevoegd/{added}']")
    send(url=URL)
    assert "niet toegevoegd" not in words(anna.get(shelf))


def test_a_long_wait_is_owned(anna, send, database):
    answer = send(url=URL)
    with database.connect() as db:
        db.execute("update added_vacancy set asked_at = %s", (now() - timedelta(minutes=6),))  # fmt: skip
    page = anna.get(answer.headers["Location"])
    assert "Dit duurt langer dan gewoon" in words(page)


def test_somebody_elses_request_is_not_there(browser_of, send, database, people):
    answer = send(url=URL)
    bram = browser_of("Bram")
    bram.get(answer.headers["Location"], status=404)
    [(added, *_)] = rows(database)
    bram.get(f"/kandidaten/{people.tom}/vacatures/toegevoegd/{added}", status=404)
    bram.post(f"/kandidaten/{people.tom}/vacatures/toevoegen", id=str(added), url=URL)
    bram.get(f"/kandidaten/{people.tom}/vacatures/toegevoegd/{added}", status=404)


def test_a_stand_in_does_not_see_what_another_adviser_asked(
    browser_of, send, database, people
):
    answer = send(url=URL)
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    browser_of("Bram").get(answer.headers["Location"], status=404)


def test_the_crawler_sees_no_person_in_a_request(database, send):
    send(url=URL)
    with database.connect() as db:
        seen = db.execute(
            "select column_name::text from information_schema.columns "
            "where table_name = 'added_vacancy' and has_column_privilege("
            "'crawler', 'added_vacancy', column_name::text, 'select')"
        ).fetchall()
    names = {name for (name,) in seen}
    assert names == {
        *("id", "url", "text", "title", "employer", "place", "hours", "asked_at"),
        "state",
    }
