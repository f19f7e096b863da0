"""From an invitation to the own account in a real browser: WCAG, wide and narrow."""

import base64
import os
import re
from pathlib import Path

import pytest

from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import assert_for_everybody, served
from webapp.accounts import totp
from webapp.site.request import now

PASSWORD = "vier losse lantaarns zingen"
KEPT_IN = os.environ.get("SPOORZOEKER_TEST_PICTURES")  # a folder, to look at the pages


@pytest.fixture(params=[360, 1280])
def page(chromium, request):
    with window(chromium, width=request.param, height=800) as opened:
        yield opened


@pytest.fixture
def site(database):
    """The site, with Samira's traject still without an account of her own."""
    with database.connect() as db:
        people = builders.add_people(db)
        db.execute("update account set invented = false")
        db.execute("update candidate set account_id = null where name = 'Samira'")
        db.execute("delete from account where name = 'Samira'")
    with served(database) as address:
        yield address, people


@pytest.fixture
def secret(database):
    """A function: what the newest mail of a kind carries."""

    def newest(kind):
        with database.connect() as db:
            row = db.execute(
                "select secret from outbox where kind = %s order by id desc", (kind,)
            ).fetchone()
        return row[0]

    return newest


def seen(page, name):
    """The page as it stands is for everybody; perhaps keep a picture of it."""
    assert_for_everybody(page, page.url)
    picture(page, name)


def picture(page, name):
    if KEPT_IN:
        width = page.viewport_size["width"]
        page.screenshot(path=Path(KEPT_IN) / f"{name}-{width}.png", full_page=True)


def sign_in(page, address, name):
    page.goto(f"{address}/inloggen")
    page.fill("#email", f"{name.lower()}@example.nl")
    page.fill("#password", builders.PASSWORD)
    page.click("main button")


def set_up_app(page):
    """Read the secret as somebody would who cannot scan it, and type the code."""
    text = re.sub(r"\s", "", page.locator(".secret").text_content())
    page.fill("#code", totp.code_at(base64.b32decode(text), now()))
    page.click("main button:has-text('Verder')")


def test_an_adviser_gets_in_and_lets_a_candidate_in(page, site, secret):
    address, people = site
    sign_in(page, address, "Anna")
    seen(page, "1-app")
    set_up_app(page)
    picture(page, "2-herstelcodes")
    page.click("text=Ik heb ze bewaard")
    for path, name in (("account", "3-account"), ("account/wachtwoord", "4-wachtwoord"),
                       ("account/tweede-stap", "5-tweede-stap"),
                       ("account/e-mailadres", "6-mailadres"), ("account/naam", "6b-naam"),
                       ("account/bevestig", "7-bevestig")):  # fmt: skip
        page.goto(f"{address}/{path}")
        seen(page, name)
    page.goto(f"{address}/kandidaten/{people.samira}/toegang")
    seen(page, "8-toegang")
    page.fill("#email", "samira@nieuw.nl")
    page.click("text=Nodig uit")
    code = page.locator(".secret").text_content()
    picture(page, "9-toegangscode")
    page.click("text=Klaar")
    seen(page, "10-uitgenodigd")
    page.click("text=Uitloggen")
    page.goto(f"{address}/uitnodiging/{secret('invitation')}")
    seen(page, "11-uitnodiging")
    page.fill("#code", "0000-0000-0000")
    page.fill("#password", "welkom123456")
    page.click("text=Account maken")
    picture(page, "12-uitnodiging-fout")
    page.fill("#code", code)
    page.fill("#password", PASSWORD)
    page.click("text=Account maken")
    page.wait_for_url("**/mijn")
    page.goto(f"{address}/account")
    seen(page, "13-account-kandidaat")
    page.goto(f"{address}/uitnodiging/weg")
    seen(page, "14-link-werkt-niet")


def test_a_long_name_leaves_signing_out_as_it_is(page, site, database):
    address, _ = site
    with database.connect() as db:
        db.execute("update account set invented = true where name = 'Anna'")
    sign_in(page, address, "Anna")
    out = page.locator("button:has-text('Uitloggen')")
    was = out.bounding_box()
    for name in ("Annemarie Spoorberg-van der Heijden", "W" * 200):
        page.goto(f"{address}/account/naam")
        page.fill("#name", name)
        page.click("text=Wijzig naam")
        page.wait_for_url("**/account")
        now_is = out.bounding_box()
        assert (now_is["width"], now_is["height"]) == (was["width"], was["height"])
    seen(page, "7b-lange-naam")


def test_an_opdrachtgever_types_a_mailed_code(page, site, secret):
    address, _ = site
    page.goto(f"{address}/wachtwoord-vergeten")
    seen(page, "20-vergeten")
    page.fill("#email", "olga@example.nl")
    page.click("text=Stuur de link")
    picture(page, "21-gestuurd")
    page.goto(f"{address}/wachtwoord/{secret('new_password')}")
    seen(page, "22-nieuw-wachtwoord")
    sign_in(page, address, "Tom")
    seen(page, "23-code-kandidaat")
    sign_in(page, address, "Olga")
    page.fill("#code", "000000")
    page.click("main button:has-text('Verder')")
    picture(page, "24-code-fout")
    page.fill("#code", secret("sign_in_code"))
    page.click("main button:has-text('Verder')")
    page.wait_for_url("**/mijn-trajecten")
