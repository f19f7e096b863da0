"""In production: https cookies, known names, one proxy, and no start without a secret."""

from dataclasses import replace

import pytest

from schemas import seeds
from schemas.pools import web_pools
from tests import builders
from webapp.accounts import totp
from webapp.application import UnsafeSettingsError, create_app
from webapp.site.request import now
from webapp.site.serving import check

SITE = "https://spoorzoeker.example"
SEED = bytes(range(20))


@pytest.fixture
def settings(database):
    return replace(
        database.settings,
        production=True,
        secret="geen geheim, maar wel lang genoeg",
        hosts=("spoorzoeker.example",),
    )


@pytest.fixture
def client(database, people, settings):
    assert people
    pools = web_pools(database.settings, database.url, size=2)
    app = create_app(settings, pools)
    with database.connect() as db:
        db.execute("update account set invented = false")
        for account in (people.anna, people.bram):
            sealed = seeds.seal(app.extensions["sealer"], account, SEED)
            db.execute(
                "update account set totp_seed = %s where id = %s", (sealed, account)
            )
    yield app.test_client()
    pools.close()


def post(client, path, **fields):
    page = client.get("/inloggen", base_url=SITE).get_data(as_text=True)
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    return client.post(
        path,
        data={"csrf_token": token, **fields},
        base_url=SITE,
        headers={"Referer": f"{SITE}/inloggen"},
    )


def sign_in(client, email="anna@example.nl"):
    """Both steps; the answer to the first when it refuses."""
    answer = post(client, "/inloggen", email=email, password=builders.PASSWORD)
    if answer.status_code == 401:
        return answer
    return post(client, "/inloggen/code", code=totp.code_at(SEED, now()))


@pytest.mark.asvs("3.3.1 3.3.2 3.3.3 3.3.4")
def test_both_cookies_are_bound_to_https_and_to_this_host(client):
    form = client.get("/inloggen", base_url=SITE).headers["Set-Cookie"]
    set_now = sign_in(client).headers.getlist("Set-Cookie")
    (signed_in,) = [one for one in set_now if one.startswith("__Host-sessie=")]
    for cookie, name in ((form, "formulier"), (signed_in, "sessie")):
        assert cookie.startswith(f"__Host-{name}=")
        for attribute in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
            assert attribute in cookie
        assert "Domain" not in cookie


@pytest.mark.asvs("14.3.1")
def test_signing_out_removes_the_cookie_the_way_a_browser_accepts(client):
    sign_in(client)
    cookies = post(client, "/uitloggen").headers.getlist("Set-Cookie")
    (gone,) = [c for c in cookies if c.startswith("__Host-sessie=;")]
    assert "Secure" in gone
    assert "Max-Age=0" in gone


@pytest.mark.asvs("4.1.3")
def test_another_name_for_the_site_is_refused(client):
    answer = client.get("/inloggen", base_url="https://elders.example")
    assert answer.status_code == 400
    assert "elders" not in answer.get_data(as_text=True)
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.asvs("4.1.3 15.3.4")
def test_the_proxy_says_who_comes_and_how(client, database):
    client.get(
        "/inloggen",
        base_url="http://spoorzoeker.example",
        headers={"X-Forwarded-Proto": "https"},
    )
    for address in ("198.51.100.7", "203.0.113.7"):
        page = client.get("/inloggen", base_url=SITE).get_data(as_text=True)
        client.post(
            "/inloggen",
            base_url=SITE,
            data={
                "csrf_token": page.split('name="csrf_token" value="')[1].split('"')[0],
                "email": f"{address}@example.nl",
                "password": "verkeerd",
            },
            headers={
                "Referer": f"{SITE}/inloggen",
                "X-Forwarded-For": f"1.2.3.4, {address}",
            },
        )
    with database.connect() as db:
        rows = db.execute("select count(distinct key) from login_attempt").fetchone()
    assert rows == (4,)  # two accounts, two networks: not the proxy's own


@pytest.mark.asvs("3.4.1")
def test_https_is_remembered(client):
    answer = client.get(
        "/inloggen",
        base_url="http://spoorzoeker.example",
        headers={"X-Forwarded-Proto": "https"},
    )
    assert "max-age" in answer.headers["Strict-Transport-Security"]


@pytest.mark.asvs("6.3.2 13.2.3")
def test_the_invented_people_cannot_sign_in(client, database):
    with database.connect() as db:
        db.execute("update account set invented = true where name = 'Anna'")
    assert sign_in(client).status_code == 401
    assert sign_in(client, "bram@example.nl").status_code == 302


@pytest.mark.asvs("13.3.1 13.4.2")
@pytest.mark.parametrize("missing", [{"secret": None}, {"kek": None}, {"hosts": ()}])
def test_an_unsafe_site_does_not_start(settings, missing):
    with pytest.raises(UnsafeSettingsError):
        create_app(replace(settings, **missing), web_pools(settings, "", size=1))


@pytest.mark.asvs("13.4.2")
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "spoorzoeker.example"])
def test_outside_production_only_this_machine_is_served(database, settings, host):
    with pytest.raises(UnsafeSettingsError):
        check(database.settings, host)
    check(settings, host)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_on_this_machine_a_demo_may_run(database, host):
    check(database.settings, host)
