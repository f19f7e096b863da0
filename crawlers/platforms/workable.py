"""Boards by Workable: one answer, with a vacancy once for every country it is in."""

import re
from dataclasses import replace

from crawlers.platforms.in_json import Json, objects, said, told
from crawlers.platforms.json_board import WholeBoard
from schemas.vacancy import Posting, PostingPlace


class Workable(WholeBoard):
    """The widget of `apply.workable.com`; it answers 429 sooner than others."""

    name = "workable"
    label = "Workable"
    shared_host = "workable.com"
    address = re.compile(
        r"https?://apply\.workable\.com/(?:api/v\d/(?:widget/)?accounts/)?"
        r"(?P<board>(?!api/|j/)[\w-]+)"
    )
    site = "https://apply.workable.com/{board}"
    api = "https://apply.workable.com/api/v1/widget/accounts/{board}?details=true"
    employer_at = ("name",)
    key_at = "shortcode"
    urls_at = ("url",)
    texts_at = ("description", "requirements", "benefits")

    def filled(self, bare: Posting, row: Json) -> Posting:
        return replace(
            bare,
            places=_places(row),
            remote="fully" if row.get("telecommuting") is True else None,
            employment_types=told(said(row, "employment_type")),
            education=said(row, "education"),
            date_posted=said(row, "published_on") or said(row, "created_at"),
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
