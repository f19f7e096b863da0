"""Boards by Pinpoint: one answer, with the text of a vacancy in sections."""

import re
from dataclasses import replace

from crawlers.platforms.in_json import Json, amount, said, told
from crawlers.platforms.json_board import WholeBoard
from crawlers.platforms.place_words import places_in
from crawlers.platforms.posting_parts import sections
from schemas.vacancy import Posting, PostingPlace

SECTIONS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


class Pinpoint(WholeBoard):
    """`/postings.json` on pinpointhq.com or on the employer's own host."""

    name = "pinpoint"
    label = "Pinpoint"
    shared_host = "pinpointhq.com"
    address = re.compile(r"https?://(?P<board>(?!www\.|app\.)[\w-]+)\.pinpointhq\.com")
    site = "https://{board}.pinpointhq.com"
    api = "https://{board}.pinpointhq.com/postings.json"
    found_at = ("data",)
    urls_at = ("url", "path")

    def filled(self, bare: Posting, row: Json) -> Posting:
        """It tells until when it is open, not since when."""
        shown = row if row.get("compensation_visible") is not False else {}
        return replace(
            bare,
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
