"""Guessing is slow for whoever guesses, and locks nobody out."""

import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from schemas.tables import sessions
from tests import builders
from tests.webapp.browser import Browser
from webapp.accounts import throttle

WRONG = "dit is het niet, echt niet"


def test_the_wait_grows_from_nothing_to_a_minute():
    assert [throttle.wait(n) for n in range(11)] == [
        *(0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60)
    ]


@given(st.integers(0, 10_000))
def test_no_wait_is_longer_than_a_minute(failures):
    assert 0 <= throttle.wait(failures) <= 60


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("2001:db8::7:1", "2001:db8::/64"),
        ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("unix", ""),
        (None, ""),
    ],
)
def test_a_network_is_the_neighbourhood_of_an_address(address, network):
    assert throttle.network_of(address) == network


def sign_in_beside_another(database, account, meeting):
    """What signing in does in the database, as far as another goes along with it."""
    with database.connect("web_auth") as db:
        one = throttle.begin(db, str(account), "192.0.2.0/24")
        throttle.taken_back(db, one)
        with suppress(threading.BrokenBarrierError):
            meeting.wait(1)
        expires = datetime.now(UTC) + timedelta(hours=1)
        sessions.open_session(db, account, str(uuid4()), expires)
        throttle.whole(db, str(account))


def test_two_who_sign_in_at_once_do_not_wait_for_each_other_for_ever(database, people):
    """One account in two browsers: the database ended one of them, with a page of ours."""
    meeting = threading.Barrier(2)
    with ThreadPoolExecutor() as threads:
        both = [
            threads.submit(sign_in_beside_another, database, people.anna, meeting)
            for _ in range(2)
        ]
    assert [one.exception() for one in both] == [None, None]


@pytest.mark.asvs("6.3.1")
def test_the_eleventh_try_in_a_quarter_of_an_hour_is_refused(visit, later):
    anna = visit("Anna")
    for _ in range(10):
        later()
        assert anna.sign_in(WRONG).status_code == 401
    later()
    assert anna.sign_in().status_code == 401
    assert visit("Bram").sign_in().status_code == 303
    later(16 * 60)
    assert anna.sign_in().status_code == 303


@pytest.mark.asvs("6.3.1")
def test_a_try_too_soon_is_not_weighed_and_does_not_count(visit, database):
    anna = visit("Anna")
    anna.sign_in(WRONG)
    count = "select count(*) from login_attempt"
    with database.connect() as db:
        db.execute(  # eight failures: a minute to wait
            "insert into login_attempt (key) select key from login_attempt "
            "cross join generate_series(1, 7)"
        )
        before = db.execute(count).fetchone()
    for password in (WRONG, WRONG, builders.PASSWORD):
        assert anna.sign_in(password).status_code == 401
    with database.connect() as db:
        assert db.execute(count).fetchone() == before


@pytest.mark.asvs("6.3.8", "6.3.1")
@pytest.mark.parametrize("email", ["anna@example.nl", "niemand@example.nl"])
def test_known_and_unknown_cost_one_hash_and_get_one_answer(
    app, people, monkeypatch, email
):
    assert people
    weighed = Counter()
    verify = PasswordHasher.verify
    monkeypatch.setattr(
        PasswordHasher,
        "verify",
        lambda self, kept, typed: (weighed.update([email]), verify(self, kept, typed))[
            1
        ],
    )
    browser = Browser(app.test_client())
    answer = browser.post("/inloggen", email=email, password=WRONG)
    assert weighed[email] == 1
    assert answer.status_code == 401
    assert "horen niet bij elkaar" in answer.text
    other = browser.post("/inloggen", email="een.ander@example.nl", password=WRONG)
    assert without(answer.text, email) == without(other.text, "een.ander@example.nl")


def without(page, email):
    """The page but for the address that was typed and the token of its forms."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page.replace(email, ""))


@pytest.mark.asvs("6.3.7")
def test_the_owner_is_told_after_five_failures_once(visit, later, mailed):
    anna = visit("Anna")
    for number in range(1, 8):
        later()
        anna.sign_in(WRONG)
        assert len(mailed("failed_sign_ins")) == (number >= 5), number
    assert mailed("failed_sign_ins")[0][1] == "anna@example.nl"


def test_nobody_is_mailed_for_an_address_without_account(app, people, mailed, later):
    assert people
    browser = Browser(app.test_client())
    for _ in range(6):
        later()
        browser.post("/inloggen", email="niemand@example.nl", password=WRONG)
    assert mailed() == []


def test_a_right_password_alone_forgives_nothing(visit, later, give_app, database):
    give_app("Anna")
    anna = visit("Anna")
    for _ in range(3):
        later()
        anna.sign_in(WRONG)
    later()
    anna.sign_in()
    with database.connect() as db:
        (noted,) = db.execute("select count(*) from login_attempt").fetchone()
    assert noted == 6


@pytest.mark.asvs("6.3.1")
def test_codes_are_guessed_no_faster_than_passwords(visit, later, give_app):
    give_app("Anna")
    for _ in range(2):
        anna = visit("Anna")
        later()
        anna.sign_in()
        for guess in range(5):
            later()
            anna.code(f"{guess:06}")
    later()
    assert visit("Anna").sign_in().status_code == 401
