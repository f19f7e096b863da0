"""What is at an address, asked through a fake of the web."""

import asyncio
import json

import pytest

from crawlers.collecting.fetched import Fetched
from crawlers.probe.questions import NoAnswerError, Questions
from crawlers.recognise import NotRecognisedError, name_of, recognise
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.answers import SITE, offer, rss

BOARD = "https://werkenbijwilg.recruitee.com"
OFFERS = json.dumps({"offers": [offer(1)]})


def whole(url):
    return url if "://" in url else f"{SITE}{url}"


def looked(pages, address=SITE + "/", **limits):
    """What is recognised in a web that holds only `pages`, and what it was asked."""
    web = {whole(path): text for path, text in pages.items()}
    asked = []

    async def fetch(url, _payload=None):
        asked.append(url)
        text = web.get(url, "weg")
        if isinstance(text, Exception):
            raise text
        status = 200 if url in web else 404
        return Fetched(asked=url, url=url, status=status, body=text.encode(), text=text)

    found = asyncio.run(recognise(address, Questions(fetch, **limits)))
    return found, asked


def feed(*paths):
    """A feed that holds whole adverts, or whole articles."""
    text = "Je werkt overdag en wij leren je het vak. " * 12
    items = "".join(
        f"<item><title>Bericht {n}</title><link>{SITE}{path}</link>"
        f"<description>{text}</description></item>"
        for n, path in enumerate(paths)
    )
    return f'<rss version="2.0"><channel><title>De Wilg</title>{items}</channel></rss>'


FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed">'


def source(pages, address=SITE + "/"):
    return looked(pages, address)[0].source


def test_recruitee_at_the_employers_own_address():
    found = source({"/": page(), "/api/offers/": OFFERS})
    assert (found.platform, found.url, found.employer) == ("recruitee", SITE, "De Wilg")


def test_teamtailor_at_the_employers_own_address():
    found = source({"/": page(), "/jobs.rss": rss(1, 2)})
    assert (found.platform, found.employer) == ("teamtailor", "De Wilg")


def test_a_board_on_the_host_of_its_platform_costs_one_question():
    found, asked = looked({f"{BOARD}/api/offers/": OFFERS}, f"{BOARD}/o/kok")
    assert (found.platform.name, found.url, found.way) == ("recruitee", BOARD, "API")
    assert asked == [f"{BOARD}/api/offers/"]


def test_an_empty_board_on_the_host_of_its_platform_is_still_that_board():
    found = source({f"{BOARD}/api/offers/": '{"offers": []}'}, BOARD)
    assert (found.platform, found.employer) == ("recruitee", None)


def test_a_board_that_does_not_answer_is_gone():
    with pytest.raises(NotRecognisedError, match="HTTP 404") as nothing:
        looked({}, BOARD)
    assert nothing.value.status == "gone"


@pytest.mark.parametrize(
    "body",
    [
        f'<a href="{BOARD}/o/kok">Kok</a>',
        f'<iframe src="{BOARD}"></iframe>',
        f"<script>var board = '{BOARD.replace('/', chr(92) + '/')}';</script>",
    ],
)
def test_a_board_that_the_page_links_to_and_that_bears_its_name(body):
    found, _ = looked({"/": page(body=body), f"{BOARD}/api/offers/": OFFERS})
    assert (found.url, found.others) == (BOARD, ())


def test_a_board_of_somebody_else_is_mentioned_and_left_alone():
    other = "https://bakkerij-eik.recruitee.com"
    offers = json.dumps({"offers": [offer(1, company_name="Bakkerij Eik")]})
    pages = {
        "/": page(
            body=f'<a href="{other}">onze klant</a><a href="/vacatures/kok">Kok</a>'
        ),
        f"{other}/api/offers/": offers,
        "/vacatures/kok": page(job()),
    }
    found, _ = looked(pages)
    assert (found.platform.name, found.others) == ("jobposting", (other,))
    with pytest.raises(NotRecognisedError, match="bakkerij-eik"):
        looked({key: pages[key] for key in list(pages)[:2]})


def test_a_site_with_job_postings_behind_a_sitemap():
    found, _ = looked(
        {
            "/": page(),
            "/sitemap.xml": sitemap([f"{SITE}/vacatures/kok"]),
            "/vacatures/kok": page(job()),
        }
    )
    assert (found.source.platform, found.source.url) == ("jobposting", SITE + "/")
    assert (found.source.delay, found.way) == (2.0, "sitemap en JobPosting")
    assert found.lists.expected == 1


def test_the_address_of_one_vacancy_stands_for_its_site():
    pages = {
        "/": page(body='<a href="/vacatures/kok">Kok</a>'),
        "/vacatures/kok": page(job()),
    }
    found, _ = looked(pages, SITE + "/vacatures/kok")
    assert (found.url, found.way) == (SITE + "/", "lijst en JobPosting")


def test_a_feed_that_leads_to_pages_with_vacancies_is_a_list_that_may_lack_some():
    link = FEED_LINK.replace("/feed", "/vacatures/feed")
    pages = {
        "/": page().replace("<head>", f"<head>{link}"),
        "/vacatures/feed": feed("/vacatures/kok-1", "/vacatures/bakker-2"),
        "/vacatures/kok-1": page(job()),
    }
    found, _ = looked(pages)
    assert (found.platform.name, found.url) == ("jobposting", SITE + "/")
    assert found.lists.cut


def test_a_feed_that_holds_the_vacancies_itself():
    pages = {
        "/": page().replace("<head>", f"<head>{FEED_LINK}"),
        "/feed": feed("/vacatures/kok-1", "/vacatures/bakker-2"),
    }
    found, _ = looked(pages)
    assert (found.platform.name, found.way, found.url) == ("feed", "feed", SITE + "/")
    assert not found.platform.lists_everything


def test_a_feed_of_news_is_no_source():
    pages = {
        "/": page().replace("<head>", f"<head>{FEED_LINK}"),
        "/feed": feed("/nieuws/jubileum", "/nieuws/verhuizing", "/vacatures/kok-1"),
    }
    with pytest.raises(NotRecognisedError):
        looked(pages)


def test_a_board_that_wants_a_question_in_json_gets_one():
    api = "https://wilg.wd3.myworkdayjobs.com/wday/cxs/wilg/Werken/jobs"
    answer = {"total": 1, "jobPostings": [{"externalPath": "/job/Zwolle/Kok_JR1"}]}
    sent = []

    async def fetch(url, payload=None):
        sent.append((url, json.loads(payload)["offset"]))
        text = json.dumps(answer | {"facets": []})
        return Fetched(asked=url, url=url, status=200, body=text.encode(), text=text)

    address = "https://wilg.wd3.myworkdayjobs.com/nl-NL/Werken/job/Zwolle/Kok_JR1"
    found = asyncio.run(recognise(address, Questions(fetch)))
    assert found.url == "https://wilg.wd3.myworkdayjobs.com/Werken"
    assert sent == [(api, 0)]
    assert len(found.lists.details) == 1


def test_what_was_asked_once_is_not_asked_again():
    pages = {
        "/": page(body='<a href="/vacatures/kok">Kok</a>'),
        "/vacatures/kok": page(job()),
    }
    _, asked = looked(pages, SITE + "/vacatures/kok")
    assert len(asked) == len(set(asked))
    assert len(asked) < 12


def test_a_site_that_leads_on_and_on_is_given_up():
    endless = {
        f"/sitemap{n}.xml": '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>{SITE}/sitemap{n + 1}.xml</loc></sitemap></sitemapindex>"
        for n in range(50)
    }
    pages = {"/": page(), "/robots.txt": f"Sitemap: {SITE}/sitemap0.xml", **endless}
    with pytest.raises(NotRecognisedError):
        looked(pages)


def test_no_more_questions_than_allowed():
    with pytest.raises(NotRecognisedError, match="geen vacatures"):
        looked({"/": page()}, most=1)


def test_a_site_without_vacancies():
    with pytest.raises(NotRecognisedError, match="geen vacatures die wij kunnen lezen"):
        looked({"/": page(body="<h1>Bakker</h1>")})


def test_a_site_that_does_not_answer():
    with pytest.raises(NotRecognisedError) as nothing:
        looked({"/": NoAnswerError("gone", "deze website bestaat niet")})
    assert (nothing.value.status, str(nothing.value)) == (
        "gone",
        "deze website bestaat niet",
    )


def test_a_page_that_is_not_there():
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
    assert name_of(BOARD) == "werkenbijwilg-recruitee-com"
    assert name_of("https://apply.workable.com/wilg") == "wilg-workable"
