"""What an opdrachtgever sees: dates and numbers, and nothing that was said."""

from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import sessions
from schemas.tables.attempts import note_cell
from schemas.tables.tasks import answer_cell
from tests import builders
from webapp.site.formats import day as format_day
from webapp.site.request import now
from webapp.trajects.weeks import week_words

START = date(2026, 9, 1)


@pytest.fixture
def olga(browser_of):
    return browser_of("Olga")


@pytest.fixture
def history(database, people):
    """Attempts, tasks, judgements and limits for Samira and for Tom."""
    with database.connect() as db:
        vacancies = [builders.add_vacancy(db, builders.vacancy()) for _ in range(3)]
        for candidate, adviser in (
            (people.samira, people.anna),
            (people.tom, people.bram),
        ):
            builders.add_capacity(db, candidate, ("lift_kg", 2, 5.0))
            for channel, day in (("public", "2026-11-02"), ("public", "2026-11-09")):
                attempt = uuid4()
                note = builders.sealed(
                    db, candidate, note_cell(attempt), "Vertrouwelijk gesprek"
                )
                db.execute(
                    "insert into attempt (id, candidate_id, channel, employer, kind, "
                    "outcome, note_sealed, happened_on, made_by) values (%s, %s, %s, "
                    "'Geheim BV', 'phone', 'declined', %s, %s, %s)",
                    (attempt, candidate, channel, note, day, adviser),
                )
            for status in ("open", "done", "approved", "withdrawn"):
                task = uuid4()
                answer = builders.sealed(
                    db, candidate, answer_cell(task), "Geheim antwoord"
                )
                db.execute(
                    "insert into task (id, candidate_id, title, due_on, status, "
                    "answer_sealed, made_by) values (%s, %s, 'Geheime taak', "
                    "'2026-12-01', %s, %s, %s)",
                    (task, candidate, status, answer, adviser),
                )
            decisions = ("saved", "saved", "rejected")
            for vacancy, decision in zip(vacancies, decisions, strict=True):
                db.execute(
                    "insert into judgement (candidate_id, vacancy_id, decision, reason, "
                    "judged_by) values (%s, %s, %s, 'too_heavy', %s)",
                    (candidate, vacancy, decision, adviser),
                )


@pytest.mark.usefixtures("history")
def test_the_own_trajects_are_shown_in_numbers(olga):
    page = olga.get("/mijn-trajecten")
    (card,) = page.xpath("//article")
    text = " ".join(card.text_content().split())
    assert "Samira" in text
    assert "Fase 2: Verkenning" in text
    assert "Openbare vacature2" in text
    assert "Koude acquisitie0" in text
    assert "9 nov" in text
    assert "Taken gedaan2 van 3" in text
    assert "Vacatures voorgesteld2" in text


@pytest.mark.usefixtures("history")
def test_nothing_that_was_said_or_is_medical_is_on_the_page(olga):
    page = olga.get("/mijn-trajecten")
    text = page.text_content()
    for hidden in ("Tom", "Geheim", "Vertrouwelijk", "zwaar", "lift", "Voorbeeld BV"):
        assert hidden not in text
    assert "U ziet geen medische gegevens." in text


def test_without_trajects_the_page_says_so(olga, database):
    with database.connect() as db:
        db.execute("update candidate set opdrachtgever_id = null")
    assert olga.get("/mijn-trajecten").xpath("//div[@class='empty']")


@pytest.mark.parametrize(
    ("end", "today", "said"),
    [
        (date(2027, 8, 31), date(2026, 9, 1), "week 1 van 52"),
        (date(2027, 8, 31), date(2026, 9, 8), "week 2 van 52"),
        (None, date(2026, 11, 21), "week 12"),
        (date(2026, 9, 30), date(2026, 11, 21), "5 weken om"),
        (date(2026, 9, 1), date(2026, 9, 1), "week 1 van 1"),
    ],
)
def test_weeks_are_counted_from_the_start(end, today, said):
    assert week_words(START, end, today) == said


def test_before_the_first_week_the_first_day_is_told():
    said = week_words(START, None, date(2026, 8, 31))
    assert said == f"begint op {format_day(START)}"


def close(anna, people, reason, note=""):
    fields = {"ended_on": str(builders.real_today()), "reason": reason, "note": note}
    answer = anna.post(f"/bewaren/{people.samira}/einde", **fields)
    assert answer.status_code == 303


def told(olga):
    (line,) = olga.get("/mijn-trajecten").xpath("//article/p[@class='facts']/span[2]")
    return line.text_content()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("placed", ": plaatsing"),
        ("waiting_time", ""),
        ("stopped", ""),
        ("recovered", ""),  # that is about health, so the others are as silent
        ("other", ""),
    ],
)
def test_the_result_is_told_in_a_word_and_never_one_of_health(
    anna, olga, people, reason, said
):
    close(anna, people, reason, note="Geheim van Samira")
    assert told(olga) == f"afgesloten op {format_day(builders.real_today())}{said}"
    assert "Geheim van" not in olga.get("/mijn-trajecten").text_content()
    anna.post(f"/bewaren/{people.samira}/heropen")
    assert "afgesloten" not in told(olga)


def test_a_traject_is_seen_until_thirty_days_after_its_end_whoever_else_is_guided(
    anna, olga, people, database
):
    with database.connect() as db:
        payer = people.opdrachtgever
        builders.add_candidate(db, "Mo", adviser=people.anna, opdrachtgever_id=payer)
    close(anna, people, "recovered")
    assert "U ziet het nog tot 30 dagen" in olga.get("/mijn-trajecten").text_content()
    for days, seen in ((30, True), (31, False)):
        with database.connect() as db:
            db.execute(
                "update traject_end set ended_on = %s", (builders.real_today(-days),)
            )
        page = olga.get("/mijn-trajecten").text_content()
        assert ("Samira" in page, "Mo" in page) == (seen, True)
    olga.get(f"/mijn-trajecten/{people.samira}/vacatures", status=404)


@pytest.mark.asvs("8.2.3")
def test_the_database_gives_an_opdrachtgever_no_other_reason_and_no_other_traject(
    anna, browser_of, people, database
):
    close(anna, people, "recovered")
    fields = {"ended_on": str(builders.real_today()), "reason": "placed"}
    browser_of("Bram").post(f"/bewaren/{people.tom}/einde", **fields)
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.contact, "teken", now() + timedelta(hours=1))
    with database.connect("web_opdrachtgever") as db:
        sessions.identify(db, "teken")
        seen = db.execute("select * from results_in_view()").fetchall()
        assert seen == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("select reason from traject_end")
