"""A page that says its vacancy is no more is believed; an advert with such words is not closed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.gone import is_closed_notice, says_gone
from crawlers.pages.page import Look, NotAPageError, Page
from tests.crawlers.adverts import job, page

MORE = "<p>Bekijk hieronder wat wij nog meer te bieden hebben in en om Zwolle.</p>"


def says(html, *, has_posting):
    return says_gone(
        Look(Page(source="wilg", url="https://x.nl/vacatures/kok", text=html)),
        has_posting=has_posting,
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Niet gevonden</h1>",
        "<h1>Deze vacature is helaas niet meer beschikbaar</h1>",
        "<h1>Vacature gesloten</h1>",
        "<h1>404</h1>",
        "<h1>Page not found</h1>",
        "<h1>This position has been filled</h1>",
        f"<main><p>Deze vacature is gesloten.</p>{MORE}</main>",
        "<main><h1>Kok</h1><p>Deze vacature is vervuld.</p></main>",
        f"<main><p>Deze vacature is <strong>inmiddels&nbsp;vervuld</strong>.</p>{MORE}</main>",
        f"<div class='alert'>Reageren is niet meer mogelijk.</div><main>{MORE}</main>",
        f"<main>{MORE}{MORE * 8}<div role='alert'>Je kunt niet meer solliciteren.</div></main>",
        f"<main><p>This job is no longer available.</p>{MORE}</main>",
    ],
)
@pytest.mark.parametrize("nodes", [(), (job(),)])
def test_the_page_has_the_last_word_over_its_linked_data(body, nodes):
    if nodes or "role='alert'" not in body:
        assert says(page(*nodes, body=body), has_posting=bool(nodes))


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Kok</h1><p>Zodra de vacature is vervuld, sluiten we haar.</p>{MORE}</main>",
        f"<main><h1>Kok</h1><p>Reageren is niet meer mogelijk na 12 december.</p>{MORE}</main>",
        f"<main><h1>Kok</h1>{MORE * 8}<p>Deze vacature is gesloten voor bureaus.</p></main>",
        "<main><h1>Kok</h1><p>Is een product niet meer beschikbaar? Jij zoekt het uit.</p></main>",
        f"<main><h1>Kok</h1></main><div class='alert' hidden>Deze vacature is gesloten</div>{MORE}",
        "<main><h1>Kok</h1></main><div class='alert' style='display: none'>Deze vacature is"
        f" vervuld</div>{MORE}",
        f"<main><h1>Kok</h1></main><template><h1>Niet gevonden</h1></template>{MORE}",
        f"<noscript><h1>Pagina niet gevonden</h1></noscript><main><h1>Kok</h1>{MORE}</main>",
        f"<h1>Niet gevonden wat je zoekt?</h1><main>{MORE}</main>",
        f"<h1>Kok</h1><aside class='related'>Deze vacature is gesloten</aside><main>{MORE}</main>",
    ],
)
def test_words_about_closing_close_nothing_by_themselves(body):
    assert not says(page(job(), body=body), has_posting=True)


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Kok</h1><p>Rijksstraatweg 404, Zwolle. € 404 per week.</p>{MORE}</main>",
        f"<main><h1>Monteur foutmeldingen</h1>{MORE}</main>",
    ],
)
def test_a_page_without_linked_data_is_not_closed_by_a_number(body):
    assert not says(page(body=body), has_posting=False)


def test_a_notice_speaks_of_now():
    assert is_closed_notice("Deze vacature is gesloten.")
    assert not is_closed_notice("Als de vacature is gesloten, hoor je het.")
    assert not is_closed_notice("Solliciteren is niet meer mogelijk vanaf 1 mei.")


@settings(max_examples=100, deadline=None)
@given(st.text(), st.booleans())
def test_any_page_is_survived(text, has_posting):
    try:
        says(text, has_posting=has_posting)
    except NotAPageError:
        return


@pytest.mark.parametrize(
    "piece",
    [
        "<h1>404",
        "<div class=alert>gesloten",
        "de vacature is vervuld ",
        "<h1>",
        "niet meer ",
    ],
)
def test_a_million_hostile_letters_cost_little_time(piece):
    began = time.process_time()
    says(piece * (1_000_000 // len(piece)), has_posting=True)
    assert time.process_time() - began < 6
