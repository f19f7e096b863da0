"""Career sites by Teamtailor: a JSON Feed with linked data, or a paged RSS feed."""

import json
import re
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urlencode, urljoin

from lxml import etree

from crawlers.pages.jobposting import posting_of
from crawlers.pages.jobposting_fields import words
from crawlers.pages.ld_json import Node, lower_first
from crawlers.pages.page import Page, without_tracking
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
    same_site,
)
from schemas.source import Platform, Source
from schemas.vacancy import Origin, Posting, PostingPlace

PER_PAGE = 100
MOST_PAGES = 50
TT = "{https://teamtailor.com/locations}"
KEY = re.compile(r"/jobs/(\d+)")


class Teamtailor(CareerPlatform):
    """`/jobs.json`, and `/jobs.rss` where that is not to be had."""

    name: ClassVar[Platform] = "teamtailor"

    def first(self, source: Source) -> Visit:
        """The JSON Feed holds more; the RSS feed is always there."""
        rss = Visit(url=at_root(source.url, "/jobs.rss"), kind="listing")
        return Visit(
            url=at_root(source.url, "/jobs.json"), kind="listing", otherwise=(rss,)
        )

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """One page of either feed, and the page after it."""
        if answer.body.lstrip()[:1] == b"{":
            return _read_json(answer.page, visit)
        return _read_rss(answer, visit)


def _read_json(page: Page, visit: Visit) -> Reading:
    try:
        feed = json.loads(page.text)
    except (ValueError, RecursionError) as broken:
        raise UnexpectedAnswerError("geen JSON van Teamtailor") from broken
    items = feed.get("items")
    if not isinstance(items, list):
        raise UnexpectedAnswerError("JSON zonder lijst van vacatures")
    postings = [
        p for i in items if isinstance(i, dict) and (p := _json_posting(i, page))
    ]
    following = words(feed.get("next_url"))
    address = urljoin(page.url, following) if following else None
    return _page_of(postings, len(items), visit, address)


def _json_posting(item: dict[str, Any], page: Page) -> Posting | None:
    job = item.get("_jobposting")
    job = lower_first(job) if isinstance(job, dict) else {}
    job.setdefault("title", item.get("title"))
    job.setdefault("description", item.get("content_html") or "")
    job.setdefault("datePosted", item.get("date_published"))
    job["url"] = item.get("url")
    # The number in the address is the key in both feeds; the identifier may be absent.
    if key := KEY.search(words(item.get("url")) or ""):
        job["identifier"] = key.group(1)
    own = Page(source=page.source, url=words(item.get("url")) or page.url, text="")
    return posting_of(Node(job, "as is"), own, tree=None, part="feed")


def _read_rss(answer: Answer, visit: Visit) -> Reading:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(answer.body, parser=parser)
    except etree.XMLSyntaxError as broken:
        raise UnexpectedAnswerError("geen RSS van Teamtailor") from broken
    if root is None or root.tag != "rss" or root.find("channel") is None:
        raise UnexpectedAnswerError("geen RSS van Teamtailor")
    items = root.findall("./channel/item")
    employer = words(root.findtext("./channel/title"))
    postings = [p for i in items if (p := _rss_posting(i, answer.page, employer))]
    address = None
    if len(items) >= PER_PAGE:
        offset = (visit.depth + 1) * PER_PAGE
        query = urlencode({"offset": offset, "per_page": PER_PAGE})
        address = at_root(visit.url, f"/jobs.rss?{query}")
    reading = _page_of(postings, len(items), visit, address)
    return replace(reading, cut=reading.cut or len(parser.error_log) > 0)


def _rss_posting(
    item: Any,  # noqa: ANN401 - an lxml element
    page: Page,
    employer: str | None,
) -> Posting | None:
    title, link = words(item.findtext("title")), words(item.findtext("link"))
    key = KEY.search(link or "")
    if not title or not link or not key:
        return None
    return Posting(
        source=page.source,
        source_key=key.group(1),
        url=without_tracking(link),
        title=title,
        description=item.findtext("description") or "",
        employer=employer,
        places=tuple(_place(place) for place in item.iter(f"{TT}location")),
        remote=words(item.findtext("remoteStatus")),
        date_posted=words(item.findtext("pubDate")),
        origins={"": Origin(part="feed", path="rss", raw="")},
    )


def _place(element: Any) -> PostingPlace:  # noqa: ANN401 - an lxml element
    return PostingPlace(
        locality=words(element.findtext(f"{TT}city")),
        postcode=words(element.findtext(f"{TT}zip")),
        country=words(element.findtext(f"{TT}country")),
    )


def _page_of(
    postings: list[Posting], announced: int, visit: Visit, following: str | None
) -> Reading:
    """What is on it and what comes next, unless it is the page before once more."""
    first = postings[0].source_key if postings else None
    if first is not None and first == visit.after:
        return Reading()
    last_page = visit.depth + 1 >= MOST_PAGES
    visits: tuple[Visit, ...] = ()
    if following and postings and not last_page and same_site(visit.url, following):
        visits = (
            Visit(url=following, kind="listing", depth=visit.depth + 1, after=first),
        )
    return Reading(
        postings=tuple(postings),
        visits=visits,
        announced=announced,
        cut=bool(following) and last_page,
    )
