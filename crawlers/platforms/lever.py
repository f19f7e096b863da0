"""Boards by Lever: a bare list of postings, page after page."""

import re
from dataclasses import replace

from crawlers.pages.jobposting_fields import texts
from crawlers.platforms.base import Answer, Reading, Visit
from crawlers.platforms.in_json import Json, amount, inside, objects, said, told
from crawlers.platforms.json_board import WholeBoard
from crawlers.platforms.paging import onward, with_query
from crawlers.platforms.place_words import places_in
from crawlers.platforms.posting_parts import sections
from schemas.vacancy import Posting, PostingPlace

PER_PAGE = 100


class Lever(WholeBoard):
    """`api.lever.co`, or `api.eu.lever.co` for boards that are kept in Europe."""

    name = "lever"
    label = "Lever"
    shared_host = "lever.co"
    address = re.compile(
        r"https?://(?:jobs|api)(?P<region>\.eu)?\.lever\.co/(?:v0/postings/)?"
        r"(?P<board>(?!v0\b)[^/?#]+)"
    )
    site = "https://jobs{region}.lever.co/{board}"
    api = (
        "https://api{region}.lever.co/v0/postings/{board}"
        f"?mode=json&skip=0&limit={PER_PAGE}"
    )
    found_at = ()
    title_at = "text"
    urls_at = ("hostedUrl",)

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """One page, and the page after it; nowhere does it say how many there are."""
        reading = replace(super().read(answer, visit), total=None)
        skip = (visit.depth + 1) * PER_PAGE
        full = reading.announced >= PER_PAGE
        following = with_query(visit.url, skip=skip) if full else None
        return onward(reading, visit, following)

    def filled(self, bare: Posting, row: Json) -> Posting:
        """It has no date of change."""
        lists = [(one.get("text"), one.get("content")) for one in _lists(row)]
        pay = inside(row, "salaryRange")
        return replace(
            bare,
            description=sections(
                (None, row.get("description")),
                *lists,
                (None, row.get("salaryDescription")),
                (None, row.get("additional")),
            ),
            places=_places(row),
            remote=said(row, "workplaceType"),
            employment_types=told(said(row, "categories", "commitment")),
            salary_min=amount(inside(pay, "min")),
            salary_max=amount(inside(pay, "max")),
            salary_unit=said(pay, "interval"),
            currency=said(pay, "currency"),
            date_posted=said(row, "createdAt"),
        )


def _lists(row: Json) -> list[Json]:
    """The lists of the posting; their items stand without the list around them."""
    return [
        one | {"content": f"<ul>{one['content']}</ul>"}
        for one in objects(row.get("lists"))
        if isinstance(one.get("content"), str)
    ]


def _places(row: Json) -> tuple[PostingPlace, ...]:
    """All places; the country it prints is that of the first."""
    main, country = said(row, "categories", "location"), said(row, "country")
    found = [*places_in(main, country)]
    for line in texts(inside(row, "categories", "allLocations")):
        found += places_in(line) if line != main else ()
    if not found and country:
        return (PostingPlace(country=country),)
    return tuple(dict.fromkeys(found))
