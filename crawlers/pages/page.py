"""A fetched page, as the readers get it."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from lxml import etree, html

from crawlers.pages.crowded import without_crowds
from crawlers.pages.head import Head, head_of, unavailable_after
from crawlers.pages.identity import is_same_job
from crawlers.pages.identity import without_tracking as without_tracking
from crawlers.pages.signs import Sign, Signs, signs_in

XML_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")


LARGEST_TREE = 2_000_000  # letters; what comes behind them is no vacancy


class NotAPageError(ValueError):
    """The answer holds no page that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Text of an answer; `url` is where it came from in the end, after redirects.

    `robots` is the answer's X-Robots-Tag header, several joined by a comma. `signs`
    are those in the text, where they are known already.
    """

    source: str
    url: str
    text: str
    content_type: str = "text/html"
    robots: str = ""
    signs: Signs | None = None


class Look:
    """A closer look at a page; what costs time is done at the first need of it."""

    def __init__(self, page: Page, tree: html.HtmlElement | None = None) -> None:
        self.page = page
        self._tree = tree

    @cached_property
    def _signs(self) -> Signs:
        known = self.page.signs
        return signs_in(self.page.text) if known is None else known

    def holds(self, sign: Sign) -> bool:
        """Whether the sign stands in the text."""
        return sign in self._signs

    @cached_property
    def head(self) -> Head:
        """What the page's head says, without making a tree."""
        return head_of(self.page.text)

    @property
    def unavailable_after(self) -> str | None:
        """When the page itself, or the header it came with, calls it outdated."""
        if not self.page.robots and not self.holds("unavailable after"):
            return None
        return unavailable_after(f"{self.head.robots}, {self.page.robots}")

    @property
    def tree(self) -> html.HtmlElement:
        """The page as a tree; NotAPageError where there is nothing to make one of."""
        if self._tree is None:
            self._tree = tree_of(self.page)
        return self._tree


def tree_of(page: Page) -> html.HtmlElement:
    """The page as a tree; loads nothing from elsewhere.

    Raises NotAPageError where there is nothing to make a tree of.
    """
    text = without_crowds(XML_DECLARATION.sub("", page.text, count=1).strip())
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        tree = html.document_fromstring(text or "<html></html>", parser=parser)
    except (etree.ParserError, ValueError) as unreadable:
        raise NotAPageError(str(unreadable)) from unreadable
    if not isinstance(tree, html.HtmlElement):
        raise NotAPageError("no element in the page")
    return tree


def address_on(page: Page, printed: str, *, base: str | None = None) -> str:
    """An address as the page means it: relative to its base, else to itself.

    Empty when it is no address at all.
    """
    try:
        return urljoin(urljoin(page.url, base) if base else page.url, printed.strip())
    except ValueError:
        return ""


def own_address(page: Page, canonical: str | None, *, base: str | None = None) -> str:
    """The page's address for people: its canonical when that can be this very job.

    One on another host, of the list of vacancies or of another job is not believed.
    """
    here = without_tracking(page.url)
    if not canonical or canonical == page.url:
        return here
    joined = without_tracking(address_on(page, canonical, base=base))
    return joined if is_same_job(joined, here) else here
