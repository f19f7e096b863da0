"""Signing in and out, and what a stranger may not do."""

import pytest

from tests import builders


@pytest.fixture
def stranger(app):
    return app.test_client()


def token_of(client):
    page = client.get("/inloggen").get_data(as_text=True)
    return page.split('name="csrf_token" value="')[1].split('"')[0]


def sign_in(client, email="anna@example.nl", password=builders.PASSWORD, **extra):
    where = {"environ_base": {"REMOTE_ADDR": extra.pop("address", "192.0.2.1")}}
    return client.post(
        "/inloggen",
        data={
            "csrf_token": token_of(client),
            "email": email,
            "password": password,
            **extra,
        },
        **where,
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


def test_another_spelling_of_the_address_is_no_fresh_start(stranger, later):
    for spelling in ("anna@example.nl", "ANNA@example.nl", " Anna@Example.nl "):
        for _ in range(4):
            later()
            sign_in(stranger, email=spelling, password="verkeerd")
    later()
    assert sign_in(stranger).status_code == 401


@pytest.mark.parametrize(
    ("addresses", "elsewhere"),
    [
        ("192.0.2.{}", "192.0.3.1"),
        ("2001:db8::{}:1", "2001:db8:0:1::1"),
        ("::ffff:192.0.2.{}", "::ffff:192.0.3.1"),
    ],
)
def test_a_whole_network_has_fifty_tries(stranger, database, addresses, elsewhere):
    sign_in(stranger, "x@example.nl", "verkeerd", address=addresses.format(1))
    with database.connect() as db:
        db.execute(
            "insert into login_attempt (key) select key from login_attempt "
            "cross join generate_series(1, 49)"
        )
    assert sign_in(stranger, address=addresses.format(2)).status_code == 401
    assert sign_in(stranger, address=elsewhere).status_code == 302


def test_signing_out_ends_the_session_in_the_database_too(app, browser_of):
    browser = browser_of("Anna")
    cookie = browser.client.get_cookie("sessie").value
    browser.post("/uitloggen")
    thief = app.test_client()
    thief.set_cookie("sessie", cookie)
    assert thief.get("/").headers["Location"] == "/inloggen"


def test_signing_out_leaves_nothing_for_who_comes_next(browser_of):
    browser = browser_of("Anna")
    browser.post("/bedrijven/nieuw", name="Bakker Geheim")  # a notice not shown yet
    before = token_of(browser.client)
    assert "Clear-Site-Data" in browser.post("/uitloggen").headers
    assert token_of(browser.client) != before
    assert browser.client.get_cookie("sessie") is None


def test_signing_in_again_ends_the_session_before(app, browser_of):
    browser = browser_of("Anna")
    old = browser.client.get_cookie("sessie").value
    sign_in(browser.client)
    assert browser.client.get_cookie("sessie").value != old
    thief = app.test_client()
    thief.set_cookie("sessie", old)
    assert thief.get("/").headers["Location"] == "/inloggen"


@pytest.mark.parametrize(
    "happens",
    [
        "update session set last_seen = now() - interval '31 minutes'",
        "update session set expires_at = now() - interval '1 second'",
        "update session set revoked_at = now()",
        "update account set active = false where name = 'Anna'",
        "update account set persona = 'candidate' where name = 'Anna'",
    ],
)
def test_a_session_ends(browser_of, database, happens):
    browser = browser_of("Anna")
    browser.get("/kandidaten")
    with database.connect() as db:
        db.execute(happens)
    assert browser.client.get("/kandidaten").status_code == 302
    assert "een tijd niets" in browser.get("/inloggen").text_content()


def test_a_session_that_is_used_does_not_end(browser_of, database):
    browser = browser_of("Anna")
    for _ in range(2):
        with database.connect() as db:
            db.execute("update session set last_seen = last_seen - interval '20 min'")
        browser.get("/kandidaten")


@pytest.mark.parametrize(
    ("persona", "hours"), [("anna", 10), ("samira", 12), ("olga", 8)]
)
def test_a_session_lasts_no_longer_than_a_day_of_work(
    stranger, database, persona, hours
):
    sign_in(stranger, email=f"{persona}@example.nl")
    with database.connect() as db:
        (lasts,) = db.execute(
            "select round(extract(epoch from expires_at - now()) / 3600) from session"
        ).fetchone()
    assert lasts == hours


def test_who_is_disabled_gets_the_same_answer_as_who_is_wrong(stranger, database):
    with database.connect() as db:
        db.execute("update account set active = false where name = 'Anna'")
    answer = sign_in(stranger)
    assert answer.status_code == 401
    assert "horen niet bij elkaar" in answer.get_data(as_text=True)


@pytest.mark.parametrize("cookie", ['"adviser:\\000"', "adviser:\x7f", "adviser:", "x"])
def test_a_cookie_that_is_nonsense_is_nobody(app, cookie):
    answer = app.test_client().get(
        "/kandidaten", headers={"Cookie": f"sessie={cookie}"}
    )
    assert answer.status_code == 302


def test_an_address_that_is_nonsense_is_nobody(stranger):
    assert sign_in(stranger, email="a\x00b@example.nl").status_code == 401


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


def test_a_form_sent_too_late_loses_nothing(browser_of, database, people):
    browser = browser_of("Anna")
    path = f"/kandidaten/{people.samira}/zoekprofiel"
    typed = {"search_directions": "receptie", "licences": ["B", "C"]}
    expire = "update session set last_seen = now() - interval '31 minutes'"
    with database.connect() as db:
        db.execute(expire)
    answer = browser.post(path, **typed)
    assert answer.status_code == 401
    page = browser._checked(answer)
    (form,) = page.xpath("//main//form")
    assert form.get("action") == path
    sent = form.form_values()
    assert ("licences", "C") in sent
    sign_in(browser.client)  # in another window, with the same cookies
    again = browser.client.post(path, data=dict_of(sent))
    assert again.status_code == 303
    with database.connect() as db:
        assert db.execute(
            "select search_directions, licences from candidate where name = 'Samira'"
        ).fetchone() == (["receptie"], ["B", "C"])


def dict_of(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def test_a_form_of_another_site_does_not_come_back(browser_of, database, people):
    browser = browser_of("Anna")
    with database.connect() as db:
        db.execute("update session set revoked_at = now()")
    path = f"/kandidaten/{people.samira}/zoekprofiel"
    answer = browser.client.post(path, data={"search_directions": "gestolen"})
    assert answer.status_code == 400
    assert "gestolen" not in answer.get_data(as_text=True)


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
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert ("no-store" in answer.headers["Cache-Control"]) == (
                not path.startswith("/static")
            )
