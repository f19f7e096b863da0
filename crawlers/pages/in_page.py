"""Vacancies on pages without linked data: builders that print them in their own way."""

from collections.abc import Callable

from lxml import html

from crawlers.pages.builders.hamilton import hamilton
from crawlers.pages.builders.in_state import in_state, text_in_state
from crawlers.pages.builders.sections import advert_in_sections
from crawlers.pages.builders.site2go import site2go
from crawlers.pages.page import Page
from schemas.vacancy import Origin, Posting

Builder = Callable[[Page, html.HtmlElement], Posting | None]
BUILDERS: tuple[Builder, ...] = (hamilton, site2go, in_state)


def posting_in_page(page: Page, tree: html.HtmlElement) -> Posting | None:
    """The vacancy of a page without linked data, if a known builder made it."""
    return next((found for read in BUILDERS if (found := read(page, tree))), None)


def advert_in_page(page: Page, tree: html.HtmlElement) -> tuple[str, Origin] | None:
    """The advert's text, as HTML, of a page whose linked data only teases.

    None where it is not in a part of its own; then the body of the page is all.
    """
    if sections := advert_in_sections(tree):
        return sections, Origin(part="html", path="sections", raw="")
    if text := text_in_state(page, tree):
        return text, Origin(part="state", path="description", raw="")
    return None
