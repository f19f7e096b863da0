"""One opdrachtgever stays one, however its name is written."""

import pytest

from webapp.trajects.parties import known_as

KNOWN = ("Bouwbedrijf Van Dam B.V.", "Zorggroep Noord", "Jansen VOF")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bouwbedrijf Van Dam B.V.", "Bouwbedrijf Van Dam B.V."),
        ("bouwbedrijf van dam bv", "Bouwbedrijf Van Dam B.V."),
        ("Bouwbedrijf VanDam, b. v.", "Bouwbedrijf Van Dam B.V."),
        ("Bouwbedrijf Van Dam", "Bouwbedrijf Van Dam B.V."),
        ("zorggroep noord n.v.", "Zorggroep Noord"),
        ("jansen v.o.f.", "Jansen VOF"),
        ("Jansen B.V.", None),  # another firm
        ("Bouwbedrijf Van Damme B.V.", None),
        ("Van Dam", None),
    ],
)
def test_case_spaces_dots_and_a_legal_form_left_out_make_no_difference(typed, meant):
    assert known_as(typed, KNOWN) == meant


def test_which_of_two_firms_of_one_name_is_not_guessed():
    both = ("Jansen VOF", "Jansen B.V.")
    assert known_as("Jansen", both) is None
    assert known_as("jansen bv", both) == "Jansen B.V."


def test_of_one_firm_that_is_known_twice_the_one_that_is_typed_counts():
    twice = ("bouwbedrijf van dam bv", "Bouwbedrijf Van Dam B.V.")
    assert known_as("Bouwbedrijf Van Dam B.V.", twice) == "Bouwbedrijf Van Dam B.V."
    assert known_as("Bouwbedrijf Van Dam", twice) == "bouwbedrijf van dam bv"
