"""Whether a page that answers 200 says that its vacancy is no more."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

from crawlers.pages.body import MOST_HEADINGS, headings, main_text, tag_words
from crawlers.pages.page import Look

GONE = re.compile(
    r"\bniet (?:meer )?(?:gevonden|beschikbaar|actief)\b(?! wat| wie| waar)"
    r"|\b(?:vacature|functie|positie) is (?:inmiddels |helaas |al )?"
    r"(?:gesloten|vervuld|ingevuld|verlopen|verwijderd|niet meer)"
    r"|vacature (?:gesloten|verlopen|vervuld|ingevuld)"
    r"|deze vacature (?:bestaat|staat) niet"
    r"|no longer (?:available|accepting|active|open)"
    r"|(?:position|vacancy|job) (?:has been|is) (?:filled|closed|expired|removed)"
    r"|page not found|pagina bestaat niet|pagina (?:is )?niet gevonden"
    r"|\b(?:fout|error|http|status|code|pagina|oeps)\W{0,3}404\b"
    r"|\b404\W{1,3}(?:error|fout|pagina|page|not|niet|oeps)"
    r"|\Anot found\b|\A404\Z|(?:page|job|vacancy|position) (?:could )?not (?:be )?found"
    r"|reageren is niet meer mogelijk",
    re.IGNORECASE,
)
CLOSED_NOTICE = re.compile(
    r"\b(?:deze|de) (?:vacature|functie|positie) is (?:inmiddels |helaas |al )?"
    r"(?:gesloten|vervuld|ingevuld|verlopen|niet meer (?:beschikbaar|actief|open))"
    r"|\b(?:deze|de) (?:vacature|functie) staat niet meer (?:open|online)"
    r"|no longer (?:available|accepting applications|open for applications)"
    r"|(?:this|the) (?:position|vacancy|job) (?:has been|is) (?:filled|closed|expired)"
    r"|(?:reageren|solliciteren)(?: op deze vacature)? is (?:helaas )?niet meer"
    r" mogelijk|kunt? (?:je |u )?niet meer (?:reageren|solliciteren)",
    re.IGNORECASE,
)
# "Zodra de vacature is vervuld" and "na 1 mei" speak of a day that has yet to come.
NOT_YET = re.compile(
    r"\b(?:zodra|totdat|tot|wanneer|als|indien|nadat|mocht|voordat|eerder|once|until|if"
    r"|when)\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
FROM_THEN = re.compile(
    r"\s{0,3}(?:na|vanaf|per|als|wanneer|zodra|after|from)\b", re.IGNORECASE
)
# One of these stands in every heading that says so.
HEADING_STEMS = ("niet", "not", "404", "longer", " is ", " been ", "vacature ")
H1 = re.compile(r"<h[12]\b[^<>]{0,3000}>", re.IGNORECASE)
ALERTS = (
    ".//*[@role='alert' or @role='status' or contains(@class,'alert')"
    " or contains(@class,'notice') or contains(@class,'notification')"
    " or contains(@class,'message') or contains(@class,'melding')"
    " or contains(@class,'warning') or contains(@class,'closed')"
    " or contains(@class,'expired') or contains(@class,'gesloten')]"
)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
UNSEEN_CLASS = re.compile(r"(?:^|\s)(?:hidden|d-none|is-hidden|hide|sr-only)(?:\s|$)")
UNSEEN_TAGS = {"template", "noscript", "script", "style"}
TOP_OF_ADVERT, TOP_OF_PAGE, LONGEST_ALERT, MOST_ALERTS = 400, 600, 300, 50


def says_gone(look: Look, *, has_posting: bool) -> bool:
    """Whether the page says that the vacancy is no more.

    The heading decides. In the text only a short notice, the top of the advert or a
    page without a posting may say so: an advert itself can hold such words.
    """
    if _may_say_gone(_top_headings(look.page.text)) and any(
        GONE.search(words) for words in _seen_headings(look.tree)
    ):
        return True
    if not has_posting:
        title = " ".join((look.tree.findtext(".//title") or "").split())
        return bool(GONE.search(title) or GONE.search(_top_of(look.tree, TOP_OF_PAGE)))
    if not look.holds("no more"):
        return False
    return any(is_closed_notice(words) for words in _notices(look.tree))


def is_closed_notice(text: str) -> bool:
    """Whether the words say that it is closed now, not that it will be."""
    return any(
        not NOT_YET.search(text[max(0, found.start() - 60) : found.start()])
        and not FROM_THEN.match(text, found.end())
        for found in CLOSED_NOTICE.finditer(text)
    )


def _top_headings(text: str) -> list[str]:
    """The headings without a tree: cheap, and good enough to see no reason to worry."""
    printed = []
    for found in islice(H1.finditer(text), MOST_HEADINGS):
        start = found.end()
        end = text.find("</h", start, start + 2000)
        printed.append(text[start : end if end >= 0 else start + 500])
    return printed


def _may_say_gone(printed: list[str]) -> bool:
    together = tag_words("<>".join(printed)).lower()
    if not any(stem in together for stem in HEADING_STEMS):
        return False
    return any(GONE.search(tag_words(heading)) for heading in printed)


def _seen_headings(tree: html.HtmlElement) -> list[str]:
    printed = list(islice(tree.iter("h1"), MOST_HEADINGS))
    if not printed:
        printed = list(islice(tree.iter("h2"), 1))
    seen = (found for found in printed if _is_seen(found))
    return [" ".join(found.text_content().split()) for found in seen]


def _notices(tree: html.HtmlElement) -> Iterator[str]:
    yield _top_of(tree, TOP_OF_ADVERT)
    yield from headings(tree)
    for found in tree.xpath(ALERTS)[:MOST_ALERTS]:
        words = " ".join(found.text_content().split())
        if len(words) <= LONGEST_ALERT and _is_seen(found):
            yield words


def _top_of(tree: html.HtmlElement, letters: int) -> str:
    return (main_text(tree) or main_text(tree, shortest=1))[:letters]


def _is_seen(element: html.HtmlElement) -> bool:
    """Whether no part around it hides it from the eye."""
    return not any(
        around.tag in UNSEEN_TAGS
        or around.get("hidden") is not None
        or UNSEEN.search(around.get("style") or "")
        or UNSEEN_CLASS.search(around.get("class") or "")
        for around in (element, *element.iterancestors())
    )
