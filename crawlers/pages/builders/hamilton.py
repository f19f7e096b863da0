"""Hamilton CMS: `li.location`, `li.hours` and `li.salary` in a list by the title."""

from lxml import html

from crawlers.pages.builders.printed import printed_posting
from crawlers.pages.page import Page
from schemas.vacancy import Posting


def hamilton(page: Page, tree: html.HtmlElement) -> Posting | None:
    """The vacancy of a Hamilton page; on a soft 404 only related ones have the list."""
    facts: dict[str, str] = {}
    for item in tree.xpath("//ul[contains(@class,'metadata')]//li[@class]"):
        names = str(item.get("class")).split()
        if names:
            facts.setdefault(names[-1], " ".join(item.text_content().split()))
    if not {"location", "hours"} & facts.keys():
        return None
    if tree.xpath("//*[contains(@class,'related-vacanc')]//li[@class]"):
        return None
    return printed_posting(page, tree, facts, part="html")
