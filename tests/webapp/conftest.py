"""The site on a fresh database, and browsers that watch the house rules."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from tests import builders
from tests.site import own_site_on, site_on
from webapp.accounts import arriving
from webapp.site import logs
from webapp.site.request import auth_database

# What people of these tests are called, type and get: nothing of it belongs in a log.
PRIVATE = re.compile(
    rf"@example\.nl|{builders.PASSWORD}|Geheim van"
    r"|\b(?:Anna|Bram|Samira|Tom|Olga|Cora|Arie)\b"
)
TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")  # as long as those of a session


@pytest.fixture(autouse=True)
def discreet_log(caplog) -> Iterator[None]:
    """Whatever a test here makes the site log is about nobody."""
    yield
    records = [one for part in ("setup", "call") for one in caplog.get_records(part)]
    said = [logs.Discreet().format(one) for one in records]
    assert [one for one in said if PRIVATE.search(one)] == []
    assert not any(TOKEN.search(one.getMessage()) for one in records)


@pytest.fixture
def people(database) -> builders.People:
    """Two advisers, two candidates, an opdrachtgever."""
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def app(database, people) -> Iterator[Flask]:  # noqa: ARG001 - the people sign in
    with site_on(database) as site:
        yield site


@pytest.fixture
def own_app(database, people) -> Iterator[Flask]:  # noqa: ARG001 - the people sign in
    """A site that the test may change; `app` is shared."""
    with own_site_on(database) as site:
        yield site


class Browser:
    """A signed-in test client that checks the house rules on every page it gets."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, *, status: int = 200) -> html.HtmlElement:
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code)
        return self._checked(answer)

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form as the page would, with the token of this browser's session."""
        return self.client.post(path, data={"csrf_token": self.token(), **fields})

    def token(self) -> str:
        """Every page of somebody signed in has the sign-out form."""
        page = self.client.get("/inloggen").get_data(as_text=True)
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found
        return found.group(1)

    def _checked(self, answer: TestResponse) -> html.HtmlElement:
        text = answer.get_data(as_text=True)
        page = html.document_fromstring(text)
        assert page.get("lang") == "nl"
        assert len(page.xpath("//h1")) == 1
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), "an id is used twice"
        assert not page.xpath("//@style | //style | //@onclick | //script[not(@src)]")
        for form in page.xpath("//form[@method='post']"):
            assert form.xpath(".//input[@name='csrf_token']"), html.tostring(form)
        for box in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            labelled = (
                box.get("aria-label")
                or box.xpath("ancestor::label")
                or page.xpath("//label[@for=$id]", id=box.get("id") or "")
            )
            assert labelled, html.tostring(box)
        return page


@pytest.fixture
def browser_of(app, database):
    """A function: the browser of somebody who was just let in."""

    def sign_in(name: str) -> Browser:
        return signed_in(app, database, name)

    return sign_in


def signed_in(app: Flask, database, name: str) -> Browser:
    """As after the right password, which is weighed slowly on purpose.

    Tests of accounts type it.
    """
    who = "select id, persona from account where email = %s"
    with database.connect() as db:
        account, persona = db.execute(who, (f"{name.lower()}@example.nl",)).fetchone()
    with app.test_request_context("/inloggen"), auth_database() as db:
        answer = arriving.signed_in(db, account, persona, None)
        db.commit()
    [cookie] = answer.headers.getlist("Set-Cookie")
    key, _, value = cookie.partition(";")[0].partition("=")
    browser = Browser(app.test_client())
    browser.client.set_cookie(key, value)
    return browser


@pytest.fixture
def anna(browser_of):
    """The browser of the adviser of Samira."""
    return browser_of("Anna")


@pytest.fixture
def shelf(people):
    """Where the vacancies of Samira are."""
    return f"/kandidaten/{people.samira}/vacatures"


@pytest.fixture
def send(anna, shelf):
    """A function: Anna adds a vacancy for Samira by these fields."""

    def post(**fields: str) -> TestResponse:
        return anna.post(f"{shelf}/toevoegen", **{"id": str(uuid4()), **fields})

    return post
