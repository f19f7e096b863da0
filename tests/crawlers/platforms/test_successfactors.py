"""SuccessFactors: the feed, the sitemap, the search and the pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting import NoPostingError, VacancyGoneError
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.successfactors import SuccessFactors
from crawlers.platforms.successfactors_feed import company
from tests.crawlers.adverts import page
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.hostile import FEEDS, MOST_SECONDS, PAGES, seconds
from tests.crawlers.site import Reply, served

SITE = "https://werkenbij.wilg.nl"
TEXT = "&lt;p&gt;Je kookt elke dag voor de tachtig bewoners van ons huis aan de rand.&lt;/p&gt;"


def item(number, text=TEXT * 8, title="Kok (Zwolle, NL, 8011 AB)", **other):
    facts = {
        "title": title,
        "description": f"<![CDATA[{text}]]>",
        "link": f"{SITE}/job/Zwolle-Kok-8011/{number}/?utm_source=x",
        "guid": number,
        "g:id": number,
        "g:location": "Zwolle, NL, 8011 AB",
        "g:employer": "Zorg De Wilg",
        "g:expiration_date": "2026-10-31",
    } | other
    inside = "".join(
        f"<{name}>{value}</{name}>" for name, value in facts.items() if value
    )
    return f"<item>{inside}</item>"


def feed(*items):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:g="http://base.google.com/ns/1.0"><channel><title>De Wilg</title>'
        f"{''.join(items)}</channel></rss>"
    )


def read(text, visit=None, url=f"{SITE}/sitemal.xml"):
    return SuccessFactors().read(answer(text, url), visit or listing(url))


def search(numbers, label="", site=""):
    rows = "".join(
        f'<a class="jobTitle-link" href="{site}/job/Zwolle-Kok/{n}/">Kok</a>'
        for n in numbers
    )
    return page(body=f'<span class="paginationLabel">{label}</span>{rows}')


def test_the_feed_comes_first_and_then_what_else_there_is():
    first = SuccessFactors().first(source("wilg", f"{SITE}/search", "successfactors"))
    assert first.url == f"{SITE}/sitemal.xml"
    [sitemap] = first.otherwise
    assert (sitemap.url, sitemap.kind) == (f"{SITE}/sitemap.xml", "sitemap")
    assert sitemap.otherwise[0].url == f"{SITE}/search/?startrow=0"


def test_the_board_of_an_address():
    board_of = SuccessFactors().board_of
    assert (
        board_of("https://wilg.jobs2web.com/job/x/12345/")
        == "https://wilg.jobs2web.com"
    )
    assert (
        board_of("https://wilg.jobs.hr.cloud.sap/") == "https://wilg.jobs.hr.cloud.sap"
    )
    assert board_of("https://werkenbij.wilg.nl/job/x/12345/") is None


def test_an_advert_that_is_whole_in_the_feed():
    reading = read(feed(item(1399000123)))
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("1399000123", "Kok")
    assert posting.url == f"{SITE}/job/Zwolle-Kok-8011/1399000123/"
    [place] = posting.places
    assert (place.locality, place.country) == ("Zwolle", "NL")
    assert posting.description.startswith("<p>Je kookt")
    assert posting.valid_through == "2026-10-31"
    assert (reading.total, reading.employer) == (1, "Zorg De Wilg")


def test_a_teaser_is_read_from_its_page():
    reading = read(feed(item(1399000123, TEXT), item(1399000124)))
    assert [p.source_key for p in reading.postings] == ["1399000124"]
    [visit] = reading.visits
    assert visit.url == f"{SITE}/job/Zwolle-Kok-8011/1399000123/"
    assert (reading.announced, reading.total) == (2, 2)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Kok (Zwolle, NL, 8011 AB)", "Kok"),
        ("Kok (m/v/x) (Zwolle, NL, 8011 AB)", "Kok (m/v/x)"),
        ("Kok (24 uur)", "Kok (24 uur)"),
        ("Kok (Kampen, NL)", "Kok"),
        ("Kok m/v", "Kok m/v"),
        ("(Zwolle, NL, 8011 AB)", "(Zwolle, NL, 8011 AB)"),
    ],
)
def test_the_place_behind_the_title_is_no_part_of_it(printed, title):
    assert read(feed(item(1399000123, title=printed))).postings[0].title == title


def test_the_feed_names_each_vacancy_once_and_none_of_another_site():
    elsewhere = item(1399000125, link="https://elders.nl/job/x/1399000125/")
    reading = read(
        feed(item(1399000123), item(1399000123), elsewhere, item("", link=""))
    )
    assert [p.source_key for p in reading.postings] == ["1399000123"]
    assert reading.total == 1


def test_a_feed_that_breaks_off_is_not_whole():
    text = feed(item(1399000123), item(1399000124))
    assert read(text[: len(text) - 60]).cut
    assert read(feed()).total == 0


@pytest.mark.parametrize(
    "name", ["L3HHCM20", "PMIProd", "ASTARPRD", "zffriedricP2", "shyamsteelT1"]
)
def test_the_name_of_the_system_is_no_employer(name):
    assert company(name) is None


@pytest.mark.parametrize(
    "name", ["Zorg De Wilg", "ProRail", "G4S", "Essent N.V.", "ASML", "PostNL", None]
)
def test_an_employer_is(name):
    assert company(name) == name


def test_the_sitemap_names_pages_with_the_day_they_changed():
    entries = "".join(
        f"<url><loc>{SITE}{path}</loc><lastmod>2026-09-0{day}</lastmod></url>"
        for day, path in enumerate(
            ["/", "/job/Zwolle-Kok/1399000123/", "/go/Zorg/8023300/"], 1
        )
    )
    reading = read(
        f"<urlset>{entries}</urlset>", Visit(url=f"{SITE}/sitemap.xml", kind="sitemap")
    )
    [visit] = reading.visits
    assert (visit.url, visit.lastmod) == (
        f"{SITE}/job/Zwolle-Kok/1399000123/",
        "2026-09-02",
    )


def test_the_search_goes_on_until_all_have_been_seen():
    url = f"{SITE}/search/?startrow=0"
    reading = read(search([1399000123, 1399000124], "Resultaten 1 – 2 van 3"), url=url)
    *details, onward = reading.visits
    assert [v.kind for v in details] == ["detail", "detail"]
    assert onward.url == f"{SITE}/search/?startrow=2"
    assert reading.total == 3
    last = read(search([1399000125], "Resultaten 3 – 3 van 3"), onward, onward.url)
    assert [v.kind for v in last.visits] == ["detail"]
    again = read(search([1399000123], "Resultaten 1 – 2 van 3"), onward, onward.url)
    assert again.visits == ()


def test_a_search_without_results_is_an_empty_board_and_another_page_is_not():
    assert read(search([], "Resultaten 0 van 0"), url=f"{SITE}/search/").total == 0
    for text in (page(body="<h1>Hoi</h1>"), "{}", "", "nee"):
        with pytest.raises(UnexpectedAnswerError):
            read(text)


SHOWN = (
    '<div itemscope itemtype="http://schema.org/JobPosting"><span itemprop="title">Kok</span>'
    '<meta itemprop="datePosted" content="Wed Sep 02 02:00:00 UTC 2026">'
    '<meta itemprop="hiringOrganization" content="L3HHCM20">'
    '<span itemprop="jobLocation"><meta itemprop="streetAddress" content="Zwolle, NL"></span>'
    f'<span itemprop="description"><p>{"Je kookt voor onze bewoners. " * 20}</p></span></div>'
)


def test_the_page_of_a_vacancy():
    url = f"{SITE}/job/Zwolle-Kok/1399000123/"
    [posting] = read(page(body=SHOWN), Visit(url=url, kind="detail"), url).postings
    assert (posting.source_key, posting.title, posting.employer) == (
        "1399000123",
        "Kok",
        None,
    )
    assert posting.places[0].locality == "Zwolle"


def test_a_page_that_says_that_it_is_closed():
    url = f"{SITE}/job/Zwolle-Kok/1399000123/"
    body = '<p class="jobErrMsg">You can\'t view this job.</p>'
    with pytest.raises(VacancyGoneError):
        read(page(body=body), Visit(url=url, kind="detail"), url)


def test_a_site_is_crawled_whole(database):
    with served({}) as site:
        text = feed(item(1399000123), item(1399000124, TEXT)).replace(
            SITE, site.address
        )
        site.pages["/sitemal.xml"] = Reply(text, kind="text/xml")
        site.pages["/job/Zwolle-Kok-8011/1399000124/"] = page(body=SHOWN)
        [run] = crawled(database, [source("wilg", site.address, "successfactors")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 2, 2)
    assert {v["source_key"] for v in export(database)} == {"1399000123", "1399000124"}


def test_a_site_without_the_feed_is_crawled_by_its_search(database):
    rows = {n: f"/job/Zwolle-Kok/{n}/" for n in (1399000123, 1399000124)}
    pages = {path: page(body=SHOWN) for path in rows.values()}
    for start, number in enumerate(rows):
        label = f"Resultaten {start + 1} – {start + 1} van 2"
        pages[f"/search/?startrow={start}"] = search([number], label)
    with served(pages) as site:
        [run] = crawled(database, [source("wilg", site.address, "successfactors")])
    assert (run["status"], run["found"]) == ("ok", 2)


@settings(max_examples=80, deadline=None)
@given(st.text(), st.integers(0, 900), st.sampled_from([feed(item(1399000123)), page(body=SHOWN), search([1], "1 van 9")]),
       st.sampled_from(["listing", "sitemap", "detail"]))  # fmt: skip
def test_any_answer_cut_anywhere_with_anything_in_it_is_survived(
    text, place, around, kind
):
    for written in (text, around[:place], around[:place] + text + around[place:]):
        try:
            read(written, Visit(url=f"{SITE}/sitemal.xml", kind=kind))
        except (UnexpectedAnswerError, NoPostingError, NotAPageError):
            continue


@pytest.mark.parametrize(
    "text", [*FEEDS.values(), PAGES["links"], PAGES["headings"]], ids=[*FEEDS, "l", "h"]
)
def test_a_hostile_answer_takes_no_longer_than_it_is(text):
    assert seconds(read, text) < MOST_SECONDS
