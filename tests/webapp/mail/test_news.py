"""A candidate is mailed that something is new: never what, once a day, and if wanted."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import news, sessions
from tests import builders
from webapp.mail.words import written
from webapp.site.request import now

NEWS = ("something_new", "samira@example.nl", None)


@pytest.fixture
def mailed(database):
    """A function: what lies in the outbox, as (kind, to, secret)."""

    def read():
        with database.connect() as db:
            return db.execute(
                "select kind, email, secret from outbox order by id"
            ).fetchall()

    return read


@pytest.fixture
def give(anna, people):
    """A function: Anna gives Samira a task; the status."""

    def send(**fields):
        due = (now().date() + timedelta(days=7)).isoformat()
        form = {"id": str(uuid4()), "title": "Bel Bakkerij Jansen", "due_on": due}
        path = f"/kandidaten/{people.samira}/taken/nieuw"
        return anna.post(path, **{**form, **fields}).status_code

    return send


@pytest.fixture
def vacancy(database, people):
    """Where a ranked vacancy of Samira is."""
    with database.connect() as db:
        made = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (made, "past", 0.8))
    return f"/kandidaten/{people.samira}/vacatures/{made}"


def test_a_task_is_told_once_a_day(give, mailed, database):
    assert (give(), give(title="Schrijf een brief")) == (303, 303)
    assert mailed() == [NEWS]
    with database.connect() as db:
        db.execute("update account set told_on = told_on - 1 where told_on is not null")
    give(title="Lees de vacature")
    assert mailed() == [NEWS, NEWS]


def test_a_shared_vacancy_is_told_and_one_that_is_left_out_is_not(
    anna, vacancy, mailed
):
    anna.post(f"{vacancy}/afwijzen", reason="too_far")
    assert mailed() == []
    anna.post(f"{vacancy}/ongedaan")
    anna.post(f"{vacancy}/bewaren")
    assert mailed() == [NEWS]


def test_what_is_not_kept_is_not_told(give, mailed):
    assert give(title="") == 422
    task = str(uuid4())
    give(id=task)
    assert mailed() == [NEWS]


@pytest.mark.parametrize(
    "why_not",
    [
        "update candidate set account_id = null",
        "update account set active = false where name = 'Samira'",
        "update account set wants_news = false where name = 'Samira'",
    ],
)
def test_who_cannot_or_does_not_want_to_read_it_gets_no_mail(
    give, mailed, database, why_not
):
    with database.connect() as db:
        db.execute(why_not)
    assert give() == 303
    assert mailed() == []


def test_a_candidate_switches_it_off_and_on_at_the_own_account(
    browser_of, give, mailed
):
    samira = browser_of("Samira")
    (button,) = samira.get("/account").xpath("//form[@action='/account/berichten']")
    assert "Zet deze e-mail uit" in button.text_content()
    samira.post("/account/berichten", wants_news="")
    assert "Zet deze e-mail aan" in samira.get("/account").text_content()
    give()
    assert mailed() == []
    samira.post("/account/berichten", wants_news="1")
    give()
    assert mailed() == [NEWS]


def test_nobody_else_has_the_switch(anna):
    assert "berichten" not in anna.get("/account").text_content().lower()
    assert anna.post("/account/berichten", wants_news="1").status_code == 404


@pytest.mark.asvs("8.2.2")
def test_an_adviser_mails_no_candidate_of_another(database, people, mailed):
    token = "teken van Bram"
    with database.connect("web_auth") as db:
        expires = now() + timedelta(hours=1)
        sessions.open_session(db, people.bram, token, expires)
    with database.connect("web_adviser") as db:
        sessions.identify(db, token)
        news.tell(db, people.samira)
    assert mailed() == []
    with (
        database.connect("web_candidate") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        news.tell(db, people.samira)


def test_the_mail_says_nothing_of_what_is_new_and_how_to_be_rid_of_it():
    subject, text = written("something_new", None, "https://spoor.example/")
    assert subject == "Er staat iets voor u klaar"
    assert "https://spoor.example/\n" in text
    assert "Zet ze uit" in text
    for word in ("taak", "vacature", "verslag", "Samira"):
        assert word not in (subject + text)
