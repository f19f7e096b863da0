"""Phenom: sitemaps by locale, the search, and the pages."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting import NoPostingError
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.phenom import Phenom
from tests.crawlers.adverts import job, page
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.hostile import MOST_SECONDS, PAGES, seconds
from tests.crawlers.site import served

SITE = "https://banen.wilg.nl"
TEXT = (
    "<p>Je zet de weg af en stuurt het verkeer, in weer en wind, in heel het land.</p>"
    * 8
)


def found(*jobs, total=None):
    ddo = {
        "eagerLoadRefineSearch": {
            "status": 200,
            "totalHits": total,
            "data": {"jobs": list(jobs)},
        }
    }
    return page(
        body=f"<script>var phApp = {{}};\nphApp.ddo = {json.dumps(ddo)}; phApp.experimentData = {{}};</script>"
    )


def sitemap(*paths, day="2026-09-16T18:00:30+00:00"):
    entries = "".join(
        f"<url><loc>{SITE}{p}</loc><lastmod>{day}</lastmod></url>" for p in paths
    )
    return f"\n\n  <urlset>{entries}</urlset>"


def read(text, url=f"{SITE}/nl/nl/search-results?from=0&s=1", kind="listing", **other):
    return Phenom().read(answer(text, url), Visit(url=url, kind=kind, **other))


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (f"{SITE}/nl/nl/job/26209/Kok", [f"{SITE}/nl/nl/sitemap.xml", f"{SITE}/sitemap.xml", f"{SITE}/nl/nl/search-results?from=0&s=1"]),
        (f"{SITE}/global/en", [f"{SITE}/global/en/sitemap.xml", f"{SITE}/sitemap.xml", f"{SITE}/global/en/search-results?from=0&s=1"]),
        (SITE, [f"{SITE}/sitemap.xml", f"{SITE}/search-results?from=0&s=1"]),
    ],
)  # fmt: skip
def test_it_asks_in_the_language_of_the_source(url, asked):
    first = Phenom().first(source("wilg", url, "phenom"))
    assert [v.url for v in (first, *first.otherwise)] == asked


def test_the_sitemap_names_jobs_and_much_else():
    text = sitemap(
        "/nl/nl",
        "/nl/nl/c/zorg-jobs",
        "/nl/nl/job/26209/Kok",
        "/nl/nl/blogarticle/top-10",
    )
    reading = read(text, f"{SITE}/nl/nl/sitemap.xml", "sitemap")
    [visit] = reading.visits
    assert (visit.url, visit.kind) == (f"{SITE}/nl/nl/job/26209/Kok", "detail")
    assert visit.lastmod == "2026-09-16T18:00:30+00:00"


def test_one_job_in_several_languages_is_visited_in_dutch():
    text = sitemap("/nl/en/job/26209/Cook", "/nl/nl/job/26209/Kok", "/nl/en/job/26210/Waiter",
                   "/nl/nl/job/WILG1P7EXTERNALNLNL/Ober", "/global/en/job/WILG1P7EXTERNALENGLOBAL/Waiter")  # fmt: skip
    reading = read(text, f"{SITE}/sitemap.xml", "sitemap")
    assert [v.url.removeprefix(SITE) for v in reading.visits] == [
        "/nl/nl/job/26209/Kok", "/nl/en/job/26210/Waiter", "/nl/nl/job/WILG1P7EXTERNALNLNL/Ober",
    ]  # fmt: skip


def test_of_the_sitemaps_by_locale_the_dutch_one_is_read():
    index = "".join(
        f"<sitemap><loc>{SITE}/{lang}/sitemap1.xml</loc></sitemap>"
        for lang in ("nl/en", "nl/nl", "global/en")
    )
    reading = read(
        f"<sitemapindex>{index}</sitemapindex>", f"{SITE}/sitemap.xml", "sitemap"
    )
    assert [v.url for v in reading.visits] == [f"{SITE}/nl/nl/sitemap1.xml"]


def test_the_search_goes_on_until_all_have_been_seen():
    rows = [
        {"jobSeqNo": f"WILG1P{n}EXTERNALNLNL", "jobId": f"P-{n}", "title": "Kok"}
        for n in range(10)
    ]
    reading = read(found(*rows, total=12))
    *details, onward = reading.visits
    assert details[0].url == f"{SITE}/nl/nl/job/WILG1P0EXTERNALNLNL"
    assert onward.url == f"{SITE}/nl/nl/search-results?from=10&s=1"
    assert (reading.announced, reading.total) == (10, 12)
    last = read(found(*[{"jobId": "P-11"}, {"jobId": "P-12"}], total=12), onward.url)
    assert [v.url for v in last.visits] == [
        f"{SITE}/nl/nl/job/P-11",
        f"{SITE}/nl/nl/job/P-12",
    ]


def test_a_search_without_results_is_an_empty_board():
    reading = read(found(total=0))
    assert (reading.total, reading.visits) == (0, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "<html></html>",
        "<script>phApp.ddo = {a: 1};</script>",
        page(body="<h1>Hoi</h1>"),
    ],
)
def test_anything_else_is_not_phenom(text):
    with pytest.raises(UnexpectedAnswerError):
        read(text)


def test_a_list_leads_nowhere_but_to_its_own_site():
    [visit] = read(
        found({"jobId": "https://elders.nl/x"}, {"jobId": "P-1"}, total=1)
    ).visits
    assert visit.url == f"{SITE}/nl/nl/job/P-1"


def test_the_page_of_a_job_has_one_key_in_every_language():
    for locale, seq in (
        ("nl/nl", "WILG1P7EXTERNALNLNL"),
        ("global/en", "WILG1P7EXTERNALENGLOBAL"),
    ):
        url = f"{SITE}/{locale}/job/{seq}/Kok"
        shown = page(job(7, identifier={"value": seq}))
        [posting] = read(shown, url, "detail").postings
        assert posting.source_key == "WILG1P7"
    [posting] = read(
        page(job(7, identifier="26209")), f"{SITE}/nl/nl/job/26209/Kok", "detail"
    ).postings
    assert posting.source_key == "26209"


def test_a_page_without_linked_data_is_read_from_its_own():
    row = {"jobId": "P-7", "reqId": "P-7", "title": "Kok", "description": TEXT, "city": "Zwolle",
           "country": "Netherlands", "postedDate": "2026-09-16T09:54:06.573+0000", "type": "Full-Time"}  # fmt: skip
    body = f"<h1>Kok</h1><script>phApp.ddo = {json.dumps({'jobDetail': {'data': {'job': row}}})};</script>"
    [posting] = read(page(body=body), f"{SITE}/nl/nl/job/P-7/Kok", "detail").postings
    assert (posting.source_key, posting.places[0].locality) == ("P-7", "Zwolle")
    assert posting.date_posted == "2026-09-16T09:54:06.573+0000"


def test_a_site_is_crawled_whole(database):
    with served({}) as site:
        text = sitemap("/nl/nl", "/nl/nl/job/7/Kok", "/nl/en/job/7/Cook")
        site.pages["/nl/nl/sitemap.xml"] = text.replace(SITE, site.address)
        site.pages["/nl/nl/job/7/Kok"] = page(job(7, identifier="7"))
        [run] = crawled(database, [source("wilg", f"{site.address}/nl/nl", "phenom")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 1, 1)
    assert [v["source_key"] for v in export(database)] == ["7"]


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["jobSeqNo", "jobId", "title", "data"]),
        st.recursive(st.none() | st.integers() | st.text(max_size=10), lambda v: st.lists(v) | st.dictionaries(st.text(), v), max_leaves=5),
    ),
    st.none() | st.booleans() | st.integers() | st.text(),
    st.integers(0, 300),
    st.text(),
)  # fmt: skip
def test_any_list_cut_anywhere_is_survived(row, total, end, text):
    whole = found(row, total=total)
    for written in (whole, whole[:end] + text + whole[end:], text):
        for kind in ("listing", "detail"):
            try:
                read(written, kind=kind)
            except (UnexpectedAnswerError, NoPostingError, NotAPageError):
                continue


@pytest.mark.parametrize(
    "name", ["scripts of one letter", "assignments", "brackets", "links", "state"]
)
def test_a_hostile_page_takes_no_longer_than_it_is(name):
    url = f"{SITE}/nl/nl"
    shown = answer(PAGES[name], url)
    assert seconds(Phenom().read, shown, listing(url)) < MOST_SECONDS
