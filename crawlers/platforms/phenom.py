"""Career sites by Phenom: a sitemap for each locale, linked data and `phApp.ddo`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawlers.pages.builders.state import states_in
from crawlers.pages.identity import locale_of
from crawlers.pages.jobposting import read_postings
from crawlers.pages.page import Page
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from crawlers.platforms.from_sitemap import visits_of
from crawlers.platforms.in_json import Json, inside, number_at, objects, said
from crawlers.platforms.links import look_at
from crawlers.platforms.paging import onward, with_query
from crawlers.platforms.safe_xml import is_xml
from schemas.source import Source

# `/nl/nl` or `/global/en` before everything else: the country and the language.
LOCALE = re.compile(
    r"^/(?:[a-z]{2}|global|intl|international)/[a-z]{2}(?=/|$)", re.IGNORECASE
)
JOB = re.compile(r"/job/([\w-]{1,100})(?:/|$)")
# A number with the locale behind it: `PHENA0059P104461EXTERNALNLNL`.
LOCALE_IN_KEY = re.compile(r"(?<=\d)EXTERNAL[A-Z]{2,12}$")
LISTS = ("eagerLoadRefineSearch", "refineSearch")


class Phenom(CareerPlatform):
    """The sitemap of the source's own locale, else the pages of the search.

    One job has one key in every language; the address is in the source's language.
    """

    name = "phenom"

    def first(self, source: Source) -> Visit:
        """A source is the address of one locale, such as `https://…/nl/nl`."""
        root = _root(source.url)
        search = Visit(url=f"{root}/search-results?from=0&s=1", kind="listing")
        sitemaps = [f"{root}/sitemap.xml", at_root(source.url, "/sitemap.xml")]
        first, *others = dict.fromkeys(sitemaps)
        guesses = (Visit(url=url, kind="sitemap", guess=True) for url in others)
        return Visit(url=first, kind="sitemap", otherwise=(*guesses, search))

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """A sitemap, a page of the search, or one job."""
        if visit.kind == "detail":
            return _read_page(answer.page)
        if is_xml(answer.body, "urlset", "sitemapindex"):
            return visits_of(answer, visit, _jobs, among=_dutch)
        return _read_search(answer.page, visit)


def _root(url: str) -> str:
    parts = urlsplit(url)
    locale = LOCALE.match(parts.path)
    return at_root(url, locale.group(0) if locale else "/").rstrip("/")


def _dutch(sitemaps: Sequence[str]) -> list[str]:
    """The locales in Dutch, if any: the others list the same jobs."""
    return [url for url in sitemaps if locale_of(url) == "nl"] or list(sitemaps)


def _jobs(addresses: Sequence[str]) -> list[str]:
    """The jobs, each in one language: Dutch where there is Dutch."""
    once: dict[str, str] = {}
    for url in addresses:
        if found := JOB.search(urlsplit(url).path):
            known = once.setdefault(_key(found[1]), url)
            if locale_of(url) == "nl" != locale_of(known):
                once[_key(found[1])] = url
    return list(once.values())


def _key(printed: str) -> str:
    return LOCALE_IN_KEY.sub("", printed)


def _read_page(page: Page) -> Reading:
    """One job; without a printed identifier the number in its address is the key."""
    postings = read_postings(page)
    return Reading(
        postings=tuple(replace(p, source_key=_key(p.source_key)) for p in postings)
    )


def _read_search(page: Page, visit: Visit) -> Reading:
    found = _list_in(page)
    if found is None:
        raise UnexpectedAnswerError("geen vacatures van Phenom")
    jobs, total = found
    keys = [said(j, "jobSeqNo") or said(j, "jobId") for j in jobs]
    keys = [key for key in keys if key and re.fullmatch(r"[\w-]{1,100}", key)]
    root = _root(visit.url)
    reading = Reading(
        visits=tuple(Visit(url=f"{root}/job/{key}", kind="detail") for key in keys),
        announced=len(keys),
        total=total,
    )
    start = re.search(r"[?&]from=(\d{1,6})", visit.url)
    read = (int(start[1]) if start else 0) + len(jobs)
    more = jobs and (total is None or read < total)
    following = with_query(visit.url, **{"from": read}) if more else None
    return onward(reading, visit, following)


def _list_in(page: Page) -> tuple[list[Json], int | None] | None:
    """The jobs on this page of the search, and how many there are in all."""
    for state in states_in(look_at(page).tree):
        for name in LISTS:
            jobs = inside(state.value, name, "data", "jobs")
            if isinstance(jobs, list):
                total = number_at(state.value, name, "totalHits")
                return objects(jobs), total
    return None
