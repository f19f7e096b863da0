"""The admin keeps the accounts, and knows no candidate by name."""

from uuid import uuid4

import pytest

from tests import builders
from tests.webapp.accounts.conftest import code_now
from tests.webapp.browser import Browser
from webapp.writing.fields import identity_of_new

LIST = "/beheer/accounts"


@pytest.fixture
def arie(browser_of):
    return browser_of("Arie")


@pytest.fixture
def of_anna(people):
    """Where the account of Anna is kept."""
    return f"{LIST}/{people.anna}"


def words(page):
    return " ".join(page.text_content().split())


def line_of(page, name):
    (row,) = page.xpath("//tbody/tr[th//a[normalize-space()=$name]]", name=name)
    return words(row)


def test_the_first_page_lists_the_accounts(arie):
    assert arie.client.get("/").headers["Location"] == LIST
    text = arie.get(LIST).text_content()
    for name in ("Anna", "Bram", "Olga", "Cora", "anna@example.nl"):
        assert name in text


def test_a_candidate_is_a_code_on_every_page(arie, people):
    code = people.samira_account.hex[:8].upper()
    for path in (LIST, f"{LIST}/{people.samira_account}"):
        text = arie.get(path).text_content()
        assert f"Kandidaat {code[:4]}-{code[4:]}" in text
        assert "Samira" not in text
        assert "samira@" not in text


def test_the_adviser_sees_by_which_code_the_admin_knows_somebody(anna, people):
    text = anna.get(f"/kandidaten/{people.samira}/traject").text_content()
    code = people.samira_account.hex[:8].upper()
    assert f"{code[:4]}-{code[4:]}" in text


def test_the_list_says_how_somebody_signs_in_and_when_that_was(
    arie, anna, visit, give_app, give_recovery_codes, database
):
    assert anna
    assert visit("Bram")
    give_app("Bram")
    give_recovery_codes("Bram")
    with database.connect() as db:
        db.execute(
            "update account set signed_in_at = %s where name = 'Cora'",
            (builders.days_ago(40),),
        )
    page = arie.get(LIST)
    assert "vandaag nu op 1 plek nog geen app ✓ mag inloggen" in line_of(page, "Anna")
    assert "nog nooit app, nog 10 herstelcodes" in line_of(page, "Bram")
    assert "40 dagen geleden nog geen app" in line_of(page, "Cora")
    assert "nog nooit code per e-mail" in line_of(page, "Olga")


def test_who_is_kept_out_is_out_at_once_and_stays_signed_out(arie, anna, of_anna):
    assert arie.post(f"{of_anna}/uit").headers["Location"] == of_anna
    assert "Laat weer toe" in arie.get(of_anna).text_content()
    assert "geblokkeerd" in line_of(arie.get(LIST), "Anna")
    assert anna.client.get("/kandidaten").status_code == 302
    assert arie.post(f"{of_anna}/aan").status_code == 303
    assert "Blokkeer dit account" in arie.get(of_anna).text_content()
    assert anna.client.get("/kandidaten").status_code == 302


def test_somebody_is_signed_out_everywhere_and_may_come_back(
    arie, anna, browser_of, of_anna
):
    assert "op 1 plek" in words(arie.get(of_anna))
    assert arie.post(f"{of_anna}/uitloggen").status_code == 303
    assert anna.client.get("/kandidaten").status_code == 302
    assert "nergens" in words(arie.get(of_anna))
    browser_of("Anna").get("/kandidaten")


def test_signing_out_forgets_devices_and_sign_ins_halfway(
    arie, visit, mailed, people, database
):
    samira = visit("Samira")
    samira.sign_in()
    *_, (_, _, code) = mailed("sign_in_code")
    samira.code(code, remember="1")
    halfway = visit("Samira")
    halfway.sign_in()
    arie.post(f"{LIST}/{people.samira_account}/uitloggen")
    assert not samira.is_in()
    with database.connect() as db:
        assert (
            db.execute("select from device union all select from sign_in").rowcount == 0
        )
    assert samira.sign_in().headers["Location"].startswith("/inloggen/code")


@pytest.mark.asvs("6.3.3 6.4.4")
def test_a_second_step_is_taken_away_with_a_reason_and_a_mail(
    arie, visit, give_app, give_recovery_codes, mailed, of_anna
):
    anna, seed, codes = visit("Anna"), give_app("Anna"), give_recovery_codes("Anna")
    anna.sign_in()
    anna.code(code_now(seed))
    assert len(arie.get(f"{of_anna}/tweede-stap").xpath("//input[@name='reason']")) == 4
    answer = arie.post(f"{of_anna}/tweede-stap", reason="lost")
    assert answer.headers["Location"] == of_anna
    assert not anna.is_in()
    assert mailed() == [("access_changed_colleague", "anna@example.nl", None)]
    again = visit("Anna")
    assert again.sign_in().headers["Location"] == "/inloggen/app"
    again.code(codes[0])
    assert not again.is_in()
    page = words(arie.get(of_anna))
    assert "Telefoon en herstelcodes kwijt" in page
    assert "door Arie" in page
    assert "nog geen app" in page


@pytest.mark.parametrize("reason", ["", "zomaar", "lost' or 1=1"])
def test_without_a_reason_of_the_list_nothing_is_taken_away(
    arie, visit, give_app, mailed, of_anna, reason
):
    assert visit("Anna")
    give_app("Anna")
    answer = arie.post(f"{of_anna}/tweede-stap", reason=reason)
    assert answer.status_code == 422
    assert "Kies waarom" in answer.text
    assert mailed() == []
    assert "app, nog 0 herstelcodes" in words(arie.get(of_anna))


@pytest.mark.asvs("7.5.3")
def test_taking_a_second_step_away_asks_who_one_is_first(
    arie, visit, give_app, database, of_anna, people
):
    assert visit("Anna")
    give_app("Anna")
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    path = f"{of_anna}/tweede-stap"
    assert "/account/bevestig" in arie.client.get(path).headers["Location"]
    assert arie.post(path, reason="lost").status_code == 403
    with database.connect() as db:
        assert db.execute(
            "select totp_seed is null from account where id = %s", (people.anna,)
        ).fetchone() == (False,)


def test_what_an_admin_does_is_in_the_log_with_the_account(
    arie, of_anna, people, database
):
    arie.post(f"{of_anna}/uitloggen")
    arie.post(f"{of_anna}/tweede-stap", reason="misuse")
    arie.post(f"{of_anna}/uit")
    with database.connect() as db:
        rows = db.execute(
            "select act, thing, thing_id, account_id from log_entry "
            "where persona = 'admin' and act = 'changed' order by id"
        ).fetchall()
    assert [row[:2] for row in rows] == [
        ("changed", "session"),
        ("changed", "account"),
        ("changed", "account"),
    ]
    assert {row[2:] for row in rows} == {(people.anna, people.arie)}


def test_nobody_does_anything_to_oneself_here(arie, people):
    own = f"{LIST}/{people.arie}"
    for action in ("uit", "aan", "uitloggen", "tweede-stap"):
        assert arie.post(f"{own}/{action}", reason="lost").status_code == 404
    arie.get(own, status=404)
    page = arie.get(LIST)
    assert page.xpath("//a[@href='/account' and normalize-space()='Arie']")


@pytest.mark.parametrize("action", ["uit", "uitloggen", "tweede-stap"])
def test_an_account_that_is_none_is_not_there(arie, people, action):
    for nobody in (people.samira, uuid4()):
        path = f"{LIST}/{nobody}/{action}"
        assert arie.post(path, reason="lost").status_code == 404


@pytest.mark.parametrize(
    ("role", "call"),
    [
        ("web_adviser", "select sign_out_everywhere(%s)"),
        ("web_coordinator", "select reset_second_factor(%s, 'lost')"),
        ("web_auth", "select reset_second_factor(%s, 'lost')"),
        ("web_candidate", "select count(*) from account_access() where id = %s"),
    ],
)
def test_nobody_else_of_the_site_can_call_what_an_admin_calls(
    database, people, role, call
):
    import psycopg

    with (
        database.connect(role) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(call, (people.anna,))


def test_without_a_session_an_admins_connection_keeps_nothing(database, people):
    with database.connect("web_admin") as db:
        found = db.execute(
            "select sign_out_everywhere(%(id)s), reset_second_factor(%(id)s, 'lost'), "
            "(select count(*) from account_access())",
            {"id": people.anna},
        ).fetchone()
    assert found == (None, False, 0)


def invited(arie, email="nieuw@bureau.nl", persona="coordinator"):
    form = {"id": str(uuid4()), "persona": persona, "email": email, "name": "Nieuw"}
    assert arie.post("/uitnodigingen", **form).status_code == 200
    return f"/uitnodigingen/{identity_of_new(form)}"


@pytest.mark.parametrize("persona", ["adviser", "coordinator", "admin"])
def test_an_invitation_stands_on_the_first_page_and_is_withdrawn_there(arie, persona):
    one = invited(arie, persona=persona)
    page = arie.get(LIST)
    assert "nieuw@bureau.nl" in words(page)
    (form,) = page.xpath("//form[@action=$a]", a=f"{one}/intrekken")
    arie.post(form.get("action"))
    assert "Er staat geen uitnodiging open." in words(arie.get(LIST))


@pytest.mark.parametrize("persona", ["candidate", "opdrachtgever", "", "baas"])
def test_an_admin_invites_nobody_of_a_dossier(arie, persona):
    form = {"id": str(uuid4()), "persona": persona, "email": "x@y.nl", "name": "X"}
    assert arie.post("/uitnodigingen", **form).status_code == 422


def test_a_withdrawn_invitation_is_restored_with_its_link_and_code(arie, app, mailed):
    one = invited(arie)
    *_, (_, _, token) = mailed("invitation")
    arie.post(f"{one}/intrekken")
    guest = Browser(app.test_client())
    assert "Account maken" not in guest.client.get(f"/uitnodiging/{token}").text
    assert arie.post(f"{one}/terug").status_code == 303
    assert "Account maken" in guest.get(f"/uitnodiging/{token}").text_content()
    assert arie.post(f"{one}/terug").status_code == 404  # it is open


def test_what_another_took_the_place_of_or_is_too_old_is_not_restored(arie, database):
    old = invited(arie)
    arie.post(f"{old}/intrekken")
    with database.connect() as db:
        db.execute("update invitation set withdrawn_at = now() - interval '25 hours'")
    assert arie.post(f"{old}/terug").status_code == 404
    assert "Vandaag ingetrokken" not in words(arie.get(LIST))
    first = invited(arie)
    second = invited(arie)  # to the same address: the newest counts
    assert arie.post(f"{first}/terug").status_code == 409
    arie.post(f"{second}/intrekken")
    assert arie.post(f"{second}/terug").status_code == 303


def test_nobody_restores_an_invitation_of_another_dossier(anna, browser_of, people):
    form = {"id": str(uuid4()), "persona": "opdrachtgever"}
    form |= {"email": "o@p.nl", "name": "Otto"}
    anna.post(f"/kandidaten/{people.samira}/toegang", **form)
    one = f"/uitnodigingen/{identity_of_new(form)}"
    anna.post(f"{one}/intrekken")
    for stranger in ("Bram", "Cora", "Arie"):
        assert browser_of(stranger).post(f"{one}/terug").status_code == 404
    assert anna.post(f"{one}/terug").status_code == 303
