"""Any career site whose pages carry a schema.org JobPosting."""

import re
from collections.abc import Iterable
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from protego import Protego

from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.page import NotAPageError, Page, tree_of, without_tracking
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
    same_site,
)
from crawlers.platforms.sitemap import NotASitemapError, read_sitemap
from schemas.source import Platform, Source

DEEPEST_INDEX = 3
MOST_SITEMAPS = 100
MOST_LISTING_PAGES = 50
MOST_LINKS = 500
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml")
VACANCY_PATH = re.compile(
    r"/(?:[\w-]*vacatures?[\w-]*|vacanc(?:y|ies)|jobs?|careers?|banen|baan|functies?"
    r"|opdrachten|job-?openings?|positions?|openings?|o|werken-bij[\w-]*)/[^/?#]+",
    re.IGNORECASE,
)
SITEMAP_PATH = re.compile(r"\.xml(?:\.gz)?$", re.IGNORECASE)
VACANCY_SITEMAP = re.compile(r"vacat|vacanc|job|career|functie|opdracht", re.IGNORECASE)
NOT_A_VACANCY = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|css|js|zip|docx?|mp4|ico)$"
    r"|/(?:solliciteer|solliciteren|apply|login|categorie|category|tag|page)(?:/|$)",
    re.IGNORECASE,
)


class JobPostingSite(CareerPlatform):
    """Found by sitemap, else by the links of the list of vacancies.

    robots.txt names the sitemap, or it is where it usually is.
    """

    name: ClassVar[Platform] = "jobposting"

    def first(self, source: Source) -> Visit:
        """A sitemap if the address is one, else robots.txt to find it."""
        if SITEMAP_PATH.search(urlsplit(source.url).path):
            return Visit(url=source.url, kind="sitemap")
        listing = Visit(url=source.url, kind="listing")
        guesses = (
            *(
                Visit(url=at_root(source.url, path), kind="sitemap", guess=True)
                for path in USUAL_SITEMAPS
            ),
            listing,
        )
        return Visit(
            url=at_root(source.url, "/robots.txt"), kind="robots", otherwise=guesses
        )

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """Read by the kind of visit."""
        if visit.kind == "robots":
            return _read_robots(answer, visit)
        if visit.kind == "sitemap":
            return _read_sitemap(answer, visit)
        if visit.kind == "listing":
            return _read_listing(answer.page, visit)
        return Reading(postings=tuple(read_postings(answer.page)))


def _read_robots(answer: Answer, visit: Visit) -> Reading:
    named = [
        urljoin(visit.url, line) for line in Protego.parse(answer.page.text).sitemaps
    ]
    named = [
        address for address in dict.fromkeys(named) if same_site(visit.url, address)
    ]
    return Reading(
        visits=tuple(
            Visit(url=address, kind="sitemap", otherwise=visit.otherwise)
            for address in named[:MOST_SITEMAPS]
        )
    )


def _read_sitemap(answer: Answer, visit: Visit) -> Reading:
    try:
        found = read_sitemap(answer.body)
    except NotASitemapError as broken:
        raise UnexpectedAnswerError("geen leesbare sitemap") from broken
    ours = [address for address in found.addresses if same_site(visit.url, address)]
    if found.is_index:
        return _read_index(ours, visit, cut=found.cut)
    pages = vacancy_addresses(ours)
    return Reading(
        visits=tuple(Visit(url=url, kind="detail") for url in pages),
        announced=len(pages),
        cut=found.cut,
    )


def _read_index(addresses: list[str], visit: Visit, *, cut: bool) -> Reading:
    """Only the sitemaps that name vacancies, if any does."""
    chosen = [a for a in addresses if VACANCY_SITEMAP.search(urlsplit(a).path)]
    chosen = chosen or addresses
    if visit.depth >= DEEPEST_INDEX:
        return Reading(cut=True)
    return Reading(
        visits=tuple(
            Visit(
                url=url,
                kind="sitemap",
                depth=visit.depth + 1,
                otherwise=visit.otherwise,
            )
            for url in chosen[:MOST_SITEMAPS]
        ),
        cut=cut or len(chosen) > MOST_SITEMAPS,
    )


def vacancy_addresses(addresses: Iterable[str]) -> list[str]:
    """The addresses that look like one vacancy; all of them when none does."""
    pages = [a for a in addresses if not NOT_A_VACANCY.search(urlsplit(a).path)]
    chosen = [a for a in pages if VACANCY_PATH.search(urlsplit(a).path)]
    return list(dict.fromkeys(without_tracking(a) for a in chosen or pages))


def _read_listing(page: Page, visit: Visit) -> Reading:
    """Vacancies on the page itself, or its links to them and to the next page."""
    try:
        postings = tuple(read_postings(page))
    except NoPostingError:
        postings = ()
    if postings:
        return Reading(postings=postings, announced=len(postings))
    try:
        tree = tree_of(page)
    except NotAPageError as broken:
        raise UnexpectedAnswerError("geen leesbare pagina") from broken
    links = [urljoin(page.url, str(href)) for href in tree.xpath("//a/@href")]
    here = without_tracking(page.url)
    pages = [
        a
        for a in dict.fromkeys(without_tracking(link) for link in links)
        if same_site(page.url, a)
        and VACANCY_PATH.search(urlsplit(a).path)
        and not NOT_A_VACANCY.search(urlsplit(a).path)
        and a != here
    ]
    following = [
        urljoin(page.url, str(h)) for h in tree.xpath("//*[@rel='next']/@href")
    ]
    more = visit.depth + 1 < MOST_LISTING_PAGES
    next_pages = [
        Visit(url=url, kind="listing", depth=visit.depth + 1)
        for url in following[:1]
        if pages and more and same_site(page.url, url)
    ]
    details = [Visit(url=url, kind="detail") for url in pages[:MOST_LINKS]]
    return Reading(
        visits=(*details, *next_pages),
        announced=len(details),
        cut=len(pages) > MOST_LINKS or (bool(following) and not more),
    )
