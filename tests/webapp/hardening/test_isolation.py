"""Connections are shared by everybody in turn; who one was is forgotten each time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from schemas.account import PERSONAS
from tests.site import site_on
from webapp.site import request

REQUESTS, THREADS, CONNECTIONS = 1_000, 8, 3
SEES = {"Anna": "Samira", "Bram": "Tom"}

pytestmark = pytest.mark.asvs("8.2.2 8.4.1")


@pytest.fixture
def app(database, people):
    assert people
    with site_on(database, size=CONNECTIONS) as site:
        yield site


def wrong_of(trespasser, name):
    """What one request shows that it should not, or not what it should."""
    answer = trespasser.visitor(name).browser.client.get("/kandidaten")
    text = answer.get_data(as_text=True)
    if name == "niemand":
        return [] if answer.status_code == 302 else [name, answer.status_code]
    seen = {one for one in SEES.values() if one in text}
    return [] if seen == {SEES[name]} else [name, answer.status_code, seen]


def test_a_thousand_requests_on_three_connections_show_nobody_elses_rows(
    trespasser, app
):
    names = ("Anna", "Bram", "niemand")
    # one client per thread at a time: a client itself is not shared
    asked = [names[number % len(names)] for number in range(REQUESTS)]
    with ThreadPoolExecutor(THREADS) as crowd:
        found = list(crowd.map(lambda name: wrong_of(trespasser, name), asked))
    assert [one for one in found if one] == []
    with app.app_context():
        pools = request.pools()
    for persona in PERSONAS:
        for _ in range(CONNECTIONS):
            with pools.lend(f"web_{persona}") as db:
                (who,) = db.execute("select current_account()").fetchone()
                assert who is None
                db.rollback()


def test_right_after_an_answer_its_connection_is_nobodys(trespasser, app):
    assert (
        trespasser.visitor("Anna").browser.client.get("/kandidaten").status_code == 200
    )
    with app.app_context():
        pools = request.pools()
    with pools.lend("web_adviser") as db:
        assert db.execute("select count(*) from candidate").fetchone() == (0,)
        db.rollback()
