"""Boards by BambooHR: a list without texts, and an answer for each text."""

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
from crawlers.platforms.links import look_at
from schemas.source import Source
from schemas.vacancy import Posting, PostingPlace

EMBEDDED = "/jobs/embed2.php"
NUMBER = re.compile(r"[0-9]{1,12}$")
DETAIL = re.compile(r"/careers/(\d+)/detail")
REMOTE = {"1": "fully", "2": "hybrid"}  # 0 is what the form starts with


class BambooHR(DetailBoard):
    """`/careers/list`, or the page that employers embed where that is not given.

    A name that does not exist gets BambooHR's own home page. Many a robots.txt forbids
    the embedded page and allows the list. A vacancy's number is in its address only.
    """

    name = "bamboohr"
    label = "BambooHR"
    shared_host = "bamboohr.com"
    address = re.compile(
        r"https?://(?P<board>(?!www\.|app\.|api\.|help\.|support\.|documentation\.)[\w-]+)"
        r"\.bamboohr\.com"
    )
    site = "https://{board}.bamboohr.com/careers"
    api = "https://{board}.bamboohr.com/careers/list"
    found_at = ("result", "jobOpening")
    title_at = "jobOpeningName"
    urls_at = ("jobOpeningShareUrl",)
    texts_at = ("description",)

    def first(self, source: Source) -> Visit:
        """The list, with the embedded one behind it."""
        url = self.api_of(source.url)
        embedded = Visit(url=at_root(url, EMBEDDED), kind="listing", guess=True)
        return Visit(url=url, kind="listing", otherwise=(embedded,))

    def read_list(self, answer: Answer, visit: Visit) -> Reading:
        """A list of either kind."""
        if urlsplit(visit.url).path == EMBEDDED:
            return _details(_keys_in_html(answer.page), visit)
        found = json_of(answer, self.label)
        keys = [said(row, "id") for row in rows_at(found, "result")]
        return _details(keys, visit, number_at(found, "meta", "totalCount"))

    def key_of(self, row: Json, page: Page) -> str | None:  # noqa: ARG002
        """The number in the address."""
        key = DETAIL.search(urlsplit(page.url).path)
        return key.group(1) if key else None

    def url_of(self, row: Json, page: Page) -> str | None:
        """The address to share, else the one that the text was asked at."""
        own = at_root(page.url, f"/careers/{self.key_of(row, page)}")
        return super().url_of(row, page) or own

    def is_closed(self, job: Json) -> bool:
        """Every status but open; without one it is open."""
        return (said(job, "jobOpeningStatus") or "Open") != "Open"

    def filled(self, bare: Posting, row: Json) -> Posting:
        kinds = (said(row, "employmentStatusLabel"), said(row, "employmentType"))
        return replace(
            bare,
            places=_places(row),
            remote=_remote(row),
            employment_types=told(*kinds),
            salary_text=said(row, "compensation"),
            date_posted=said(row, "datePosted"),
        )


def _keys_in_html(page: Page) -> list[str | None]:
    tree = look_at(page).tree
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


def _places(job: Json) -> tuple[PostingPlace, ...]:
    """The place of the job, or where a remote one may be done."""
    place = PostingPlace(
        locality=said(job, "location", "city") or said(job, "atsLocation", "city"),
        postcode=said(job, "location", "postalCode"),
        region=said(job, "location", "state") or said(job, "atsLocation", "state"),
        country=said(job, "location", "addressCountry")
        or said(job, "atsLocation", "country"),
    )
    return () if place == PostingPlace() else (place,)


def _remote(job: Json) -> str | None:
    kind = REMOTE.get(said(job, "locationType") or "")
    return kind or ("fully" if job.get("isRemote") is True else None)
