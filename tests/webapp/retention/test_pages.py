"""What goes soon is shown beforehand, and stays longer with a reason and an end."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import sessions
from tests import builders
from tests.builders import by_now, real_today
from tests.webapp import trespass
from webapp.retention.form import in_a_year, same_name
from webapp.site.request import now


@pytest.fixture
def path(people):
    return f"/bewaren/{people.samira}"


@pytest.fixture
def ended(database):
    """A function: a traject ended so many days ago, as was recorded then."""

    def end(candidate, days):
        with database.connect() as db:
            db.execute(
                "insert into traject_end (id, candidate_id, ended_on, reason, made_at) "
                "values (gen_random_uuid(), %s, %s, 'placed', now() - make_interval(days => %s))",
                (candidate, real_today(-days), days),
            )

    return end


@pytest.fixture
def postpone(anna, path):
    """A function: Anna postpones everything of Samira, with these fields."""

    def send(by=anna, **fields):
        until = real_today(60)
        usual = {"id": str(uuid4()), "until": until, "reason": "objection"}
        return by.post(f"{path}/uitstel", **by_now({**usual, **fields}))

    return send


def text(page):
    return " ".join(" ".join(page.itertext()).split())


def rows(page):
    return [text(row) for row in page.xpath("//tbody/tr")]


ALMOST = 715  # days: within 30 days of 24 months


def test_a_rejection_that_was_taken_back_is_not_counted(
    anna, database, people, path, ended
):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (vacancy, "past", 0.8))
    dossier = f"/kandidaten/{people.samira}/vacatures"
    anna.post(f"{dossier}/{vacancy}/afwijzen", reason="too_far")
    (undo,) = anna.get(f"{dossier}?lijst=afgewezen").xpath(
        "//article//form[contains(@action, 'ongedaan')]/@action"
    )
    assert anna.post(undo).status_code == 303
    anna.post(f"{dossier}/{vacancy}/afwijzen", reason="too_far")
    ended(people.samira, 10)
    tabs = text(anna.get(dossier).xpath("//ul[@id='lijsten']")[0])
    assert "Afgewezen 1" in tabs
    kept = " ".join(rows(anna.get(path)))
    assert "Afgewezen vacatures, met de reden 1 " in kept


def test_without_anything_due_it_says_when_a_term_begins(anna):
    assert "De komende 30 dagen verdwijnt er niets." in text(anna.get("/bewaren"))


def test_what_goes_within_thirty_days_is_listed_with_why_and_when(
    database, anna, browser_of, people, ended
):
    trespass.furnish(database, people)
    with database.connect() as db:
        db.execute("update postponement set undone_at = now()")
    ended(people.samira, ALMOST)
    found = rows(anna.get("/bewaren"))
    assert len(found) == 2  # the note was due already, and stands on top
    assert found[0].startswith(
        "Samira Notities van gesprekken (1) 6 maanden na het einde"
    )
    assert found[1].startswith("Samira Het hele dossier 24 maanden na het einde")
    assert "over" in found[1]
    assert rows(browser_of("Bram").get("/bewaren")) == []
    assert [text_[:6] for text_ in rows(browser_of("Cora").get("/bewaren"))] == [
        "Samira"
    ] * 2


def test_what_has_more_than_thirty_days_is_not_listed(anna, people, ended):
    ended(people.samira, 690)
    assert rows(anna.get("/bewaren")) == []


def test_a_traject_that_nobody_closed_is_told(database, anna, browser_of):
    with database.connect() as db:
        db.execute("update candidate set planned_end = current_date - 1")
    page = anna.get("/bewaren")
    assert "Nog niet afgesloten" in text(page)
    links = page.xpath("//section//a | //ul[@class='plain cards']//a/text()")
    assert links == ["Samira", "Sluit af"]
    with database.connect() as db:
        db.execute("update candidate set planned_end = null")
        db.execute(
            "update candidate set traject_start = '2024-02-29' where name = 'Tom'"
        )
    listed = text(browser_of("Cora").get("/bewaren").xpath("//li[@class='card']")[0])
    assert listed.startswith("Tom , begonnen op")
    with database.connect() as db:
        db.execute("update candidate set planned_end = current_date - 1")
    assert len(browser_of("Cora").get("/bewaren").xpath("//li[@class='card']")) == 2


def test_postponing_keeps_it_and_is_taken_back(
    anna, path, people, ended, postpone, database
):
    ended(people.samira, ALMOST)
    assert len(rows(anna.get("/bewaren"))) == 1
    assert postpone().status_code == 303
    assert rows(anna.get("/bewaren")) == []
    page = anna.get(path)
    assert "Er loopt een bezwaar" in text(page)
    assert "door Anna" in text(page)
    [undo] = page.xpath("//form[contains(@action, '/terug')]/@action")
    assert anna.post(undo).status_code == 303
    assert anna.post(undo).status_code == 404
    assert len(rows(anna.get("/bewaren"))) == 1
    assert "teruggenomen" in text(anna.get(path))
    with database.connect() as db:
        logged = db.execute(
            "select count(*) from log_entry where act = 'changed' and thing = 'retention' "
            "and candidate_id = %s",
            (people.samira,),
        ).fetchone()
    assert logged == (2,)


def test_a_coordinator_postpones_any_traject(browser_of, postpone, path):
    cora = browser_of("Cora")
    assert postpone(by=cora, reason="loonsanctie").status_code == 303
    assert "Er loopt een loonsanctie" in text(cora.get(path))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"until": real_today}, "Kies een dag na vandaag."),
        (
            {"until": lambda: in_a_year(real_today()) + timedelta(days=1)},
            "Hoogstens een jaar",
        ),
        ({"until": ""}, "Vul in tot en met welke dag."),
        ({"reason": ""}, "Kies waarom."),
        ({"reason": "other"}, "Schrijf kort waarom."),
        ({"reason": "other", "note": "Heeft kanker."}, "een diagnose"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_postponed(
    postpone, database, fields, said
):
    answer = postpone(**fields)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    with database.connect() as db:
        assert db.execute("select count(*) from postponement").fetchone() == (0,)


def test_a_whole_year_is_allowed_and_sending_twice_postpones_once(postpone, database):
    sent = {"id": str(uuid4()), "until": in_a_year(real_today())}
    for _ in range(2):
        assert postpone(**sent).status_code == 303
    with database.connect() as db:
        assert db.execute("select count(*) from postponement").fetchone() == (1,)


def test_a_form_that_was_sent_before_postpones_what_is_not_postponed_any_more(
    anna, postpone, path, database
):
    """Else somebody reads "Uitgesteld" and everything goes."""
    sent = {"id": str(uuid4()), "until": real_today(20)}
    postpone(**sent)
    postpone(**sent)
    (undo,) = anna.get(path).xpath("//form/@action[contains(., '/uitstel/')]")
    assert anna.post(undo).status_code == 303
    postpone(**sent)
    postpone(**sent)
    postpone(**{**sent, "until": real_today(40)})
    with database.connect() as db:
        found = db.execute(
            "select until from postponement where undone_at is null order by until"
        ).fetchall()
    assert found == [(real_today(20),), (real_today(40),)]


def test_a_candidate_reads_until_when_everything_is_kept(
    browser_of, people, ended, postpone
):
    samira = browser_of("Samira")
    home = "/mijn/gegevens"
    assert "Uw zoektocht loopt nog." in text(samira.get(home))
    ended(people.samira, ALMOST)
    assert "Wij bewaren uw dossier tot en met" in text(samira.get(home))
    assert "bezwaar" not in text(samira.get(home))
    postpone(reason="objection")
    page = text(samira.get(home))
    assert "Want er loopt een bezwaar." in page
    assert "Uw hele dossier" in page
    assert "Uw zoektocht loopt nog." in text(browser_of("Tom").get(home))


def test_a_candidate_whose_search_runs_reads_that_all_is_kept_longer(
    browser_of, postpone, anna, path
):
    """The page that postpones says so: "De kandidaat ziet tot wanneer, en waarom"."""
    samira = browser_of("Samira")
    postpone(reason="loonsanctie")
    page = text(samira.get("/mijn/gegevens"))
    assert "Uw zoektocht loopt nog." in page
    assert "Wij bewaren alles in elk geval tot en met" in page
    assert "Want er loopt een loonsanctie." in page
    assert "in elk geval" not in text(browser_of("Tom").get("/mijn/gegevens"))
    [undo] = anna.get(path).xpath("//form[contains(@action, '/terug')]/@action")
    anna.post(undo)
    assert "in elk geval" not in text(samira.get("/mijn/gegevens"))


POSTPONE = (
    "insert into postponement (id, candidate_id, reason, until, made_by) "
    "values (gen_random_uuid(), %s, 'objection', current_date + %s::integer, %s)"
)


@pytest.mark.asvs("8.2.2 8.3.1")
def test_the_database_keeps_the_rules_of_postponing_by_itself(database, people):
    token = "een teken van Anna"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, token, now() + timedelta(hours=1))

    def postpone(*values):
        with database.connect("web_adviser") as db:
            sessions.identify(db, token)
            return db.execute(POSTPONE, values).rowcount

    assert postpone(people.samira, 365, people.anna) == 1
    for bad in ((people.tom, 9, people.anna), (people.samira, 9, people.bram)):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            postpone(*bad)
    for days in (0, 367):
        with pytest.raises(psycopg.errors.CheckViolation):
            postpone(people.samira, days, people.anna)


@pytest.mark.parametrize(
    ("typed", "same"),
    [("samira  el amrani", True), ("Samira El Amrani ", True), ("Samira", False)],
)
def test_a_name_is_the_same_however_it_is_spaced(typed, same):
    assert same_name(typed, "Samira El Amrani") is same
