"""Boards by Ashby: one answer with every posting, also those not for the public."""

import re
from dataclasses import replace

from crawlers.platforms.in_json import Json, amount, inside, objects, said, told
from crawlers.platforms.json_board import WholeBoard
from crawlers.platforms.place_words import places_in
from schemas.vacancy import Posting, PostingPlace


class Ashby(WholeBoard):
    """`api.ashbyhq.com`. It answers an empty board to a name that does not exist."""

    name = "ashby"
    label = "Ashby"
    shared_host = "ashbyhq.com"
    address = re.compile(
        r"https?://(?:jobs|api)\.ashbyhq\.com/(?:posting-api/job-board/)?"
        r"(?P<board>(?!posting-api\b|meeting\b|api\b|b/)[^/?#]+)"
    )
    site = "https://jobs.ashbyhq.com/{board}"
    api = (
        "https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true"
    )
    urls_at = ("jobUrl",)
    texts_at = ("descriptionHtml",)

    def open_rows(self, rows: list[Json]) -> list[Json]:
        """Those on the board; the others are only for who has the link."""
        return [row for row in rows if row.get("isListed") is not False]

    def filled(self, bare: Posting, row: Json) -> Posting:
        pay = _pay(row)
        return replace(
            bare,
            places=_places(row),
            remote=_remote(row),
            employment_types=told(said(row, "employmentType")),
            salary_min=amount(pay.get("minValue")),
            salary_max=amount(pay.get("maxValue")),
            salary_unit=said(pay, "interval"),
            currency=said(pay, "currencyCode"),
            date_posted=said(row, "publishedAt"),
        )


def _pay(row: Json) -> Json:
    """The wage, if the employer shows it; equity and bonus are no wage."""
    if row.get("shouldDisplayCompensationOnJobPostings") is False:
        return {}
    parts = objects(inside(row, "compensation", "summaryComponents"))
    return next((p for p in parts if p.get("compensationType") == "Salary"), {})


def _remote(row: Json) -> str | None:
    """`isRemote` is true for hybrid work too, and false where nobody filled it in."""
    everywhere = "fully" if row.get("isRemote") is True else None
    return said(row, "workplaceType") or everywhere


def _places(row: Json) -> tuple[PostingPlace, ...]:
    places = [
        place
        for spot in (row, *objects(row.get("secondaryLocations")))
        for place in _of_spot(spot)
    ]
    return tuple(dict.fromkeys(places))


def _of_spot(spot: Json) -> tuple[PostingPlace, ...]:
    """Its postal address, else what its name says."""
    address = inside(spot, "address", "postalAddress") or spot.get("address")
    place = PostingPlace(
        locality=said(address, "addressLocality"),
        postcode=said(address, "postalCode"),
        region=said(address, "addressRegion"),
        country=said(address, "addressCountry"),
    )
    if place.locality or place.postcode:
        return (place,)
    return places_in(said(spot, "location"), place.country)
