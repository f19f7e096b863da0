"""Numbers and amounts, as the Dutch write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.demands import demands_of
from matching.demands.amounts import amounts
from matching.demands.numerals import number
from matching.demands.phrasing import plain

Told = list[tuple[float, float, str]]


def told(text: str) -> Told:
    easy = plain(text)
    return [(one.low, one.high, one.unit) for one in amounts(easy, (0, len(easy)))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("anderhalf", 1.5),
        ("tweeeneenhalf", 2.5),
        ("twaalfhonderd", 1200),
        ("tweehonderdvijftig", 250),
        ("vijftienduizend", 15_000),
        ("15 duizend", 15_000),
        ("1.250", 1250),
        ("31,5", 31.5),
        ("honderdvijf", 105),
        ("zakken", None),
    ],
)
def test_numbers_are_read(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("van 5 tot 12,5 kg", (5, 12.5, "kg")),
        ("een kilo of acht", (8, 8, "kg")),
        ("een uur of zeven", (7, 7, "h")),
        ("tien à vijftien minuten", (10, 15, "min")),
        ("drie kwartier", (45, 45, "min")),
        ("een half uur lang", (30, 30, "min")),
        ("twee en een half uur", (2.5, 2.5, "h")),
        ("zes uur achtereen", (6, 6, "h")),
        ("22 graden onder nul", (-22, -22, "°C")),
        ("min twintig graden", (-20, -20, "°C")),
        ("-18 tot -22 °C", (-22, -18, "°C")),
        ("2 tot 4 graden", (2, 4, "°C")),
        ("88 dB(A)", (88, 88, "dB(A)")),
        ("1.000 artikelen per uur", (1000, 1000, "n/h")),
        ("twintig keer per minuut", (1200, 1200, "n/h")),
        ("vier treden", (4, 4, "treads")),
        ("driehoog", (3, 3, "floors")),
        ("zakken van 25kg", (25, 25, "kg")),
    ],
)
def test_an_amount_is_read(text: str, amount: tuple[float, float, str]) -> None:
    assert told(text) == [amount]


@pytest.mark.parametrize(
    "text",
    ["om 8 uur", "32 uur per week", "€ 15 per uur", "vanaf zes uur", "24-uurszorg"],
)
def test_times_and_wages_are_no_amounts(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "field", "value", "unit"),
    [
        ("Je zit zes uur achtereen in een stoel.", "sit_minutes", 360, "min"),
        ("Je zit 90 minuten per dag achter de pc.", "keyboard_hours_day", 1.5, "h"),
        ("In de vriescel is het -18 tot -22 °C.", "cold_limited", -22, "°C"),
        ("Je loopt dagelijks tien kilometer te voet.", "walk_hours_day", 10, "km"),
        ("Je tilt pakketten: de zwaarste weegt 23 kg.", "lift_kg", 23, "kg"),
    ],
)
def test_what_is_asked_has_its_number_and_unit(
    text: str, field: str, value: float, unit: str
) -> None:
    found = {one.field: one for one in demands_of("", text)}[field]
    assert (found.value, found.unit) == (value, unit)
    assert text.startswith(found.quote, found.offset)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_reading_of_amounts(text: str) -> None:
    for low, high, _ in told(text):
        assert low <= high


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=1, max_value=90))
def test_a_weight_is_read_whatever_it_is(weight: int) -> None:
    assert told(f"tillen tot {weight} kg") == [(weight, weight, "kg")]


@pytest.mark.parametrize(
    "text",
    [
        "elke twee uur een ronde",
        "om de 20 minuten wisselen we",
        "na een half uur neemt een collega het over",
        "iedere drie kwartier",
    ],
)
def test_when_something_returns_is_no_length_of_time(text: str) -> None:
    assert told(text) == []
