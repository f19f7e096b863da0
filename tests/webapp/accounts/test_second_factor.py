"""The second step: a code of an app, by mail, or written down; each good for once."""

import re
from datetime import timedelta

import pytest

from tests import builders
from tests.webapp.accounts.conftest import code_now, shown_secret
from tests.webapp.browser import Browser
from webapp.accounts import totp
from webapp.mail.words import written
from webapp.site.request import now


@pytest.mark.asvs("6.3.3", "7.2.4")
def test_a_password_alone_lets_no_adviser_in(visit, give_app):
    anna, seed = visit("Anna"), give_app("Anna")
    answer = anna.sign_in()
    assert answer.headers["Location"] == "/inloggen/code"
    assert anna.cookie() is None
    assert not anna.is_in()
    assert anna.code(code_now(seed)).status_code == 302
    assert anna.is_in()


@pytest.mark.asvs("6.5.1", "6.5.5")
def test_no_code_of_an_app_is_taken_twice(visit, give_app):
    anna, seed = visit("Anna"), give_app("Anna")
    anna.sign_in()
    code = code_now(seed)
    assert anna.code(code).status_code == 302
    thief = visit("Anna")
    thief.sign_in()
    for _ in range(50):
        with thief.database.connect() as db:
            db.execute("delete from login_attempt")
            db.execute("update sign_in set tries = 0")
        assert thief.code(code).status_code == 401
    assert not thief.is_in()


@pytest.mark.asvs("6.5.5")
@pytest.mark.parametrize(("steps", "gets_in"), [(-2, False), (-1, True), (1, True), (2, False)])  # fmt: skip
def test_an_app_may_be_one_step_off_and_no_more(visit, give_app, steps, gets_in):
    anna, seed = visit("Anna"), give_app("Anna")
    anna.sign_in()
    at = now()
    if at.timestamp() % 30 > 25:  # else the step would change under the test
        steps -= 1
    anna.code(totp.code_at(seed, at + timedelta(seconds=30 * steps)))
    assert anna.is_in() == gets_in or at.timestamp() % 30 > 25


def test_a_later_code_does_not_make_an_earlier_one_good_again(visit, give_app):
    anna, seed = visit("Anna"), give_app("Anna")
    anna.sign_in()
    assert anna.code(code_now(seed, steps=1)).status_code == 302
    again = visit("Anna")
    again.sign_in()
    assert again.code(code_now(seed)).status_code == 401


@pytest.mark.asvs("6.5.2", "6.5.3")
def test_a_seed_is_random_of_160_bits_and_sealed_in_the_database(database, give_app):
    seed, other = give_app("Anna"), give_app("Bram")
    assert len(seed) * 8 == 160
    assert seed != other
    with database.connect() as db:
        rows = db.execute("select totp_seed from account where totp_seed is not null")
        assert all(seed not in bytes(kept) for (kept,) in rows)


def test_a_seed_in_another_row_is_worth_nothing(visit, give_app, database):
    seed = give_app("Anna")
    with database.connect() as db:
        db.execute(
            "update account set totp_seed = (select totp_seed from account "
            "where name = 'Anna') where name = 'Bram'"
        )
    bram = visit("Bram")
    bram.sign_in()
    assert bram.code(code_now(seed)).status_code == 500


@pytest.mark.asvs("6.5.1", "6.6.2", "6.6.3")
def test_the_sixth_wrong_try_voids_the_sign_in(visit, mailed, later, database):
    samira = visit("Samira")
    samira.sign_in()
    ((_, _, code),) = mailed("sign_in_code")
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(5):
        later()
        assert samira.code(wrong).status_code == 401
    later()
    answer = samira.code(wrong)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/inloggen")
    with database.connect() as db:
        db.execute("delete from login_attempt")
    assert samira.code(code).headers["Location"] == "/inloggen"
    assert not samira.is_in()


def test_the_right_code_as_sixth_try_comes_too_late(visit, mailed, later):
    samira = visit("Samira")
    samira.sign_in()
    ((_, _, code),) = mailed("sign_in_code")
    for wrong in ("1", "2", "3", "4", "5"):
        later()
        samira.code(wrong)
    later()
    samira.code(code)
    assert not samira.is_in()


@pytest.mark.asvs("6.5.4", "6.5.5")
def test_a_mailed_code_has_six_digits_and_lasts_ten_minutes(visit, mailed, database):
    samira = visit("Samira")
    samira.sign_in()
    ((_, to, code),) = mailed("sign_in_code")
    assert to == "samira@example.nl"
    assert code.isdigit()
    assert len(code) == 6
    with database.connect() as db:
        (minutes,) = db.execute(
            "select round(extract(epoch from code_expires_at - now()) / 60) from sign_in"
        ).fetchone()
        db.execute("update sign_in set code_expires_at = now() - interval '1 second'")
    assert minutes == 10
    assert samira.code(code).status_code == 401
    assert not samira.is_in()


@pytest.mark.asvs("6.6.2")
def test_a_mailed_code_belongs_to_one_sign_in(visit, mailed):
    samira, thief = visit("Samira"), visit("Samira")
    samira.sign_in()
    thief.sign_in()
    (_, _, first), (_, _, second) = mailed("sign_in_code")
    if first != second:
        assert thief.code(first).status_code == 401
    assert samira.code(first).status_code == 302
    again = visit("Samira")
    again.sign_in()
    assert again.code(first).status_code == 401  # used, and of another sign-in


def test_the_database_does_not_hold_a_mailed_code(visit, mailed, database):
    samira = visit("Samira")
    samira.sign_in()
    ((_, _, code),) = mailed("sign_in_code")
    with database.connect() as db:
        (kept,) = db.execute("select code_hash from sign_in").fetchone()
    assert len(kept) == 32
    assert code.encode() not in bytes(kept)


def test_another_code_makes_the_first_one_worthless(visit, mailed):
    samira = visit("Samira")
    samira.sign_in()
    assert samira.browser.post("/inloggen/code/nieuw").status_code == 303
    (_, _, first), (_, _, second) = mailed("sign_in_code")
    if first != second:
        assert samira.code(first).status_code == 401
    assert samira.code(f" {second[:3]} {second[3:]}").status_code == 302


def test_no_more_than_four_codes_are_mailed_in_one_sign_in(visit, mailed):
    samira = visit("Samira")
    samira.sign_in()
    for _ in range(6):
        samira.browser.post("/inloggen/code/nieuw")
    assert len(mailed("sign_in_code")) == 4


def test_who_has_an_app_is_mailed_no_code(visit, give_app, mailed):
    give_app("Samira")
    samira = visit("Samira")
    samira.sign_in()
    assert samira.browser.post("/inloggen/code/nieuw").status_code == 404
    assert mailed("sign_in_code") == []


@pytest.mark.asvs("6.5.1", "6.4.4")
def test_each_recovery_code_gets_one_in_once(visit, give_app, give_recovery_codes):
    give_app("Anna")
    made = give_recovery_codes("Anna")
    assert len(set(made)) == 10
    for code in made[:3]:
        anna = visit("Anna")
        anna.sign_in()
        assert anna.code(code.lower()).status_code == 302
        again = visit("Anna")
        again.sign_in()
        assert again.code(code).status_code == 401
    assert "Nog 7 herstelcodes" in anna.browser.get("/account").text_content()


@pytest.mark.asvs("6.3.3")
@pytest.mark.parametrize("name", ["Anna", "Cora", "Arie"])
def test_a_colleague_without_app_sets_one_up_before_anything_else(visit, name):
    visitor = visit(name)
    assert visitor.sign_in().headers["Location"] == "/inloggen/app"
    assert not visitor.is_in()
    page = visitor.browser.client.get("/inloggen/app").get_data(as_text=True)
    assert "<svg" in page
    seed = shown_secret(page)
    assert visitor.browser.post("/inloggen/app", code="123").status_code == 422
    assert shown_secret(visitor.browser.client.get("/inloggen/app").text) == seed
    done = visitor.browser.post("/inloggen/app", code=code_now(seed))
    assert done.status_code == 200
    assert done.text.count("<code>") == 10
    assert visitor.is_in()
    again = visit(name)
    again.sign_in()
    assert again.code(code_now(seed, steps=1)).status_code == 302


def test_a_colleague_without_app_comes_in_by_no_other_door(visit, mailed):
    anna = visit("Anna")
    anna.sign_in()
    assert anna.code("000000").status_code == 401
    assert anna.browser.post("/inloggen/code/nieuw").status_code == 404
    assert mailed() == []


@pytest.mark.parametrize("path", ["/inloggen/code", "/inloggen/app"])
def test_without_a_right_password_there_is_no_second_step(visit, path):
    anna = visit("Anna")
    anna.sign_in(password="verkeerd wachtwoord")
    assert anna.browser.client.get(path).headers["Location"] == "/inloggen"
    assert anna.browser.post(path, code="123456").headers["Location"] == "/inloggen"


def test_a_sign_in_halfway_does_not_last(visit, give_app, database):
    anna, seed = visit("Anna"), give_app("Anna")
    anna.sign_in()
    with database.connect() as db:
        db.execute("update sign_in set expires_at = now()")
    assert anna.code(code_now(seed)).headers["Location"] == "/inloggen"
    assert not anna.is_in()


@pytest.mark.parametrize(("name", "offered"), [("Samira", True), ("Olga", False)])
def test_only_a_candidate_may_have_a_device_remembered(visit, mailed, name, offered):
    visitor = visit(name)
    visitor.sign_in()
    page = visitor.browser.get("/inloggen/code")
    assert bool(page.xpath("//input[@name='remember']")) == offered
    *_, (_, _, code) = mailed("sign_in_code")
    visitor.code(code, remember="1")
    assert (visitor.browser.client.get_cookie("apparaat") is not None) == offered
    visitor.browser.post("/uitloggen")
    answer = visitor.sign_in()
    assert answer.headers["Location"].startswith("/inloggen/code") != offered


def test_a_remembered_device_is_one_persons_for_thirty_days(visit, mailed, database):
    samira = visit("Samira")
    samira.sign_in()
    *_, (_, _, code) = mailed("sign_in_code")
    samira.code(code, remember="1")
    device = samira.browser.client.get_cookie("apparaat").value
    tom = visit("Tom")
    tom.browser.client.set_cookie("apparaat", device)
    assert tom.sign_in().headers["Location"] == "/inloggen/code"
    samira.browser.post("/uitloggen")
    with database.connect() as db:
        (days,) = db.execute(
            "select round(extract(epoch from expires_at - now()) / 86400) from device"
        ).fetchone()
        db.execute("update device set expires_at = now()")
    assert days == 30
    assert samira.sign_in().headers["Location"] == "/inloggen/code"


def test_an_invented_account_may_try_out_an_app_too(app, give_app):
    seed = give_app("Anna")
    browser = Browser(app.test_client())
    answer = browser.post(
        "/inloggen", email="anna@example.nl", password="een lang wachtwoord"
    )
    assert answer.headers["Location"] == "/inloggen/code"
    browser.post("/inloggen/code", code=code_now(seed))
    browser.get("/kandidaten")


def halfway_with_app(visit):
    """Somebody with Anna's password, about to set up an app; and the code it shows."""
    thief = visit("Anna")
    assert thief.sign_in().headers["Location"] == "/inloggen/app"
    return thief, shown_secret(thief.browser.client.get("/inloggen/app").text)


def test_who_knew_the_old_password_sets_up_no_app_after_it_was_changed(
    visit, mailed, app
):
    thief, seed = halfway_with_app(visit)
    owner = Browser(app.test_client())
    owner.post("/wachtwoord-vergeten", email="anna@example.nl")
    ((_, _, link),) = mailed("new_password")
    new = "vier losse lantaarns zingen"
    assert owner.post("/wachtwoord", token=link, password=new).status_code == 303
    thief.browser.post("/inloggen/app", code=code_now(seed))
    assert not thief.is_in()


def test_of_two_who_set_up_an_app_only_the_first_gets_in(visit):
    thief, thiefs = halfway_with_app(visit)
    anna, annas = halfway_with_app(visit)
    anna.browser.post("/inloggen/app", code=code_now(annas))
    thief.browser.post("/inloggen/app", code=code_now(thiefs))
    assert anna.is_in()
    assert not thief.is_in()


def sets_up_app(visitor):
    page = visitor.browser.client.get("/inloggen/app").get_data(as_text=True)
    seed = shown_secret(page)
    assert visitor.browser.post("/inloggen/app", code=code_now(seed)).status_code == 200


@pytest.mark.asvs("6.3.7")
def test_the_first_app_of_a_new_colleague_alarms_nobody(visit, mailed, database):
    anna = visit("Anna")
    anna.sign_in()
    sets_up_app(anna)
    assert mailed() == []
    with database.connect() as db:
        db.execute("update account set totp_seed = null where name = 'Anna'")
    again = visit("Anna")  # an admin took the app away
    again.sign_in()
    sets_up_app(again)
    assert mailed() == [("access_changed_colleague", "anna@example.nl", None)]


@pytest.mark.asvs("6.3.7")
@pytest.mark.parametrize(
    ("kind", "helps"),
    [
        ("access_changed", "uw adviseur"),
        ("email_changed", "uw adviseur"),
        ("access_changed_colleague", "de beheerder"),
        ("email_changed_colleague", "de beheerder"),
    ],
)
def test_who_is_told_of_a_change_reads_whom_to_call(kind, helps):
    subject, text = written(kind, None, "https://spoor.example/")
    assert helps in text.lower()
    other = ({"uw adviseur", "de beheerder"} - {helps}).pop()
    assert other not in text.lower()
    speaks = {"je", "jou"} if "colleague" in kind else {"u", "uw"}
    said = set(re.findall(r"\w+", f"{subject} {text}".lower()))
    assert said & {"u", "uw", "je", "jouw"} <= speaks


@pytest.mark.asvs("6.3.7")
def test_a_new_password_tells_who_it_is_of(browser_of, mailed):
    for name in ("Samira", "Bram"):
        answer = browser_of(name).post(
            "/account/wachtwoord",
            old=builders.PASSWORD,
            password="vier losse lantaarns zingen",
        )
        assert answer.status_code == 303, answer.text
    assert mailed() == [
        ("access_changed", "samira@example.nl", None),
        ("access_changed_colleague", "bram@example.nl", None),
    ]
