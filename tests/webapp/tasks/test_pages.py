"""Taakstellingen: given, answered, approved, sent back, withdrawn."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import builders
from webapp.site.request import now
from webapp.writing.fields import identity_of_new


@pytest.fixture
def samira(browser_of):
    return browser_of("Samira")


def give(anna, people, **fields):
    sent = {
        "id": str(uuid4()),
        "title": "Bel Bakkerij Jansen",
        "due_on": (now().date() + timedelta(days=7)).isoformat(),
        **fields,
    }
    answer = anna.post(f"/kandidaten/{people.samira}/taken/nieuw", **sent)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return str(identity_of_new(sent))


def state(database):
    with database.connect() as db:
        return db.execute("select status from task order by made_at").fetchall()


def move(browser, people, task, step):
    return browser.post(f"/kandidaten/{people.samira}/taken/{task}/{step}")


def test_a_new_task_is_due_in_a_week(anna, people):
    page = anna.get(f"/kandidaten/{people.samira}/taken/nieuw")
    due = (now().date() + timedelta(days=7)).isoformat()
    assert page.xpath("//input[@name='due_on']/@value") == [due]


def test_a_task_about_a_vacancy_is_a_reaction(anna, people, database):
    with database.connect() as db:
        vacancy = builders.add_vacancy(
            db, builders.vacancy(title="Receptionist", employer="Hotel Zicht")
        )
    page = anna.get(f"/kandidaten/{people.samira}/taken/nieuw?vacature={vacancy}")
    title = page.xpath("//input[@name='title']/@value")
    assert title == ["Reageer op Receptionist bij Hotel Zicht"]
    give(anna, people, vacancy_id=str(vacancy))
    with database.connect() as db:
        assert db.execute("select vacancy_id from task").fetchone() == (vacancy,)


def refused(anna, people, **fields):
    sent = {"id": str(uuid4()), "due_on": now().date().isoformat(), **fields}
    answer = anna.post(f"/kandidaten/{people.samira}/taken/nieuw", **sent)
    assert answer.status_code == 422
    return anna._checked(answer)


@pytest.mark.parametrize("name", ["title", "detail"])
def test_a_task_names_no_illness(anna, people, database, name):
    typed = {"title": "Bel de bakker", name: "Schrijf je cv bij wegens je hernia"}
    page = refused(anna, people, **typed)
    (said,) = page.xpath(f"//*[@name='{name}']/..//*[@class='field-error']/text()")
    assert said == "Dit lijkt een diagnose. Schrijf alleen wat iemand kan of niet kan."
    assert state(database) == []


def test_a_task_may_be_about_a_vacancy_with_such_a_word_in_its_name(
    anna, people, database
):
    with database.connect() as db:
        vacancy = builders.add_vacancy(
            db, builders.vacancy(title="Begeleider autisme", employer="De Linde")
        )
    about = f"/kandidaten/{people.samira}/taken/nieuw?vacature={vacancy}"
    (title,) = anna.get(about).xpath("//input[@name='title']/@value")
    give(anna, people, title=title, vacancy_id=str(vacancy))
    assert len(state(database)) == 1
    refused(anna, people, title=f"{title}, na je burn-out", vacancy_id=str(vacancy))
    refused(anna, people, title=title)


@pytest.mark.asvs("2.3.3")
def test_sending_twice_gives_one_task(anna, people, database):
    task = str(uuid4())
    give(anna, people, id=task)
    give(anna, people, id=task)
    assert state(database) == [("open",)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"due_on": ""},
        {"due_on": "2020-01-01"},
        {"detail": "Na de burn-out"},
    ],
)
def test_a_mistake_keeps_what_was_typed(anna, people, database, wrong):
    due = (now().date() + timedelta(days=7)).isoformat()
    sent = {"title": "Bel Jansen", "detail": "Vraag naar werk", "due_on": due, **wrong}
    answer = anna.post(f"/kandidaten/{people.samira}/taken/nieuw", **sent)
    assert answer.status_code == 422
    for value in sent.values():
        assert value in answer.get_data(as_text=True)
    assert state(database) == []


def test_the_candidate_does_it_and_the_adviser_approves(anna, samira, people, database):
    task = give(anna, people)
    assert samira.post(f"/mijn/taken/{task}/klaar").status_code == 303
    assert (
        "klaar, wacht op jou"
        in anna.get(f"/kandidaten/{people.samira}/taken").text_content()
    )
    assert move(anna, people, task, "goedkeuren").status_code == 303
    assert state(database) == [("approved",)]
    assert samira.post(f"/mijn/taken/{task}/toch-niet").status_code == 409
    assert state(database) == [("approved",)]


def test_a_task_that_is_sent_back_is_open_again(anna, samira, people, database):
    task = give(anna, people)
    samira.post(f"/mijn/taken/{task}/lukt-niet", reason="no_time", answer="Druk.")
    page = anna.get(f"/kandidaten/{people.samira}/taken").text_content()
    assert "Heeft geen tijd." in page
    assert "Druk." in page
    move(anna, people, task, "terug")
    assert state(database) == [("open",)]
    assert (
        "geen tijd" not in anna.get(f"/kandidaten/{people.samira}/taken").text_content()
    )


def test_a_withdrawn_task_is_gone_for_the_candidate_and_can_come_back(
    anna, samira, people
):
    task = give(anna, people)
    move(anna, people, task, "intrekken")
    assert "Bel Bakkerij Jansen" not in samira.get("/mijn").text_content()
    assert samira.post(f"/mijn/taken/{task}/klaar").status_code == 409
    move(anna, people, task, "terug")
    assert "Bel Bakkerij Jansen" in samira.get("/mijn").text_content()


def test_a_form_that_was_sent_before_gives_what_was_withdrawn_since(
    anna, people, database
):
    """Else the page says "Taak gegeven" of a task that nobody has."""
    sent = {"id": str(uuid4())}
    task = give(anna, people, **sent)
    move(anna, people, task, "intrekken")
    give(anna, people, **sent)
    give(anna, people, **sent)
    assert state(database) == [("open",)]


@pytest.mark.asvs("2.3.1")
def test_only_what_is_done_can_be_approved(anna, people, database):
    task = give(anna, people)
    assert move(anna, people, task, "goedkeuren").status_code == 409
    assert state(database) == [("open",)]


def test_late_is_said_in_a_word(anna, people, database):
    give(anna, people)
    with database.connect() as db:
        db.execute("update task set due_on = current_date - 5")
    assert "te laat" in anna.get(f"/kandidaten/{people.samira}/taken").text_content()


def test_an_empty_list_says_what_to_do(anna, people):
    assert anna.get(f"/kandidaten/{people.samira}/taken").xpath(
        "//div[@class='empty']//a"
    )


def test_after_a_button_one_is_where_one_was(anna, people):
    task = give(anna, people)
    dossier = f"/kandidaten/{people.samira}"
    for came_from, goes_to in (
        (f"http://localhost{dossier}", dossier),
        (f"http://localhost{dossier}/taken", f"{dossier}/taken"),
        ("https://elders.example/", f"{dossier}/taken"),
    ):
        for step in ("intrekken", "terug"):
            answer = anna.client.post(
                f"{dossier}/taken/{task}/{step}",
                data={"csrf_token": anna.token()},
                headers={"Referer": came_from},
            )
            assert answer.headers["Location"] == goes_to


def close(anna, people):
    fields = {"ended_on": now().date().isoformat(), "reason": "placed"}
    answer = anna.post(f"/bewaren/{people.samira}/einde", **fields)
    assert answer.status_code == 303


def test_a_closed_traject_gets_no_new_task_until_it_is_reopened(anna, people, database):
    close(anna, people)
    path = f"/kandidaten/{people.samira}/taken/nieuw"
    page = anna.get(path)
    assert not page.xpath("//input[@name='title']")
    (link,) = page.xpath("//main//a[text()='Heropen het traject']/@href")
    assert link == f"/bewaren/{people.samira}"
    sent = {"id": str(uuid4()), "title": "Bel", "due_on": now().date().isoformat()}
    answer = anna.post(path, **sent)
    assert answer.status_code == 409
    assert "Heropen het traject" in answer.get_data(as_text=True)
    assert state(database) == []
    anna.post(f"/bewaren/{people.samira}/heropen")
    give(anna, people)
