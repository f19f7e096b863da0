"""A browser of somebody, that watches the house rules on every page it gets."""

import re

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from webapp.accounts import arriving
from webapp.site.request import auth_database


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
