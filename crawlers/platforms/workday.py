"""Boards by Workday: a search of twenty at a time, and an answer for each text."""

import re
from typing import ClassVar
from urllib.parse import urlsplit

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.pages.page import Page
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from crawlers.platforms.json_board import (
    MOST_ROWS,
    Json,
    NamedBoard,
    from_api,
    inside,
    json_of,
    number_at,
    rows_at,
    said,
    sections,
    told,
    web_address,
)
from crawlers.platforms.place_words import how_in, places_in
from crawlers.platforms.workday_search import (
    MOST,
    MOST_PARTS,
    Search,
    facets_in,
    in_the_netherlands,
    pages_of,
    parts_of,
    search_of,
    size_of,
)
from schemas.source import Platform, Source
from schemas.vacancy import Posting, PostingPlace

LEGAL_CODE = re.compile(r"^\d{2,}[\s_-]+(?=\D)")  # 0012 Voorbeeld Nederland B.V.


class Workday(NamedBoard):
    """`/wday/cxs/` on the employer's own host at myworkdayjobs.com.

    Where the board lets one choose a country, only the Netherlands is asked for.
    """

    name: ClassVar[Platform] = "workday"
    label = "Workday"
    shared_host = "myworkdayjobs.com"
    address = re.compile(
        r"https?://(?P<board>[\w-]+)\.(?P<region>wd\d+)\.myworkdayjobs\.com/"
        r"(?:wday/cxs/[\w-]+/|[a-z]{2}(?:-[A-Z]{2})?/)?"
        r"(?P<careers>(?!wday\b|[a-z]{2}-[A-Z]{2}\b|robots\.)[\w-]+)"
    )
    site = "https://{board}.{region}.myworkdayjobs.com/{careers}"
    api = "https://{board}.{region}.myworkdayjobs.com/wday/cxs/{board}/{careers}/jobs"

    def first(self, source: Source) -> Visit:
        """The search for everything."""
        return Search().visit(self.api_of(source.url), 0)

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """A page of a search, or one vacancy."""
        found = json_of(answer, self.label)
        if visit.kind == "detail":
            return _read_detail(found, answer.page, visit)
        search, details = search_of(visit), _details(found, visit)
        if search.offset:  # the total stands on the first page only
            return Reading(visits=details, announced=len(details))
        return _read_first(found, details, visit)


def _read_first(found: object, details: tuple[Visit, ...], visit: Visit) -> Reading:
    """The first page of a search: how many there are decides how to go on."""
    search, facets = search_of(visit), facets_in(found)
    total = number_at(found, "total")
    if total is None:
        raise UnexpectedAnswerError("JSON zonder aantal vacatures")
    if not search.facets and (dutch := in_the_netherlands(facets)):
        if not any(dutch.facets.values()):
            return Reading(total=0)
        return Reading(visits=(dutch.visit(visit.url, 0),))
    size = size_of(facets, total)
    parts = parts_of(search, facets, size) if total >= MOST else []
    known = size if visit.depth == 0 else None  # a part says nothing of the whole
    if parts:
        onward = [part.visit(visit.url, visit.depth + 1) for part in parts[:MOST_PARTS]]
        cut = len(parts) > MOST_PARTS
        return Reading(visits=tuple(onward), total=known, cut=cut)
    pages = [page.visit(visit.url, visit.depth) for page in pages_of(search, total)]
    return Reading(
        visits=(*details, *pages),
        announced=len(details),
        total=known,
        cut=total >= MOST,
    )


def _details(found: object, visit: Visit) -> tuple[Visit, ...]:
    base = visit.url.removesuffix("/jobs")
    rows = rows_at(found, "jobPostings")[:MOST_ROWS]
    paths = [row.get("externalPath") for row in rows]
    return tuple(
        Visit(url=f"{base}{path}", kind="detail")
        for path in dict.fromkeys(path for path in paths if isinstance(path, str))
        if path.startswith("/job/")
    )


def _read_detail(found: object, page: Page, visit: Visit) -> Reading:
    job = inside(found, "jobPostingInfo")
    title = said(job, "title")
    if not isinstance(job, dict) or not title:
        raise UnexpectedAnswerError("JSON zonder vacature")
    if job.get("posted") is False:
        raise VacancyGoneError(page.url)
    employer = said(found, "hiringOrganization", "name")
    posting = Posting(
        source=page.source,
        source_key=_key(visit.url),
        url=web_address(job.get("externalUrl"), page) or _address(visit.url),
        title=title,
        description=sections((None, job.get("jobDescription"))),
        employer=LEGAL_CODE.sub("", employer) if employer else None,
        places=_places(job),
        remote=said(job, "remoteType") or how_in(said(job, "location")),
        employment_types=told(said(job, "timeType")),
        date_posted=said(job, "startDate") or said(job, "postedOn"),
        valid_through=said(job, "endDate"),
        origins=from_api("jobPostingInfo"),
    )
    return Reading(postings=(posting,), employer=posting.employer)


def _key(url: str) -> str:
    """What follows the last `_`: place and title before it may change."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2].rpartition("_")[2]


def _address(url: str) -> str:
    """The page for people of a detail."""
    path = urlsplit(url).path.split("/wday/cxs/", 1)[-1]
    return at_root(url, "/" + path.partition("/")[2])


def _places(job: Json) -> tuple[PostingPlace, ...]:
    """The main place with its country, and the others as they are printed."""
    country = said(job, "jobRequisitionLocation", "country", "alpha2Code")
    country = country or said(job, "country", "alpha2Code")
    country = country or said(job, "country", "descriptor")
    found = [*places_in(said(job, "location"), country)]
    others = job.get("additionalLocations")
    for line in others if isinstance(others, list) else []:
        found += places_in(line if isinstance(line, str) else said(line, "descriptor"))
    found = found or [PostingPlace(country=country)]
    return tuple(p for p in dict.fromkeys(found) if p != PostingPlace())
