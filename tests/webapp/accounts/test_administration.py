"""Accounts from the command line: kept out at once, and let in again."""

from uuid import uuid4

import pytest
from click.testing import CliRunner

from schemas.errors import BadInputError
from tests import builders
from tests.builders import real_today
from tests.webapp.accounts.conftest import code_now
from tests.webapp.browser import Browser
from webapp.accounts import administration, assigning
from webapp.accounts.cli import users


def test_who_is_disabled_is_out_at_once_and_may_come_back(browser_of, database):
    maintenance = database.role("maintenance")
    browser = browser_of("Anna")
    administration.set_active(maintenance, "ANNA@example.nl", active=False)
    assert browser.client.get("/kandidaten").status_code == 302
    administration.set_active(maintenance, "anna@example.nl", active=True)
    assert (
        browser.client.get("/kandidaten").status_code == 302
    )  # the old session is over
    browser_of("Anna").get("/kandidaten")


def test_an_unknown_address_is_said(database):
    with pytest.raises(BadInputError):
        administration.set_active(
            database.role("maintenance"), "niemand@example.nl", active=False
        )


def stands_in(database, candidate, *, last=0, email="bram@example.nl"):
    url = database.role("maintenance")
    days = (real_today(), real_today(last))
    assigning.stand_in(url, email, candidate, days=days, reason="leave")


def appointed(database):
    with database.connect() as db:
        return db.execute(
            "select stand_in, reason, ends_on, appointed_by from assignment "
            "where starts_on = %s",
            (real_today(),),
        ).fetchall()


def test_a_stand_in_reaches_the_traject_and_nobody_loses_it(
    browser_of, database, people
):
    path = f"/kandidaten/{people.samira}"
    bram = browser_of("Bram")
    bram.get(path, status=404)
    stands_in(database, people.samira, last=29)
    for adviser in (bram, browser_of("Anna")):
        adviser.get(path)
    assert appointed(database) == [(True, "leave", real_today(29), None)]
    with database.connect() as db:
        assert db.execute(
            "select act, thing, persona from log_entry where candidate_id = %s "
            "and persona = 'program'",
            (people.samira,),
        ).fetchall() == [("changed", "stand_in", "program")]


@pytest.mark.parametrize("last", [-1, 30])
def test_nobody_stands_in_for_more_than_thirty_days_or_in_the_past(
    database, people, last
):
    with pytest.raises(BadInputError, match="thirty days"):
        stands_in(database, people.samira, last=last)
    assert appointed(database) == []


def test_the_command_keeps_the_same_rule_of_standing_in_as_the_page(database, people):
    stands_in(database, people.samira, last=7)
    stands_in(database, people.samira, last=5)  # it is so already
    with pytest.raises(BadInputError, match=f"already from .* until {real_today(7)}"):
        stands_in(database, people.samira, last=12)
    with pytest.raises(BadInputError, match="guides this candidate already"):
        stands_in(database, people.samira, last=3, email="anna@example.nl")
    assert [row[2] for row in appointed(database)] == [real_today(7)]


def test_what_follows_without_a_gap_is_thirty_days_at_most_by_command_too(
    database, people
):
    with database.connect() as db:
        days = (real_today(-20), real_today(-1))
        builders.add_stand_in(db, people.samira, people.bram, *days)
    with pytest.raises(BadInputError, match=f"on end at most: until {real_today(9)}"):
        stands_in(database, people.samira, last=10)
    stands_in(database, people.samira, last=9)


def test_who_takes_a_traject_over_has_it_and_the_other_has_not(
    browser_of, database, people
):
    path = f"/kandidaten/{people.samira}"
    maintenance = database.role("maintenance")
    assigning.hand_over(
        maintenance, "BRAM@example.nl", people.samira, today=real_today()
    )
    browser_of("Bram").get(path)
    browser_of("Anna").get(path, status=404)
    assert appointed(database) == [(False, "", None, None)]


@pytest.mark.parametrize(
    ("email", "is_there"),
    [
        ("olga@example.nl", True),
        ("niemand@example.nl", True),
        ("bram@example.nl", False),
    ],
)
def test_only_an_adviser_gets_a_traject_and_only_one_that_is_there(
    database, people, email, is_there
):
    candidate = people.samira if is_there else uuid4()
    with pytest.raises(BadInputError):
        assigning.hand_over(
            database.role("maintenance"), email, candidate, today=real_today()
        )
    with pytest.raises(BadInputError):
        stands_in(database, candidate, email=email)


@pytest.mark.parametrize("given", [["--until", "2099-01-01"], ["--reason", "leave"]])
def test_a_last_day_and_a_reason_go_together(given):
    done = CliRunner().invoke(users, ["assign", "x@y.nl", str(uuid4()), *given])
    assert done.exit_code == 2
    assert "go together" in done.output


SITE = "https://spoor.example/"


def invitee(**facts):
    plain = {"email": "eerste@bureau.nl", "name": "Eerste", "persona": "admin"}
    return administration.Invitee(**{**plain, "candidate": None, **facts})


def test_the_first_admin_is_invited_by_command(app, database):
    maintenance = database.role("maintenance")
    made = administration.invite(maintenance, invitee(), SITE)
    path = made["link"].removeprefix(SITE)
    guest = Browser(app.test_client())
    guest.get(f"/{path}")
    answer = guest.post(
        "/uitnodiging",
        token=path.removeprefix("uitnodiging/"),
        code=made["code"],
        password="vier losse lantaarns zingen",
    )
    assert answer.headers["Location"] == "/inloggen/app"
    ((kind, email, tried),) = [
        (row["kind"], row["email"], row["tries"])
        for row in administration.mails(maintenance)
    ]
    assert (kind, email, tried) == ("invitation", "eerste@bureau.nl", 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "geen adres"},
        {"name": " "},
        {"persona": "candidate"},
        {"candidate": uuid4()},
        {"persona": "candidate", "candidate": uuid4()},
    ],
)
def test_an_invitation_that_cannot_be_is_said(database, wrong):
    with pytest.raises(BadInputError):
        administration.invite(database.role("maintenance"), invitee(**wrong), SITE)


def test_a_second_factor_is_taken_away_with_its_sessions(
    visit, give_app, give_recovery_codes, database, mailed
):
    seed, codes = give_app("Anna"), give_recovery_codes("Anna")
    anna = visit("Anna")
    anna.sign_in()
    anna.code(code_now(seed))
    administration.reset_factor(database.role("maintenance"), "anna@example.nl", "lost")
    assert not anna.is_in()
    assert mailed("access_changed_colleague") == [
        ("access_changed_colleague", "anna@example.nl", None)
    ]
    again = visit("Anna")
    assert again.sign_in().headers["Location"] == "/inloggen/app"
    again.code(codes[0])
    assert not again.is_in()


def test_sessions_are_ended_by_command(browser_of, database):
    anna = browser_of("Anna")
    maintenance = database.role("maintenance")
    assert administration.end_sessions(maintenance, "anna@example.nl") == 1
    assert anna.client.get("/account").status_code == 302
    with pytest.raises(BadInputError):
        administration.end_sessions(maintenance, "niemand@example.nl")


def test_a_weak_password_is_refused_by_command_too(database):
    new = administration.NewAccount(
        email="x@bureau.nl", name="X", persona="adviser", password="welkom123456"
    )
    with pytest.raises(BadInputError):
        administration.add_account(database.role("maintenance"), new)
