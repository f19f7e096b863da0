"""The advert's own words: its sections together, or the page where they fall short."""

import html
import re
from dataclasses import replace

from crawlers.pages.body import main_text
from crawlers.pages.in_page import advert_in_page
from crawlers.pages.ld_json import Json
from crawlers.pages.page import Look
from crawlers.pages.plain_text import MARKUP, plain_text, unescaped
from schemas.vacancy import Origin

TEASER = 400  # letters; a description shorter than this is not the advert
SECTIONS = ("description", "responsibilities", "qualifications", "skills")
TAG = re.compile(r"<[^<>]*>")
CUT_OFF = ("…", "...", "&hellip;", "[…]", "(…)", "lees meer")
# Words glued to the next line's first word, where a site took all markup away.
STARTERS = (
    r"(?:Je|Jij|Jouw|Jullie|Wij|We|Wat|Wie|Waar|De|Het|Een|Als|Ben|Heb|Bij|Met|Voor|Van"
    r"|Naar|Onze|Ons|Dit|Deze|Dat|Daarnaast|Verder|Ook|Functie\w*|Taken|Werkzaamheden"
    r"|Profiel|Salaris|Minimaal|Goede|Kennis|Ervaring|Affiniteit|Beschik)\b"
)
GLUED = re.compile(
    rf"(?<=[a-zà-ÿ0-9)])(?={STARTERS})"
    r"|(?<=[a-zà-ÿ]{2}[.!?])(?=[A-ZÀ-Þ][a-zà-ÿ]{1,20}\b)"
)
ALMOST_ALL = 0.8  # a page with so much of the advert is better than glued words
GLUES = 3  # so many make it a habit of the site and not a name


def description_of(
    job: Json, look: Look | None, rung: str, part: str
) -> tuple[str, Origin]:
    """The advert as HTML, and where it was found.

    Where the linked data only teases, is cut off or has lost its lines, the page has
    the word if it holds more.
    """
    printed = [str(job[key]) for key in SECTIONS if isinstance(job.get(key), str)]
    markup = "\n<br><br>\n".join(dict.fromkeys(unescaped(text) for text in printed))
    origin = Origin(part=part, path="description", raw=rung)
    short, glued = _falls_short(markup), _is_glued(markup)
    if look is not None and (short or glued):
        found = _on_page(look, markup, enough=1.0 if short else ALMOST_ALL)
        if found:
            return found
    if glued:
        lines = (html.escape(line, quote=False) for line in GLUED.split(markup))
        return "<br>".join(lines), replace(origin, raw="words glued together")
    return markup, origin


def _on_page(look: Look, markup: str, *, enough: float) -> tuple[str, Origin] | None:
    """What the page itself prints, if that is as much as the linked data says."""
    length = len(plain_text(markup)) * enough
    if (found := advert_in_page(look.page, look.tree)) and (
        len(plain_text(found[0])) > length
    ):
        return found
    body = main_text(look.tree)
    if len(body) <= length:
        return None
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in body.split("\n"))
    return lines, Origin(part="html", path="main", raw="description too short")


def _falls_short(markup: str) -> bool:
    text = (
        html.unescape(TAG.sub("", markup)).strip() if len(markup) < 10 * TEASER else ""
    )
    if text and len(text) < TEASER:
        return True
    tail = " ".join(TAG.sub(" ", markup[-300:]).split()).lower()
    return not markup or tail.endswith(CUT_OFF)


def _is_glued(markup: str) -> bool:
    if MARKUP.search(markup):
        return False
    return sum(1 for _ in GLUED.finditer(markup)) >= GLUES
