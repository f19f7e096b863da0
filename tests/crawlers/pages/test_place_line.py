"""Places on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.pages.place_line import place_in_line
from schemas.vacancy import PostingPlace


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Zwolle, NL", PostingPlace(locality="Zwolle", country="NL")),
        ("Zwolle, NL, 8011 AB", PostingPlace(locality="Zwolle", country="NL", postcode="8011 AB")),
        ("Rotterdam, South Holland, Netherlands",
         PostingPlace(locality="Rotterdam", region="South Holland", country="Netherlands")),
        ("Utrecht, Nederland", PostingPlace(locality="Utrecht", country="Nederland")),
        ("Utrecht, Utrecht", PostingPlace(locality="Utrecht", region="Utrecht")),
        ("'s-Hertogenbosch", PostingPlace(locality="'s-Hertogenbosch")),
        ("Dorpsstraat 12, Zwolle", None),
        ("Remote", None), ("Hybride, Zwolle", None), ("", None), (None, None), (",,", None), ("8011 AB", None),
    ],
)  # fmt: skip
def test_the_parts_of_a_line(line, place):
    assert place_in_line(line) == place


@given(st.text())
def test_any_line_is_a_place_or_not(line):
    place = place_in_line(line)
    assert place is None or place.locality
