"""No page asks its database for more than a handful of things."""

from collections import Counter

import pytest

from tests.webapp import trespass
from tests.webapp.counting import Listening

MOST = 8
# A list that stands behind a word in the address asks for what that list needs.
MORE = {
    "vacancies.index": ("?lijst=past", "?lijst=uitzoeken", "?lijst=uitgesloten"),
    "changes.index": ("?met=belastbaarheid",),
}


@pytest.fixture
def everybody(app, database, people):
    """Everybody who may come in, in a house where a row of everything stands."""
    ids = trespass.furnish(database, people)
    found = {one.name: one for one in trespass.visitors(app, database, people, ids)}
    with database.connect() as db:  # however slow this machine is today
        db.execute("update session set last_seen = now() + interval '1 hour'")
    return found


@pytest.fixture
def heard(app, everybody):  # noqa: ARG001 - who signed in before
    """What is asked of the database from now on."""
    listening = Listening(app.extensions["pools"])
    app.extensions["pools"] = listening
    return listening.heard


def looks(app, everybody):
    """Every page of everybody: who looks, and at what address."""
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if "GET" not in rule.methods or _is_at_the_door(rule.endpoint):
                continue
            for name in sorted(_owners(rule.endpoint)):
                own = {one: everybody[name].own[one] for one in rule.arguments}
                path = app.url_for(rule.endpoint, **own)
                for more in ("", *MORE.get(rule.endpoint, ())):
                    yield name, path + more


def _is_at_the_door(endpoint):
    return endpoint in trespass.PUBLIC | trespass.BY_TOKEN


def _owners(endpoint):
    everybody = trespass.is_of_oneself(endpoint)
    personas = trespass.OWNERS if everybody else trespass.owners_of(endpoint)
    return {trespass.OWNERS[persona] for persona in personas}


def test_every_page_asks_eight_questions_at_most_and_none_of_them_twice(
    app, everybody, heard
):
    """Who asks is one of them, the row in the log another.

    Once a minute there is one more: then a session is marked as alive.
    """
    asked = {}
    for name, path in list(looks(app, everybody)):
        heard.clear()
        answer = everybody[name].browser.client.get(path)
        assert answer.status_code < 400, (name, path, answer.status_code)
        asked[name, path] = Counter(heard)
    assert len(asked) > 80
    assert {who: n.total() for who, n in asked.items() if n.total() > MOST} == {}
    assert {who: n for who, n in asked.items() if max(n.values(), default=0) > 1} == {}
