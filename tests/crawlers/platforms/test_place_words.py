"""Places of work as boards write them in one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.platforms.place_words import how_in, places_in
from crawlers.reading.locating import locate
from schemas.gazetteer import Gazetteer, PlaceRow
from schemas.vacancy import PostingPlace

DUTCH = Gazetteer(
    PlaceRow(name=name, province=province, lat=52, lon=5, population=1000, aliases=())
    for name, province in (
        ("Amsterdam", "Noord-Holland"),
        ("Amersfoort", "Utrecht"),
        ("Bergen", "Noord-Holland"),
        ("Haarlem", "Noord-Holland"),
        ("Lelystad", "Flevoland"),
        ("Rotterdam", "Zuid-Holland"),
        ("'s-Hertogenbosch", "Noord-Brabant"),
    )
)


def named(line, country=None):
    return [(place.locality, place.country) for place in places_in(line, country)]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Amsterdam", [("Amsterdam", None)]),
        ("Amsterdam, Netherlands", [("Amsterdam", "NL")]),
        ("Amsterdam (NL)", [("Amsterdam", "NL")]),
        ("NL-Amsterdam", [("Amsterdam", "NL")]),
        ("NLD - Amsterdam", [("Amsterdam", "NL")]),
        ("Nederland", [(None, "NL")]),
        ("Remote", []),
        ("Remote - Nederland", [(None, "NL")]),
        ("Hybrid Amsterdam, The Netherlands", [("Amsterdam", "NL")]),
        ("London, UK", [("London", "GB")]),
        ("London, England, United Kingdom", [("London", "GB")]),
        ("San Francisco, CA", [("San Francisco", "US")]),
        ("Bergen, Norway", [("Bergen", "NO")]),
        ("Remote-India (PEO)", [("PEO", "IN")]),
        ("Germany/Remote", [(None, "DE")]),
        ("Amsterdam | Berlin, Germany", [("Amsterdam", None), ("Berlin", "DE")]),
        ("Amsterdam; Amsterdam", [("Amsterdam", None)]),
        ("3 Locations", []),
        ("2 locaties", []),
        ("Hoofdkantoor", [("Hoofdkantoor", None)]),
        ("Europe", []),
        ("", []),
        (None, []),
    ],
)
def test_a_line_is_read_as_places(line, places):
    assert named(line) == places


def test_the_country_that_is_told_beside_it_counts_unless_the_line_has_its_own():
    assert named("Amsterdam", "NL") == [("Amsterdam", "NL")]
    assert named("Berlin, Germany", "NL") == [("Berlin", "DE")]
    assert named("Remote", "NL") == [(None, "NL")]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Zuidas, Amsterdam", "Amsterdam"),
        ("Netherlands - Utrecht - Amersfoort", "Amersfoort"),
        ("NL-Amsterdam-Zuid", None),
        ("Amsterdam, Noord-Holland, Nederland", "Amsterdam"),
        ("Bergen, Norway", None),
        ("Haarlem, NH", "Haarlem"),
        ("Lelystad, FL", "Lelystad"),
        ("Kantoor - Rotterdam", "Rotterdam"),
        ("'s-Hertogenbosch / Rotterdam", "'s-Hertogenbosch"),
        ("Noord-Holland", None),
    ],
)
def test_the_likeliest_part_of_a_dutch_line_is_found_on_the_map(line, place):
    found = locate(places_in(line), None, DUTCH, "")
    assert (found.place if found.lat else None) == place


def test_what_comes_after_a_place_is_the_region_around_it():
    [place, *_] = places_in("Hengelo, Overijssel, Netherlands")
    wanted = PostingPlace(locality="Hengelo", region="Overijssel", country="NL")
    assert place == wanted


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Remote - Utrecht", "Remote"),
        ("Amsterdam (hybride)", "hybride"),
        ("Zwolle", None),
    ],
)
def test_a_place_may_tell_how_the_work_is_done(line, how):
    assert how_in(line) == how


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_line_gives_a_few_places_and_no_error(line):
    assert len(places_in(line, "NL")) <= 20
    assert how_in(line) is None or how_in(line) in line
