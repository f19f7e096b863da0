"""Boards by Workday: a search of twenty at a time, and an answer for each text."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from crawlers.pages.page import Page
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from crawlers.platforms.in_json import Json, json_of, number_at, rows_at, said, told
from crawlers.platforms.json_board import MOST_ROWS, DetailBoard
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
from schemas.source import Source
from schemas.vacancy import Posting, PostingPlace

LEGAL_CODE = re.compile(r"^\d{2,}[\s_-]+(?=\D)")  # 0012 Voorbeeld Nederland B.V.


class Workday(DetailBoard):
    """`/wday/cxs/` on the employer's own host at myworkdayjobs.com.

    Where the board lets one choose a country, only the Netherlands is asked for. What
    identifies a vacancy is in its address only.
    """

    name = "workday"
    label = "Workday"
    shared_host = "myworkdayjobs.com"
    address = re.compile(
        r"https?://(?P<board>[\w-]+)\.(?P<region>wd\d+)\.myworkdayjobs\.com/"
        r"(?:wday/cxs/[\w-]+/|[a-z]{2}(?:-[A-Z]{2})?/)?"
        r"(?P<careers>(?!wday\b|[a-z]{2}-[A-Z]{2}\b|robots\.)[\w-]+)"
    )
    site = "https://{board}.{region}.myworkdayjobs.com/{careers}"
    api = "https://{board}.{region}.myworkdayjobs.com/wday/cxs/{board}/{careers}/jobs"
    found_at = ("jobPostingInfo",)
    employer_at = ("hiringOrganization", "name")
    urls_at = ("externalUrl",)
    texts_at = ("jobDescription",)

    def first(self, source: Source) -> Visit:
        """The search for everything."""
        return Search().visit(self.api_of(source.url), 0)

    def read_list(self, answer: Answer, visit: Visit) -> Reading:
        """A page of a search."""
        found = json_of(answer, self.label)
        search, details = search_of(visit), _details(found, visit)
        if search.offset:  # the total stands on the first page only
            return Reading(visits=details, announced=len(details))
        return _read_first(found, details, visit)

    def key_of(self, row: Json, page: Page) -> str | None:  # noqa: ARG002
        """What follows the last `_`: place and title before it may change."""
        return urlsplit(page.url).path.rstrip("/").rpartition("/")[2].rpartition("_")[2]

    def url_of(self, row: Json, page: Page) -> str | None:
        """The address it tells, else the one that the text was asked at."""
        path = urlsplit(page.url).path.split("/wday/cxs/", 1)[-1]
        own = at_root(page.url, "/" + path.partition("/")[2])
        return super().url_of(row, page) or own

    def employer_of(self, found: object) -> str | None:
        """The employer's name, without the number that its books give it."""
        return LEGAL_CODE.sub("", super().employer_of(found) or "") or None

    def is_closed(self, job: Json) -> bool:
        return job.get("posted") is False

    def filled(self, bare: Posting, row: Json) -> Posting:
        return replace(
            bare,
            places=_places(row),
            remote=said(row, "remoteType") or how_in(said(row, "location")),
            employment_types=told(said(row, "timeType")),
            date_posted=said(row, "startDate") or said(row, "postedOn"),
            valid_through=said(row, "endDate"),
        )


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
