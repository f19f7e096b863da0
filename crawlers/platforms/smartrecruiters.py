"""Boards by SmartRecruiters: pages of a hundred, and a page for each text."""

import re
from typing import ClassVar
from urllib.parse import quote, urlsplit

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.pages.page import Page
from crawlers.platforms.base import Answer, Reading, UnexpectedAnswerError, Visit
from crawlers.platforms.json_board import (
    MOST_ROWS,
    Json,
    NamedBoard,
    from_api,
    inside,
    json_of,
    number_at,
    objects,
    rows_at,
    said,
    sections,
    told,
    web_address,
)
from crawlers.platforms.paging import onward, with_query
from schemas.source import Platform
from schemas.vacancy import Posting, PostingPlace

PER_PAGE = 100
# What is asked of the candidate comes before what the employer says of itself.
SECTIONS = (
    *("jobDescription", "qualifications", "additionalInformation"),
    "companyDescription",
)
HOURS = re.compile(r"\bhours\b|\buren\b", re.IGNORECASE)


class SmartRecruiters(NamedBoard):
    """`api.smartrecruiters.com`, asked for what is in the Netherlands.

    It answers an empty board to a name that does not exist. Its robots.txt was seen to
    forbid all robots but LinkedIn's (2026-07 to 2026-10): then a crawl ends blocked.
    """

    name: ClassVar[Platform] = "smartrecruiters"
    label = "SmartRecruiters"
    shared_host = "smartrecruiters.com"
    address = re.compile(
        r"https?://(?:careers|jobs|api)\.smartrecruiters\.com/(?:v1/companies/)?"
        r"(?P<board>(?!v1\b|oneclick-ui\b|my-applications\b|external-)[^/?#]+)"
    )
    site = "https://careers.smartrecruiters.com/{board}"
    api = (
        "https://api.smartrecruiters.com/v1/companies/{board}/postings"
        f"?country=nl&limit={PER_PAGE}&offset=0"
    )

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """A page of the list, or one vacancy."""
        found = json_of(answer, self.label)
        if visit.kind == "detail":
            return Reading(postings=(_posting_of(found, answer.page),))
        return _read_list(found, visit)


def _read_list(found: object, visit: Visit) -> Reading:
    rows, total = rows_at(found, "content"), number_at(found, "totalFound")
    place = urlsplit(visit.url)._replace(query="").geturl()
    details = {
        key: Visit(
            url=f"{place}/{quote(key, safe='')}",
            kind="detail",
            lastmod=said(row, "releasedDate"),
        )
        for row in rows[:MOST_ROWS]
        if (key := said(row, "id"))
    }
    reading = Reading(
        visits=tuple(details.values()),
        announced=len(details),
        total=total,
        cut=len(rows) > MOST_ROWS,
        employer=next((n for row in rows if (n := said(row, "company", "name"))), None),
    )
    offset = (visit.depth + 1) * PER_PAGE
    more = len(rows) >= PER_PAGE if total is None else offset < total
    following = with_query(visit.url, offset=offset) if more else None
    return onward(reading, visit, following)


def _posting_of(found: object, page: Page) -> Posting:
    """One vacancy; its `id` is the identity: `refNumber` serves for several jobs."""
    key, title = said(found, "id"), said(found, "name")
    url = web_address(inside(found, "postingUrl"), page)
    url = url or web_address(inside(found, "applyUrl"), page)
    if not isinstance(found, dict) or not key or not title or not url:
        raise UnexpectedAnswerError("JSON zonder vacature")
    if found.get("active") is False:
        raise VacancyGoneError(page.url)
    texts = inside(found, "jobAd", "sections")
    parts = [inside(texts, name) for name in SECTIONS]
    return Posting(
        source=page.source,
        source_key=key,
        url=url,
        title=title,
        description=sections(*((inside(p, "title"), inside(p, "text")) for p in parts)),
        employer=said(found, "company", "name"),
        places=_places(found),
        remote=_remote(found),
        hours=_hours(found),
        employment_types=told(said(found, "typeOfEmployment", "label")),
        date_posted=said(found, "releasedDate"),
        language=said(found, "language", "code"),
        origins=from_api("postings"),
    )


def _places(found: Json) -> tuple[PostingPlace, ...]:
    spot = inside(found, "location")
    place = PostingPlace(
        locality=said(spot, "city"),
        postcode=said(spot, "postalCode"),
        region=said(spot, "region"),
        country=said(spot, "country"),
    )
    return () if place == PostingPlace() else (place,)


def _remote(found: Json) -> str | None:
    """Two booleans; both false is a form nobody filled in, so it says nothing."""
    if inside(found, "location", "hybrid") is True:
        return "hybrid"
    return "fully" if inside(found, "location", "remote") is True else None


def _hours(found: Json) -> str | None:
    """A field the employer made itself."""
    for field in objects(found.get("customField")):
        if HOURS.search(said(field, "fieldLabel") or ""):
            return said(field, "valueLabel")
    return None
