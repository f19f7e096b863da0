"""Career sites by Recruitee: one answer with every offer, text included."""

import json
from typing import Any, ClassVar

from crawlers.pages.jobposting_fields import words
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from schemas.source import Platform, Source
from schemas.vacancy import Origin, Posting, PostingPlace

PATH = "/api/offers/"


class Recruitee(CareerPlatform):
    """`/api/offers/` on the employer's own host or on recruitee.com."""

    name: ClassVar[Platform] = "recruitee"

    def first(self, source: Source) -> Visit:
        """The whole board is one answer."""
        return Visit(url=at_root(source.url, PATH), kind="listing")

    def read(self, answer: Answer, visit: Visit) -> Reading:  # noqa: ARG002 - one kind
        """Every published offer; closed ones stay in the answer for a while."""
        offers = [o for o in offers_in(answer.page.text) if _is_published(o)]
        postings = [p for o in offers if (p := posting_of(o, answer.page.source))]
        return Reading(postings=tuple(postings), announced=len(offers))


def offers_in(text: str) -> list[dict[str, Any]]:
    """The offers of an answer; UnexpectedAnswerError when it is something else."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise UnexpectedAnswerError("geen JSON van Recruitee") from broken
    offers = answer.get("offers") if isinstance(answer, dict) else None
    if not isinstance(offers, list):
        raise UnexpectedAnswerError("JSON zonder lijst van vacatures")
    return [offer for offer in offers if isinstance(offer, dict)]


def _is_published(offer: dict[str, Any]) -> bool:
    return offer.get("status") in {None, "published"}


def posting_of(offer: dict[str, Any], source: str) -> Posting | None:
    """One offer; its `id` is the identity, not `position` and not the slug."""
    key, title, url = (words(offer.get(k)) for k in ("id", "title", "careers_url"))
    if not key or not title or not url:
        return None
    parts = [offer.get(name) for name in ("description", "requirements")]
    salary = offer.get("salary")
    salary = salary if isinstance(salary, dict) else {}
    return Posting(
        source=source,
        source_key=key,
        url=url,
        title=title,
        description="\n".join(part for part in parts if isinstance(part, str)),
        employer=words(offer.get("company_name")),
        places=_places(offer),
        remote=_remote(offer),
        hours=_hours(offer),
        employment_types=tuple(
            filter(None, [words(offer.get("employment_type_code"))])
        ),
        salary_min=words(salary.get("min")),
        salary_max=words(salary.get("max")),
        salary_unit=words(salary.get("period")),
        currency=words(salary.get("currency")),
        education=words(offer.get("education_code")),
        date_posted=words(offer.get("published_at")) or words(offer.get("created_at")),
        valid_through=words(offer.get("close_at")),
        origins={"": Origin(part="api", path="offers", raw="")},
    )


def _places(offer: dict[str, Any]) -> tuple[PostingPlace, ...]:
    listed = offer.get("locations")
    rows = [offer, *(listed if isinstance(listed, list) else [])]
    places = [_place(row) for row in rows if isinstance(row, dict)]
    return tuple(place for place in places if place.locality or place.postcode)


def _place(row: dict[str, Any]) -> PostingPlace:
    return PostingPlace(
        locality=words(row.get("city")),
        postcode=words(row.get("postal_code")),
        region=words(row.get("state_name")) or words(row.get("state")),
        country=words(row.get("country_code")) or words(row.get("country")),
    )


def _hours(offer: dict[str, Any]) -> str | None:
    low = words(offer.get("min_hours")) or words(offer.get("min_hours_per_week"))
    high = words(offer.get("max_hours")) or words(offer.get("max_hours_per_week"))
    return " - ".join(part for part in (low, high) if part) or None


def _remote(offer: dict[str, Any]) -> str | None:
    """Three booleans; all false is a form nobody filled in, so it says nothing."""
    for name, meaning in (
        ("hybrid", "hybrid"),
        ("remote", "fully"),
        ("on_site", "none"),
    ):
        if offer.get(name) is True:
            return meaning
    return None
