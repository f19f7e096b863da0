"""Boards by Workable: one answer, with a vacancy once for every country it is in."""

import re
from typing import ClassVar

from crawlers.pages.page import Page
from crawlers.platforms.json_board import (
    Json,
    JsonBoard,
    from_api,
    objects,
    said,
    sections,
    told,
    web_address,
)
from schemas.source import Platform
from schemas.vacancy import Posting, PostingPlace


class Workable(JsonBoard):
    """The widget of `apply.workable.com`; it answers 429 sooner than others."""

    name: ClassVar[Platform] = "workable"
    label = "Workable"
    shared_host = "workable.com"
    address = re.compile(
        r"https?://apply\.workable\.com/(?:api/v\d/(?:widget/)?accounts/)?"
        r"(?P<board>(?!api/|j/)[\w-]+)"
    )
    site = "https://apply.workable.com/{board}"
    api = "https://apply.workable.com/api/v1/widget/accounts/{board}?details=true"
    employer_at = ("name",)

    def posting_of(self, row: Json, page: Page) -> Posting | None:
        """One row; its `shortcode` is the identity."""
        key, title = said(row, "shortcode"), said(row, "title")
        url = web_address(row.get("url"), page)
        if not key or not title or not url:
            return None
        return Posting(
            source=page.source,
            source_key=key,
            url=url,
            title=title,
            description=sections(
                (None, row.get("description")),
                (None, row.get("requirements")),
                (None, row.get("benefits")),
            ),
            places=_places(row),
            remote="fully" if row.get("telecommuting") is True else None,
            employment_types=told(said(row, "employment_type")),
            education=said(row, "education"),
            date_posted=said(row, "published_on") or said(row, "created_at"),
            origins=from_api("jobs"),
        )


def _places(row: Json) -> tuple[PostingPlace, ...]:
    spots = [spot for spot in objects(row.get("locations")) if not spot.get("hidden")]
    places = [
        PostingPlace(
            locality=said(spot, "city"),
            region=said(spot, "region") or said(spot, "state"),
            country=said(spot, "countryCode") or said(spot, "country"),
        )
        for spot in spots or [row]
    ]
    return tuple(place for place in places if place != PostingPlace())
