"""Every way in which hours a week are written, and what only looks like hours."""

import pytest

from crawlers.reading.hours import hours_negotiable, read_hours, read_hours_field


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("24 - 32 uur", 24, 32),
        ("24–32 uur per week", 24, 32),
        ("20 tot 36 uur", 20, 36),
        ("minimaal 28 uur", 28, None),
        ("32/36/40 uur", 32, 40),
        ("fulltime", 36, 40),
        ("0,6 fte", 21.6, 21.6),
        ("3 dagen", 24, 24),
        ("Je werkt 32 tot en met 40 uur per week", 32, 40),
        ("32 à 36 uur", 32, 36),
        ("16-20 u per week", 16, 20),
        ("24u", 24, 24),
        ("36u/w", 36, 36),
        ("voor 24 uur in de week", 24, 24),
        ("ongeveer 20 uur per week", 20, 20),
        ("circa 16 uur", 16, 16),
        ("gemiddeld 28 uur per week", 28, 28),
        ("max. 24 uur per week", None, 24),
        ("maximaal 32 uur", None, 32),
        ("tot 24 uur per week", None, 24),
        ("minimaal 24 en maximaal 32 uur", 24, 32),
        ("tussen 24 en 32 uur", 24, 32),
        ("van 24 tot 32 uur per week", 24, 32),
        ("vanaf 16 uur per week", 16, None),
        ("20+ uur per week", 20, None),
        ("8 uur per week", 8, 8),
        ("6 uur per week", 6, 6),
        ("4 uur per week", 4, 4),
        ("12 uur", 12, 12),
        ("Dienstverband: 28 uur", 28, 28),
        ("Aantal uren: 24-32", 24, 32),
        ("Uren per week: 36", 36, 36),
        ("Werkweek: 40 uur", 40, 40),
        ("40-urige werkweek", 40, 40),
        ("een werkweek van 38 uur", 38, 38),
        ("32-36 uur (4 of 4,5 dag)", 32, 36),
        ("0,8 - 1,0 fte", 28.8, 36),
        ("0.6-0.8 fte", 21.6, 28.8),
        ("1 fte", 36, 36),
        ("een aanstelling van 0,5 fte", 18, 18),
        ("drie dagen per week", 24, 24),
        ("twee tot drie dagen per week", 16, 24),
        ("4 dagen per week", 32, 32),
        ("4 x 8 uur", 32, 32),
        ("vier dagen van 8 uur", 32, 32),
        ("vijf ochtenden van vier uur", 20, 20),
        ("vier ochtenden per week", 16, 16),
        ("twee middagen in de week", 8, 8),
        ("voltijd", 36, 40),
        ("Full-time functie (40 uur)", 40, 40),
        ("fulltime (36-40 uur)", 36, 40),
        ("24, 28 of 32 uur per week", 24, 32),
        ("24/32 uur", 24, 32),
        ("16 tot maximaal 24 uur", 16, 24),
        ("24 uur (3 dagen)", 24, 24),
        ("36 uur, verdeeld over 4 dagen", 36, 36),
        ("zesendertig uur per week", 36, 36),
        ("vierentwintig tot tweeëndertig uur", 24, 32),
        ("een contract van twintig uur", 20, 20),
        ("Een parttime functie van 20 uur", 20, 20),
        ("32 uur", 32, 32),
        ("32 uren", 32, 32),
        ("36 hours per week", 36, 36),
        ("24 - 32 hours", 24, 32),
        ("Werktijd: 0,7 fte", 25.2, 25.2),
        ("32-40 uur p.w.", 32, 40),
        ("Jouw werkweek telt 32 uur", 32, 32),
        ("40 uur per week, verdeeld over 5 dagen van 8 uur", 40, 40),
        ("Je werkt gemiddeld drie dagen per week", 24, 24),
        ("38 uur per week", 38, 38),
        ("37,5 uur per week", 37.5, 37.5),
        ("37.5 uur", 37.5, 37.5),
        ("25 - 37,5 uur", 25, 37.5),
        ("vier keer acht uur", 32, 32),
        ("32 uur (bespreekbaar)", 32, 32),
        ("Je bent 20 uur per week beschikbaar", 20, 20),
        ("we zijn 40 uur per week open", 40, 40),
    ],
)
def test_hours_a_week(words, low, high):
    text = f"Werk bij ons.\n- {words}\n- een goed humeur"
    found = read_hours(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert found.raw in text


@pytest.mark.parametrize(
    "words",
    [
        "parttime",
        "ochtenden",
        "uren in overleg",
        "80-100%",
        "fulltime of parttime",
        "parttime of fulltime",
        "Je werkt in diensten van 8 uur",
        "Je werkt 8 uur per dag",
        "van 7.00 tot 15.30 uur",
        "van 8 tot 17 uur",
        "tussen 9 en 17 uur",
        "om 7 uur",
        "24 uur per dag open",
        "24 uurs zorg",
        "24/7 bereikbaar",
        "binnen 48 uur reactie",
        "€ 2.800 bij 36 uur",
        "10 uur vakantieverlof",
        "25 vakantiedagen bij 40 uur",
        "200 vakantie-uren",
        "op basis van 38 uur",
        "o.b.v. een fulltime dienstverband (38 uur)",
        "Je werkt 1 dag per week thuis",
        "weekendbaan, 8 uur op zaterdag",
        "1 tot 40 uur",
        "0-40 uur",
        "2 avonden per week",
        "om 16 uur ben je klaar",
    ],
)
def test_no_hours_a_week(words):
    assert read_hours(f"Werk bij ons.\n- {words}\n- een goed humeur") is None


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("32 - 40", 32, 40),
        ("40", 40, 40),
        ("24-36 uur uur per week", 24, 36),
        ("1 - 40 uur per week", None, None),
        ("40 hours per week", 40, 40),
        ("0,6 fte", 21.6, 21.6),
        ("Fulltime", 36, 40),
        ("Parttime", None, None),
        ("32.0 - 40.0", 32, 40),
        ("36 uur", 36, 36),
        ("24 tot 32", 24, 32),
        ("PT36H", 36, 36),
        ("minimaal 24, maximaal 32", 24, 32),
        ("32,00", 32, 32),
        ("Min 24 / max 32", 24, 32),
        ("Full-time", 36, 40),
        ("24-32 u", 24, 32),
        ("40u", 40, 40),
        ("Mon-Fri 9-17", None, None),
        ("8 hours per day", None, None),
        ("0.8 FTE", 28.8, 28.8),
        ("20 - 32 uren", 20, 32),
    ],
)
def test_fields_of_hours(field, low, high):
    found = read_hours_field(field)
    assert (found and found.low, found and found.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("fulltime", "full time is 36 to 40 hours"),
        ("3 dagen", "days of 8 hours"),
        ("0,6 fte", "fte x 36"),
        ("vier ochtenden per week", "dayparts of 4 hours"),
        ("24-32 uur", "printed"),
    ],
)
def test_what_was_reckoned_is_told(words, rule):
    assert read_hours(f"- {words}").rule == rule


@pytest.mark.parametrize(
    "words",
    [
        "uren in overleg",
        "aantal uren bespreekbaar",
        "parttime mogelijk",
        "ook parttime bespreekbaar",
        "32 uur, meer of minder is bespreekbaar",
        "aantal uren in overleg",
        "het aantal uren bepalen we samen",
        "24 tot 32 uur per week, in overleg",
        "uren zijn bespreekbaar",
        "fulltime of parttime",
        "je kiest zelf hoeveel uur je werkt",
        "parttime kan ook",
        "uren in onderling overleg",
        "minder uren is ook mogelijk",
    ],
)
def test_hours_that_may_be_spoken_of(words):
    assert hours_negotiable(f"Werk.\n- {words}\n")


@pytest.mark.parametrize(
    "words",
    [
        "werktijden in overleg",
        "32 uur per week",
        "24-32 uur",
        "verdeling van de dagen in overleg",
        "reiskosten in overleg",
        "doorgroei mogelijk",
        "thuiswerken is mogelijk",
        "werkdagen in overleg",
        "salaris bespreekbaar",
    ],
)
def test_what_else_may_be_spoken_of(words):
    assert not hours_negotiable(f"Werk.\n- {words}\n")
