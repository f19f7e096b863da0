"""Career sites by Recruitee: one answer with every offer, text included."""

import re
from dataclasses import replace

from crawlers.platforms.in_json import Json, inside, objects, said, told
from crawlers.platforms.json_board import WholeBoard
from schemas.vacancy import Posting, PostingPlace

WORDS = ("title", "description", "requirements")  # what is translated of an offer


class Recruitee(WholeBoard):
    """`/api/offers/` on the employer's own host or on recruitee.com.

    An offer's `id` is its identity, not its `position` and not its slug.
    """

    name = "recruitee"
    label = "Recruitee"
    shared_host = "recruitee.com"
    address = re.compile(
        r"https?://(?P<board>(?!www\.|app\.|api\.|docs\.|support\.)[\w-]+)\.recruitee\.com"
    )
    site = "https://{board}.recruitee.com"
    api = "https://{board}.recruitee.com/api/offers/"
    found_at = ("offers",)
    urls_at = ("careers_url",)
    texts_at = ("description", "requirements")

    def open_rows(self, rows: list[Json]) -> list[Json]:
        """The published ones, in Dutch; closed ones stay in the answer for a while."""
        published = [row for row in rows if row.get("status") in (None, "published")]
        return [_in_dutch(row) for row in published]

    def filled(self, bare: Posting, row: Json) -> Posting:
        pay = inside(row, "salary")
        return replace(
            bare,
            employer=said(row, "company_name"),
            places=_places(row),
            remote=_remote(row),
            hours=_hours(row),
            employment_types=told(said(row, "employment_type_code")),
            salary_min=said(pay, "min"),
            salary_max=said(pay, "max"),
            salary_unit=said(pay, "period"),
            currency=said(pay, "currency"),
            education=said(row, "education_code"),
            date_posted=said(row, "published_at") or said(row, "created_at"),
            valid_through=said(row, "close_at"),
        )


def _in_dutch(row: Json) -> Json:
    """With its Dutch words where it is translated, else in its first language."""
    dutch = inside(row, "translations", "nl")
    if not said(dutch, "title"):
        return row
    return row | {name: dutch[name] for name in WORDS if dutch.get(name)}


def _places(row: Json) -> tuple[PostingPlace, ...]:
    spots = [row, *objects(row.get("locations"))]
    places = [_place(_in_dutch_place(spot)) for spot in spots]
    return tuple(place for place in places if place.locality or place.postcode)


def _in_dutch_place(spot: Json) -> Json:
    words = inside(spot, "translations", "nl")
    return spot | {"city": said(words, "city")} if said(words, "city") else spot


def _place(row: Json) -> PostingPlace:
    return PostingPlace(
        locality=said(row, "city"),
        postcode=said(row, "postal_code"),
        region=said(row, "state_name") or said(row, "state"),
        country=said(row, "country_code") or said(row, "country"),
    )


def _hours(row: Json) -> str | None:
    low = said(row, "min_hours") or said(row, "min_hours_per_week")
    high = said(row, "max_hours") or said(row, "max_hours_per_week")
    return " - ".join(part for part in (low, high) if part) or None


def _remote(row: Json) -> str | None:
    """Three booleans; all false is a form nobody filled in, so it says nothing."""
    for name, meaning in (
        ("hybrid", "hybrid"),
        ("remote", "fully"),
        ("on_site", "none"),
    ):
        if row.get(name) is True:
            return meaning
    return None
