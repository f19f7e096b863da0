"""A vacancy whose facts stand loose in the page: what all builders share."""

import html as entities
import re
from collections.abc import Mapping

from lxml import html

from crawlers.pages.body import headings, main_text
from crawlers.pages.identity import bare_path, key_in_address
from crawlers.pages.page import Page, own_address
from schemas.vacancy import Origin, Posting, PostingPlace

SITE_NAME = re.compile(
    r"(?:werken bij|werkenbij|jobs at|careers at)\s+(.+)$", re.IGNORECASE
)


def printed_posting(
    page: Page, tree: html.HtmlElement, facts: Mapping[str, str], *, part: str
) -> Posting | None:
    """The vacancy under the page's heading; `facts` by name of a Posting's field.

    None for a page without a heading.
    """
    title = next((words for words in headings(tree) if words), "")
    if not title:
        return None
    url = own_address(page, canonical_of(tree))
    place = facts.get("location")
    return Posting(
        source=page.source,
        source_key=facts.get("key") or key_in_address(url) or bare_path(url),
        url=url,
        title=title,
        description=as_paragraphs(main_text(tree) or meta(tree, "og:description")),
        employer=_employer(tree),
        places=(PostingPlace(locality=place),) if place else (),
        hours=facts.get("hours") or None,
        salary_text=facts.get("salary") or None,
        date_posted=meta(tree, "article:published_time"),
        language=tree.get("lang"),
        origins={
            "": Origin(part=part, path="builder", raw=part),
            "text": Origin(part="html", path="main", raw=""),
        },
    )


def as_paragraphs(text: str | None) -> str:
    """Plain text, which may hold `<`, as HTML that says the same."""
    return "".join(f"<p>{html_escape(line)}</p>" for line in (text or "").split("\n"))


def html_escape(text: str) -> str:
    """Text that may hold `<` made safe to stand in HTML again."""
    return entities.escape(text, quote=False)


def canonical_of(tree: html.HtmlElement) -> str | None:
    """The address that the page gives itself."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links else None


def meta(tree: html.HtmlElement, name: str) -> str | None:
    """What `<meta>` says under a name or property."""
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() or None if found else None


def _employer(tree: html.HtmlElement) -> str | None:
    if brand := meta(tree, "product:brand"):
        return brand
    match = SITE_NAME.search(" ".join((tree.findtext(".//title") or "").split()))
    return match.group(1).strip() if match else None
