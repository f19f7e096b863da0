"""Who hires out people to others, and who only works for others."""

import pytest

from crawlers.reading.intermediaries import is_intermediary
from demo.market import load_market


@pytest.mark.parametrize("name", ["Randstad", "Uitzendbureau De Brug", "Hays B.V."])
def test_an_agency_is_known_by_its_name(name):
    assert is_intermediary(name, "") == name


@pytest.mark.parametrize(
    "text",
    [
        "Voor onze opdrachtgever in Zwolle zoeken wij een kok.",
        "Onze opdrachtgever, een viersterrenhotel in Maastricht, zoekt versterking.",
        "Bij onze opdrachtgever, een groot kantoor, eten elke dag 350 mensen.",
        "Voor een opdrachtgever in de bouw zijn wij op zoek naar een timmerman.",
        "Namens een relatie in de regio Utrecht werven wij een boekhouder.",
        "Na een half jaar volgt een contract bij de opdrachtgever.",
        "Wij zijn een landelijk uitzendbureau met dertig vestigingen.",
        "Je komt eerst een halfjaar via ons in dienst, daarna neemt het hotel je over.",
        "Our client is looking for an accountant.",
    ],
)
def test_an_agency_is_known_by_its_words(text):
    assert is_intermediary("De Wilg", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Je spreekt onze opdrachtgevers dagelijks.",
        "Voor een opdrachtgever in de elektronica controleert onze afdeling printplaten.",
        "Voor onze opdrachtgever in Breda verzorgt ons team het transport.",
        "De eerste 26 weken via het uitzendbureau, daarna een contract bij ons.",
        "Eerst een halfjaar uitzendbasis via een uitzendbureau.",
        "Overleg met opdrachtgever, gemeente en omwonenden.",
        "Wij werken zonder wervingsbureaus.",
        "Een foutje kost onze klant zo een paar duizend euro.",
    ],
)
def test_an_employer_that_has_clients_is_no_agency(text):
    assert is_intermediary("De Wilg", text) is None


def test_the_demo_market_has_one_agency():
    market = load_market()
    found = {
        (employer.slug, advert.key)
        for employer in market.employers
        for advert in employer.adverts
        if is_intermediary(employer.name, advert.text)
    }
    assert found == {
        (employer.slug, advert.key)
        for employer in market.employers
        if employer.intermediary
        for advert in employer.adverts
    }


def test_an_agency_without_a_telling_name_still_shows_in_some_adverts():
    [agency] = [e for e in load_market().employers if e.intermediary]
    shown = [a for a in agency.adverts if is_intermediary(None, a.text)]
    assert len(shown) >= 9
