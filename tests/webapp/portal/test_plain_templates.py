"""What a candidate reads on a page is short and plain, also outside the findings.

The measures are a proxy for B1: at most fifteen words in a sentence, ten in the mean,
and none of the words that letters of offices are full of.
"""

import re
from pathlib import Path
from statistics import mean

from lxml import html

from tests.webapp.portal.test_plain_words import STIFF

TEMPLATES = Path(__file__).parents[3] / "webapp" / "templates"
FOR_ADVISERS = {"access.html", "colleagues.html", "_invitations.html"}
LONGEST, MEAN = 15, 10  # words in a sentence
PAGES = (
    *sorted((TEMPLATES / "portal").glob("*.html")),
    *(
        TEMPLATES / "record" / name
        for name in ("_own.html", "consents.html", "own_data.html", "own_looks.html")
    ),
    TEMPLATES / "record" / "reaction.html",
    *(
        page
        for page in sorted((TEMPLATES / "accounts").glob("*.html"))
        if page.name not in FOR_ADVISERS
    ),
)
PRINTED = re.compile(r"{{.*?}}", re.DOTALL)
STEERED = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)
INLINE = re.compile(r"</?(?:a|strong|em|b|i|span|time|abbr|code|kbd)\b[^>]*>")


def sentences_of(template: str) -> list[str]:
    """The fixed text, a value as one word; what another block holds is another one."""
    plain = STEERED.sub("\n", PRINTED.sub(" waarde ", template))
    tree = html.fromstring(f"<div>{INLINE.sub(' ', plain)}</div>")
    found = [
        " ".join(one.split())
        for text in tree.itertext()
        for line in text.split("\n")
        for one in re.split(r"(?<=[.!?:])\s+", line)
    ]
    return [one for one in found if re.search(r"[a-z]{2}", one)]


def test_every_sentence_on_a_candidates_page_is_short():
    said = {one: page.name for page in PAGES for one in sentences_of(page.read_text())}
    lengths = {one: len(one.split()) for one in said}
    assert len(lengths) > 150
    assert {said[one]: one for one in lengths if lengths[one] > LONGEST} == {}
    assert mean(lengths.values()) <= MEAN


def test_no_page_of_a_candidate_is_stiff():
    found = [
        (page.name, one)
        for page in PAGES
        for one in sentences_of(page.read_text())
        if STIFF.search(one)
    ]
    assert found == []


def test_the_measure_sees_a_long_sentence_through_tags_and_values():
    long = "<p>Wij <a href='#'>vragen</a> u {{ naam }}" + " heel" * 13 + " graag.</p>"
    (one,) = sentences_of(long)
    assert len(one.split()) == 18
