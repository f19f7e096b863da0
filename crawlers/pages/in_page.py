"""Vacancies on pages without linked data: builders that print them in their own way."""

import base64
import binascii
import json
import re
from collections.abc import Callable
from typing import Any

from lxml import html

from crawlers.pages.body import headings, main_text
from crawlers.pages.page import Page, own_address
from schemas.vacancy import Origin, Posting, PostingPlace

DATA_SCRIPT = re.compile(r"data:text/javascript;base64,([A-Za-z0-9+/=]{40,200000})")
DATA_ITEMS = re.compile(r"DataItems\s*:\s*(\[.*?\])\s*[},]", re.DOTALL)
SITE_NAME = re.compile(
    r"(?:werken bij|werkenbij|jobs at|careers at)\s+(.+)$", re.IGNORECASE
)

Builder = Callable[[Page, html.HtmlElement], Posting | None]


def posting_in_page(page: Page, tree: html.HtmlElement) -> Posting | None:
    """The vacancy of a page without linked data, if a known builder made it."""
    return next((found for read in BUILDERS if (found := read(page, tree))), None)


def hamilton(page: Page, tree: html.HtmlElement) -> Posting | None:
    """Hamilton CMS prints `li.location`, `li.hours` and `li.salary` by the title."""
    facts: dict[str, str] = {}
    for item in tree.xpath("//ul[contains(@class,'metadata')]//li[@class]"):
        value = " ".join(item.text_content().split())
        facts.setdefault(str(item.get("class")).split()[-1], value)
    in_list = tree.xpath("//*[contains(@class,'related-vacanc')]//li[@class]")
    title = next(iter(headings(tree)), "")
    if in_list or not title or not {"location", "hours"} & facts.keys():
        return None
    return _posting(page, tree, title, facts, part="html")


def data_items(page: Page, tree: html.HtmlElement) -> Posting | None:
    """Site2Go hides the facts in a base64 `data:` script, as a list of DataItems."""
    for script in DATA_SCRIPT.findall(page.text):
        if items := _data_items(script):
            facts = {str(i.get("CssClass")): str(i.get("Value") or "") for i in items}
            title = next(iter(headings(tree)), "")
            if title:
                facts["hours"] = facts.pop("calendar", "")
                return _posting(page, tree, title, facts, part="data script")
    return None


BUILDERS: tuple[Builder, ...] = (hamilton, data_items)


def _data_items(script: str) -> list[dict[str, Any]]:
    try:
        code = base64.b64decode(script + "=" * (-len(script) % 4)).decode(
            "utf-8", "replace"
        )
    except (binascii.Error, ValueError):
        return []
    if not (match := DATA_ITEMS.search(code)):
        return []
    try:
        items = json.loads(match.group(1))
    except ValueError:
        return []
    return [item for item in items if isinstance(item, dict)]


def _posting(
    page: Page, tree: html.HtmlElement, title: str, facts: dict[str, str], *, part: str
) -> Posting:
    url = own_address(
        page, next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    )
    body = main_text(tree) or _meta(tree, "og:description") or ""
    lines = "".join(f"<p>{html_escape(line)}</p>" for line in body.split("\n"))
    place, employer = facts.get("location") or None, _employer(tree)
    return Posting(
        source=page.source,
        source_key=_key(url),
        url=url,
        title=title,
        description=lines,
        employer=employer,
        places=(PostingPlace(locality=place),) if place else (),
        hours=facts.get("hours") or None,
        salary_text=facts.get("salary") or None,
        date_posted=_meta(tree, "article:published_time"),
        language=tree.get("lang"),
        origins={
            "": Origin(part=part, path="builder", raw=part),
            "text": Origin(part="html", path="main", raw=""),
        },
    )


def html_escape(text: str) -> str:
    """Text that may hold `<` made safe to stand in HTML again."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _key(url: str) -> str:
    path = url.rstrip("/").rsplit("/", 1)[-1]
    match = re.search(r"-(v-\d+|\d{3,})$", path)
    return match.group(1) if match else path


def _employer(tree: html.HtmlElement) -> str | None:
    if brand := _meta(tree, "product:brand"):
        return brand
    match = SITE_NAME.search(" ".join((tree.findtext(".//title") or "").split()))
    return match.group(1).strip() if match else None


def _meta(tree: html.HtmlElement, name: str) -> str | None:
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() or None if found else None
