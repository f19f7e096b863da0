"""Printed places to one point; what cannot be known stays unknown."""

import pytest

from crawlers.reading.locating import locate
from schemas.gazetteer import Gazetteer, PlaceRow
from schemas.vacancy import PostingPlace

GAZETTEER = Gazetteer(
    [
        PlaceRow(
            name=name,
            province=province,
            lat=lat,
            lon=5.0,
            population=100_000,
            aliases=aliases,
        )
        for name, province, lat, aliases in [
            ("Zwolle", "Overijssel", 52.5, ()),
            ("'s-Hertogenbosch", "Noord-Brabant", 51.7, ("Den Bosch",)),
            ("Rotterdam", "Zuid-Holland", 51.9, ()),
            ("Utrecht", "Utrecht", 52.1, ()),
            ("Rijswijk", "Zuid-Holland", 52.0, ()),
            ("Rijswijk", "Gelderland", 51.95, ()),
        ]
    ],
    {"8011": ("Zwolle", 52.51, 6.09)},
)


def at(*printed, employer="Eneco Groep", words=()):
    return locate(
        [PostingPlace(**place) for place in printed], employer, GAZETTEER, words
    )


@pytest.mark.parametrize(
    ("locality", "place"),
    [
        ("Zwolle", "Zwolle"),
        ("ZWOLLE", "Zwolle"),
        (" Zwolle , Nederland", "Zwolle"),
        ("Gemeente Zwolle", "Zwolle"),
        ("8011 AB Zwolle", "Zwolle"),
        ("Eneco - Rotterdam", "Rotterdam"),
        ("Hoofdkantoor - Rotterdam", "Rotterdam"),
        ("'s-Hertogenbosch / Den Bosch", "'s-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Rotterdam (Zuid-Holland)", "Rotterdam"),
    ],
)
def test_places(locality, place):
    found = at({"locality": locality})
    assert found.place == place
    assert found.lat is not None
    assert found.raw == locality


@pytest.mark.parametrize(
    "locality",
    ["Provincie Utrecht", "Regio Utrecht", "Rijswijk", "Nergenshuizen",
     "Zwolle - Rotterdam"],
)  # fmt: skip
def test_no_point_is_guessed(locality):
    found = at({"locality": locality})
    assert found.lat is None
    assert found.place == locality


@pytest.mark.parametrize(
    "locality",
    ["", "NA", "n/a", "N.v.t.", "Wisselend", "Diverse locaties", "Nederland", "-"],
)
def test_placeholders_are_nothing(locality):
    assert at({"locality": locality}).place is None


@pytest.mark.parametrize(
    "country", [None, "", "NL", "nld", "Nederland", "Netherlands", "Holland"]
)
def test_the_netherlands_by_any_name(country):
    assert at({"locality": "Zwolle", "country": country}).lat is not None


@pytest.mark.parametrize("country", ["DE", "Deutschland", "België", "BEL"])
def test_another_country_has_no_point_here(country):
    found = at({"locality": "Zwolle", "country": country})
    assert (found.place, found.lat) == ("Zwolle", None)


def test_a_postcode_alone_gives_the_place_and_a_place_alone_no_postcode():
    found = at({"postcode": "8011 AB"})
    assert (found.place, found.postcode, found.how) == ("Zwolle", "8011 AB", "postcode")
    assert at({"locality": "Zwolle"}).postcode is None


def test_a_region_decides_between_namesakes():
    found = at({"locality": "Rijswijk", "region": "Gelderland"})
    assert found.lat == 51.95


def test_of_several_places_the_first_that_is_known_counts():
    found = at(
        {"locality": "Wisselend"}, {"locality": "Nergens"}, {"locality": "Utrecht"}
    )
    assert found.place == "Utrecht"


def test_the_text_names_a_place_only_where_no_field_does():
    words = ("Standplaats: Zwolle. Wij zitten ook in Utrecht.",)
    assert at(words=words).how == "text"
    assert at(words=words).raw == "Standplaats: Zwolle"
    assert at({"locality": "Rotterdam"}, words=words).place == "Rotterdam"


def test_cities_in_a_title_are_no_place_of_work():
    assert at(words=("Kom langs.", "Monteur Rotterdam, Utrecht of Zwolle")).lat is None
