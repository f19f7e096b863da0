"""A fetched page, as the readers get it."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree, html

TRACKING = re.compile(
    r"^(?:utm_.*|gclid|fbclid|msclkid|mc_[ce]id|gh_src|ref|source|src|jobcode_tracking)$"
)


class NotAPageError(ValueError):
    """The answer holds no page that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Text of an answer; `url` is where it came from in the end, after redirects."""

    source: str
    url: str
    text: str
    content_type: str = "text/html"


def tree_of(page: Page) -> html.HtmlElement:
    """The page as a tree; loads nothing from elsewhere.

    Raises NotAPageError where there is nothing to make a tree of.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", page.text)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        tree = html.document_fromstring(text.strip() or "<html></html>", parser=parser)
    except (etree.ParserError, ValueError) as unreadable:
        raise NotAPageError(str(unreadable)) from unreadable
    if not isinstance(tree, html.HtmlElement):
        raise NotAPageError("no element in the page")
    return tree


def without_tracking(url: str) -> str:
    """The address without campaign parameters and fragment."""
    parts = urlsplit(url)
    query = [
        (k, v)
        for k, v in parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.match(k)
    ]
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


def own_address(page: Page, canonical: str | None) -> str:
    """The page's address for people: its canonical when that is on the same site.

    A canonical of another host, or of a page higher up (the list), is not believed.
    """
    here = without_tracking(page.url)
    if not canonical:
        return here
    joined = without_tracking(urljoin(page.url, canonical.strip()))
    printed, real = urlsplit(joined), urlsplit(here)
    same_host = _bare(printed.hostname) == _bare(real.hostname)
    if not same_host or printed.scheme not in {"http", "https"}:
        return here
    return here if _is_above(printed.path, real.path) else joined


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _is_above(path: str, below: str) -> bool:
    return below.rstrip("/") != path.rstrip("/") and below.startswith(
        path.rstrip("/") + "/"
    )
