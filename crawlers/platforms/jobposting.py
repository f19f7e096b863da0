"""Any career site whose pages carry a schema.org JobPosting, or one we can read."""

import re
from typing import ClassVar
from urllib.parse import urlsplit

from protego import Protego

from crawlers.pages.jobposting import read_postings
from crawlers.pages.page import address_on
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    Visit,
    at_root,
    same_site,
)
from crawlers.platforms.from_sitemap import MOST_SITEMAPS, likely_sitemaps, visits_of
from crawlers.platforms.listing import read_listing
from crawlers.platforms.vacancy_links import vacancy_addresses
from schemas.source import Platform, Source

USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml")
SITEMAP_PATH = re.compile(r"\.xml(?:\.gz)?$", re.IGNORECASE)


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
            return visits_of(answer, visit, vacancy_addresses)
        if visit.kind == "listing":
            return read_listing(answer, visit)
        return Reading(postings=tuple(read_postings(answer.page)))


def _read_robots(answer: Answer, visit: Visit) -> Reading:
    """The sitemaps it names on this site: those about vacancies, if there are such."""
    lines = Protego.parse(answer.page.text).sitemaps
    named = dict.fromkeys(address_on(answer.page, str(line)) for line in lines)
    ours = likely_sitemaps([url for url in named if same_site(visit.url, url)])
    return Reading(
        visits=tuple(
            Visit(url=url, kind="sitemap", otherwise=visit.otherwise)
            for url in ours[:MOST_SITEMAPS]
        ),
        cut=len(ours) > MOST_SITEMAPS,
    )
