"""From one page of a list of vacancies to the next, and how many it says there are."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import urlsplit

from lxml import html

from crawlers.pages.page import Look
from crawlers.platforms.base import same_site
from crawlers.platforms.links import link_on
from crawlers.platforms.vacancy_links import is_like_a_vacancy

NEXT = re.compile(
    r"(?:(?:naar )?(?:de )?volgende(?: pagina)?|next(?: page)?)\W{0,3}", re.IGNORECASE
)
ARROW = re.compile(r"[›»→]{1,2}")
MORE = re.compile(
    r"\W{0,3}(?:(?:toon|laad|bekijk|laat) (?:\w{1,20} ){0,2}meer"
    r"|meer (?:vacatures|resultaten|laden|tonen)|(?:load|show) more)\b",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"\b(\d{1,3}(?:\.\d{3})+|\d{1,6}) (?:\w{1,20} )?(?:vacatures?|vacancies|jobs|banen"
    r"|resultaten|results|functies)\b",
    re.IGNORECASE,
)
COUNTED = "//h1 | //h2 | //*[@role='status'] | //*[@aria-live]"
LABELS = ("aria-label", "title")
NOWHERE = re.compile(r"\s*(?:#|javascript:|$)", re.IGNORECASE)
LONGEST_LABEL = 60


def next_page(look: Look, *, number: int) -> str | None:
    """The page behind this one; `number` is what this one is called in the list.

    By `rel="next"`, by a link that says so, or by the link with the next number. None
    when there is none, or it is on another site.
    """
    own = look.page.url
    ways = (_by_rel(look.tree), _by_words(look), _by_number(look, number + 1))
    for href in chain.from_iterable(ways):
        url = link_on(look, href)
        if same_site(own, url) and url != own:
            return url
    return None


def has_button_for_more(tree: html.HtmlElement) -> bool:
    """Whether the rest of the list comes only when somebody presses a button."""
    for element in tree.iter("button", "a"):
        leads_on = element.tag == "a" and not NOWHERE.match(element.get("href") or "")
        if not leads_on and MORE.match(_text(element)):
            return True
    return False


def printed_total(tree: html.HtmlElement) -> int | None:
    """`137 vacatures` in a heading or status; None when two say different things."""
    told = {
        int(found[1].replace(".", ""))
        for element in tree.xpath(COUNTED)
        if (found := COUNT.search(_text(element)))
    }
    return told.pop() if len(told) == 1 else None


def _by_rel(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter("link", "a"):
        if "next" in (element.get("rel") or "").lower().split():
            yield from _href(element)


def _by_words(look: Look) -> Iterator[str]:
    """`Volgende`, or an arrow: but on a card an arrow leads to the vacancy."""
    for element in look.tree.iter("a"):
        told = [_text(element), *(element.get(name) or "" for name in LABELS)]
        told = [words.strip()[:LONGEST_LABEL] for words in told]
        if any(NEXT.fullmatch(words) for words in told):
            yield from _href(element)
        elif any(ARROW.fullmatch(words) for words in told):
            for href in _href(element):
                if not is_like_a_vacancy(link_on(look, href)):
                    yield href


def _by_number(look: Look, number: int) -> Iterator[str]:
    """A link that is only the number, to the same list."""
    own = urlsplit(look.page.url).path.rstrip("/")
    for element in look.tree.iter("a"):
        if _text(element) == str(number):
            for href in _href(element):
                path = urlsplit(link_on(look, href)).path.rstrip("/")
                if path == own or re.sub(r"/\w+/\d+$", "", path) in {own, _bare(own)}:
                    yield href


def _bare(path: str) -> str:
    return re.sub(r"/\w+/\d+$", "", path)


def _href(element: html.HtmlElement) -> Iterator[str]:
    href = str(element.get("href") or "")
    if not NOWHERE.match(href):
        yield href


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content()[:500].split())
