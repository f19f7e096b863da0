"""Employers and places as keys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.names import (
    Spot,
    employer_key,
    place_key,
    postcode4,
    same_employer,
    same_place,
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Stichting Zorggroep De Wilg", "zorggroep wilg"),
        ("Kromhout B.V.", "kromhout"),
        ("Werken bij De Groep", "werken bij de groep"),
        ("Gemeente Súdwest-Fryslân", "gemeente sudwest fryslan"),
        (None, ""),
    ],
)
def test_the_key_of_an_employer(name, key):
    assert employer_key(name) == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Van Houweling", "VanHouweling BV", True),
        ("De Linde", "Warenhuis De Linde", True),
        ("Gemeente Almere", "Gemeente Assen", False),
        ("ROC Utrecht", "UMC Utrecht", False),
        (None, "De Linde", False),
    ],
)
def test_two_names_of_one_employer(one, other, same):
    assert same_employer(employer_key(one), employer_key(other)) is same


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gemeente Utrecht", "utrecht"),
        ("Hengelo (Ov)", "hengelo"),
        ("Zwolle, Overijssel", "zwolle"),
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("Den Bosch", "s hertogenbosch"),
        ("Regio", "regio"),
        (None, ""),
    ],
)
def test_the_key_of_a_place(name, key):
    assert place_key(name) == key


def test_only_the_digits_of_a_short_postcode_count():
    point = (52.09, 5.12)
    full, short = Spot("utrecht", "3511 AB", point), Spot("utrecht", "3511", point)
    assert same_place(full, short)
    assert not same_place(full, Spot("utrecht", "3511 AC", point))


def test_a_district_under_its_own_name_is_the_same_place_up_to_three_kilometres():
    town = Spot("leiden", None, (52.160, 4.497))
    assert same_place(town, Spot("leiderdorp", None, (52.158, 4.529)))
    assert not same_place(town, Spot("zoetermeer", None, (52.057, 4.493)))


def test_what_is_unknown_is_not_the_same_place():
    nowhere = Spot("", None, None)
    assert not nowhere.is_known
    assert not same_place(nowhere, nowhere)


def test_the_digits_of_a_postcode():
    assert postcode4("8011 ab") == "8011"
    assert postcode4("0123 AB") is None
    assert postcode4(None) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_has_a_key_and_each_is_as_like_the_other(one, other):
    first, second = employer_key(one), employer_key(other)
    assert same_employer(first, second) == same_employer(second, first)
    assert place_key(place_key(one)) == place_key(one)
