"""What a site asks of whoever reads it: robots.txt, its terms, and what it reserves."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego

from crawlers.collecting.fetched import OK, Fetched
from crawlers.pages.page import NotAPageError, Page, tree_of
from crawlers.pages.reservation import (
    Reservation,
    reservation_in_robots,
    reservation_in_tdmrep,
    reservation_of,
    together,
)
from crawlers.platforms.base import at_root
from crawlers.probe.questions import NoAnswerError, Questions

TDMREP = "/.well-known/tdmrep.json"
MOST_LINKS = 3
# The surest first. What an employer offers its people is no rule for readers.
TERMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"gebruiks?voorwaarden|terms?[\s_-]of[\s_-](?:use|service)",
        r"disclaimer|proclaimer",
        r"(?<!arbeids)voorwaarden|terms\b|(?<!working )\bconditions\b",
        r"\blegal\b|juridisch|colofon|copyright",
    )
)
NOT_TERMS = re.compile(r"arbeidsvoorwaarden|vacatur|privacy|cookie", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """robots.txt for us: `trouble` tells why it could not be read (then: no entry).

    `delay` is seconds between two requests, from Crawl-delay or Request-rate.
    """

    allowed: bool
    delay: float | None = None
    sitemaps: tuple[str, ...] = ()
    trouble: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """`terms` are links that may lead to the terms of use, the likeliest first."""

    robots: Robots
    terms: tuple[str, ...]
    reservation: Reservation


async def rules_of(
    url: str, example: str | None, questions: Questions, *, agent: str
) -> SiteRules:
    """The rules at a source's address; `example` is the page of one vacancy."""
    robots, text = await robots_for(url, questions, agent=agent)
    start = await _had(url, questions)
    page = await _had(example, questions) if example else None
    told = [reservation_in_robots(text, agent)]
    told += [reservation_of(each.headers, each.text) for each in (start, page) if each]
    tdmrep = await _had(at_root(url, TDMREP), questions)
    if tdmrep and tdmrep.status == OK:
        path = urlsplit(example or url).path or "/"
        told.append(reservation_in_tdmrep(tdmrep.text, path))
    terms = terms_links(start.answer("").page) if start else ()
    return SiteRules(robots=robots, terms=terms, reservation=together(told))


async def robots_for(
    url: str, questions: Questions, *, agent: str
) -> tuple[Robots, str]:
    """robots.txt of the site, as far as it is about us, and its text."""
    try:
        text = (await questions.whatever(at_root(url, "/robots.txt"))).text
    except NoAnswerError as silence:
        return Robots(allowed=False, trouble=str(silence)), ""
    rules = Protego.parse(text)
    rate = rules.request_rate(agent)
    delays = [
        rules.crawl_delay(agent),
        rate.seconds / rate.requests if rate and rate.requests else None,
    ]
    known = [delay for delay in delays if delay is not None]
    return Robots(
        allowed=rules.can_fetch(url, agent),
        delay=max(known) if known else None,
        sitemaps=tuple(dict.fromkeys(urljoin(url, s) for s in rules.sitemaps)),
    ), text


def terms_links(page: Page) -> tuple[str, ...]:
    """The links of a page that may lead to the terms of use, the likeliest first."""
    try:
        anchors = tree_of(page).xpath("//a[@href]")
    except NotAPageError:
        return ()
    links: dict[str, int] = {}
    for anchor in anchors:
        href = str(anchor.get("href"))
        words = f"{' '.join(anchor.text_content().split())[:100]} {href[:200]}"
        rank = next((n for n, terms in enumerate(TERMS) if terms.search(words)), None)
        if rank is None or NOT_TERMS.search(words):
            continue
        try:
            url = urljoin(page.url, href)
        except ValueError:
            continue
        if url.startswith(("http://", "https://")):
            links[url] = min(rank, links.get(url, rank))
    return tuple(sorted(links, key=lambda url: links[url])[:MOST_LINKS])


async def _had(url: str, questions: Questions) -> Fetched | None:
    try:
        return await questions.whatever(url)
    except NoAnswerError:
        return None
