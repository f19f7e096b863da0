"""The properties of a schema.org JobPosting, in all the shapes they are met."""

import hashlib
import html as entities
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from crawlers.pages.ld_json import Json
from crawlers.pages.page import Page
from schemas.vacancy import PostingPlace

KEY_IN_PATH = (
    r"/jobs?/(\d{3,})",
    r"\b(JR[_-]?\d+)",
    r"-(v-\d+)\b",
    r"/vacatures?/(\d{2,})(?:/|$)",
    r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/|$)",
    r"[-_/](?!20\d\d\b)(\d{3,})(?:\.html?)?/?$",
)
PLACEHOLDERS = {
    "",
    "na",
    "n/a",
    "n.v.t.",
    "nvt",
    "-",
    "onbekend",
    "wisselend",
    "null",
    "none",
}


def words(value: object) -> str | None:
    """A printed value as text; placeholders and structures are None."""
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return None
    if isinstance(value, list):
        return next((found for item in value if (found := words(item))), None)
    text = entities.unescape(entities.unescape(str(value)))
    text = " ".join(re.sub(r"<[^<>]{0,200}>", " ", text).split())
    return None if text.lower() in PLACEHOLDERS else text


def texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [found for item in items if (found := words(item))]


def key_of(job: Json, url: str, page: Page, title: str, *, alone: bool) -> str:
    """The job's identity on its site.

    Its identifier, the number in its address, or page, title and place when the
    page lists several under one address.
    """
    identifier = job.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    if printed := words(identifier):
        return printed
    path = urlsplit(url).path
    if alone or words(job.get("url")):
        for pattern in KEY_IN_PATH:
            if match := re.search(pattern, path):
                return match.group(1)
        return path
    where = next(iter(places(job.get("jobLocation"))), PostingPlace())
    mark = hashlib.sha256(f"{title}\n{where}".encode()).hexdigest()[:12]
    return f"{urlsplit(page.url).path}#{mark}"


def places(value: object) -> list[PostingPlace]:
    found: list[PostingPlace] = []
    for place in value if isinstance(value, list) else [value]:
        address = place.get("address", place) if isinstance(place, dict) else place
        if isinstance(address, list):
            found += places([{"address": item} for item in address])
        elif isinstance(address, dict):
            found.append(_place(address))
        elif printed := words(address):
            found.append(PostingPlace(locality=printed))
    return [place for place in found if place != PostingPlace()]


def _place(address: Mapping[str, Any]) -> PostingPlace:
    country = address.get("addressCountry")
    if isinstance(country, dict):
        country = country.get("name")
    return PostingPlace(
        locality=words(address.get("addressLocality")),
        postcode=words(address.get("postalCode")),
        region=words(address.get("addressRegion")),
        country=words(country),
    )


def credential(value: object) -> str | None:
    if isinstance(value, list):
        return next((found for item in value if (found := credential(item))), None)
    if isinstance(value, dict):
        return words(value.get("credentialCategory")) or words(value.get("name"))
    return words(value)


@dataclass(frozen=True, slots=True)
class Wage:
    """A wage as printed; `text` when it is words and no number."""

    low: str | None = None
    high: str | None = None
    unit: str | None = None
    text: str | None = None
    currency: str | None = None


def wage_of(value: object) -> Wage:
    """MonetaryAmount with a number or QuantitativeValue in it, or a bare text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return Wage(text=words(value))
    inner = value.get("value")
    amount = inner if isinstance(inner, dict) else {**value, "value": inner}
    single = words(amount.get("value"))
    numeric = bool(single and re.fullmatch(r"[\d.,\s€-]+", single))
    return Wage(
        low=words(amount.get("minValue")) or (single if numeric else None),
        high=words(amount.get("maxValue")) or (single if numeric else None),
        unit=words(amount.get("unitText")) or words(value.get("unitText")),
        text=None if numeric else single,
        currency=words(value.get("currency")),
    )
