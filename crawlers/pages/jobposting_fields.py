"""The properties of a schema.org JobPosting, in all the shapes they are met."""

import hashlib
import html as entities
import math
import re
from collections.abc import Mapping
from typing import Any

import nh3

from crawlers.pages.identity import bare_path, key_in_address
from crawlers.pages.ld_json import Json
from crawlers.pages.letters import one_line
from crawlers.pages.page import Page
from crawlers.pages.plain_text import cleaned
from schemas.vacancy import PostingPlace

LONGEST_WORDS = 2_000
# Words that are one line as they stand: nothing in them to unescape or to take out.
ONE_LINE = re.compile(r"[\w.,:/+()'-]+(?: [\w.,:/+()'-]+)*", re.ASCII)
LONGEST_KEY = 200
MOST_ITEMS = 200
TAG = re.compile(r"<[a-z/!?]", re.IGNORECASE)
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
    "undefined",
}
ADDRESS_PARTS = {
    "addressLocality", "postalCode", "addressRegion", "addressCountry", "streetAddress",
}  # fmt: skip
NO_IDENTIFIER = {"0", "1", "-1", "id", "identifier", "jobid", "job id"}
HIDDEN = {"script", "style", "iframe", "noscript", "template", "svg", "math", "object"}
MARKUP = nh3.Cleaner(tags=set(), clean_content_tags=HIDDEN)


def words(value: object) -> str | None:
    """A printed value as text; placeholders and structures are None."""
    if isinstance(value, list):
        return next(
            (found for item in value[:MOST_ITEMS] if (found := _plain(item))), None
        )
    return _plain(value)


def _plain(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)[: 4 * LONGEST_WORDS]
    if not ONE_LINE.fullmatch(text):
        text = _on_one_line(text)
    text = text[:LONGEST_WORDS]
    return None if text.lower() in PLACEHOLDERS else text


def _on_one_line(text: str) -> str:
    if "&" in text:
        text = entities.unescape(entities.unescape(text))
    if TAG.search(text):
        text = entities.unescape(cleaned(MARKUP, TAG.sub(r" \g<0>", text)))
    return one_line(text)


def texts(value: object) -> list[str]:
    """Every printed value of a list, or the only one."""
    items = value[:MOST_ITEMS] if isinstance(value, list) else [value]
    return [found for item in items if (found := words(item))]


def key_of(job: Json, url: str, page: Page, *, twin: str | None = None) -> str:
    """The identity on its site of a page's only job.

    Its identifier, the number in its address, or that address without the language;
    `twin`, the address of the same page in Dutch, goes before its own.
    """
    key = identifier_of(job) or key_in_address(url) or key_in_address(page.url)
    return short(key or bare_path(twin or url))


def key_among_others(job: Json, url: str, page: Page, title: str) -> str:
    """The identity of one of several jobs on a page: never the page's address alone."""
    if key := identifier_of(job):
        return short(key)
    if words(job.get("url")) and bare_path(url) != bare_path(page.url):
        return short(key_in_address(url) or bare_path(url))
    where = next(iter(places(job.get("jobLocation"))), PostingPlace())
    job_mark = mark(f"{title}\n{where}")
    return short(f"{bare_path(page.url)}#{job_mark}")


def identifier_of(job: Json) -> str | None:
    """The printed identifier, unless it is a placeholder or the employer's name."""
    printed = job.get("identifier")
    if isinstance(printed, list):
        printed = printed[0] if printed else None
    key = words(printed.get("value") if isinstance(printed, dict) else printed)
    company = job.get("hiringOrganization")
    name = words(company.get("name") if isinstance(company, dict) else company)
    if not key or key.lower() in NO_IDENTIFIER or key == name:
        return None
    return key


def mark(text: str) -> str:
    """Twelve letters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def short(key: str) -> str:
    """A key that fits in an index."""
    return key if len(key) <= LONGEST_KEY else f"{key[:100]}#{mark(key)}"


def places(value: object) -> list[PostingPlace]:
    """Every place of work, of objects, texts and lists of them; no placeholders."""
    found: list[PostingPlace] = []
    for place in value[:MOST_ITEMS] if isinstance(value, list) else [value]:
        address = place.get("address", place) if isinstance(place, dict) else place
        if isinstance(address, list):
            found += [one for item in address[:MOST_ITEMS] for one in _addressed(item)]
        else:
            found += _addressed(address)
    return [place for place in found if place != PostingPlace()]


def _addressed(address: object) -> list[PostingPlace]:
    if isinstance(address, dict):
        return [_place(address)]
    return [PostingPlace(locality=printed)] if (printed := words(address)) else []


def _place(address: Mapping[str, Any]) -> PostingPlace:
    country = address.get("addressCountry")
    if not address.keys() & ADDRESS_PARTS:  # a Place that has only a name
        return PostingPlace(locality=words(address.get("name")) or words(address))
    if isinstance(country, dict):
        country = country.get("name") or country.get("identifier")
    return PostingPlace(
        locality=words(address.get("addressLocality")),
        postcode=words(address.get("postalCode")),
        region=words(address.get("addressRegion")),
        country=words(country),
    )


def credential(value: object) -> str | None:
    """The education asked: a text, an object's category, or the first of a list."""
    if isinstance(value, list):
        value = next((item for item in value if item), None)
    if isinstance(value, dict):
        return words(value.get("credentialCategory")) or words(value.get("name"))
    return words(value)
