"""Work by day is a fact of its own."""

import pytest

from matching.demands import asked_of


@pytest.mark.parametrize(
    "text",
    [
        "Je werkt van 8.00 tot 16.30 uur.",
        "Je werkt op kantoortijden.",
        "Vier ochtenden per week.",
        "Je werkt in een 3-ploegendienst.",
        "De dag begint om 7.30 uur.",
    ],
)
def test_hours_or_words_of_the_day(text: str) -> None:
    assert "day" in asked_of("Medewerker", text).shifts


@pytest.mark.parametrize(
    "text",
    ["Je werkt 24 uur.", "Je werkt alleen avonden.", "Bel tussen 9.00 en 17.00 uur."],
)
def test_other_words_say_nothing_of_the_day(text: str) -> None:
    assert "day" not in asked_of("Medewerker", text).shifts


def test_an_advert_is_read_once_for_both() -> None:
    found = asked_of("Bakker", "Je werkt van 23.00 tot 7.00 uur.")
    assert found.shifts == ("night",)
    assert [one.field for one in found.demands] == ["shift_night"]
