"""What people see of a page: its headings, its words, and facts that stand alone."""

import html as entities
import re
from copy import deepcopy
from itertools import islice

from lxml import html

from crawlers.pages.letters import one_line
from crawlers.pages.page import Look
from crawlers.pages.plain_text import plain_text
from crawlers.pages.walls import is_challenge as is_challenge

MAIN = (".//main", ".//article", ".//*[@role='main']", ".//body")
CHROME = (
    ".//nav | .//header | .//footer | .//aside | .//form | .//script | .//style | "
    ".//noscript | .//template | .//*[@hidden]"
    " | .//*[contains(translate(@style, ' ', ''), 'display:none')]"
    " | .//*[contains(@class,'cookie')] | .//*[contains(@class,'related')]"
)
MOST_HEADINGS, MOST_MAINS = 20, 5
SHORTEST_BODY, LONGEST_BODY = 80, 400_000
TAG = re.compile(r"<[^<>]*>")


def headings(tree: html.HtmlElement) -> list[str]:
    """The words of every h1, up to more than any page has."""
    return [_words(found) for found in islice(tree.iterfind(".//h1"), MOST_HEADINGS)]


def main_text(tree: html.HtmlElement, *, shortest: int = SHORTEST_BODY) -> str:
    """The page's own text, without menus, forms and related vacancies.

    Empty when no part of the page has `shortest` letters.
    """
    for path in MAIN:
        for found in tree.xpath(path)[:MOST_MAINS]:
            bare = html.tostring(_without_chrome(found), encoding="unicode")
            text = plain_text(bare[:LONGEST_BODY])
            if len(text) >= shortest:
                return text
    return ""


def tag_words(markup: str) -> str:
    """The words of a small piece of markup."""
    bare = TAG.sub(" ", markup) if "<" in markup else markup
    return one_line(entities.unescape(bare) if "&" in bare else bare)


FACT_LIKE = {
    "hours": re.compile(
        r"\d{1,2}(?:[.,]\d)?(?:\s*(?:-|–|tot|/|à)\s*\d{1,2}(?:[.,]\d)?)?\s*(?:uur|uren)"
        r"(?: per week| p/w)?",
        re.IGNORECASE,
    ),
    "education": re.compile(
        r"(?:v?mbo|hbo|wo)(?:[ -]?\d)?(?:\s*[/-]\s*(?:hbo|wo))?", re.IGNORECASE
    ),
}
# What a page with such a fact holds at least; most pages hold none.
FACT_LIKELY = {
    "hours": re.compile(
        r">\s{0,99}\d{1,2}[^<>]{0,40}?u(?:ur|ren)[^<>]{0,20}<", re.IGNORECASE
    ),
    "education": re.compile(r">\s{0,99}(?:v?mbo|hbo|wo)\b[^<>]{0,20}<", re.IGNORECASE),
}
LONGEST_FACT = 30


def printed_fact(look: Look, name: str) -> str | None:
    """A fact that stands alone in a list or table of the page, such as `32 tot 40 uur`.

    Two different ones belong to a list of vacancies and tell nothing.
    """
    if not FACT_LIKELY[name].search(look.page.text):
        return None
    found = set()
    for element in look.tree.iter("span", "li", "dd", "td", "strong", "p", "div"):
        if len(element) == 0 and element.text and len(element.text) <= LONGEST_FACT:
            text = " ".join(element.text.split())
            if FACT_LIKE[name].fullmatch(text):
                found.add(text)
    return found.pop() if len(found) == 1 else None


def _without_chrome(element: html.HtmlElement) -> html.HtmlElement:
    bare = deepcopy(element)
    bare.tail = None
    for found in bare.xpath(CHROME):
        if found is not bare and found.getparent() is not None:
            found.drop_tree()
    return bare


def _words(element: html.HtmlElement) -> str:
    return one_line(element.text_content())
