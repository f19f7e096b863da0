"""The schema.org JobPosting most vacancy pages carry, as Postings."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from lxml import html

from crawlers.pages.body import printed_fact
from crawlers.pages.builders.microdata import microdata_nodes
from crawlers.pages.gone import says_gone
from crawlers.pages.in_page import posting_in_page
from crawlers.pages.jobposting_fields import (
    credential,
    key_among_others,
    key_of,
    mark,
    places,
    short,
    texts,
    words,
)
from crawlers.pages.jobposting_text import description_of
from crawlers.pages.ld_json import Json, Node, nodes_of_type
from crawlers.pages.page import Look, Page, address_on, own_address
from crawlers.pages.wages import estimate_of, wage_of
from schemas.vacancy import Origin, Posting

PATHS = {  # where each field of a Posting stands in a JobPosting
    "hours": "workHours",
    "salary": "baseSalary",
    "education": "educationRequirements",
    "employment_types": "employmentType",
    "remote": "jobLocationType",
    "date_posted": "datePosted",
    "valid_through": "validThrough",
    "employer": "hiringOrganization",
    "place": "jobLocation",
}
MICRODATA = "schema.org/jobposting"


class NoPostingError(ValueError):
    """The page holds no vacancy."""


class VacancyGoneError(NoPostingError):
    """The page says that the vacancy is no more, though it answers 200."""


class BrokenPostingError(NoPostingError):
    """The page names a JobPosting that no repair could read."""


def read_postings(page: Page) -> list[Posting]:
    """All vacancies of a page.

    Raises VacancyGoneError for a soft 404, BrokenPostingError for linked data beyond
    repair, NoPostingError for any other page without a vacancy and NotAPageError for
    what is no page at all.
    """
    nodes, unread = nodes_of_type(page.text, "JobPosting")
    look, part = Look(page), "json-ld"
    if not nodes and (nodes := microdata_nodes(look.tree)):
        part = "microdata"
    if says_gone(look, has_posting=bool(nodes)):
        raise VacancyGoneError(page.url)
    if not nodes:
        if found := posting_in_page(page, look.tree):
            return [found]
        raise (BrokenPostingError if unread else NoPostingError)(page.url)
    postings = [
        _posting(node, page, look if len(nodes) == 1 else None, part) for node in nodes
    ]
    if readable := _apart([posting for posting in postings if posting]):
        return readable
    raise BrokenPostingError(page.url)


def posting_of(
    node: Node, page: Page, *, tree: html.HtmlElement | None, part: str = "json-ld"
) -> Posting | None:
    """One JobPosting as Posting; with `tree` it is the page's only one."""
    look = None if tree is None else Look(page, tree)
    return _posting(node, page, look, part)


def _posting(node: Node, page: Page, look: Look | None, part: str) -> Posting | None:
    job = node.value
    title = words(job.get("title")) or words(job.get("name"))
    if not title:
        return None
    url = _address(job, page, look)
    found = _found_on_page(job, look)
    description, origin = description_of(job, look, node.rung, part)
    origins = {**_origins(part, node.rung), "text": origin, **found}
    company = job.get("hiringOrganization")
    wage = wage_of(job.get("baseSalary"))
    return Posting(
        source=page.source,
        source_key=_key(job, url, page, look, title),
        url=url,
        title=title,
        description=description,
        employer=words(company.get("name") if isinstance(company, dict) else company),
        places=tuple(places(job.get("jobLocation"))),
        remote=words(job.get("jobLocationType")),
        hours=words(job.get("workHours")) or _raw(found, "hours"),
        employment_types=tuple(texts(job.get("employmentType"))),
        education=credential(job.get("educationRequirements"))
        or _raw(found, "education"),
        date_posted=words(job.get("datePosted")),
        valid_through=words(job.get("validThrough")) or _raw(found, "valid_through"),
        language=words(job.get("inLanguage"))
        or (words(look.head.language) if look else None),
        salary_min=wage.low,
        salary_max=wage.high,
        salary_unit=wage.unit,
        salary_text=wage.text,
        currency=wage.currency,
        origins=origins,
    )


def _address(job: Json, page: Page, look: Look | None) -> str:
    """The page for people; relative addresses and a `base` are worked out."""
    base = look.head.base if look else None
    printed = words(job.get("url")) or words(job.get("@id"))
    if not printed or own_address(page, printed, base=base) == own_address(page, None):
        printed = words(look.head.canonical) if look else None
    return own_address(page, printed, base=base)


def _key(job: Json, url: str, page: Page, look: Look | None, title: str) -> str:
    if look is None:
        return key_among_others(job, url, page, title)
    twin = look.head.dutch
    return key_of(job, url, page, twin=twin and address_on(page, twin))


def _found_on_page(job: Json, look: Look | None) -> dict[str, Origin]:
    """Facts that the page prints beside a JobPosting that lacks them."""
    if look is None:
        return {}
    found: dict[str, Origin] = {}
    for name in ("hours", "education"):
        if not job.get(PATHS[name]) and (printed := printed_fact(look, name)):
            found[name] = Origin(part="html", path="page", raw=printed)
    if not job.get("validThrough") and (closes := look.unavailable_after):
        found["valid_through"] = Origin(part="html", path="robots", raw=closes)
    if estimate := estimate_of(job, look.page.text):
        path = "estimatedSalary"
        found["salary_estimate"] = Origin(part="estimate", path=path, raw=estimate)
    return found


def _raw(found: Mapping[str, Origin], name: str) -> str | None:
    return found[name].raw if name in found else None


@lru_cache(maxsize=64)
def _origins(part: str, rung: str) -> Mapping[str, Origin]:
    printed = {
        name: Origin(part=part, path=path, raw=rung) for name, path in PATHS.items()
    }
    return {"": Origin(part=part, path="JobPosting", raw=rung), **printed}


def _apart(postings: list[Posting]) -> list[Posting]:
    """Each with a key of its own; the same job printed twice is one."""
    apart: dict[str, Posting] = {}
    for posting in postings:
        key = posting.source_key
        first = apart.get(key)
        if first and (first.title, first.places) != (posting.title, posting.places):
            where = mark(f"{posting.title}\n{posting.places}")
            key = short(f"{key}#{where}")
        fuller = apart.get(key)
        if fuller is None or len(posting.description) > len(fuller.description):
            own = posting.source_key == key
            apart[key] = posting if own else replace(posting, source_key=key)
    return list(apart.values())
