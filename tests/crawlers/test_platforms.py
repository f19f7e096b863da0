"""Answers of the platforms to postings, and where each goes next."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.page import Page
from crawlers.platforms import PLATFORMS, platform_named
from crawlers.platforms.base import Answer, UnexpectedAnswerError, Visit, same_site
from crawlers.platforms.jobposting import JobPostingSite, vacancy_addresses
from crawlers.platforms.recruitee import Recruitee
from crawlers.platforms.teamtailor import Teamtailor
from crawlers.sitemap import NotASitemapError, read_sitemap
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

SITE = "https://werkenbij.wilg.nl"


def answer(text, url=SITE):
    body = text if isinstance(text, bytes) else text.encode()
    shown = "" if isinstance(text, bytes) else text
    return Answer(page=Page(source="wilg", url=url, text=shown), body=body)


def listing(url=SITE, **other):
    return Visit(url=url, kind="listing", **other)


def offer(number, **other):
    facts = {
        "id": number,
        "title": f"Baan {number}",
        "careers_url": f"{SITE}/o/baan-{number}",
        "description": "<p>Werk</p>",
        "requirements": "<p>mbo-2</p>",
        "status": "published",
        "company_name": "De Wilg",
        "city": "Zwolle",
        "postal_code": "8011 AB",
        "country_code": "NL",
        "min_hours": 16,
        "max_hours": 24,
        "employment_type_code": "parttime_fixed_term",
        "salary": {"min": "2400", "max": "3100", "period": "month", "currency": "EUR"},
    }
    return facts | other


def test_every_platform_of_a_source_is_known():
    assert [platform_named(p.name) for p in PLATFORMS] == list(PLATFORMS)
    with pytest.raises(LookupError):
        platform_named("workday")


def test_recruitee_offers():
    offers = {"offers": [offer(1), offer(2, status="closed"), offer(3, title=None)]}
    reading = Recruitee().read(answer(json.dumps(offers)), listing())
    assert reading.announced == 2
    [posting] = reading.postings
    assert (posting.source_key, posting.hours) == ("1", "16 - 24")
    assert "mbo-2" in posting.description
    assert posting.remote is None


@pytest.mark.parametrize(
    "text", ["<html></html>", '{"a": 1}', "[]", '{"offers": 3}', ""]
)
def test_anything_else_is_not_recruitee(text):
    with pytest.raises(UnexpectedAnswerError):
        Recruitee().read(answer(text), listing())


def rss(*numbers):
    items = "".join(
        f"<item><title>Baan {n}</title><description>&lt;p&gt;Werk&lt;/p&gt;</description>"
        f"<link>{SITE}/jobs/{n}-baan</link><pubDate>Tue, 08 Sep 2026 09:53:59 +0200</pubDate>"
        "<remoteStatus>hybrid</remoteStatus><tt:locations><tt:location>"
        "<tt:city>Zwolle</tt:city><tt:zip>8011 AB</tt:zip><tt:country>Netherlands</tt:country>"
        "</tt:location></tt:locations></item>"
        for n in numbers
    )
    return (
        '<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>'
        f"<title>De Wilg</title>{items}</channel></rss>"
    )


def test_teamtailor_rss():
    reading = Teamtailor().read(answer(rss(7, 8)), listing(f"{SITE}/jobs.rss"))
    assert [p.source_key for p in reading.postings] == ["7", "8"]
    first = reading.postings[0]
    assert (first.employer, first.remote) == ("De Wilg", "hybrid")
    assert first.places[0].postcode == "8011 AB"
    assert reading.visits == ()


def test_teamtailor_rss_has_pages_of_a_hundred():
    full = Teamtailor().read(answer(rss(*range(100))), listing(f"{SITE}/jobs.rss"))
    [following] = full.visits
    assert following.url == f"{SITE}/jobs.rss?offset=100&per_page=100"
    again = Teamtailor().read(answer(rss(*range(100))), following)
    assert (again.postings, again.visits) == ((), ())


def test_teamtailor_json_follows_its_own_next_page_but_not_to_elsewhere():
    item = {
        "title": "Baan",
        "url": f"{SITE}/jobs/7-baan",
        "content_html": "<p>Werk</p>",
    }
    for address, count in (("/jobs.json?page=2", 1), ("https://elders.nl/x", 0)):
        feed = {"items": [item], "next_url": address}
        reading = Teamtailor().read(answer(json.dumps(feed)), listing())
        assert len(reading.visits) == count
    assert reading.postings[0].source_key == "7"


@pytest.mark.parametrize("text", ["<html/>", "nee", '{"items": 1}', "{", "<rss"])
def test_anything_else_is_not_teamtailor(text):
    with pytest.raises(UnexpectedAnswerError):
        Teamtailor().read(answer(text), listing())


def test_a_teamtailor_site_of_three_pages_is_crawled_whole(database):
    pages = {
        "/jobs.rss": Reply(rss(*range(100)), kind="application/rss+xml"),
        "/jobs.rss?offset=100&per_page=100": Reply(rss(*range(100, 200))),
        "/jobs.rss?offset=200&per_page=100": Reply(rss(*range(200, 207))),
    }
    with served(pages) as site:
        [run] = crawled(database, [source("tt", site.address, "teamtailor")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 207, 207)
    assert len(export(database)) == 207


def test_a_recruitee_tenant_that_left_is_gone(database):
    with served({}) as site:
        [run] = crawled(database, [source("weg", site.address, "recruitee")])
    assert (run["status"], run["found"]) == ("gone", 0)


def test_html_where_json_belongs_is_a_changed_site(database):
    with served({"/api/offers/": page(body="<h1>Hoi</h1>")}) as site:
        [run] = crawled(database, [source("html", site.address, "recruitee")])
    assert run["status"] == "changed"
    assert run["error"] == "geen JSON van Recruitee"


def test_sitemaps_packed_and_indexed():
    urls = [f"{SITE}/vacatures/{n}" for n in range(3)]
    assert read_sitemap(sitemap(urls).encode()).addresses == tuple(urls)
    assert read_sitemap(gzip.compress(sitemap(urls).encode())).addresses == tuple(urls)
    index = (
        b"<sitemapindex><sitemap><loc>https://x.nl/a.xml</loc></sitemap></sitemapindex>"
    )
    assert read_sitemap(index).is_index


def test_a_sitemap_cut_off_halfway_is_used_but_not_whole():
    body = sitemap([f"{SITE}/vacatures/{n}" for n in range(50)]).encode()
    half = read_sitemap(body[: len(body) // 2])
    assert half.cut
    assert 10 < len(half.addresses) < 50


def test_a_sitemap_loads_nothing_from_elsewhere():
    body = (
        b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b"<urlset><url><loc>https://x.nl/&x;</loc></url></urlset>"
    )
    assert all("\n" not in url for url in read_sitemap(body).addresses)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sitemap_or_not(body):
    try:
        read_sitemap(body)
    except NotASitemapError:
        return


def test_only_what_looks_like_a_vacancy_is_visited():
    urls = [
        f"{SITE}/",
        f"{SITE}/over-ons",
        f"{SITE}/vacatures",
        f"{SITE}/vacatures/kok-12?utm_source=x",
        f"{SITE}/vacatures/kok-12/solliciteer",
        f"{SITE}/vacatures/brochure.pdf",
    ]
    assert vacancy_addresses(urls) == [f"{SITE}/vacatures/kok-12"]
    assert vacancy_addresses([f"{SITE}/a", f"{SITE}/b"]) == [f"{SITE}/a", f"{SITE}/b"]


def test_a_sitemap_index_leads_to_the_sitemap_of_vacancies():
    index = (
        f"<sitemapindex><sitemap><loc>{SITE}/sitemap-pages.xml</loc></sitemap>"
        f"<sitemap><loc>{SITE}/vacature-sitemap.xml</loc></sitemap>"
        "<sitemap><loc>https://elders.nl/vacature.xml</loc></sitemap></sitemapindex>"
    )
    visit = Visit(url=f"{SITE}/sitemap.xml", kind="sitemap")
    reading = JobPostingSite().read(answer(index.encode(), visit.url), visit)
    assert [v.url for v in reading.visits] == [f"{SITE}/vacature-sitemap.xml"]


def test_a_site_without_a_sitemap_is_read_by_its_list(database):
    links = '<a href="/vacatures/een">1</a><a href="/vacatures/twee?ref=x">2</a>'
    more = '<a rel="next" href="/vacatures?pagina=2">verder</a>'
    pages = {
        "/vacatures": page(body=links + more),
        "/vacatures?pagina=2": page(body='<a href="/vacatures/drie">3</a>'),
        "/vacatures/een": page(job(1)),
        "/vacatures/twee": page(job(2)),
        "/vacatures/drie": page(job(3)),
    }
    with served(pages) as site:
        [run] = crawled(database, [source("lijst", site.address + "/vacatures")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 3, 3)


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("https://www.x.nl/a", "https://x.nl/b", True),
        ("https://x.nl", "https://banen.x.nl", True),
        ("https://x.nl", "https://y.nl", False),
        ("https://x.nl", "https://nietx.nl", False),
        ("http://127.0.0.1:80/a", "http://127.0.0.1:81/a", False),
        ("https://x.nl", "javascript:alert(1)", False),
        ("https://x.nl", "mailto:a@x.nl", False),
    ],
)
def test_what_is_on_the_same_site(url, other, same):
    assert same_site(url, other) is same
