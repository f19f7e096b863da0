"""Boards by SmartRecruiters: pages of a hundred, and a page for each text."""

import re
from dataclasses import replace
from urllib.parse import quote, urlsplit

from crawlers.platforms.base import Answer, Reading, Visit
from crawlers.platforms.in_json import (
    Json,
    inside,
    json_of,
    number_at,
    objects,
    rows_at,
    said,
    told,
)
from crawlers.platforms.json_board import MOST_ROWS, DetailBoard
from crawlers.platforms.paging import onward, with_query
from crawlers.platforms.posting_parts import sections
from schemas.vacancy import Posting, PostingPlace

PER_PAGE = 100
# What is asked of the candidate comes before what the employer says of itself.
SECTIONS = (
    *("jobDescription", "qualifications", "additionalInformation"),
    "companyDescription",
)
HOURS = re.compile(r"\bhours\b|\buren\b", re.IGNORECASE)


class SmartRecruiters(DetailBoard):
    """`api.smartrecruiters.com`, asked for what is in the Netherlands.

    It answers an empty board to a name that does not exist. Its robots.txt was seen to
    forbid all robots but LinkedIn's (2026-07 to 2026-10): then a crawl ends blocked.
    A vacancy's `id` is its identity: `refNumber` serves for several jobs.
    """

    name = "smartrecruiters"
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
    found_at = ()
    employer_at = ("company", "name")
    title_at = "name"
    urls_at = ("postingUrl", "applyUrl")

    def read_list(self, answer: Answer, visit: Visit) -> Reading:
        """A hundred vacancies, and the page after them."""
        found = json_of(answer, self.label)
        rows, total = rows_at(found, "content"), number_at(found, "totalFound")
        names = (self.employer_of(row) for row in rows)
        details = _details(rows[:MOST_ROWS], visit.url)
        reading = Reading(
            visits=details,
            announced=len(details),
            total=total,
            cut=len(rows) > MOST_ROWS,
            employer=next(filter(None, names), None),
        )
        offset = (visit.depth + 1) * PER_PAGE
        more = len(rows) >= PER_PAGE if total is None else offset < total
        following = with_query(visit.url, offset=offset) if more else None
        return onward(reading, visit, following)

    def is_closed(self, job: Json) -> bool:
        return job.get("active") is False

    def filled(self, bare: Posting, row: Json) -> Posting:
        """Its text is in sections of their own."""
        parts = [inside(row, "jobAd", "sections", name) for name in SECTIONS]
        texts = ((inside(part, "title"), inside(part, "text")) for part in parts)
        return replace(
            bare,
            description=sections(*texts),
            places=_places(row),
            remote=_remote(row),
            hours=_hours(row),
            employment_types=told(said(row, "typeOfEmployment", "label")),
            date_posted=said(row, "releasedDate"),
            language=said(row, "language", "code"),
        )


def _details(rows: list[Json], url: str) -> tuple[Visit, ...]:
    place = urlsplit(url)._replace(query="").geturl()
    details = {
        key: Visit(
            url=f"{place}/{quote(key, safe='')}",
            kind="detail",
            lastmod=said(row, "releasedDate"),
        )
        for row in rows
        if (key := said(row, "id"))
    }
    return tuple(details.values())


def _places(row: Json) -> tuple[PostingPlace, ...]:
    spot = inside(row, "location")
    place = PostingPlace(
        locality=said(spot, "city"),
        postcode=said(spot, "postalCode"),
        region=said(spot, "region"),
        country=said(spot, "country"),
    )
    return () if place == PostingPlace() else (place,)


def _remote(row: Json) -> str | None:
    """Two booleans; both false is a form nobody filled in, so it says nothing."""
    if inside(row, "location", "hybrid") is True:
        return "hybrid"
    return "fully" if inside(row, "location", "remote") is True else None


def _hours(row: Json) -> str | None:
    """A field the employer made itself."""
    for field in objects(row.get("customField")):
        if HOURS.search(said(field, "fieldLabel") or ""):
            return said(field, "valueLabel")
    return None
