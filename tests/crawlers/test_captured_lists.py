"""Captured real lists, feeds and sitemaps, read as a careful reader reads them.

Those of platforms that we do not know are named below.
"""

from datetime import date

import pytest

from crawlers.pages.builders.in_state import vacancies_in_state
from crawlers.pages.page import Page, tree_of
from tests.crawlers import captured
from tests.crawlers.adverts import page
from tests.crawlers.captured import (
    BLANK,
    GONE,
    PAGES,
    as_read,
    read,
    text_of,
    understood,
)
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

# Lists, feeds and sitemaps, each tested below.
LISTS = {
    "hrmdirect/careerkit_hrmdirect.html",
    "icims/careerkit_icims.html",
    "jobvite/careerkit_jobvite.html",
    "neogov/careerkit_neogov.xml",
    "nl-werkenvoornederland/sitemap-vacatures.xml",
    "paylocity/careerkit_paylocity.html",
    "personio/careerkit_personio.xml",
    "phenom/careerkit_phenom.html",
}
# Answers of platforms that we have no class for, in JSON of their own.
UNKNOWN = {
    "oracle/careerkit_oracle_orc.json",
    "oracle/careerkit_oracle_orc_detail.json",
    "rippling/careerkit_rippling.json",
}
EIGHTFOLD = "eightfold/careerkit_eightfold.json"
BOARDS = {
    *("ashby", "bamboohr", "greenhouse", "lever", "pinpoint", "recruitee"),
    *("smartrecruiters", "teamtailor", "workable", "workday"),
}


@pytest.fixture(scope="module")
def gazetteer():
    return captured.gazetteer()


@pytest.mark.shared
def test_every_capture_is_read_somewhere(shared):
    files = {
        str(f.relative_to(shared / "pages")) for f in (shared / "pages").glob("*/*")
    }
    ours = {*PAGES, GONE, *LISTS, *UNKNOWN, EIGHTFOLD}
    left = {file for file in files - ours if file.split("/")[0] not in BOARDS}
    assert left == set()
    assert ours <= files


@pytest.mark.shared
def test_a_captured_feed_of_personio(shared, gazetteer):
    site, capture = "https://acme.jobs.personio.de", "personio/careerkit_personio.xml"
    text = text_of(shared, capture)
    reading = read(text, f"{site}/xml", "personio", "listing")
    # one number twice, and no text: that is on the page
    assert (reading.total, reading.employer) == (1, "Acme SE & Co. KG")
    assert [v.url for v in reading.visits] == [f"{site}/job/1834171"]
    part = "<jobDescription><value>Wij zoeken je.</value></jobDescription>"
    told = text.replace("<jobDescriptions>", f"<jobDescriptions>{part}")
    reading = read(told, f"{site}/xml", "personio", "listing")
    [vacancy] = understood(reading.postings, gazetteer)
    expected = BLANK | {
        "source_key": "1834171",
        "title": "Staff Software Engineer, Data Platform",
        "employer": "Acme SE & Co. KG",
        "place": "Munich",
        "lat": None,
        "contract": "permanent",
        "date_posted": date(2024, 11, 13),
    }
    assert as_read(vacancy, expected) == expected
    assert [p.locality for p in reading.postings[0].places] == ["Munich", "Berlin"]


@pytest.mark.shared
def test_a_captured_feed_of_neogov(shared, gazetteer):
    url = "https://www.governmentjobs.com/careers/exampleagency"
    reading = read(
        text_of(shared, "neogov/careerkit_neogov.xml"), url, "feed", "listing"
    )
    first, second = understood(reading.postings, gazetteer)
    # wages in dollars are no wages to us
    expected = BLANK | {
        "source_key": "410001",
        "title": "Enterprise Applications Manager",
        "employer": "Example Public Agency",
        "place": "Atlanta",
        "lat": None,
        # late in the evening of the 19th in Greenwich, early on the 20th here
        "date_posted": date(2026, 8, 20),
        "valid_through": date(2026, 9, 20),
        "language": "en",
    }
    assert as_read(first, expected) == expected
    assert "A background check is required." in first.text
    expected = BLANK | {
        "source_key": "410002",
        "title": "CRM Project Consultant",
        "employer": "Example Public Agency",
        "remote": "full",
        "date_posted": date(2026, 8, 18),
    }
    assert as_read(second, expected) == expected


@pytest.mark.shared
def test_a_captured_search_of_phenom(shared):
    site = "https://careers.example.com/global/en"
    reading = read(
        text_of(shared, "phenom/careerkit_phenom.html"),
        f"{site}/search-results?from=0&s=1",
        "phenom",
        "listing",
    )
    assert [v.url for v in reading.visits] == [
        f"{site}/job/PHENA0059P104461EXTERNALENGLOBAL",
        f"{site}/job/PHENA0059P104504EXTERNALENGLOBAL",
        f"{site}/search-results?from=2&s=1",
    ]
    assert (reading.announced, reading.total) == (2, 52)


@pytest.mark.shared
def test_a_captured_sitemap_names_its_vacancies(shared):
    site, path = "https://www.werkenvoornederland.nl", "sitemap-vacatures.xml"
    text = text_of(shared, f"nl-werkenvoornederland/{path}")
    reading = read(text, f"{site}/{path}", kind="sitemap")
    assert [(v.url.rsplit("-", 2)[1:], v.lastmod) for v in reading.visits] == [
        (["2026", "9570"], "2026-09-09"),
        (["2026", "9921"], "2026-09-01"),
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "url", "count"),
    [
        ("icims/careerkit_icims.html", "https://careers-wipfli.icims.com/jobs", 2),
        (
            "jobvite/careerkit_jobvite.html",
            "https://jobs.jobvite.com/feedingamerica",
            2,
        ),
        # its links have no word for vacancies in their path: a class of its own
        ("hrmdirect/careerkit_hrmdirect.html", "https://acme.hrmdirect.com/a/b.php", 0),
        # its data names no addresses
        ("paylocity/careerkit_paylocity.html", "https://recruiting.paylocity.com/x", 0),
        (EIGHTFOLD, "https://albemarle.eightfold.ai/api/apply/v2/jobs", 2),
    ],
)
def test_captured_lists_of_platforms_without_a_class(shared, file, url, count):
    reading = read(text_of(shared, file), url, kind="listing")
    assert len({v.url for v in reading.visits}) == reading.announced == count


@pytest.mark.shared
def test_captured_data_in_a_page_of_paylocity(shared):
    text = text_of(shared, "paylocity/careerkit_paylocity.html")
    shown = Page(source="x", url="https://recruiting.paylocity.com/x", text=text)
    told = [
        (v.title, v.said["key"], v.places[0].locality, v.said["posted"][:10])
        for v in vacancies_in_state(shown, tree_of(shown))
    ]
    assert told == [
        (
            "Engineer/Associate Engineer, Power Systems",
            "4141169",
            "Raleigh",
            "2026-08-08",
        ),
        ("Administrative Assistant (Hybrid)", "4401262", "Raleigh", "2026-08-07"),
    ]


@pytest.mark.parametrize(
    ("platform", "pages", "status"),
    [
        # a board that says itself that it has none is believed
        ("recruitee", {"/api/offers/": Reply('{"offers": []}')}, "ok"),
        ("personio", {"/xml?language=nl": Reply("<workzag-jobs/>")}, "ok"),
        (
            "jobposting",
            {"/": page(body="<h1>Vacatures</h1><p>Nu geen.</p>")},
            "suspect",
        ),
    ],
)
def test_an_empty_board_holds_no_vacancy(database, platform, pages, status):
    with served(pages) as site:
        [run] = crawled(database, [source("leeg", site.address + "/", platform)])
    assert (run["status"], run["found"]) == (status, 0)
    assert export(database) == []
