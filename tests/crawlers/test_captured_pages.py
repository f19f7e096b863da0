"""Captured real pages of one vacancy, read as a careful reader reads them.

Captures of lists are in `test_captured_lists.py`, those of JSON boards in
`test_captured_boards.py`.
"""

import pytest

from crawlers.pages.jobposting import VacancyGoneError
from tests.crawlers import captured
from tests.crawlers.adverts import sitemap
from tests.crawlers.captured import (
    BLANK,
    EXPECTED,
    GONE,
    HEIJMANS,
    PAGES,
    as_read,
    read,
    text_of,
    understood,
)
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import served


@pytest.fixture(scope="module")
def gazetteer():
    return captured.gazetteer()


@pytest.mark.shared
@pytest.mark.parametrize("file", PAGES)
def test_every_captured_page_is_read_as_a_careful_reader_would(shared, gazetteer, file):
    reading = read(text_of(shared, file), PAGES[file])
    [vacancy] = understood(reading.postings, gazetteer)
    expected = {**BLANK, **EXPECTED[vacancy.title]}
    assert as_read(vacancy, expected) == expected
    assert vacancy.url == PAGES[file]


@pytest.mark.shared
@pytest.mark.parametrize("file", PAGES)
def test_no_name_telephone_or_mail_address_of_a_recruiter_is_kept(
    shared, gazetteer, file
):
    [vacancy] = understood(read(text_of(shared, file), PAGES[file]).postings, gazetteer)
    for personal in ("Verzonnen", "@", "+31"):
        assert personal not in vacancy.text


@pytest.mark.shared
def test_a_captured_page_that_says_that_the_vacancy_is_gone(shared):
    with pytest.raises(VacancyGoneError):
        read(
            text_of(shared, GONE),
            f"{HEIJMANS}allround-bouwmedewerker-veldhoven-v-014984",
        )


@pytest.mark.shared
def test_the_captured_pages_are_crawled_through_scrapy(database, shared):
    files = [file for file in (*PAGES, GONE) if file.endswith(".html")]
    with served({}) as site:
        paths = [f"/vacatures/{number}/{file}" for number, file in enumerate(files)]
        site.pages |= {p: text_of(shared, f) for p, f in zip(paths, files, strict=True)}
        site.pages["/sitemap.xml"] = sitemap(site.address + path for path in paths)
        [run] = crawled(database, [source("alles", site.address + "/sitemap.xml")])
    titles = {vacancy["title"] for vacancy in export(database)}
    assert titles == EXPECTED.keys() - {
        "Business Partner Veiligheid, Milieu en Kwaliteit"
    }
    assert (run["status"], run["expected"], run["found"]) == ("ok", 12, 11)
