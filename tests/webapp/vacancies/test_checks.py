"""Is it still open: asked for when it is used, told in plain words, with its history."""

import psycopg
import pytest

from schemas.tables import vacancy_checks
from schemas.tables.vacancy_checks import Outcome
from tests import builders
from webapp.site.request import now
from webapp.vacancies.standing import GONE


@pytest.fixture
def vacancy(database, people):
    """A vacancy on Samira's list, last seen yesterday."""
    with database.connect() as db:
        made = builders.vacancy(title="Receptionist", last_seen=builders.days_ago(1))
        added = builders.add_vacancy(db, made)
        builders.add_match(db, people.samira, (added, "past", 0.9))
    return added


@pytest.fixture
def path(people, vacancy):
    return f"/kandidaten/{people.samira}/vacatures/{vacancy}"


def words(element) -> str:
    return " ".join(element.text_content().split())


def said(page) -> str:
    (standing,) = page.xpath("//div[@id='nog-open']")
    return words(standing)


def jobs(database):
    """What the crawlers were asked."""
    with database.connect() as db:
        rows = db.execute(
            "select queue_name, task_name, priority, args from procrastinate_jobs "
            "where queue_name = 'crawl'"
        )
        return rows.fetchall()


def record(database, vacancy, **outcome):
    """What a look came to, and that nobody is looking any more."""
    with database.connect() as db:
        db.execute("delete from procrastinate_jobs")
        vacancy_checks.record(db, vacancy, Outcome(**outcome), now=now())


def test_opening_what_was_not_seen_today_asks_to_look(anna, database, path, vacancy):
    page = anna.get(path)
    assert jobs(database) == [
        ("crawl", "check_vacancy", 10, {"vacancy_id": str(vacancy)})
    ]
    assert "Wordt gekeken of de vacature nog open is…" in said(page)
    (waiting,) = page.xpath("//*[@data-poll]")
    assert waiting.get("data-poll") == "#nog-open"
    assert waiting.xpath("a/@href") == [path], "works without the script"


def test_what_was_seen_this_morning_is_not_looked_at_again(anna, database, path):
    with database.connect() as db:
        db.execute("update vacancy set last_seen = now() - interval '3 hours'")
    page = anna.get(path)
    assert jobs(database) == []
    assert "nog open, gezien" in said(page)
    assert page.xpath("//div[@id='nog-open']//button")[0].text == "Nog open?"


def test_what_is_gone_is_only_looked_at_when_asked(anna, database, path):
    with database.connect() as db:
        db.execute("update vacancy set status = 'gone', status_reason = 'page_missing'")
    anna.get(path)
    assert jobs(database) == []
    assert anna.post(f"{path}/nog-open").status_code == 303
    assert len(jobs(database)) == 1


def test_saving_asks_as_well(anna, database, path):
    anna.post(f"{path}/bewaren")
    assert len(jobs(database)) == 1


def test_one_look_in_ten_minutes_however_often_it_is_asked(anna, database, path):
    for _ in range(3):
        anna.post(f"{path}/nog-open")
    assert len(jobs(database)) == 1
    with database.connect() as db:
        db.execute("delete from procrastinate_jobs")
    page = anna.get(anna.post(f"{path}/nog-open").headers["Location"])
    assert jobs(database) == []
    assert "minder dan tien minuten geleden" in words(page)
    with database.connect() as db:
        db.execute("update vacancy set check_asked_at = now() - interval '11 minutes'")
    anna.post(f"{path}/nog-open")
    assert len(jobs(database)) == 1


def test_while_it_waits_another_request_adds_nothing(anna, database, path):
    anna.get(path)
    with database.connect() as db:
        db.execute("update vacancy set check_asked_at = now() - interval '1 hour'")
    anna.get(path)
    assert len(jobs(database)) == 1


def test_seen_open_it_says_when(anna, database, path, vacancy):
    record(database, vacancy, result="open", status="open")
    assert f"nog open, gezien vandaag {now():%H:%M}" in said(anna.get(path))


def test_another_text_is_told(anna, database, path, vacancy):
    record(database, vacancy, result="open", status="open", reason="de tekst is anders")
    assert "Let op: de tekst is anders." in said(anna.get(path))


@pytest.mark.parametrize("reason", GONE)
def test_gone_says_since_when_and_why(anna, database, path, vacancy, reason):
    record(database, vacancy, result="gone", status="gone", status_reason=reason)
    told = said(anna.get(path))
    assert "niet meer open sinds" in told
    assert GONE[reason] in told


def test_what_could_not_be_seen_is_said_beside_what_we_know(
    anna, database, path, vacancy
):
    record(database, vacancy, result="unknown", reason="de website antwoordt niet")
    told = said(anna.get(path))
    assert "nog open, gezien gisteren" in told
    assert f"Kon niet worden bekeken (vandaag {now():%H:%M}): de website antwoordt niet." in told  # fmt: skip


def test_doubt_says_why_and_is_no_failure(anna, database, path, vacancy):
    record(
        database, vacancy, result="unknown", reason="niet in de lijst",
        status="unconfirmed", status_reason="unlisted",
    )  # fmt: skip
    told = said(anna.get(path))
    assert "niet bevestigd: stond de laatste keer niet in de lijst" in told
    assert "Kon niet worden bekeken" not in told


def test_a_look_that_never_came_back_is_owned(anna, database, path):
    anna.get(path)
    with database.connect() as db:
        db.execute("delete from procrastinate_jobs")
    assert "er ging bij ons iets mis" in said(anna.get(path))


def test_a_source_that_was_silent_for_days_is_no_proof(anna, database, path):
    with database.connect() as db:
        db.execute(
            "update vacancy set last_seen = now() - interval '5 days', checked_at = now()"
        )
    assert "laatst gezien" in said(anna.get(path))
    assert "daarna niet bevestigd" in said(anna.get(path))


def test_the_history_tells_when_it_went_and_came_back(anna, database, path, vacancy):
    record(database, vacancy, result="gone", status="gone", status_reason="redirected")
    record(database, vacancy, result="open", status="open")
    page = anna.get(path)
    lines = [words(li) for li in page.xpath("//ol[contains(@class, 'history')]/li")]
    assert [line.split(" ", 3)[-1] for line in lines] == [
        "gevonden",
        "verdwenen: de site stuurt door naar een andere pagina",
        "terug",
    ]


def test_what_was_pasted_has_nothing_to_look_at(anna, database, path):
    with database.connect() as db:
        builders.add_source(db, "handmatig")
        db.execute("update vacancy set source = 'handmatig', url = ''")
    page = anna.get(path)
    assert jobs(database) == []
    assert "er is geen bron om te controleren" in said(page)
    assert not page.xpath("//div[@id='nog-open']//button")
    facts = words(page.xpath("//aside")[0])
    assert "met de hand toegevoegd op" in facts


def test_a_text_that_may_not_be_kept_is_explained(anna, database, path):
    with database.connect() as db:
        db.execute("update vacancy set text = ''")
    assert "staat niet toe dat wij de tekst lezen" in words(anna.get(path))


def test_every_list_says_how_sure_we_are(anna, database, people, path, vacancy):
    anna.post(f"{path}/bewaren")
    record(database, vacancy, result="gone", status="gone", status_reason="expired")
    shelf = f"/kandidaten/{people.samira}/vacatures?lijst=bewaard"
    for page in (anna.get(shelf), anna.get(f"/kandidaten/{people.samira}")):
        assert "niet meer open sinds" in words(page)
        assert "de sluitingsdatum is voorbij" in words(page)


def test_the_candidate_hears_it_too(browser_of, anna, database, path, vacancy):
    anna.post(f"{path}/bewaren")
    record(database, vacancy, result="gone", status="gone", status_reason="page_missing")  # fmt: skip
    samira = browser_of("Samira")
    for page in ("/mijn", f"/mijn/vacatures/{vacancy}"):
        assert "Deze vacature is niet meer open: de pagina bestaat niet meer." in words(samira.get(page))  # fmt: skip
    record(database, vacancy, result="open", status="open")
    assert "niet meer open" not in words(samira.get("/mijn"))


@pytest.mark.parametrize("role", ["web_candidate", "web_opdrachtgever", "web_auth"])
def test_only_an_adviser_can_ask(database, vacancy, role):
    with (
        database.connect(role) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        vacancy_checks.ask(db, vacancy)


def test_without_a_session_nobody_asks(database, vacancy):
    with (
        database.connect("web_adviser") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        vacancy_checks.ask(db, vacancy)
