"""What was typed wrong of a traject is put right, and who then sees it is said first."""

from datetime import timedelta

import psycopg
import pytest

from schemas.tables import sessions
from tests import builders
from tests.builders import real_today
from webapp.site.formats import day
from webapp.site.request import now

TICK = {"agreed": "naar Zorggroep Noord"}


@pytest.fixture
def path(people):
    return f"/kandidaten/{people.samira}/traject"


@pytest.fixture
def correct(anna, path):
    """A function: Anna sends the form of Samira's traject, with other fields."""

    def send(**fields):
        form = anna.get(path).xpath("//main//form[@method='post']")[0]
        shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
        return anna.post(path, **{**shown, **fields})

    return send


@pytest.fixture
def noord(database, people):
    """An opdrachtgever that Anna knows by another candidate, with its contact."""
    with database.connect() as db:
        contact = builders.add_account(db, "opdrachtgever", "Noor")
        (party,) = db.execute(
            "insert into opdrachtgever (name) values ('Zorggroep Noord') returning id"
        ).fetchone()
        db.execute(
            "insert into opdrachtgever_contact values (%s, %s)", (party, contact)
        )
        builders.add_candidate(db, "Mo", adviser=people.anna, opdrachtgever_id=party)
    return party


def paying(database, candidate):
    with database.connect() as db:
        row = db.execute(
            "select o.name from candidate c "
            "left join opdrachtgever o on o.id = c.opdrachtgever_id where c.id = %s",
            (candidate,),
        ).fetchone()
    return row[0]


def greeting(browser):
    return browser.get("/mijn").xpath("string(//h1)")


def sees(browser, name):
    return name in browser.get("/mijn-trajecten").text_content()


def test_a_name_and_a_first_day_are_put_right(correct, anna, people, database):
    first = real_today(-3)
    answer = correct(name="Samira El Amrani", traject_start=str(first))
    assert answer.status_code == 303
    page = anna.get(f"/kandidaten/{people.samira}")
    assert page.xpath("//h1/text()") == ["Samira El Amrani"]
    with database.connect() as db:
        row = db.execute(
            "select traject_start from candidate where id = %s", (people.samira,)
        ).fetchone()
    assert row == (first,)
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"


def test_a_traject_that_was_to_begin_later_begins_earlier_and_can_be_closed(
    correct, anna, people, database
):
    with database.connect() as db:
        db.execute("update candidate set traject_start = current_date + 40")
    end = {"ended_on": str(real_today()), "reason": "placed"}
    assert anna.post(f"/bewaren/{people.samira}/einde", **end).status_code == 422
    assert correct(traject_start=str(real_today())).status_code == 303
    assert anna.post(f"/bewaren/{people.samira}/einde", **end).status_code == 303


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "Vul de naam van de kandidaat in."),
        ({"traject_start": ""}, "Vul in wanneer het traject begon."),
        ({"planned_end": "2026-08-01"}, "Het einde ligt voor het begin."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(correct, anna, path, fields, said):
    answer = correct(phase="3", **fields)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert not anna.get(path).xpath("//input[@name='phase'][@value='3'][@checked]")


def test_a_closed_traject_does_not_begin_after_its_end(correct, anna, people):
    end = {"ended_on": str(real_today(-5)), "reason": "placed"}
    assert anna.post(f"/bewaren/{people.samira}/einde", **end).status_code == 303
    answer = correct(traject_start=str(real_today(-4)))
    assert answer.status_code == 422
    assert "Het traject eindigde eerder" in answer.get_data(as_text=True)
    assert correct(traject_start=str(real_today(-5))).status_code == 303


@pytest.mark.usefixtures("noord")
def test_another_opdrachtgever_is_not_stored_before_one_ticks_who_sees_what(
    correct, browser_of, database, people
):
    answer = correct(paying="zorggroep noord bv")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Bakkerij Voorbeeld" in page
    assert 'name="agreed" value="naar Zorggroep Noord"' in page
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"
    assert sees(browser_of("Olga"), "Samira")
    assert not sees(browser_of("Noor"), "Samira")


def test_a_tick_for_one_opdrachtgever_is_none_for_another(correct, database, people):
    assert correct(paying="Firma Anders", **TICK).status_code == 422
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"


@pytest.mark.asvs("8.2.2 8.3.1")
@pytest.mark.usefixtures("noord")
def test_after_the_change_the_old_contact_is_a_stranger_and_the_new_one_is_not(
    correct, browser_of, people
):
    olga, vacancies = browser_of("Olga"), f"/mijn-trajecten/{people.samira}/vacatures"
    olga.get(vacancies)
    assert correct(paying="Zorggroep Noord", **TICK).status_code == 303
    assert not sees(olga, "Samira")
    olga.get(vacancies, status=404)
    assert sees(browser_of("Noor"), "Samira")
    browser_of("Noor").get(vacancies)


def test_nobody_pays_any_more(correct, browser_of, database, people):
    assert correct(paying="").status_code == 422
    assert correct(paying="", agreed="naar niemand").status_code == 303
    assert paying(database, people.samira) is None
    assert not sees(browser_of("Olga"), "Samira")


def test_a_new_opdrachtgever_where_there_was_none_shows_it_to_nobody(
    browser_of, database, people
):
    bram, path = browser_of("Bram"), f"/kandidaten/{people.tom}/traject"
    form = bram.get(path).xpath("//main//form[@method='post']")[0]
    shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
    assert bram.post(path, **{**shown, "paying": "Bakkerij Voorbeeld"}).location
    assert paying(database, people.tom) == "Bakkerij Voorbeeld"
    assert not sees(browser_of("Olga"), "Tom"), "another firm, of the same name"


def test_writing_the_known_one_otherwise_changes_nothing(correct, database, people):
    assert correct(paying="bakkerij  voorbeeld b.v.").status_code == 303
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"
    with database.connect() as db:
        count = db.execute("select count(*) from opdrachtgever").fetchone()
    assert count == (1,)


def test_a_new_candidate_of_a_known_opdrachtgever_written_otherwise_is_of_that_one(
    anna, browser_of
):
    form = anna.get("/kandidaten/nieuw").xpath("//main//form[@method='post']")[0]
    shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
    sent = {**shown, "name": "Lia", "paying": "BAKKERIJ VOORBEELD bv"}
    assert anna.post("/kandidaten/nieuw", **sent).status_code == 303
    assert sees(browser_of("Olga"), "Lia")


def offered(browser, path):
    return browser.get(path).xpath("//datalist[@id='known']/option/@value")


@pytest.fixture
def twin(database, people, noord):  # noqa: ARG001 - the first of the name
    """Another opdrachtgever of that name, as a traject handed over brings along."""
    with database.connect() as db:
        (party,) = db.execute(
            "insert into opdrachtgever (name) values ('zorggroep noord') returning id"
        ).fetchone()
        builders.add_candidate(db, "Kim", adviser=people.anna, opdrachtgever_id=party)


@pytest.mark.usefixtures("twin")
def test_of_two_with_one_name_none_is_chosen(correct, anna, database, people):
    """A traject was shown to the contact of whichever came first."""
    before = paying(database, people.samira)
    for agreed in ("naar Zorggroep Noord", "naar zorggroep noord"):
        answer = correct(paying=agreed.removeprefix("naar "), agreed=agreed)
        assert answer.status_code == 422
        assert "Twee opdrachtgevers heten zo" in answer.get_data(as_text=True)
    form = anna.get("/kandidaten/nieuw").xpath("//main//form[@method='post']")[0]
    shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
    named = {**shown, "name": "Rik", "paying": "Zorggroep Noord"}
    assert anna.post("/kandidaten/nieuw", **named).status_code == 422
    assert paying(database, people.samira) == before
    assert correct(name="Samira B.").status_code == 303


@pytest.mark.usefixtures("twin")
@pytest.mark.parametrize(
    "statement",
    [
        "select change_opdrachtgever(%s, 'Zorggroep Noord')",
        "select new_candidate(%s, 'Rik', 'Zorggroep Noord', 1, current_date, null)",
    ],
)
def test_the_database_chooses_none_of_two_either(database, people, statement):
    with database.connect("web_auth") as db:
        expires = builders.NOW.replace(year=2999)
        sessions.open_session(db, people.anna, "teken", expires)
    with database.connect("web_adviser") as db:
        sessions.identify(db, "teken")
        with pytest.raises(psycopg.errors.CardinalityViolation):
            db.execute(statement, (people.samira,))


@pytest.mark.usefixtures("noord")
def test_the_names_of_the_own_trajects_are_offered_and_no_others(
    anna, browser_of, people
):
    for path in ("/kandidaten/nieuw", f"/kandidaten/{people.samira}/traject"):
        assert offered(anna, path) == ["Bakkerij Voorbeeld", "Zorggroep Noord"]
    assert offered(browser_of("Bram"), "/kandidaten/nieuw") == []


@pytest.mark.usefixtures("noord")
def test_who_was_invited_as_a_contact_of_the_old_one_does_not_come_in(
    correct, anna, people, database
):
    invite = {"persona": "opdrachtgever", "name": "Piet", "email": "piet@example.nl"}
    anna.post(f"/kandidaten/{people.samira}/toegang", **invite)
    correct(paying="Zorggroep Noord", **TICK)
    with database.connect() as db:
        assert db.execute("select count(*) from invitation").fetchone() == (0,)


def test_a_stand_in_puts_it_right_too(browser_of, people, database, path):
    bram = browser_of("Bram")
    bram.get(path, status=404)
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    form = bram.get(path).xpath("//main//form[@method='post']")[0]
    shown = {n: v for n, v in form.form_values() if n != "csrf_token"}
    assert bram.post(path, **{**shown, "name": "Samira B."}).status_code == 303


@pytest.mark.parametrize(("called", "then"), [("Samira", "Samuel"), ("Sam", "Sam")])
def test_the_account_follows_unless_its_owner_goes_by_another_name(
    browser_of, people, database, correct, called, then
):
    named = "update account set name = %s where id = %s"
    with database.connect() as db:
        db.execute(named, (called, people.samira_account))
    assert correct(name="Samuel").status_code == 303
    assert greeting(browser_of("Samira")).split()[-1] == then
    with database.connect() as db:
        others = db.execute("select name from account order by name").fetchall()
    assert sum(name == "Samuel" for (name,) in others) == (then == "Samuel")


def test_an_invitation_that_is_open_follows_and_one_that_is_over_stays(
    people, database, correct
):
    with database.connect() as db:
        db.execute(
            "insert into invitation (id, persona, email, name, candidate_id, token_hash, "
            "link_expires_at, code_hash, code_expires_at, withdrawn_at) "
            "select gen_random_uuid(), 'candidate', n || '@example.nl', 'Samira', %s, "
            "n::bytea, now(), '', now(), w::timestamptz "
            "from (values ('a', null), ('b', 'now')) as made (n, w)",
            (people.samira,),
        )
    correct(name="Samuel")
    with database.connect() as db:
        names = db.execute("select name from invitation order by email").fetchall()
    assert names == [("Samuel",), ("Samira",)]


def refused(database, account, role, statement, *values):
    """That the database does not let this account do this."""
    token = f"teken van {account}"
    with database.connect("web_auth") as db:
        sessions.open_session(db, account, token, now() + timedelta(hours=1))
    with database.connect(role) as db:
        sessions.identify(db, token)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute(statement, values)


@pytest.mark.asvs("8.2.2 8.3.1")
@pytest.mark.usefixtures("noord")
def test_the_database_lets_nobody_else_change_whose_a_traject_is(database, people):
    change = "select change_opdrachtgever(%s, 'Zorggroep Noord')"
    for account, role in (
        (people.bram, "web_adviser"),
        (people.contact, "web_opdrachtgever"),
        (people.samira_account, "web_candidate"),
        (people.cora, "web_coordinator"),
        (people.arie, "web_admin"),
    ):
        refused(database, account, role, change, people.samira)
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"


def test_an_adviser_cannot_set_it_past_the_rule(database, people, noord):
    change = "update candidate set opdrachtgever_id = %s"
    refused(database, people.anna, "web_adviser", change, noord)
    assert paying(database, people.samira) == "Bakkerij Voorbeeld"


def test_a_coordinator_and_a_candidate_have_no_such_page(browser_of, path):
    for name in ("Bram", "Samira", "Olga", "Cora", "Arie"):
        browser_of(name).get(path, status=404)


def test_a_traject_that_is_to_begin_has_not_begun(anna, browser_of, people, database):
    first = real_today(40)
    with database.connect() as db:
        db.execute("update candidate set traject_start = %s", (first,))
    for browser, path in (
        (anna, f"/kandidaten/{people.samira}"),
        (browser_of("Cora"), f"/trajecten/{people.samira}"),
    ):
        text = browser.get(path).text_content()
        assert f"begint op {day(first)}" in text
        assert "begonnen" not in text


def test_closing_a_traject_that_is_to_begin_says_where_the_first_day_is_put_right(
    anna, people, database
):
    with database.connect() as db:
        db.execute("update candidate set traject_start = current_date + 40")
    end = {"ended_on": str(real_today()), "reason": "stopped"}
    answer = anna.post(f"/bewaren/{people.samira}/einde", **end)
    assert "Wijzig traject" in answer.get_data(as_text=True)
