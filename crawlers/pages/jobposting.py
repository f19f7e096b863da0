"""The schema.org JobPosting most vacancy pages carry, as Postings."""

import html as entities
from collections.abc import Mapping

from lxml import html

from crawlers.pages.body import is_gone, main_text, printed_fact
from crawlers.pages.in_page import posting_in_page
from crawlers.pages.jobposting_fields import (
    credential,
    key_of,
    places,
    texts,
    wage_of,
    words,
)
from crawlers.pages.ld_json import Json, Node, nodes_of_type
from crawlers.pages.page import Page, own_address, tree_of
from crawlers.pages.plain_text import plain_text, unescaped
from schemas.vacancy import Origin, Posting

TEASER = 400  # a description shorter than this is not the advert
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
    tree = tree_of(page)
    if is_gone(tree, has_posting=bool(nodes)):
        raise VacancyGoneError(page.url)
    if not nodes:
        if found := posting_in_page(page, tree):
            return [found]
        raise (BrokenPostingError if unread else NoPostingError)(page.url)
    postings = [
        posting_of(node, page, tree=tree if len(nodes) == 1 else None) for node in nodes
    ]
    if readable := [posting for posting in postings if posting]:
        return readable
    raise BrokenPostingError(page.url)


def posting_of(
    node: Node, page: Page, *, tree: html.HtmlElement | None, part: str = "json-ld"
) -> Posting | None:
    """One JobPosting as Posting; with `tree` it is the page's only one."""
    job = node.value
    title = words(job.get("title")) or words(job.get("name"))
    if not title:
        return None
    printed_address = words(job.get("url")) or words(job.get("@id")) or _linked(tree)
    url = own_address(page, printed_address)
    description, origin = _description(job, tree, node.rung, part)
    wage = wage_of(job.get("baseSalary"))
    hours = words(job.get("workHours"))
    education = credential(job.get("educationRequirements"))
    origins = _origins(node.rung, part, origin)
    for name, printed in (("hours", hours), ("education", education)):
        if printed is None and tree is not None and (found := printed_fact(tree, name)):
            origins[name] = Origin(part="html", path="page", raw=found)
    company = job.get("hiringOrganization")
    return Posting(
        source=page.source,
        source_key=key_of(job, url, page, title, alone=tree is not None),
        url=url,
        title=title,
        description=description,
        employer=words(company.get("name") if isinstance(company, dict) else company),
        places=tuple(places(job.get("jobLocation"))),
        remote=words(job.get("jobLocationType")),
        hours=hours or _in_html(origins, "hours"),
        employment_types=tuple(texts(job.get("employmentType"))),
        education=education or _in_html(origins, "education"),
        date_posted=words(job.get("datePosted")),
        valid_through=words(job.get("validThrough")),
        language=words(job.get("inLanguage")) or _html_language(tree),
        salary_min=wage.low,
        salary_max=wage.high,
        salary_unit=wage.unit,
        salary_text=wage.text,
        currency=wage.currency,
        origins=origins,
    )


def _origins(rung: str, part: str, text: Origin) -> dict[str, Origin]:
    printed = {
        name: Origin(part=part, path=path, raw=rung) for name, path in PATHS.items()
    }
    return {
        "": Origin(part=part, path="JobPosting", raw=rung),
        "text": text,
        **printed,
    }


def _in_html(origins: Mapping[str, Origin], name: str) -> str | None:
    return origins[name].raw if origins[name].part == "html" else None


def _linked(tree: html.HtmlElement | None) -> str | None:
    if tree is None:
        return None
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links else None


def _html_language(tree: html.HtmlElement | None) -> str | None:
    return None if tree is None else tree.get("lang")


def _description(
    job: Json, tree: html.HtmlElement | None, rung: str, part: str
) -> tuple[str, Origin]:
    """The advert itself; where the linked data only teases, the body of the page."""
    sections = ("description", "responsibilities", "qualifications", "skills")
    parts = [
        unescaped(str(job[key])) for key in sections if isinstance(job.get(key), str)
    ]
    printed = "\n<br><br>\n".join(dict.fromkeys(parts))
    origin = Origin(part=part, path="description", raw=rung)
    text = plain_text(printed)
    if tree is not None and (len(text) < TEASER or text.endswith(("…", "..."))):
        body = main_text(tree)
        if len(body) > len(text):
            lines = "".join(
                f"<p>{entities.escape(line)}</p>" for line in body.split("\n")
            )
            return lines, Origin(part="html", path="main", raw="description too short")
    return printed, origin
