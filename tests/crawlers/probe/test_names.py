"""Whose board is it? The name a board gives itself, beside the address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.probe.names import names_agree


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Gasunie", "https://www.werkenbijgasunie.nl/vacatures"),
        ("Nederlandse Spoorwegen", "https://werkenbijspoorwegen.nl/"),
        ("Koninklijke Luchtvaart Maatschappij", "https://careers.klm.com/nl/"),
        ("Gemeente Den Haag", "https://werkenvoor.denhaag.nl/"),
        ("Zorggroep Wilgenrade B.V.", "https://werkenbij.wilgenrade.nl"),
        ("Café ’t Hoekje", "https://www.hoekje.nl/"),
        ("Lansingerland", "https://gemeentelansingerland.recruitee.com"),
        ("Keylane", "https://apply.workable.com/keylane"),
        ("De Groep", "https://www.iets-anders.nl/"),
    ],
)
def test_a_name_that_its_address_promises(name, url):
    assert names_agree(name, url)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Bakkerij Eik", "https://werkenbijwilg.nl/"),
        ("Randstad", "https://www.werkenbijgasunie.nl/"),
    ],
)
def test_a_name_of_somebody_else(name, url):
    assert not names_agree(name, url)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_name_has_an_answer(name):
    assert names_agree(name, "https://werkenbij.example/") in {True, False}
