"""Career sites by Teamtailor: a JSON Feed with linked data, or a paged RSS feed."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from crawlers.pages.jobposting import posting_of
from crawlers.pages.jobposting_fields import words
from crawlers.pages.ld_json import Node, lower_first
from crawlers.pages.page import Page
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    origin_of,
)
from crawlers.platforms.in_json import Json, inside, json_of, rows_at, said
from crawlers.platforms.json_board import NamedBoard
from crawlers.platforms.paging import onward, with_query
from crawlers.platforms.posting_parts import named, united, web_address
from crawlers.platforms.safe_xml import Element, child_text, read_xml
from schemas.source import Source
from schemas.vacancy import Origin, Posting, PostingPlace

PER_PAGE = 100  # what the RSS feed gives when it is not asked for another number
TT = "{https://teamtailor.com/locations}"
KEY = re.compile(r"/jobs/(\d+)")
LOCALE = re.compile(r"/[a-z]{2}(?:-[A-Z]{2})?(?=/|$)")


class Teamtailor(NamedBoard):
    """`/jobs.json`, and `/jobs.rss` where that is not to be had.

    The feeds of a site in several languages hold one language each: the address of
    the source tells which, and without one it is the site's own.
    """

    name = "teamtailor"
    label = "Teamtailor"
    shared_host = "teamtailor.com"
    address = re.compile(
        r"https?://(?!(?:www|app|api|docs|support|get|partner|tt)\.)"
        r"(?P<board>[\w-]+(?:\.[\w-]+)?)\.teamtailor\.com(?=[/?#]|$)"
    )
    site = "https://{board}.teamtailor.com"

    def board_of(self, url: str) -> str | None:
        """The board an address is on, in its language; also on a regional host."""
        board = super().board_of(url)
        return f"{board}{_locale(url)}" if board else None

    def first(self, source: Source) -> Visit:
        """The JSON Feed holds more; the RSS feed is always there."""
        place = f"{origin_of(source.url)}{_locale(source.url)}"
        rss = Visit(url=f"{place}/jobs.rss", kind="listing")
        return Visit(url=f"{place}/jobs.json", kind="listing", otherwise=(rss,))

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """One page of either feed, and the page after it."""
        if answer.body.lstrip()[:1] == b"{":
            return _read_json(answer, visit)
        return _read_rss(answer, visit)


def _locale(url: str) -> str:
    found = LOCALE.match(urlsplit(url).path)
    return found.group(0) if found else ""


def _read_json(answer: Answer, visit: Visit) -> Reading:
    feed, page = json_of(answer, Teamtailor.label), answer.page
    items, employer = rows_at(feed, "items"), said(feed, "title")
    read = [_json_posting(item, page) for item in items]
    postings = [named(posting, employer) for posting in read if posting]
    following = web_address(inside(feed, "next_url"), page)
    return onward(_reading(postings, len(items), employer), visit, following)


def _json_posting(item: Json, page: Page) -> Posting | None:
    url = web_address(item.get("url"), page)
    if not url:
        return None
    job = item.get("_jobposting")
    job = lower_first(job) if isinstance(job, dict) else {}
    job.setdefault("title", item.get("title"))
    job.setdefault("description", item.get("content_html") or "")
    job.setdefault("datePosted", item.get("date_published"))
    job["url"] = url
    # The number in the address is the key in both feeds; the identifier may be absent.
    if key := KEY.search(url):
        job["identifier"] = key.group(1)
    own = Page(source=page.source, url=url, text="")
    return posting_of(Node(job, "as is"), own, tree=None, part="feed")


def _read_rss(answer: Answer, visit: Visit) -> Reading:
    document = read_xml(answer.body, "rss", what="RSS van Teamtailor")
    channel = document.root.find("channel")
    if channel is None:
        raise UnexpectedAnswerError("geen RSS van Teamtailor")
    items, employer = channel.findall("item"), words(child_text(channel, "title"))
    read = [_rss_posting(item, answer.page) for item in items]
    postings = [named(posting, employer) for posting in read if posting]
    reading = _reading(postings, len(items), employer)
    offset = (visit.depth + 1) * PER_PAGE
    following = with_query(visit.url, offset=offset, per_page=PER_PAGE)
    reading = onward(reading, visit, following if len(items) >= PER_PAGE else None)
    return replace(reading, cut=reading.cut or not document.whole)


def _rss_posting(item: Element, page: Page) -> Posting | None:
    title = words(child_text(item, "title"))
    link = web_address(child_text(item, "link"), page)
    key = KEY.search(link or "")
    if not title or not link or not key:
        return None
    return Posting(
        source=page.source,
        source_key=key.group(1),
        url=link,
        title=title,
        description=child_text(item, "description") or "",
        places=tuple(_place(place) for place in item.iter(f"{TT}location")),
        remote=words(child_text(item, "remoteStatus")),
        date_posted=words(child_text(item, "pubDate")),
        origins={"": Origin(part="feed", path="rss", raw="")},
    )


def _place(element: Element) -> PostingPlace:
    return PostingPlace(
        locality=words(child_text(element, "city")),
        postcode=words(child_text(element, "zip")),
        country=words(child_text(element, "country")),
    )


def _reading(postings: list[Posting], announced: int, employer: str | None) -> Reading:
    return Reading(postings=united(postings), announced=announced, employer=employer)
