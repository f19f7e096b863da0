"""What is remembered of a host from one night to the next."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from crawlers.collecting.fetched import Trouble
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import DAY, NOW, Career
from tests.crawlers.collecting.driving import fetched

RULE = json.dumps([{"location": "/vacatures/*", "tdm-reservation": 1}])


class Reserving(Career):
    """A career site with one vacancy, that says for the whole site what it reserves."""

    def __init__(self, says, text="In Zwolle."):
        super().__init__(1)
        self.says = says
        self.pages[self.url(1)] = page(job(1, description=text * 100))

    def answer(self, url):
        if not url.endswith("/tdmrep.json"):
            return super().answer(url)
        return self.says(url) if callable(self.says) else self.says


def texts(database):
    with database.connect() as db:
        return [text for (text,) in db.execute("select text from vacancy")]


def rests(database, now):
    with database.connect() as db:
        row = db.execute("select rest_until from host").fetchone()
    return row[0] and row[0] - now


SILENCES = {
    "no answer": Trouble("failed", "de website antwoordt niet op tijd"),
    "a failing server": lambda url: fetched(url, "storing", status=502),
    "a refusal": lambda url: fetched(url, "nee", status=403),
}


@pytest.mark.parametrize("silence", SILENCES.values(), ids=SILENCES)
def test_what_was_reserved_stays_so_while_the_site_does_not_answer(
    run, database, silence
):
    run(Reserving(lambda url: fetched(url, RULE)))
    for day in (1, 2):
        run(Reserving(silence, f"Nacht {day}."), NOW + day * DAY, everything=True)
        assert texts(database) == [""]
    run(Reserving(lambda url: fetched(url, "weg", status=404)), NOW + 3 * DAY)
    run(Reserving(silence, "Weer hier."), NOW + 4 * DAY, everything=True)
    assert "Weer hier" in texts(database)[0]


@pytest.mark.parametrize("silence", SILENCES.values(), ids=SILENCES)
def test_silence_alone_reserves_nothing(run, database, silence):
    run(Reserving(silence))
    assert "Zwolle" in texts(database)[0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("asked", "kept"), [(7, 7), (0.5, 1), (24 * 30, 24)])
def test_a_host_rests_as_long_as_it_asks_within_reason(
    run, database, status, asked, kept
):
    site, asking = Career(3), timedelta(hours=asked)
    site.answer = lambda url: replace(fetched(url, "", status=status), rest=asking)
    driven = run(site)
    assert (driven.run.status, len(driven.asked)) == ("blocked", 3)
    assert rests(database, NOW) == timedelta(hours=kept)


def test_one_page_that_asks_for_rest_stops_the_run(run, database):
    site = Career(9)
    asking = timedelta(hours=3)
    site.pages[site.url(1)] = replace(fetched("", "", status=503), rest=asking)
    driven = run(site)
    assert driven.run.status == "blocked"
    assert driven.run.error == "de site vraagt om rust (HTTP 503)"
    assert rests(database, NOW) == asking
