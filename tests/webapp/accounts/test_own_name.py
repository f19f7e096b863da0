"""Everybody puts the own name right (GDPR art. 16), and nobody's but the own."""

from datetime import timedelta

import psycopg
import pytest
from lxml import html

from schemas.account import PERSONAS
from schemas.tables import accounts, sessions
from tests import builders
from tests.webapp import trespass
from webapp.site.request import now

PATH = "/account/naam"
EVERYBODY = ("Anna", "Samira", "Olga", "Cora", "Arie")
NEW = "Anneke Ünal-de Vries"


@pytest.fixture
def names(database):
    """A function: by mail address, what every account is called."""

    def read():
        with database.connect() as db:
            return dict(db.execute("select email, name from account").fetchall())

    return read


@pytest.fixture
def logged(database):
    """A function: what the log holds of changed accounts, as (who, about whom)."""

    def read():
        with database.connect() as db:
            return db.execute(
                "select account_id, candidate_id from log_entry "
                "where act = 'changed' and thing = 'account'"
            ).fetchall()

    return read


def page_of(answer):
    return html.document_fromstring(answer.get_data(as_text=True))


def box(answer):
    """What the form holds now, and what is said above it."""
    (field,) = page_of(answer).xpath("//input[@name='name']")
    (error,) = page_of(answer).xpath("//p[@id='name-error']/text()")
    return field.get("value"), error


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_puts_the_own_name_right(browser_of, names, people, logged, who):
    browser, before = browser_of(who), names()
    (link,) = browser.get("/account").xpath(f"//a[@href='{PATH}']")
    assert link.text_content() == "Wijzig naam"
    assert browser.get(PATH).xpath("//input[@name='name']/@value") == [who]
    answer = browser.post(PATH, name=f"  {NEW}\t")
    assert answer.headers["Location"] == "/account"
    told = browser.get("/account")
    formal = who in ("Samira", "Olga")
    (notice,) = told.xpath("//*[@role='status']//text()[contains(., 'naam is nu')]")
    assert notice.strip() == f"{'Uw' if formal else 'Je'} naam is nu {NEW}."
    assert told.xpath("//a[@class='who']/text()") == [NEW]
    assert names() == {**before, f"{who.lower()}@example.nl": NEW}
    account = {
        "Anna": (people.anna, None),
        "Samira": (people.samira_account, people.samira),
        "Olga": (people.contact, None),
        "Cora": (people.cora, None),
        "Arie": (people.arie, None),
    }
    assert logged() == [account[who]]


def test_a_real_account_and_an_invented_one_do_it_alike(browser_of, names, database):
    with database.connect() as db:
        db.execute("update account set invented = name = 'Tom'")
    for who in ("Samira", "Tom"):
        assert browser_of(who).post(PATH, name=NEW).status_code == 303
        assert names()[f"{who.lower()}@example.nl"] == NEW


@pytest.mark.asvs("2.2.1 2.2.2")
@pytest.mark.parametrize(
    ("typed", "kept", "why"),
    [
        ("", "", "Vul je naam in."),
        (" \t ", "", "Vul je naam in."),
        ("\x00\u202e", "", "Vul je naam in."),
        ("A" * 201, "A" * 201, "Maak dit korter: hoogstens 200 tekens."),
        ("An\x07na", "Anna", "een teken dat niemand ziet"),
        ("An\x1bna de Boer", "Anna de Boer", "een teken dat niemand ziet"),
        ("\u202eannA", "annA", "een teken dat niemand ziet"),
        ("An\u200bna", "Anna", "een teken dat niemand ziet"),
        ("Anna\U000e0041", "Anna", "een teken dat niemand ziet"),
    ],
)
def test_what_is_no_name_is_refused_and_what_can_be_seen_of_it_kept(
    anna, names, logged, typed, kept, why
):
    before = names()
    answer = anna.post(PATH, name=typed)
    assert answer.status_code == 422
    value, error = box(answer)
    assert value == kept
    assert why in error
    assert names() == before
    assert logged() == []


def test_a_missing_box_changes_nothing(anna, names):
    before = names()
    assert anna.post(PATH).status_code == 422
    assert names() == before


def test_a_candidate_is_spoken_to_with_u_and_told_who_keeps_the_name_in_the_dossier(
    browser_of,
):
    samira = browser_of("Samira")
    assert box(samira.post(PATH, name=""))[1] == "Vul uw naam in."
    assert "houdt uw adviseur bij" in samira.get(PATH).text_content()
    for who in ("Anna", "Olga", "Cora", "Arie"):
        assert "adviseur bij" not in browser_of(who).get(PATH).text_content()


@pytest.mark.parametrize("name", ["O'Neill <b>&\"", "{{ 7*7 }}", "=1+1", "X", "Łukasz"])
def test_a_name_need_not_be_common_and_is_only_text(anna, names, name):
    assert anna.post(PATH, name=name).status_code == 303
    assert names()["anna@example.nl"] == name
    assert anna.get("/account").xpath("//a[@class='who']/text()") == [name]


def test_two_people_may_have_one_name(browser_of, names):
    """A refusal would tell that somebody is called so; by the id they stay two."""
    assert browser_of("Bram").post(PATH, name="Anna").status_code == 303
    assert names()["bram@example.nl"] == names()["anna@example.nl"] == "Anna"
    shown = browser_of("Arie").get("/beheer/accounts").text_content()
    assert "bram@example.nl" in shown
    assert "anna@example.nl" in shown


def test_sent_twice_it_is_changed_and_logged_once(anna, names, logged):
    for _ in range(2):
        assert anna.post(PATH, name=NEW).status_code == 303
        assert f"naam is nu {NEW}." in anna.get("/account").text_content()
    assert names()["anna@example.nl"] == NEW
    assert len(logged()) == 1


@pytest.mark.asvs("7.5.1")
def test_it_asks_for_the_password_again_after_ten_minutes(browser_of, database, names):
    samira = browser_of("Samira")
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    asked = samira.client.get(PATH)
    assert asked.headers["Location"].startswith("/account/bevestig")
    late = samira.post(PATH, name=NEW)
    assert late.status_code == 403
    assert NEW in late.text  # what was typed is not lost
    assert names()["samira@example.nl"] == "Samira"
    samira.post("/account/bevestig", proof=builders.PASSWORD, terug=PATH)
    assert samira.post(PATH, name=NEW).status_code == 303


# What others read.


def test_nobody_is_mailed_about_it(browser_of, mailed):
    for who in EVERYBODY:
        assert browser_of(who).post(PATH, name=f"{who} de Boer").status_code == 303
    assert mailed() == []


def test_others_read_the_new_name_where_they_read_the_old(browser_of, people):
    for who in ("Anna", "Olga", "Samira"):
        assert browser_of(who).post(PATH, name=f"{who} Nieuw").status_code == 303
    assert "Anna Nieuw" in browser_of("Samira").get("/mijn").text_content()
    access = browser_of("Anna").get(f"/kandidaten/{people.samira}/toegang")
    assert "Olga Nieuw" in access.text_content()
    assert "Samira Nieuw" in access.text_content()
    managed = browser_of("Arie").get("/beheer/accounts").text_content()
    assert "Anna Nieuw" in managed
    assert "Olga Nieuw" in managed
    assert "Samira" not in managed  # of a candidate the admin reads a code


def test_the_name_of_the_traject_stays_what_the_adviser_keeps(
    browser_of, people, database
):
    assert browser_of("Samira").post(PATH, name="Heel Anders").status_code == 303
    with database.connect() as db:
        kept = "select name from candidate where id = %s"
        assert db.execute(kept, (people.samira,)).fetchone() == ("Samira",)
    for who, path in (
        ("Anna", f"/kandidaten/{people.samira}"),
        ("Olga", "/mijn-trajecten"),
        ("Cora", "/trajecten"),
    ):
        page = browser_of(who).get(path).text_content()
        assert "Samira" in page, path
        assert "Heel Anders" not in page, path


# Nobody else's.


@pytest.mark.asvs("8.2.2 15.3.3")
@pytest.mark.parametrize("who", EVERYBODY)
def test_no_field_of_the_form_points_at_somebody_else(browser_of, names, people, who):
    before = names()
    browser_of(who).post(
        PATH,
        name=NEW,
        **dict.fromkeys(("id", "account_id", "made_by", "user"), str(people.bram)),
        email="bram@example.nl",
        persona="admin",
    )
    assert names() == {**before, f"{who.lower()}@example.nl": NEW}


@pytest.fixture
def as_persona(database, people):
    """A function: a connection of the role of a persona, with or without a token."""
    who = {
        "adviser": people.anna,
        "candidate": people.samira_account,
        "opdrachtgever": people.contact,
        "coordinator": people.cora,
        "admin": people.arie,
    }

    def connect(persona, *, known=True):
        token = f"een teken van een {persona}"
        with database.connect("web_auth") as db:
            expires = now() + timedelta(hours=1)
            sessions.open_session(db, who[persona], token, expires)
        db = database.connect(f"web_{persona}")
        sessions.identify(db, token if known else "een teken van niemand")
        return db

    return connect


@pytest.mark.asvs("8.2.2 8.4.1 13.2.2")
@pytest.mark.parametrize("persona", PERSONAS)
def test_the_database_changes_one_name_that_of_who_asks(as_persona, names, persona):
    before = names()
    with as_persona(persona) as db:
        assert accounts.change_my_name(db, NEW)
        assert not accounts.change_my_name(db, NEW)
    whose = f"{trespass.OWNERS[persona].lower()}@example.nl"
    assert names() == {**before, whose: NEW}


@pytest.mark.asvs("8.2.2 8.4.1")
@pytest.mark.parametrize("persona", PERSONAS)
def test_who_is_nobody_changes_no_name(as_persona, names, persona):
    before = names()
    with (
        as_persona(persona, known=False) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        accounts.change_my_name(db, NEW)
    assert names() == before


@pytest.mark.asvs("13.2.2 8.3.1")
def test_no_role_of_the_site_writes_a_name_by_itself(database):
    """Not at the door either: what signs people in knows no session."""
    roles = [*(f"web_{persona}" for persona in PERSONAS), "web_auth"]
    with database.connect() as db:
        writers = db.execute(
            "select role from unnest(%s::text[]) role "
            "where has_column_privilege(role, 'account', 'name', 'update')",
            (roles,),
        ).fetchall()
        callers = db.execute(
            "select rolname from pg_roles where not rolsuper and rolcanlogin "
            "and has_function_privilege(rolname, 'change_my_name(text)', 'execute')"
        ).fetchall()
    assert writers == []
    assert {role for (role,) in callers} == {f"web_{persona}" for persona in PERSONAS}
