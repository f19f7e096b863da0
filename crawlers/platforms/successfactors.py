"""Career sites by SAP SuccessFactors: a feed, and pages with microdata."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawlers.pages.jobposting import VacancyGoneError, read_postings
from crawlers.pages.page import Page, tree_of
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
    origin_of,
)
from crawlers.platforms.from_sitemap import visits_of
from crawlers.platforms.links import link_on, look_at
from crawlers.platforms.paging import onward, with_query
from crawlers.platforms.posting_parts import known_by
from crawlers.platforms.safe_xml import is_xml
from crawlers.platforms.successfactors_feed import KEY, company, read_feed
from schemas.source import Source

HOST = re.compile(r"[\w-]+\.(?:jobs2web\.com|jobs\.hr\.cloud\.sap)", re.IGNORECASE)
# Misspelt by SAP; the sitemap beside it names the pages only.
FEED, SITEMAP, SEARCH = "/sitemal.xml", "/sitemap.xml", "/search/?startrow=0"
LABEL = "//*[contains(@class,'paginationLabel')]"
CLOSED = "//*[contains(concat(' ',@class,' '),' jobErrMsg ')]"


class SuccessFactors(CareerPlatform):
    """The feed; where there is none the sitemap, and else the pages of the search."""

    name = "successfactors"

    def board_of(self, url: str) -> str | None:
        """The employer's host at SAP; most have a host of their own."""
        return origin_of(url) if HOST.fullmatch(urlsplit(url).hostname or "") else None

    def first(self, source: Source) -> Visit:
        """The feed holds every advert, though not its day of posting."""
        search = Visit(url=at_root(source.url, SEARCH), kind="listing")
        sitemap = Visit(
            url=at_root(source.url, SITEMAP), kind="sitemap", otherwise=(search,)
        )
        return Visit(
            url=at_root(source.url, FEED), kind="listing", otherwise=(sitemap,)
        )

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """Some sites serve the feed where others have the sitemap: the answer tells."""
        if visit.kind == "detail":
            return _read_page(answer.page)
        if is_xml(answer.body, "rss"):
            return read_feed(answer)
        if is_xml(answer.body, "urlset", "sitemapindex"):
            return visits_of(answer, visit, _jobs)
        return _read_search(answer.page, visit)


def _jobs(addresses: Sequence[str]) -> list[str]:
    """One address for each number; the words before it change with the language."""
    numbered = {found[1]: url for url in addresses if (found := KEY.search(url))}
    return list(numbered.values())


def _read_search(page: Page, visit: Visit) -> Reading:
    """One page of the search; `startrow` in the address says where it begins."""
    look = look_at(page)
    label = " ".join(look.tree.xpath(f"{LABEL}[1]//text()"))
    jobs = _jobs([link_on(look, str(href)) for href in look.tree.xpath("//a/@href")])
    if not jobs and not label:
        raise UnexpectedAnswerError("geen vacatures van SuccessFactors")
    numbers = [int(number) for number in re.findall(r"\d{1,6}", label)]
    reading = Reading(
        visits=tuple(Visit(url=url, kind="detail") for url in jobs),
        announced=len(jobs),
        total=max(numbers, default=None),
    )
    last = numbers[1] if len(numbers) > 2 else 0  # "Results 1 – 25 of 137"
    more = reading.total is not None and last < reading.total
    following = with_query(visit.url, startrow=last) if last and more else None
    return onward(reading, visit, following)


def _read_page(page: Page) -> Reading:
    """One job's page; its number is the last in the address.

    A job that was closed keeps answering 200, with only a message.
    """
    if tree_of(page).xpath(CLOSED):
        raise VacancyGoneError(page.url)
    found = KEY.search(page.url)
    own = known_by(found[1] if found else None, read_postings(page))
    return Reading(
        postings=tuple(replace(one, employer=company(one.employer)) for one in own)
    )
