"""Boards by BambooHR: a list without texts, and an answer for each text."""

import re
from typing import ClassVar
from urllib.parse import urlsplit

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.pages.page import NotAPageError, Page, tree_of
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from crawlers.platforms.json_board import (
    MOST_ROWS,
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
from schemas.source import Platform, Source
from schemas.vacancy import Posting, PostingPlace

EMBEDDED = "/jobs/embed2.php"
NUMBER = re.compile(r"[0-9]{1,12}$")
DETAIL = re.compile(r"/careers/(\d+)/detail")
REMOTE = {"1": "fully", "2": "hybrid"}  # 0 is what the form starts with


class BambooHR(NamedBoard):
    """`/careers/list`, or the page that employers embed where that is not given.

    A name that does not exist gets BambooHR's own home page. Many a robots.txt forbids
    the embedded page and allows the list.
    """

    name: ClassVar[Platform] = "bamboohr"
    label = "BambooHR"
    shared_host = "bamboohr.com"
    address = re.compile(
        r"https?://(?P<board>(?!www\.|app\.|api\.|help\.|support\.|documentation\.)[\w-]+)"
        r"\.bamboohr\.com"
    )
    site = "https://{board}.bamboohr.com/careers"
    api = "https://{board}.bamboohr.com/careers/list"

    def first(self, source: Source) -> Visit:
        """The list, with the embedded one behind it."""
        url = self.api_of(source.url)
        embedded = Visit(url=at_root(url, EMBEDDED), kind="listing", guess=True)
        return Visit(url=url, kind="listing", otherwise=(embedded,))

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """A list of either kind, or one vacancy."""
        if visit.kind == "listing" and urlsplit(visit.url).path == EMBEDDED:
            return _details(_keys_in_html(answer.page), visit)
        found = json_of(answer, self.label)
        if visit.kind == "detail":
            return Reading(postings=(_posting_of(found, answer.page, visit),))
        keys = [said(row, "id") for row in rows_at(found, "result")]
        return _details(keys, visit, number_at(found, "meta", "totalCount"))


def _keys_in_html(page: Page) -> list[str | None]:
    try:
        tree = tree_of(page)
    except NotAPageError as broken:
        raise UnexpectedAnswerError("geen lijst van BambooHR") from broken
    if not tree.xpath("//*[contains(@class, 'BambooHR-ATS')]"):
        raise UnexpectedAnswerError("geen lijst van BambooHR")
    marks = tree.xpath("//li[starts-with(@id, 'bhrPositionID_')]/@id")
    return [str(mark).partition("_")[2] for mark in marks]


def _details(keys: list[str | None], visit: Visit, total: int | None = None) -> Reading:
    read = keys[:MOST_ROWS]
    numbers = dict.fromkeys(key for key in read if key and NUMBER.match(key))
    visits = [
        Visit(url=at_root(visit.url, f"/careers/{key}/detail"), kind="detail")
        for key in numbers
    ]
    cut = len(keys) > MOST_ROWS
    return Reading(visits=tuple(visits), announced=len(visits), total=total, cut=cut)


def _posting_of(found: object, page: Page, visit: Visit) -> Posting:
    """One vacancy; its number stands in the address only."""
    job = inside(found, "result", "jobOpening")
    key, title = DETAIL.search(urlsplit(visit.url).path), said(job, "jobOpeningName")
    if not key or not title:
        raise UnexpectedAnswerError("JSON zonder vacature")
    if (said(job, "jobOpeningStatus") or "Open") != "Open":
        raise VacancyGoneError(page.url)
    url = web_address(inside(job, "jobOpeningShareUrl"), page)
    return Posting(
        source=page.source,
        source_key=key.group(1),
        url=url or at_root(visit.url, f"/careers/{key.group(1)}"),
        title=title,
        description=sections((None, inside(job, "description"))),
        places=_places(job),
        remote=_remote(job),
        employment_types=told(
            said(job, "employmentStatusLabel"), said(job, "employmentType")
        ),
        salary_text=said(job, "compensation"),
        date_posted=said(job, "datePosted"),
        origins=from_api("jobOpening"),
    )


def _places(job: object) -> tuple[PostingPlace, ...]:
    """The place of the job, or where a remote one may be done."""
    place = PostingPlace(
        locality=said(job, "location", "city") or said(job, "atsLocation", "city"),
        postcode=said(job, "location", "postalCode"),
        region=said(job, "location", "state") or said(job, "atsLocation", "state"),
        country=said(job, "location", "addressCountry")
        or said(job, "atsLocation", "country"),
    )
    return () if place == PostingPlace() else (place,)


def _remote(job: object) -> str | None:
    kind = REMOTE.get(said(job, "locationType") or "")
    return kind or ("fully" if inside(job, "isRemote") is True else None)
