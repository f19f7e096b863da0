"""Adverts in sections of their own, and the people next to them."""

from crawlers.pages.builders.sections import advert_in_sections
from crawlers.pages.page import Page, tree_of

PAGE = """<main><h1>Kok</h1><nav id="op_deze_pagina">Dit ga je doen</nav>
<section id="dit_vragen_wij_anchor"><h2>Dit vragen wij</h2><ul><li>mbo-2</li></ul>
  <div class="s-contact"><p>Bel Naam Verzonnen</p></div><form>Solliciteer</form></section>
<section id="dit_ga_je_doen_anchor"><h2>Dit ga je doen</h2><p>Je kookt.</p></section>
<section id="bijzonderheden_anchor"><p>Een VOG is nodig.</p></section>
<section id="stel_gerust_je_vraag"><p>Ander Verzonnen, 06-12345671</p></section>
<section id="nieuw_en_onbekend"><p>Derde Verzonnen</p></section></main>"""


def advert(text):
    return advert_in_sections(
        tree_of(Page(source="rijk", url="https://x.nl/a", text=text))
    )


def test_only_sections_that_we_know_are_read():
    found = advert(PAGE)
    assert found.index("Je kookt") < found.index("mbo-2") < found.index("VOG")
    assert "Verzonnen" not in found
    assert "Solliciteer" not in found


def test_a_page_without_them_has_no_sections():
    assert advert("<main><section id='over_ons'><p>Wij</p></section></main>") is None
    assert advert("<main><a id='dit_ga_je_doen_anchor'></a><p>Leeg</p></main>") is None
