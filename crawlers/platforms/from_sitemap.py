"""From a sitemap, or an index of them, to the pages of vacancies."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from crawlers.pages.identity import without_tracking
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    same_site,
)
from crawlers.platforms.sitemap import NotASitemapError, Sitemap, read_sitemap

DEEPEST_INDEX = 3
MOST_SITEMAPS = 100
VACANCY_SITEMAP = re.compile(r"vacat|vacanc|job|career|functie|opdracht", re.IGNORECASE)
Choose = Callable[[Sequence[str]], list[str]]


def visits_of(
    answer: Answer, visit: Visit, choose: Choose, *, among: Choose | None = None
) -> Reading:
    """A visit for each page that `choose` takes for a vacancy, with its lastmod.

    Of an index the sitemaps that `among` picks, or else those named after vacancies.
    Addresses on other sites are left alone; where there are no others the reading is
    cut. Raises UnexpectedAnswerError for what is no sitemap.
    """
    try:
        found = read_sitemap(answer.body)
    except NotASitemapError as broken:
        raise UnexpectedAnswerError("geen leesbare sitemap") from broken
    if found.is_index:
        likely = (among or likely_sitemaps)([url for url, _ in found.entries])
        return _sitemaps(found, likely, visit)
    entries = {without_tracking(url): day for url, day in found.entries}
    ours = [url for url in entries if same_site(visit.url, url)]
    pages = choose(ours)
    elsewhere = len(ours) < len(entries) and not pages
    return Reading(
        visits=tuple(
            Visit(url=url, kind="detail", lastmod=entries[url]) for url in pages
        ),
        announced=len(pages),
        cut=found.cut or elsewhere,
    )


def likely_sitemaps(addresses: Sequence[str]) -> list[str]:
    """Those that are named after vacancies, or all when none is."""
    named = [url for url in addresses if VACANCY_SITEMAP.search(urlsplit(url).path)]
    return named or list(addresses)


def _sitemaps(found: Sitemap, likely: list[str], visit: Visit) -> Reading:
    lastmods = dict(found.entries)
    ours = [url for url in likely if same_site(visit.url, url)]
    if visit.depth >= DEEPEST_INDEX:
        return Reading(cut=True)
    return Reading(
        visits=tuple(
            Visit(
                url=url,
                kind="sitemap",
                depth=visit.depth + 1,
                otherwise=visit.otherwise,
                lastmod=lastmods[url],
            )
            for url in ours[:MOST_SITEMAPS]
        ),
        cut=found.cut or len(ours) < len(likely) or len(ours) > MOST_SITEMAPS,
    )
