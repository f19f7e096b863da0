"""RSS and Atom: the newest of a site, whole or as a pointer to the page."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting import NoPostingError
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.feed import Feed
from crawlers.platforms.feed_entries import MOST_ENTRIES, entries_of
from tests.crawlers.adverts import job, page
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.hostile import FEEDS, MOST_SECONDS, seconds
from tests.crawlers.site import Reply, served

SITE = "https://www.wilg.nl"
TEXT = (
    "<p>Je kookt elke dag voor de tachtig bewoners van ons huis aan de rand van Zwolle.</p>"
    * 6
)


def item(number=4711, text=TEXT, extra=""):
    return (
        f"<item><title>Kok &amp; gastheer</title><link>{SITE}/vacatures/kok-{number}?utm_source=rss</link>"
        f"<author>naam@verzonnen.nl (Naam Verzonnen)</author><description>{escape(text)}</description>"
        f"<pubDate>Thu, 17 Sep 2026 09:00:00 +0200</pubDate><guid isPermaLink='false'>x{number}</guid>{extra}</item>"
    )


def rss(*items, spaces=""):
    return f"<?xml version='1.0'?><rss version='2.0' {spaces}><channel><title>De Wilg</title>{''.join(items)}</channel></rss>"


def atom(content):
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>De Wilg</title><entry><title>Kok</title><id>tag:4711</id>"
        f"<link rel='alternate' href='/vacatures/kok-4711'/><link rel='edit' href='/edit'/>{content}"
        "<published>2026-09-01T00:00:00Z</published><updated>2026-09-17T07:00:00Z</updated></entry></feed>"
    )


def read(text, url=f"{SITE}/feed", **other):
    return Feed().read(answer(text, url), listing(url, **other))


def test_it_never_claims_to_list_everything():
    assert Feed.lists_everything is False
    assert Feed().first(source("w", f"{SITE}/feed", "feed")).url == f"{SITE}/feed"


def test_an_entry_with_the_whole_advert():
    reading = read(rss(item()))
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("4711", "Kok & gastheer")
    assert posting.url == f"{SITE}/vacatures/kok-4711"
    assert posting.description == TEXT
    assert posting.date_posted == "Thu, 17 Sep 2026 09:00:00 +0200"
    assert posting.employer is None
    assert (reading.announced, reading.total, reading.cut) == (1, None, False)


def test_who_wrote_it_is_not_even_read():
    assert "Verzonnen" not in repr(read(rss(item())))
    assert "verzonnen" not in repr(entries_of(rss(item()).encode()))


def test_a_teaser_is_read_from_its_page():
    reading = read(rss(item(text="Kom koken in Zwolle…"), item(4712)))
    [visit] = reading.visits
    assert (visit.url, visit.kind, visit.lastmod) == (
        f"{SITE}/vacatures/kok-4711",
        "detail",
        None,
    )
    assert [p.source_key for p in reading.postings] == ["4712"]
    assert reading.announced == 2


def test_only_in_atom_updated_means_changed():
    [visit] = read(atom("<summary>Kom koken</summary>")).visits
    assert (visit.url, visit.lastmod) == (
        f"{SITE}/vacatures/kok-4711",
        "2026-09-17T07:00:00Z",
    )


@pytest.mark.parametrize(
    "content",
    [
        f"<content type='html'>{escape(TEXT)}</content>",
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{TEXT}</div></content>",
        f"<summary>Kort</summary><content type='html'><![CDATA[{TEXT}]]></content>",
    ],
)
def test_the_text_of_atom_in_every_form(content):
    [posting] = read(atom(content)).postings
    assert posting.description.count("tachtig bewoners") == 6
    assert posting.date_posted == "2026-09-01T00:00:00Z"


def test_the_names_of_vacancies_in_feeds():
    spaces = "xmlns:job_listing='https://www.wilg.nl' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    extra = (
        "<job_listing:location>Zwolle</job_listing:location><job_listing:company>Zorg De Wilg</job_listing:company>"
        f"<job_listing:job_type>Tijdelijk</job_listing:job_type><content:encoded>{escape(TEXT)}</content:encoded>"
    )
    [posting] = read(rss(item(text="Kort", extra=extra), spaces=spaces)).postings
    assert (posting.employer, posting.places[0].locality) == ("Zorg De Wilg", "Zwolle")
    assert posting.employment_types == ("Tijdelijk",)
    assert posting.description == TEXT


def test_an_advert_in_parts_with_its_wage_and_last_day():
    spaces = "xmlns:joblisting='http://www.neogov.com/namespaces/JobListing'"
    facts = {
        "jobId": "410001", "location": "Zwolle", "minimumSalary": "2400", "maximumSalary": "3100",
        "salaryCurrency": "EUR", "salaryInterval": "Month", "qualifications": escape("<p>mbo-2</p>"),
        "advertiseToDateTimeUTC": "Sun, 20 Sep 2026 04:59:00:0",
    }  # fmt: skip
    extra = "".join(f"<joblisting:{k}>{v}</joblisting:{k}>" for k, v in facts.items())
    [posting] = read(
        rss(item(text="<p>Koken.</p>", extra=extra), spaces=spaces)
    ).postings
    assert posting.description == "<p>Koken.</p>\n<p>mbo-2</p>"
    assert (posting.salary_min, posting.salary_max, posting.salary_unit) == (
        "2400",
        "3100",
        "Month",
    )
    assert posting.valid_through == "Sun, 20 Sep 2026 04:59:00 GMT"
    assert posting.employer == "De Wilg"


def test_links_to_other_sites_and_the_same_job_again_are_left_out():
    reading = read(
        rss(
            item(),
            item(),
            item().replace(SITE, "https://elders.nl"),
            "<item><title>Los</title></item>",
        )
    )
    assert len(reading.postings) == reading.announced == 1


@pytest.mark.parametrize(
    ("links", "feed"),
    [
        ("<link rel='alternate' type='application/rss+xml' href='/feed/'>", f"{SITE}/feed/"),
        ("<link rel=alternate type=application/rss+xml href=/feed/><link rel=alternate"
         " type=application/rss+xml href=/vacatures/feed/>", f"{SITE}/vacatures/feed/"),
        ("<link rel='alternate' type='application/atom+xml' href='https://elders.nl/feed'>"
         "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_page_may_say_where_its_feed_is(links, feed):
    text = page(body=links)
    if feed is None:
        with pytest.raises(UnexpectedAnswerError):
            read(text)
        return
    [visit] = read(text).visits
    assert (visit.url, visit.kind) == (feed, "listing")
    with pytest.raises(UnexpectedAnswerError):
        read(text, depth=1)


def test_the_page_of_a_vacancy_has_the_key_of_the_feed():
    url = f"{SITE}/vacatures/kok-4711"
    shown = answer(page(job(1)), url)
    [posting] = Feed().read(shown, Visit(url=url, kind="detail")).postings
    assert posting.source_key == "4711"


def test_broken_feeds_are_used_as_far_as_they_go():
    text = rss(item(1001), item(1002))
    half = read(text[: text.rindex("<pubDate>")])
    assert [p.source_key for p in half.postings][:1] == ["1001"]
    assert half.cut
    entity = read(rss(item().replace("Kok", "Kok&nbsp;A&euml;&bestaatniet;")))
    assert entity.postings[0].title.startswith("Kok Aë")


def test_more_than_we_read_is_cut():
    many = read(rss(*(item(1000 + n, text="x") for n in range(MOST_ENTRIES + 5))))
    assert len(many.visits) == MOST_ENTRIES
    assert many.cut


def test_a_feed_opens_and_fetches_nothing(tmp_path):
    path = tmp_path / "geheim.xml"
    path.write_text(rss(item()))
    for text in (str(path), f"file://{path}", "https://127.0.0.1/feed"):
        with pytest.raises(UnexpectedAnswerError):
            read(text)


def test_a_feed_is_crawled_with_the_pages_it_points_to(database):
    with served({}) as site:
        text = rss(item(4711), item(4712, text="Kom koken…"))
        site.pages["/feed"] = Reply(text.replace(SITE, site.address), kind="text/xml")
        site.pages["/vacatures/kok-4712"] = page(job(2))
        [run] = crawled(database, [source("wilg", f"{site.address}/feed", "feed")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 2, 2)
    assert {v["source_key"] for v in export(database)} == {"4711", "4712"}


@settings(max_examples=120, deadline=None)
@given(
    st.text(),
    st.integers(0, 900),
    st.sampled_from([rss(item()), atom("<content>x</content>"), rss()]),
)
def test_any_feed_cut_anywhere_with_anything_in_it_is_survived(text, place, around):
    for written in (
        text,
        around[:place],
        around[:place] + text + around[place:],
        around[:place] + escape(text) + around[place:],
    ):
        for kind in ("listing", "detail"):
            try:
                Feed().read(answer(written), Visit(url=SITE, kind=kind))
            except (UnexpectedAnswerError, NoPostingError, NotAPageError):
                continue


@pytest.mark.parametrize("name", FEEDS)
def test_a_hostile_feed_takes_no_longer_than_it_is(name):
    assert seconds(read, FEEDS[name]) < MOST_SECONDS
