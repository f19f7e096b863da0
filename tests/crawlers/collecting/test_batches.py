"""Batches, faults of our own, and what is kept of a run."""

from datetime import timedelta

import pytest

from crawlers.collecting.collection import Collection
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.pages_ahead import Limits
from crawlers.collecting.reader import Reader, Understood
from crawlers.collecting.recorder import Recorder, SourceBusyError
from crawlers.collecting.visited import Visited
from crawlers.platforms.known import platform_named
from schemas.tables import sources
from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.career import (
    DAY,
    HOST,
    NOW,
    Career,
    details,
)
from tests.crawlers.collecting.driving import NOWHERE, fetched
from tests.crawlers.crawling import source


def test_dates_that_lie_are_found_out_in_batches_too(run):
    site = Career(900)
    run(site)
    for number in range(1, 901):
        site.pages[site.url(number)] = page(job(number, title=f"Anders {number}"))
        if number % 6 == 0:
            site.dates[site.url(number)] = "2026-11-02T09:00:00Z"
    looked: set[str] = set()
    for batch in range(9):
        driven = run(site, NOW + DAY + batch * timedelta(minutes=5), most_pages=50)
        assert not looked & set(details(driven)), "no page twice"
        looked |= set(details(driven))
        if driven.run.status == "ok":
            break
    assert driven.run.status == "ok"
    assert len(looked) > 150 + 180


def test_batches_look_at_no_more_undated_pages_than_one_run(run):
    site = Career(600, lastmod=None)
    run(site)
    looked: list[str] = []
    for batch in range(12):
        moment = NOW + DAY + batch * timedelta(minutes=5)
        driven = run(site, moment, most_pages=30)
        looked += details(driven)
        if driven.run.status == "ok":
            break
    assert len(looked) == len(set(looked)) == 200


def test_a_text_that_cannot_be_stored_spoils_only_its_own_page(run):
    site = Career(12)
    site.pages[site.url(7)] = page(job(7, employmentType=["\ud800"], title="Kok\ud800"))
    driven = run(site)
    assert driven.run.status == "ok"
    assert driven.run.found >= 11
    again = run(site, NOW + timedelta(hours=1))
    assert len(details(again)) <= 2


def test_what_a_site_reserves_is_not_in_the_stored_page_either(run, database):
    site = Career(2)
    run(site)
    url = site.url(1)
    site.dates[url] = "2026-11-02T09:00:00Z"
    site.pages[url] = fetched(url, page(job(1)), tdm_reservation="1")
    run(site, NOW + DAY)
    with database.connect() as db:
        kept = db.execute("select body from page where url = %s", (url,)).fetchone()
        text = db.execute("select text from vacancy where source_key = 'w1'").fetchone()
    assert kept == (None,)
    assert text == ("",)
    flapping = run(site, NOW + 2 * DAY, everything=True)
    assert flapping.run.changed == 0


def test_a_reservation_heard_in_an_earlier_batch_is_kept(run, database):
    site = Career(12)
    url = site.url(1)
    site.pages[url] = fetched(url, page(job(1)), tdm_reservation="1")
    while run(site, most_pages=5).run.status == "running":
        pass
    with database.connect() as db:
        said = db.execute("select reserved from host_signal").fetchall()
    assert said == [(True,)]


def test_the_end_of_a_batch_tells_what_was_done(run):
    first = run(Career(12), most_pages=5)
    assert (first.run.status, first.run.new) == ("running", 5)


@pytest.fixture
def begun(database, wilg):
    """A run of which nothing but the list is asked."""
    with database.connect("crawler") as db:
        recorder = Recorder(db, wilg, clock=lambda: NOW)
        platform = platform_named("jobposting")
        reader = Reader(source=wilg, platform=platform, gazetteer=NOWHERE)
        host = HostKnowledge(wilg.url, recorder, agent="TestBot")
        collection = Collection(reader, recorder, host, limits=Limits())
        assert collection.next()
        yield collection


def test_a_run_that_stopped_before_its_end_concludes_nothing(begun):
    begun.finish()
    assert (begun.run.status, begun.run.finished_at) == ("running", None)


def test_a_fault_of_our_own_is_raised_and_the_run_stays_open(begun):
    begun.fault = LookupError("kapot")
    with pytest.raises(LookupError):
        begun.finish()
    assert begun.run.status == "running"


def test_two_sources_of_one_host_are_not_crawled_at_once(database, begun):
    other = source("eik", f"{HOST}/vacatures/")
    with database.connect() as db:
        sources.add(db, other)
    with database.connect("crawler") as db, pytest.raises(SourceBusyError):
        Recorder(db, other, clock=lambda: NOW)
    begun.finish()
    with database.connect("crawler") as db:
        assert Recorder(db, other, clock=lambda: NOW).run.source == "eik"


def test_what_the_database_does_not_take_is_a_page_that_failed(database, wilg):
    with database.connect("crawler") as db:
        recorder = Recorder(db, wilg, clock=lambda: NOW)
        for name in ("kok", "bak\x00ker", "ober"):
            recorder.visited(
                Visited(
                    url=f"{HOST}/{name[:3]}",
                    kind="detail",
                    understood=Understood(outcome="failed", reason=name),
                )
            )
        recorder.flush()
        kept = dict(db.execute("select url, reason from page").fetchall())
    assert kept[f"{HOST}/kok"] == "kok"
    assert kept[f"{HOST}/bak"] == "interne fout (DataError)"
    assert kept[f"{HOST}/obe"] == "ober"
