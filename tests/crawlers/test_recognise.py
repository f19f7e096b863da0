"""What is at an address, asked through a fake of the web."""

import asyncio
import json

import pytest

from crawlers.pages.page import Page
from crawlers.platforms.base import Answer
from crawlers.recognise import NotRecognisedError, UnansweredError, name_of, recognise
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.answers import SITE, offer, rss


def looked(pages, address=SITE + "/"):
    async def fetch(url):
        path = url.removeprefix(SITE)
        if path not in pages:
            raise UnansweredError(404, "gone", f"{url} antwoordt met HTTP 404")
        text = pages[path]
        return Answer(page=Page(source="", url=url, text=text), body=text.encode())

    return asyncio.run(recognise(address, fetch))


def test_recruitee():
    found = looked({"/": page(), "/api/offers/": json.dumps({"offers": [offer(1)]})})
    assert (found.platform, found.url, found.employer) == ("recruitee", SITE, "De Wilg")


def test_teamtailor():
    found = looked({"/": page(), "/jobs.rss": rss(1, 2)})
    assert (found.platform, found.employer) == ("teamtailor", "De Wilg")


def test_a_site_with_job_postings():
    found = looked(
        {
            "/": page(),
            "/sitemap.xml": sitemap([f"{SITE}/vacatures/kok"]),
            "/vacatures/kok": page(job()),
        }
    )
    assert (found.platform, found.url, found.delay) == ("jobposting", SITE + "/", 2.0)


def test_the_address_of_one_vacancy_stands_for_its_site():
    pages = {
        "/": page(body='<a href="/vacatures/kok">Kok</a>'),
        "/vacatures/kok": page(job()),
    }
    assert looked(pages, SITE + "/vacatures/kok").url == SITE + "/"


def test_a_site_without_vacancies():
    with pytest.raises(NotRecognisedError, match="geen vacatures die wij kunnen lezen"):
        looked({"/": page(body="<h1>Bakker</h1>")})


def test_a_site_that_does_not_answer():
    with pytest.raises(NotRecognisedError) as nothing:
        looked({})
    assert nothing.value.status == "gone"


def test_an_empty_sitemap():
    with pytest.raises(NotRecognisedError) as nothing:
        looked({"/": page(), "/sitemap.xml": sitemap([])})
    assert nothing.value.status == "suspect"


def test_names_of_sources():
    assert name_of("https://www.werkenbij-x.nl/vacatures") == "werkenbij-x-nl"
    assert name_of("http://127.0.0.1:8000/") == "127-0-0-1-8000"
    assert name_of("https://xn--caf-dma.nl") == "xn--caf-dma-nl"
