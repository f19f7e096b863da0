"""How much Dutch is asked, and what language an advert is in."""

import pytest

from crawlers.reading.language import guess_language, read_dutch_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("uitstekende beheersing van de Nederlandse taal", "C1"),
        ("goede beheersing van het Nederlands in woord en geschrift", "B2"),
        ("je spreekt Nederlands", "B1"),
        ("je begrijpt eenvoudig Nederlands", "A2"),
        ("Nederlands op B1-niveau", "B1"),
    ],
)
def test_dutch(text, level):
    assert read_dutch_level(text)[0] == level


def test_dutch_or_another_language_asks_for_neither():
    assert read_dutch_level("je spreekt Nederlands of Engels") is None


def test_languages():
    assert guess_language("Wij zoeken een collega voor de winkel in het dorp") == "nl"
    assert (
        guess_language("We are looking for a colleague with the will to learn") == "en"
    )
    assert guess_language("Kok") is None
