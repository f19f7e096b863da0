"""What people see of a page: its heading, its words, and whether it says "gone"."""

import re

from lxml import html

from crawlers.pages.plain_text import plain_text

GONE = re.compile(
    r"\bniet (?:meer )?(?:gevonden|beschikbaar|actief)\b|\b(?:vacature|functie) "
    r"is (?:inmiddels )?"
    r"(?:gesloten|vervuld|verlopen|niet meer)|vacature (?:gesloten|verlopen|vervuld)"
    r"|deze vacature (?:bestaat|staat) niet|no longer (?:available|accepting"
    r"|active|open)"
    r"|(?:position|vacancy|job) (?:has been|is) (?:filled|closed|expired)|page "
    r"not found"
    r"|pagina bestaat niet|\b404\b|not found|reageren is niet meer mogelijk",
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"<title>\s*(?:just a moment|attention required|access denied|een ogenblik"
    r"|please wait"
    r"|ben je een robot|are you a robot|security check|pardon our interruption"
    r"|403 forbidden)"
    r"|/cdn-cgi/challenge-platform|cf-chl-|px-captcha|g-recaptcha-response\W.{0,200}robot"
    r"|_Incapsula_Resource|datadome",
    re.IGNORECASE | re.DOTALL,
)
MAIN = (".//main", ".//article", ".//*[@role='main']", ".//body")
CHROME = (
    ".//nav | .//header | .//footer | .//aside | .//form | .//script | .//style | "
    ".//noscript"
    " | .//*[contains(@class,'cookie')] | .//*[contains(@class,'related')]"
)
SHORTEST_BODY = 80


def headings(tree: html.HtmlElement) -> list[str]:
    """The words of every h1."""
    return [_words(found) for found in tree.iterfind(".//h1")]


def main_text(tree: html.HtmlElement) -> str:
    """The page's own text, without menus, forms and related vacancies."""
    for path in MAIN:
        for found in tree.xpath(path):
            text = plain_text(html.tostring(_without_chrome(found), encoding="unicode"))
            if len(text) >= SHORTEST_BODY:
                return text
    return ""


def is_gone(tree: html.HtmlElement, *, has_posting: bool) -> bool:
    """Whether a page that answers 200 says that the vacancy is no more.

    The heading decides. In the text only a short page or one without a posting may
    say so: an advert itself can hold such words.
    """
    if any(GONE.search(heading) for heading in headings(tree)):
        return True
    text = main_text(tree)
    title = tree.findtext(".//title") or ""
    if has_posting:
        return bool(CLOSED_NOTICE.search(text[:400]))
    return bool(GONE.search(title) or GONE.search(text[:600]))


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
LONGEST_FACT = 30


def printed_fact(tree: html.HtmlElement, name: str) -> str | None:
    """A fact that stands alone in a list or table of the page, such as `32 tot 40 uur`.

    Two different ones belong to a list of vacancies and tell nothing.
    """
    found = set()
    for element in tree.iter("span", "li", "dd", "td", "strong", "p", "div"):
        if len(element) == 0 and element.text and len(element.text) <= LONGEST_FACT:
            text = " ".join(element.text.split())
            if FACT_LIKE[name].fullmatch(text):
                found.add(text)
    return found.pop() if len(found) == 1 else None


CLOSED_NOTICE = re.compile(
    r"(?:deze|de) (?:vacature|functie) is (?:inmiddels )?(?:gesloten|vervuld"
    r"|verlopen|niet meer"
    r" beschikbaar)|no longer (?:available|accepting applications)|reageren is "
    r"niet meer mogelijk",
    re.IGNORECASE,
)


def is_challenge(text: str) -> bool:
    """Whether the answer is a wall against robots and not the page itself."""
    return bool(CHALLENGE.search(text[:20_000]))


def _without_chrome(element: html.HtmlElement) -> html.HtmlElement:
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for found in copy.xpath(CHROME):
        if found is not copy and found.getparent() is not None:
            found.drop_tree()
    return copy


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
