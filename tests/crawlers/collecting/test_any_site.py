"""Whatever a site answers and wherever a crawl is killed: it ends, and tells the truth."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawlers.collecting.fetched import Trouble
from crawlers.collecting.pages_ahead import Limits
from schemas.tables import sources
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import HOST, NOW, ROBOTS, SITEMAP, Career
from tests.crawlers.collecting.driving import Refusal, drive, fetched
from tests.crawlers.crawling import source

LIVE = ("fine", "marked", "moved", "anew")
HICCUPS = ("error", "silent", "refused", "forbidden", "broken", "empty")
DEAD = ("missing", "away", "says so")
MOST_RUNS = 40  # of one night, killed and begun again

answers = st.lists(
    st.sampled_from([*LIVE, *LIVE, *HICCUPS, *DEAD]), min_size=1, max_size=12
)
nights = st.lists(
    st.tuples(
        answers,
        st.sampled_from(["whole", "whole", "whole", "half", "error", "gone"]),
        st.lists(st.integers(0, 12), max_size=4),  # after so many answers it is killed
        st.sampled_from([None, 2, 5]),
    ),
    min_size=1,
    max_size=4,
)


class AnySite(Career):
    """Each page as its word says; a vacancy without a word is not listed."""

    def __init__(self, words, listing):
        super().__init__(len(words))
        self.words = dict(zip(self.dates, words, strict=True))
        self.listing = listing

    def answer(self, url):
        if url == SITEMAP and self.listing == "error":
            return fetched(url, "fout", status=500)
        if url in {SITEMAP, ROBOTS}:
            return super().answer(url)
        return self.as_told(url, self.words.get(url, "missing"))

    def sitemap(self):
        whole = self.dates
        if self.listing in {"half", "gone"}:
            left = len(whole) // 2 if self.listing == "half" else 0
            self.dates = dict(list(whole.items())[:left])
        printed = super().sitemap()
        self.dates = whole
        return printed

    def as_told(self, url, word):
        number = int(url.rsplit("-", 1)[1]) if word in LIVE else 0
        said = {
            "fine": lambda: fetched(url, page(job(number))),
            "marked": lambda: fetched(url, page(job(number)), etag='"a"'),
            "moved": lambda: fetched(url, page(job(number)), end=f"{url}-nieuw"),
            "anew": lambda: fetched(url, page(job(number, title=f"{self.listing}"))),
            "error": lambda: fetched(url, "fout", status=500),
            "silent": lambda: Trouble("failed", "de website neemt niet op"),
            "refused": lambda: fetched(url, "nee", status=403),
            "forbidden": lambda: Refusal.ROBOTS,
            "broken": lambda: fetched(url, page('{"@type": "JobPosting", "title": ')),
            "empty": lambda: fetched(url, page()),
            "missing": lambda: fetched(url, "weg", status=404),
            "away": lambda: fetched(url, page(), end=f"{HOST}/"),
            "says so": lambda: fetched(
                url, page(body="<main><h1>Niet gevonden</h1></main>")
            ),
        }
        return said[word]()


def live_through(db, made, site, now, kills, most_pages):
    """One night, killed now and then and begun again; every address that was asked."""
    asked, run = Counter(), None
    for attempt in range(MOST_RUNS):
        limits = Limits(most_pages=most_pages)
        killed_after = kills[attempt] if attempt < len(kills) else None
        moment = now + timedelta(minutes=attempt)
        driven = drive(
            db, made, site.answer, moment, limits=limits, killed_after=killed_after
        )
        assert run in {None, driven.run.id}, "the same run goes on"
        run = driven.run.id
        asked.update(url for url in driven.asked if "/vacatures/werk-" in url)
        if not driven.killed and driven.run.status != "running":
            return driven.run, asked
    pytest.fail("a run that never ends")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lived=nights)
def test_a_crawl_of_any_site_ends_and_closes_nothing_that_lives(database, lived):
    made = source("wilg", f"{HOST}/")
    with database.connect() as db:
        db.execute("truncate source, host, host_signal cascade")
        sources.add(db, made)
    with database.connect("crawler") as db:
        db.autocommit = True
        for night, (words, listing, kills, most_pages) in enumerate(lived):
            site = AnySite(words, listing)
            before = statuses(db)
            now = NOW + timedelta(days=night)
            run, asked = live_through(db, made, site, now, kills, most_pages)
            after = statuses(db)
            mind(site, before, after)
            lost = len(kills)  # the answer in hand when it was killed is asked for anew
            control = run.status in {"ok", "suspect"}
            assert sum(asked.values()) - len(asked) <= lost * 50 + control, asked
            assert max(asked.values(), default=0) <= lost + 1 + control


def statuses(db):
    return dict(db.execute("select source_key, status from vacancy").fetchall())


def mind(site, before, after):
    for number, word in enumerate(site.words.values(), start=1):
        said = after.get(f"w{number}")
        closed = said == "gone" and before.get(f"w{number}") != "gone"
        lives = word in LIVE or (word in HICCUPS and site.listing == "whole")
        assert not (closed and lives), (number, word)
