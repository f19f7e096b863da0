"""People who need a second step, and what reaches them by mail."""

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest

from schemas import seeds
from tests import builders
from tests.webapp.browser import Browser
from webapp.accounts import codes, totp
from webapp.site.request import now

NEW_PASSWORD = "vier losse lantaarns zingen"


@dataclass
class Visitor:
    """Somebody with a browser, who signs in step by step."""

    browser: Browser
    email: str
    database: object

    def sign_in(self, password=builders.PASSWORD, **extra):
        return self.browser.post(
            "/inloggen", email=self.email, password=password, **extra
        )

    def code(self, code, **extra):
        return self.browser.post("/inloggen/code", code=code, **extra)

    def cookie(self):
        found = self.browser.client.get_cookie("sessie")
        return found.value if found else None

    def is_in(self):
        return self.browser.client.get("/account").status_code == 200


@pytest.fixture
def visit(app, database):
    """A function: a new browser for somebody, whose account asks a second step."""

    def come(name="Anna"):
        email = f"{name.lower()}@example.nl"
        with database.connect() as db:
            db.execute("update account set invented = false where name = %s", (name,))
        return Visitor(Browser(app.test_client()), email, database)

    return come


@pytest.fixture
def mailed(database):
    """A function: what lies in the outbox, as (kind, to, secret)."""

    def read(kind=None):
        with database.connect() as db:
            rows = db.execute(
                "select kind, email, secret from outbox order by id"
            ).fetchall()
        return [row for row in rows if kind in (None, row[0])]

    return read


@pytest.fixture
def later(database):
    """A function: let time pass for what was tried."""

    def shift(seconds=61):
        with database.connect() as db:
            db.execute(
                "update login_attempt set failed_at = failed_at - make_interval(secs => %s)",
                (seconds,),
            )

    return shift


@pytest.fixture
def give_app(app, database):
    """A function: an authenticator app for somebody; returns its seed."""

    def give(name="Anna"):
        seed = totp.new_seed()
        with database.connect() as db:
            (account,) = db.execute(
                "select id from account where name = %s", (name,)
            ).fetchone()
            sealed = seeds.seal(app.extensions["sealer"], account, seed)
            db.execute(
                "update account set totp_seed = %s where id = %s", (sealed, account)
            )
        return seed

    return give


@pytest.fixture
def give_recovery_codes(database):
    """A function: recovery codes for somebody."""

    def give(name="Anna"):
        made = codes.new_recovery_codes()
        with database.connect() as db:
            for code in made:
                db.execute(
                    "insert into recovery_code (account_id, code_hash) "
                    "select id, %s from account where name = %s",
                    (codes.recovery_hash(code), name),
                )
        return made

    return give


def code_now(seed, *, steps=0):
    """What the app shows now, or so many steps of 30 seconds from now."""
    return totp.code_at(seed, now() + timedelta(seconds=30 * steps))


def shown_secret(page):
    """The secret of an app that is being set up, as its page shows it as text."""
    import base64

    text = re.search(r'class="secret">([A-Z2-7 ]+)<', page).group(1)
    return base64.b32decode(text.replace(" ", ""))


@pytest.fixture
def dossier(people, database):
    """The page of Samira's traject on which Anna invites; Samira has no account yet."""
    with database.connect() as db:
        db.execute("update candidate set account_id = null where name = 'Samira'")
        db.execute("delete from account where name = 'Samira'")
    return f"/kandidaten/{people.samira}/toegang"


@pytest.fixture
def invite(anna, dossier, mailed):
    """A function: Anna invites somebody; returns the link's token and the code."""

    def send(persona="candidate", email="samira@nieuw.nl", **more):
        answer = anna.post(
            dossier,
            **{"id": str(uuid4()), "persona": persona, "email": email,
               "name": "Samira", **more},
        )  # fmt: skip
        assert answer.status_code == 200, answer.text
        code = re.search(r'class="secret large">([0-9A-Z-]+)<', answer.text).group(1)
        *_, (_, to, token) = mailed("invitation")
        assert to == email
        return token, code

    return send


@pytest.fixture
def guest(app):
    """The browser of somebody without an account."""
    return Browser(app.test_client())


def join(browser, token, code, password=NEW_PASSWORD):
    """Accept an invitation."""
    return browser.post("/uitnodiging", token=token, code=code, password=password)
