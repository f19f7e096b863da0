"""What a site asks of whoever reads it."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.collecting.fetched import Fetched
from crawlers.pages.page import Page
from crawlers.probe.questions import NoAnswerError, Questions
from crawlers.probe.site import robots_for, terms_links

SITE = "https://werkenbij.wilg.nl/vacatures"


def links(body):
    return terms_links(Page(source="", url=SITE, text=f"<body>{body}</body>"))


def robots(text):
    async def fetch(url, _payload=None):
        if isinstance(text, Exception):
            raise text
        return Fetched(asked=url, url=url, status=200, text=text)

    asked = robots_for(SITE, Questions(fetch), agent="SpoorzoekerBot")
    return asyncio.run(asked)[0]


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("/gebruiksvoorwaarden", "Lees dit"),
        ("/x", "Algemene voorwaarden"),
        ("https://www.wilg.nl/disclaimer", "Disclaimer"),
        ("/legal", "Terms of use"),
        ("/colofon", "Colofon"),
    ],
)
def test_links_that_may_lead_to_the_terms(href, words):
    [found] = links(f'<a href="{href}">{words}</a>')
    assert found.endswith(href)


@pytest.mark.parametrize(
    "words",
    ["Arbeidsvoorwaarden", "Vacatures", "Privacyverklaring", "Cookies", "Over ons"],
)
def test_links_that_do_not(words):
    assert links(f'<a href="/{words.lower()}">{words}</a>') == ()


def test_the_likeliest_comes_first_and_no_scripts():
    body = (
        '<a href="/colofon">Colofon</a><a href="/disclaimer">Disclaimer</a>'
        '<a href="/gebruiksvoorwaarden">Gebruiksvoorwaarden</a>'
        '<a href="javascript:alert(1)">Disclaimer</a><a href="http://[">Terms</a>'
    )
    assert [url.rsplit("/", 1)[-1] for url in links(body)] == [
        "gebruiksvoorwaarden",
        "disclaimer",
        "colofon",
    ]


def test_robots_of_a_real_shape():
    told = robots(
        "User-agent: *\nRequest-rate: 1/4\nCrawl-delay: 2\nDisallow: /login\n"
        "Sitemap: /sitemap-vacatures.xml\n"
    )
    assert (told.allowed, told.delay, told.trouble) == (True, 4.0, None)
    assert told.sitemaps == ("https://werkenbij.wilg.nl/sitemap-vacatures.xml",)


def test_robots_that_forbids_us_or_cannot_be_had():
    assert not robots("User-agent: spoorzoekerbot\nDisallow: /vacatures").allowed
    assert robots("User-agent: anderebot\nDisallow: /").allowed
    told = robots(NoAnswerError("blocked", "robots.txt antwoordt met HTTP 503"))
    assert (told.allowed, told.trouble) == (False, "robots.txt antwoordt met HTTP 503")


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_page_and_any_robots_has_an_answer(text):
    links(text)
    links(f'<a href="{text}">voorwaarden</a>')
    robots(text)
