"""Boards by Pinpoint: one answer, with the text of a vacancy in sections."""

import re
from typing import ClassVar

from crawlers.pages.page import Page
from crawlers.platforms.json_board import (
    Json,
    JsonBoard,
    amount,
    from_api,
    said,
    sections,
    told,
    web_address,
)
from crawlers.platforms.place_words import places_in
from schemas.source import Platform
from schemas.vacancy import Posting, PostingPlace

SECTIONS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


class Pinpoint(JsonBoard):
    """`/postings.json` on pinpointhq.com or on the employer's own host."""

    name: ClassVar[Platform] = "pinpoint"
    label = "Pinpoint"
    shared_host = "pinpointhq.com"
    address = re.compile(r"https?://(?P<board>(?!www\.|app\.)[\w-]+)\.pinpointhq\.com")
    site = "https://{board}.pinpointhq.com"
    api = "https://{board}.pinpointhq.com/postings.json"
    rows_at = ("data",)

    def posting_of(self, row: Json, page: Page) -> Posting | None:
        """One posting. It tells until when it is open, not since when."""
        key, title = said(row, "id"), said(row, "title")
        url = web_address(row.get("url") or row.get("path"), page)
        if not key or not title or not url:
            return None
        shown = row if row.get("compensation_visible") is not False else {}
        return Posting(
            source=page.source,
            source_key=key,
            url=url,
            title=title,
            description=sections(
                (None, row.get("description")),
                *((row.get(f"{name}_header"), row.get(name)) for name in SECTIONS),
            ),
            places=_places(row),
            remote=said(row, "workplace_type"),
            employment_types=told(
                said(row, "employment_type"), said(row, "employment_type_text")
            ),
            salary_min=amount(shown.get("compensation_minimum")),
            salary_max=amount(shown.get("compensation_maximum")),
            salary_unit=said(shown, "compensation_frequency"),
            salary_text=said(shown, "compensation"),
            currency=said(shown, "compensation_currency"),
            valid_through=said(row, "deadline_at"),
            origins=from_api("data"),
        )


def _places(row: Json) -> tuple[PostingPlace, ...]:
    """The city where it is given; the location's name may tell the country."""
    found = places_in(said(row, "location", "name"))
    city = said(row, "location", "city")
    if not city:
        return found
    return (
        PostingPlace(
            locality=city,
            postcode=said(row, "location", "postal_code"),
            region=said(row, "location", "province"),
            country=found[0].country if found else None,
        ),
    )
