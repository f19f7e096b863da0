"""Any site with linked data: where its vacancies are."""

from crawlers.platforms.base import Visit
from crawlers.platforms.jobposting import JobPostingSite, vacancy_addresses
from tests.crawlers.adverts import job, page
from tests.crawlers.answers import SITE, answer
from tests.crawlers.crawling import crawled, source
from tests.crawlers.site import served


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
