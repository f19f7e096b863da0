"""Sites that print the advert in sections with names of their own."""

import re

from lxml import html

# werkenvoornederland.nl. Only what is named here is read: next to it stands
# `stel_gerust_je_vraag`, with the names and telephone numbers of people.
SECTIONS = (
    "dit_ga_je_doen_anchor",
    "dit_krijg_je_anchor",
    "dit_bieden_wij_nog_meer_anchor",
    "dit_vragen_wij_anchor",
    "hier_kom_je_te_werken_anchor",
    "bijzonderheden_anchor",
    "meer_over_de_functiegroep_anchor",
)
NO_TEXT = (
    ".//script | .//style | .//form | .//nav | .//noscript | .//iframe | .//button"
)
CONTACT = re.compile(r"contact|vraag|recruiter", re.IGNORECASE)


def advert_in_sections(tree: html.HtmlElement) -> str | None:
    """The advert's own sections as HTML; None on sites that have none."""
    parts = [
        _inside(found)
        for name in SECTIONS
        for found in tree.xpath("//*[@id=$name]", name=name)[:1]
        if found.text_content().strip()
    ]
    return "\n".join(parts) or None


def _inside(element: html.HtmlElement) -> str:
    """The section without forms, and without what is about a person to ask."""
    copy = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    contacts = [
        found
        for found in copy.xpath(".//*[@id or @class]")
        if CONTACT.search(f"{found.get('id', '')} {found.get('class', '')}")
    ]
    for found in [*copy.xpath(NO_TEXT), *contacts]:
        if found.getparent() is not None:
            found.drop_tree()
    return str(html.tostring(copy, encoding="unicode", with_tail=False))
