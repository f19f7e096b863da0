"""People are cut from what is kept."""

import pytest

from crawlers.pages.contact import without_contact


def test_contact_persons_are_cut():
    cut = without_contact(
        "Vragen? Bel Noor Dijkhuis, 06-12345671, of mail werken@example.nl.\n"
        "Recruiter\nAnder Verzonnen\n+31 20 123 45 67\n"
        "Hoe het is? Ilse Hofstra vertelt het: 06.12.34.56.78"
    )
    for personal in (
        "Noor",
        "Dijkhuis",
        "Ilse",
        "06.12",
        "Verzonnen",
        "06-",
        "@",
        "123 45 67",
    ):
        assert personal not in cut


@pytest.mark.parametrize(
    "text",
    ["€ 2.400 tot € 3.100 per maand", "vroeg (06.00 - 15.00) en laat (14.00-22.30)", "van 08.00 tot 16.30 uur", "2026-11-02",
     "Solliciteer vóór 05-12-2026", "uiterlijk 01/02/2027",
     "postcode 8011 AB", "Customer Success Manager Benelux", "Den Haag en Zoetermeer"],
)  # fmt: skip
def test_other_numbers_and_names_stay(text):
    assert without_contact(text) == text
