"""Every answer carries the same strict headers, whatever was asked and however it ended."""

import pytest
from flask import abort

from webapp.site.access import public
from webapp.site.headers import CONTENT_SECURITY_POLICY

SET = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
NEVER = ("Server", "X-Powered-By", "Access-Control-Allow-Origin")
TOO_LARGE = "x" * 3_000_000
FAILURES = (400, 403, 404, 405, 409, 413, 422, 429, 500, 503)

pytestmark = pytest.mark.asvs(
    "3.2.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 3.5.2 4.1.1 13.4.2 14.2.2 14.3.2"
)


def is_text(answer) -> bool:
    return answer.headers["Content-Type"].startswith("text/")


def wrong(answer) -> list[str]:
    """What is missing from an answer, or should not be in it."""
    return [
        *(n for n, value in SET.items() if answer.headers.get(n) != value),
        *(n for n in NEVER if n in answer.headers),
        *(
            ["charset"]
            if is_text(answer) and "charset=utf-8" not in answer.headers["Content-Type"]
            else []
        ),
    ]


def test_every_page_of_everybody_carries_them(trespasser):
    found, pages = {}, 0
    for rule in trespasser.rules():
        for visitor in trespasser.everybody:
            known = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: known[n] for n in rule.arguments})
            answer = visitor.browser.client.get(path)
            if missing := wrong(answer):
                found[visitor.name, path] = missing
            pages += 1
    assert found == {}
    assert pages > 300


def test_every_failure_carries_them(own_app):
    for code in FAILURES:
        own_app.add_url_rule(
            f"/mislukt/{code}", f"fail{code}", public(lambda c=code: abort(c))
        )
    own_app.add_url_rule("/kapot", "broken", public(lambda: 1 / 0))
    own_app.config["PROPAGATE_EXCEPTIONS"] = False
    client = own_app.test_client()
    answers = [client.get(f"/mislukt/{code}") for code in FAILURES]
    assert [answer.status_code for answer in answers] == list(FAILURES)
    answers += [
        client.get("/kapot"),
        client.get("/bestaat-niet"),
        client.post("/inloggen", data={"email": "a"}),
        client.post("/inloggen", headers={"Sec-Fetch-Site": "cross-site"}),
        client.put("/inloggen"),
        client.post("/inloggen", data={"email": TOO_LARGE}),
    ]
    assert [a.status_code for a in answers[-6:]] == [500, 404, 400, 403, 405, 413]
    assert [wrong(answer) for answer in answers] == [[] for _ in answers]


def test_what_is_not_personal_may_be_kept_and_is_as_strict(app):
    for path in ("/static/app.css", "/static/app.js"):
        with app.test_client().get(path) as answer:
            assert set(wrong(answer)) <= {"Cache-Control"}
            assert "no-store" not in answer.headers["Cache-Control"]


@pytest.mark.asvs("4.1.4 13.4.4")
def test_a_method_nobody_offers_is_refused_everywhere(trespasser):
    anna = trespasser.visitor("Anna").browser.client
    for rule in trespasser.rules():
        path = trespasser.path(rule, {n: trespasser.victim[n] for n in rule.arguments})
        for method in ("PUT", "DELETE", "PATCH", "TRACE"):
            answer = anna.open(path, method=method)
            assert answer.status_code in (404, 405), (method, path)


@pytest.mark.asvs("13.4.1 13.4.3")
@pytest.mark.parametrize(
    "path",
    [
        "/.git/config", "/.env", "/static/", "/static/../application.py", "/pyproject.toml",
        "/static/%2e%2e/application.py", "/console", "/debug", "/server-status", "/metrics",
    ],
)  # fmt: skip
def test_nothing_but_the_site_is_there(app, path):
    assert app.test_client().get(path).status_code == 404
