"""Shape `jobposting`: a sitemap index and a clean JobPosting on every page."""

from collections.abc import Iterable
from datetime import datetime
from xml.etree import ElementTree

from demo.market import Advert
from demo.shapes.html import common_pages, detail, related_to, robots
from demo.shapes.jsonld import in_script, posting, script
from demo.shapes.site import Answer, Job, Pages, Site, slug_of, xml_answer

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(site: Site) -> Pages:
    jobs = site.jobs(_path)
    others = [(site.address + path, None) for path in ("/", "/over-ons/", "/cookies/")]
    maps = ["/sitemap-paginas.xml", "/sitemap-vacatures.xml"]
    return {
        **common_pages(site, jobs),
        "/robots.txt": robots(site, sitemap="/sitemap.xml"),
        "/sitemap.xml": sitemap_index(site, maps),
        "/sitemap-paginas.xml": urlset(others),
        "/sitemap-vacatures.xml": urlset((job.url, job.posted_at) for job in jobs),
        **{job.path: _detail(site, job, jobs) for job in jobs},
    }


def _path(advert: Advert) -> str:
    return f"/vacatures/{slug_of(advert.title)}-{advert.key}/"


def _detail(site: Site, job: Job, jobs: tuple[Job, ...]) -> Answer:
    node = {"@context": "https://schema.org/", **posting(site, job)}
    canonical = f'<link rel="canonical" href="{job.url}">'
    head = f"{canonical}\n{script(in_script(node))}"
    return detail(site, job, head=head, related=related_to(job, jobs))


def sitemap_index(site: Site, paths: Iterable[str]) -> Answer:
    root = ElementTree.Element("sitemapindex", xmlns=NAMESPACE)
    for path in paths:
        entry = ElementTree.SubElement(root, "sitemap")
        ElementTree.SubElement(entry, "loc").text = site.address + path
    return xml_answer(root)


def urlset(entries: Iterable[tuple[str, datetime | None]]) -> Answer:
    """A sitemap of (address, last change); None leaves lastmod out."""
    root = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for url, changed in entries:
        entry = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(entry, "loc").text = url
        if changed:
            ElementTree.SubElement(entry, "lastmod").text = changed.isoformat()
    return xml_answer(root)
