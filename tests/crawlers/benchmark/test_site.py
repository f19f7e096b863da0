"""The generated site: what stands on it, and that our own readers understand it."""

import re
import statistics
from datetime import date

import pytest

from crawlers.benchmark.adverts import make_advert
from crawlers.benchmark.site import FIRST_NUMBER, Plan, Site
from crawlers.pages.jobposting import read_postings
from crawlers.pages.page import Page
from crawlers.platforms.sitemap import read_sitemap

TODAY = date(2026, 11, 22)
ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def site():
    return Site(Plan(seed=7, pages=60, today=TODAY), ORIGIN)


def body(site, path):
    return b"".join(site.answer(path.encode()).body)


def paths(site):
    named = re.findall(rb"<loc>([^<]+)</loc>", body(site, "/sitemap-vacatures-1.xml"))
    return [url.decode().removeprefix(ORIGIN) for url in named]


def test_the_same_seed_and_number_give_the_same_advert_whatever_came_before():
    one = make_advert(7, 42, TODAY)
    make_advert(7, 41, TODAY)
    assert make_advert(7, 42, TODAY) == one
    assert make_advert(8, 42, TODAY) != one


def test_two_sites_of_one_plan_hold_the_same_bytes(site):
    again = Site(Plan(seed=7, pages=60, today=TODAY), ORIGIN)
    assert [body(site, path) for path in paths(site)] == [
        body(again, path) for path in paths(again)
    ]


def test_robots_names_the_sitemap_and_its_index_names_every_page(site):
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in body(site, "/robots.txt").decode()
    index = read_sitemap(body(site, "/sitemap.xml"))
    assert index.is_index
    [one] = index.addresses
    pages = read_sitemap(body(site, one.removeprefix(ORIGIN)))
    assert len(pages.addresses) == len(set(pages.addresses)) == 60
    assert all(
        site.answer(url.removeprefix(ORIGIN).encode()) for url in pages.addresses
    )


def test_a_page_weighs_what_real_career_pages_weigh(site):
    sizes = [len(body(site, path)) for path in paths(site)]
    assert 25_000 < statistics.mean(sizes) < 29_000
    data = [
        sum(map(len, re.findall(rb"ld\+json\">(.*?)</script>", body(site, path))))
        for path in paths(site)
    ]
    assert 3_300 < statistics.mean(data) < 4_700


def test_one_page_in_five_has_its_posting_in_a_graph(site):
    assert sum(b'"@graph"' in body(site, path) for path in paths(site)) == 12


def test_our_readers_find_what_the_advert_says_on_every_page(site):
    for number, path in enumerate(paths(site), start=FIRST_NUMBER):
        advert = make_advert(7, number, TODAY)
        text = body(site, path).decode()
        [posting] = read_postings(Page(source="x", url=ORIGIN + path, text=text))
        assert posting.title == advert.title
        assert posting.places[0].locality == advert.place
        assert posting.salary_min == str(advert.salary[0])
        assert posting.date_posted == advert.posted.isoformat()


def test_no_two_adverts_are_the_same():
    texts = {make_advert(7, number, TODAY).sections for number in range(500)}
    assert len(texts) == 500


def test_the_header_counts_the_letters_of_the_body(site):
    for path in ("/robots.txt", "/sitemap.xml", paths(site)[3]):
        header = bytes(site.answer(path.encode()).header)
        assert f"Content-Length: {len(body(site, path))}\r\n".encode() in header
        assert header.startswith(b"HTTP/1.1 200 OK\r\n")
        assert header.endswith(b"\r\n\r\n")


def test_what_is_not_on_the_site_has_no_answer(site):
    assert site.answer(b"/vacatures/bestaat-niet-1") is None
