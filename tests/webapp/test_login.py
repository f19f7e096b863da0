"""Signing in and out, and what a stranger may not do."""

import pytest

from tests import builders


@pytest.fixture
def stranger(app):
    return app.test_client()


def sign_in(client, email="anna@example.nl", password=builders.PASSWORD, **extra):
    page = client.get("/inloggen").get_data(as_text=True)
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    return client.post(
        "/inloggen",
        data={"csrf_token": token, "email": email, "password": password, **extra},
    )


def test_a_stranger_is_sent_to_the_sign_in_page(stranger):
    assert stranger.get("/").headers["Location"] == "/inloggen"


def test_the_right_password_opens_a_session_that_only_the_hash_remembers(
    stranger, database
):
    answer = sign_in(stranger, email="ANNA@example.nl")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    token = cookie.split("sessie=")[1].split(";")[0].split(":")[1]
    with database.connect() as db:
        (stored,) = db.execute("select token_hash from session").fetchone()
    assert token.encode() not in bytes(stored)


@pytest.mark.parametrize(
    ("email", "password"),
    [("anna@example.nl", "verkeerd"), ("niemand@example.nl", builders.PASSWORD)],
)
def test_unknown_and_wrong_get_the_same_answer(stranger, email, password):
    answer = sign_in(stranger, email, password)
    assert answer.status_code == 401
    assert "horen niet bij elkaar" in answer.get_data(as_text=True)


def test_after_ten_failures_even_the_right_password_waits(stranger):
    for _ in range(10):
        sign_in(stranger, password="verkeerd")
    assert sign_in(stranger).status_code == 401
    assert sign_in(stranger, email="bram@example.nl").status_code == 302


def test_signing_out_ends_the_session_in_the_database_too(app, browser_of):
    browser = browser_of("Anna")
    cookie = browser.client.get_cookie("sessie").value
    browser.post("/uitloggen")
    thief = app.test_client()
    thief.set_cookie("sessie", cookie)
    assert thief.get("/").headers["Location"] == "/inloggen"


def test_an_adviser_token_in_another_pool_is_nobody(app, browser_of):
    token = browser_of("Anna").client.get_cookie("sessie").value.partition(":")[2]
    liar = app.test_client()
    liar.set_cookie("sessie", f"candidate:{token}")
    assert liar.get("/").headers["Location"] == "/inloggen"


@pytest.mark.parametrize(
    "back", ["https://elders.example/", "//elders.example/", "/\\elders.example"]
)
def test_going_back_never_leaves_the_site(stranger, back):
    assert "elders" not in sign_in(stranger, terug=back).headers["Location"]


def test_a_form_without_its_token_is_refused(stranger):
    answer = stranger.post("/inloggen", data={"email": "a", "password": "b"})
    assert answer.status_code == 400


def test_a_form_from_another_site_is_refused(stranger):
    answer = stranger.post("/inloggen", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_every_answer_carries_the_strict_headers(stranger):
    for path in ("/inloggen", "/bestaat-niet", "/static/app.css"):
        with stranger.get(path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
