"""Any site with linked data: where its vacancies are."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting import NoPostingError
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.jobposting import JobPostingSite
from crawlers.platforms.vacancy_links import vacancy_addresses
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.answers import SITE, answer, rss
from tests.crawlers.crawling import crawled, source
from tests.crawlers.hostile import FEEDS, MOST_SECONDS, PAGES, seconds
from tests.crawlers.site import served

LIST = f"{SITE}/vacatures"


def read(text, url=LIST, kind="listing", **other):
    return JobPostingSite().read(answer(text, url), Visit(url=url, kind=kind, **other))


def links(*names, more=""):
    return page(
        body="".join(f'<a href="/vacatures/{name}">{name}</a>' for name in names) + more
    )


def urls(reading, kind="detail"):
    return [v.url.removeprefix(SITE) for v in reading.visits if v.kind == kind]


def test_only_what_looks_like_a_vacancy_is_visited():
    addresses = [
        f"{SITE}/",
        f"{SITE}/over-ons",
        f"{SITE}/vacatures",
        f"{SITE}/vacatures/kok-12?utm_source=x",
        f"{SITE}/vacatures/kok-12/solliciteer",
        f"{SITE}/vacatures/brochure.pdf",
        f"{SITE}/vacatures/feed/",
    ]
    assert vacancy_addresses(addresses) == [f"{SITE}/vacatures/kok-12"]
    assert vacancy_addresses([f"{SITE}/a", f"{SITE}/b"]) == [f"{SITE}/a", f"{SITE}/b"]


def test_of_a_vacancy_in_two_languages_the_dutch_page_is_visited():
    twins = [
        f"{SITE}/en/vacancies/cook-JR_104711",
        f"{SITE}/nl/vacatures/kok-JR_104711",
        f"{SITE}/en/vacancies/waiter-JR_104712",
    ]
    assert vacancy_addresses(twins) == [
        f"{SITE}/nl/vacatures/kok-JR_104711",
        f"{SITE}/en/vacancies/waiter-JR_104712",
    ]


def test_it_starts_at_robots_unless_the_source_is_a_sitemap():
    first = JobPostingSite().first(source("w", LIST))
    assert (first.url, first.kind) == (f"{SITE}/robots.txt", "robots")
    assert [v.url for v in first.otherwise] == [
        f"{SITE}/sitemap.xml",
        f"{SITE}/sitemap_index.xml",
        LIST,
    ]
    for path in ("/vacature-sitemap.xml", "/sitemaps/jobs.xml.gz"):
        assert JobPostingSite().first(source("w", SITE + path)).kind == "sitemap"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("Sitemap: /sitemap.xml", ["/sitemap.xml"]),
        (f"Sitemap: {SITE}/paginas.xml\nSitemap: {SITE}/sitemap-vacatures.xml\nSitemap: {SITE}/sitemap-vacatures.xml", ["/sitemap-vacatures.xml"]),
        (f"Sitemap: {SITE}/een.xml\nSitemap: {SITE}/twee.xml\nSitemap: https://elders.nl/x.xml", ["/een.xml", "/twee.xml"]),
        ("User-agent: *\nDisallow: /login", []),
    ],
)  # fmt: skip
def test_robots_may_name_several_sitemaps(lines, named):
    assert urls(read(lines, f"{SITE}/robots.txt", "robots"), "sitemap") == named


def test_pages_of_a_sitemap_come_with_the_day_they_changed():
    text = (
        f"<urlset><url><loc>{LIST}/kok-12</loc><lastmod>2026-09-09</lastmod></url>"
        f"<url><loc>{LIST}/ober-13?utm_source=x</loc></url></urlset>"
    )
    reading = read(text, f"{SITE}/sitemap.xml", "sitemap")
    assert [(v.url, v.lastmod) for v in reading.visits] == [
        (f"{LIST}/kok-12", "2026-09-09"),
        (f"{LIST}/ober-13", None),
    ]
    assert (reading.announced, reading.cut) == (2, False)


def test_a_packed_sitemap():
    body = gzip.compress(sitemap([f"{LIST}/kok-12"]).encode())
    visit = Visit(url=f"{SITE}/sitemap.xml.gz", kind="sitemap")
    assert urls(JobPostingSite().read(answer(body, visit.url), visit)) == [
        "/vacatures/kok-12"
    ]


def index(*addresses):
    return (
        "<sitemapindex>"
        + "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in addresses)
        + "</sitemapindex>"
    )


def test_a_sitemap_index_leads_to_the_sitemap_of_vacancies():
    text = index(
        f"{SITE}/sitemap-pages.xml",
        f"{SITE}/vacature-sitemap.xml",
        "https://elders.nl/pages.xml",
    )
    reading = read(text, f"{SITE}/sitemap.xml", "sitemap")
    assert urls(reading, "sitemap") == ["/vacature-sitemap.xml"]
    assert not reading.cut


def test_vacancies_on_another_host_are_not_fetched_but_not_forgotten():
    text = index(
        "https://elders.nl/vacature.xml", "https://www.werkenbij.wilg.nl/vacature.xml"
    )
    reading = read(text, f"{SITE}/sitemap.xml", "sitemap")
    assert [v.url for v in reading.visits] == [
        "https://www.werkenbij.wilg.nl/vacature.xml"
    ]
    assert reading.cut
    assert read(
        sitemap(["https://elders.nl/vacatures/kok"]), f"{SITE}/sitemap.xml", "sitemap"
    ).cut


def test_an_index_of_indexes_ends():
    assert read(
        index(f"{SITE}/jobs.xml"), f"{SITE}/sitemap.xml", "sitemap", depth=3
    ).cut


@pytest.mark.parametrize("text", ["", "<html></html>", "{}", rss(1)])
def test_what_is_no_sitemap_is_unexpected(text):
    with pytest.raises(UnexpectedAnswerError):
        read(text, f"{SITE}/sitemap.xml", "sitemap")


@pytest.mark.parametrize(
    "more",
    [
        '<a rel="next" href="?page=2">verder</a>',
        '<link rel="next" href="/vacatures?page=2">',
        '<nav><a href="?page=2">2</a><a href="?page=9">9</a></nav>',
        '<a href="?page=2"><span>Volgende</span> ›</a>',
        '<a href="?page=2" aria-label="Naar de volgende pagina">→</a>',
        '<a href="?page=2">»</a>',
        '<a href="#">2</a><a href="/vacatures?page=2">2</a>',
    ],
)
def test_the_next_page_of_a_list(more):
    reading = read(links("kok-1", "ober-2", more=more))
    assert urls(reading) == ["/vacatures/kok-1", "/vacatures/ober-2"]
    assert urls(reading, "listing") == ["/vacatures?page=2"]


def with_base(text, base):
    return text.replace("<head>", f'<head><base href="{base}">', 1)


def test_links_are_relative_to_the_base_of_the_page():
    anchors = '<a href="vacatures/kok-1">Kok</a><a href="vacatures?page=2">Volgende</a>'
    reading = read(with_base(page(body=anchors), "/werken/"))
    assert urls(reading) == ["/werken/vacatures/kok-1"]
    assert urls(reading, "listing") == ["/werken/vacatures?page=2"]
    feed = '<link rel="alternate" type="application/rss+xml" href="vacatures.rss">'
    reading = read(with_base(page(body=feed), "/werken/"))
    assert urls(reading, "listing") == ["/werken/vacatures.rss"]


def test_a_base_on_another_site_leads_nowhere():
    reading = read(with_base(page(body='<a href="vacatures/1">1</a>'), "//elders.nl/"))
    assert reading.visits == ()


@pytest.mark.parametrize(
    "more",
    [
        '<a href="https://elders.nl/vacatures?page=2" rel="next">verder</a>',
        '<a href="/over-ons">2</a>',
        '<a href="/nieuws/volgende-stap">Volgende stap in je loopbaan</a>',
        '<a href="#">Volgende</a><a href="javascript:void(0)">2</a>',
        '<a href="/vacatures" rel="next">weer deze</a>',
        '<a href="/vacatures/kok-1">›</a>',
    ],
)
def test_what_is_no_next_page(more):
    assert urls(read(links("kok-1", more=more)), "listing") == []


def test_pages_numbered_in_the_path_or_from_nought():
    by_path = read(
        links("kok-1", more='<a href="/vacatures/page/3/">3</a>'),
        f"{LIST}/page/2/",
        depth=1,
    )
    assert urls(by_path, "listing") == ["/vacatures/page/3/"]
    from_nought = read(
        links("kok-1", more='<a href="?page=1">2</a><a href="?page=0">1</a>')
    )
    assert urls(from_nought, "listing") == ["/vacatures?page=1"]


def test_the_same_page_once_more_is_the_end():
    text = links("kok-1", more='<a rel="next" href="?page=9">verder</a>')
    onward = read(text).visits[-1]
    assert read(text, onward.url, depth=1, after=onward.after).visits == ()
    other = read(links("kok-1", "kok-2"), onward.url, depth=1, after=onward.after)
    assert len(other.visits) == 2


@pytest.mark.parametrize(
    "more",
    [
        "<button>Toon meer vacatures</button>",
        '<a href="#">Laad meer</a>',
        "<button>Meer resultaten</button>",
    ],
)
def test_a_button_for_more_means_that_this_is_not_all(more):
    assert read(links("kok-1", more=more)).cut
    assert not read(links("kok-1", more='<a href="/over-ons">Lees meer</a>')).cut
    assert not read(
        links("kok-1", more=f'{more}<a rel="next" href="?page=2">2</a>')
    ).cut


@pytest.mark.parametrize(
    ("heading", "total"),
    [
        ("<h1>137 vacatures</h1>", 137),
        (
            "<h1>Werken bij</h1><p role='status'>1.239 openstaande vacatures gevonden</p>",
            1239,
        ),
        ("<h1>137 vacatures</h1><h2>12 vacatures in de zorg</h2>", None),
        ("<h1>Vacatures</h1><p>Al 12.000 banen ingevuld</p>", None),
    ],
)
def test_how_many_the_list_says_there_are(heading, total):
    assert read(links("kok-1", more=heading)).total == total


def test_a_list_of_whole_adverts_is_read_at_once_and_one_of_cards_by_its_links():
    assert len(read(page(job(1), job(2))).postings) == 2
    cards = [job(n, description="Kom werken") for n in (1, 2)]
    reading = read(page(*cards, body='<a href="/vacatures/een">1</a>'))
    assert (reading.postings, urls(reading)) == ((), ["/vacatures/een"])
    assert len(read(page(*cards)).postings) == 2


def test_a_list_without_links_may_have_them_in_its_data_or_a_feed():
    data = (
        '{"jobs": [{"jobTitle": "Kok", "city": "Zwolle", "url": "/vacatures/kok-1"}]}'
    )
    assert urls(read(page(body=f"<script>window.x = {data};</script>"))) == [
        "/vacatures/kok-1"
    ]
    found = read(
        page(
            body='<link rel="alternate" type="application/rss+xml" href="/vacatures/rss">'
        )
    )
    assert urls(found, "listing") == ["/vacatures/rss"]
    news = '<link rel="alternate" type="application/rss+xml" href="/nieuws/feed/">'
    assert read(page(body=news)).visits == ()
    newest = read(rss(7, 8), f"{SITE}/vacatures/rss", depth=found.visits[0].depth)
    assert urls(newest) == ["/jobs/7-baan", "/jobs/8-baan"]
    assert newest.cut


def test_data_that_names_no_vacancies_is_no_list():
    with pytest.raises(UnexpectedAnswerError):
        read('{"error": "no such board"}')


def test_a_page_without_anything_is_an_empty_list():
    reading = read(page(body="<h1>Vacatures</h1><p>Nu geen.</p>"))
    assert (reading.visits, reading.postings, reading.cut) == ((), (), False)


def test_a_site_without_a_sitemap_is_read_by_its_list(database):
    pages = {
        "/vacatures": links(
            "een",
            "twee?ref=x",
            more='<a rel="next" href="/vacatures?pagina=2">verder</a>',
        ),
        "/vacatures?pagina=2": links("drie"),
        "/vacatures/een": page(job(1)),
        "/vacatures/twee": page(job(2)),
        "/vacatures/drie": page(job(3)),
    }
    with served(pages) as site:
        [run] = crawled(database, [source("lijst", site.address + "/vacatures")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 3, 3)


@settings(max_examples=100, deadline=None)
@given(st.text(), st.integers(0, 300), st.sampled_from([links("kok-1"), sitemap([f"{LIST}/kok"]), page(job(1)), "Sitemap: /a.xml"]),
       st.sampled_from(["robots", "sitemap", "listing", "detail"]))  # fmt: skip
def test_any_answer_cut_anywhere_with_anything_in_it_is_survived(
    text, place, around, kind
):
    for written in (text, around[:place] + text + around[place:]):
        try:
            read(written, kind=kind)
        except (UnexpectedAnswerError, NoPostingError, NotAPageError):
            continue


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcdefgh/:.[]?#%&=@ 2", max_size=20), max_size=5))
def test_any_address_in_a_list_is_survived(hrefs):
    anchors = "".join(
        f'<a href="{href}">2</a><a rel="next" href="{href}">x</a>' for href in hrefs
    )
    assert len(read(page(body=anchors)).visits) <= len(hrefs) + 1


@pytest.mark.parametrize("text", [PAGES["links"], PAGES["next"], PAGES["state"], *FEEDS.values()],
                         ids=["links", "next", "state", *FEEDS])  # fmt: skip
def test_a_hostile_answer_takes_no_longer_than_it_is(text):
    def attempt(text):
        for kind in ("robots", "sitemap", "listing"):
            try:
                read(text, kind=kind)
            except UnexpectedAnswerError:
                continue

    assert seconds(attempt, text) < MOST_SECONDS
