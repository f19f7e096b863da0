"""Dutch words to hours a week."""

import pytest

from crawlers.reading.hours import hours_negotiable, read_hours, read_hours_field


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Je werkt 24 - 32 uur", 24, 32),
        ("24–32 uur per week", 24, 32),
        ("20 tot 36 uur", 20, 36),
        ("32/36/40 uur", 32, 40),
        ("minimaal 28 uur", 28, None),
        ("maximaal 24 uur per week", None, 24),
        ("tussen de 32 en 40 uur per week", 32, 40),
        ("een baan van 36 uur per week", 36, 36),
        ("0,6 fte", 21.6, 21.6),
        ("3 dagen per week", 24, 24),
        ("2,5 dag per week", 20, 20),
        ("Een fulltime baan", 36, 40),
        ("40 hours per week", 40, 40),
        ("Salaris € 2.800 bij 36 uur. Je werkt 20 uur.", 20, 20),
        ("€ 3.000 op basis van 40 uur; 16 tot 24 uur per week", 16, 24),
        (
            "Minimaal aantal uren per week: 32. Maximaal aantal uren per week: 36.",
            32,
            36,
        ),
        ("Je werkt van 8.00 tot 16.30 uur, 20 uur per week", 20, 20),
        ("24 tot 32 uur\nOver ons\nWij zijn 24 uur per dag open", 24, 32),
        ("24, 32 of 40 uur", 24, 40),
        ("24, 28, 32 en 36 uur", 24, 36),
        ("schaal 8, 32 of 36 uur", 32, 36),
        ("minimaal 12, maximaal 24 uur", 12, 24),
        ("min. 12 uur en max. 24 uur per week", 12, 24),
        ("16 tot maximaal 24 uur", 16, 24),
        ("schaal 6, maximaal 24 uur", None, 24),
        ("vanaf 20 uur per week tot fulltime", 20, 40),
        ("0,67 fte", 24.1, 24.1),
        ("vier dagen van negen uur", 36, 36),
        ("4 x 9 uur", 36, 36),
        ("Uren: 24 - 32\nWerktijden: 8.00 - 16.00 uur", 24, 32),
        ("We hebben een 36-urige werkweek", 36, 36),
        ("een werkweek van 28 tot 34 uur, op werkdagen", 28, 34),
        ("parttime of fulltime (18 tot 38 uur)", 18, 38),
        ("een gemiddelde werkweek van 31,5 uur", 31.5, 31.5),
        ("oproepcontract van 0 tot 18 uur", None, 18),
        ("Het gaat om 30 uur, van 22.00 tot 6.00 uur", 30, 30),
        ("28 uur of fulltime, € 2.500 bij 38 uur", 28, 38),
        ("Uren: 18 tot 26 per week, alleen overdag", 18, 26),
    ],
)
def test_hours(text, low, high):
    found = read_hours(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["Je begint om 8 uur", "van 9 tot 17 uur", "09:30 - 12:15 uur", "1 - 40 uur",
     "€ 2.500 bij 36 uur", "binnen 24 uur reactie", "24-uurszorg", "één dag thuiswerken",
     "parttime", "25 vakantiedagen per jaar", ""],
)  # fmt: skip
def test_no_hours(text):
    assert read_hours(text) is None


def test_a_field_of_hours_may_hold_bare_numbers():
    assert read_hours_field("32 - 40").high == 40
    assert read_hours_field("24-36 uur uur per week").low == 24
    assert read_hours_field("1 - 40 uur per week") is None


def test_hours_that_may_be_spoken_of():
    assert hours_negotiable("uren in overleg")
    assert hours_negotiable("parttime bespreekbaar")
    assert not hours_negotiable("32 uur per week")
    assert hours_negotiable("parttime of fulltime, wat je wilt")
    assert not hours_negotiable("parttime of fulltime (18 tot 38 uur)")
    assert not hours_negotiable("kantooruren, in overleg ook later op de dag")
    assert not hours_negotiable("tussen 8.00 en 15.30 uur, in overleg")
    assert not hours_negotiable("16 tot 24 uur, verdeling van de dagen in overleg")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (
            "Loonschaal C, dat is € 2.590 tot € 2.985 per maand bij een volledige"
            " werkweek van 40 uur. De aanstelling is voor 0,6 tot 0,8 fte",
            24,
            32,
        ),
        ("0,5 tot 0,7 fte (1 fte is 38 uur)", 19, 26.6),
        ("0,6 tot 0,8 fte van een 36-urige week", 21.6, 28.8),
        ("0,6 fte (24 uur), salaris bij 36 uur", 24, 24),
        ("Fulltime (36 uur)", 36, 36),
        ("Een fulltime baan. € 2.900 o.b.v. 38 uur", 36, 40),
        ("Je werkt minimaal drie dagen per week", 24, None),
        ("Je werkt drie dagen, welke is in overleg", 24, 24),
        ("schaal 6 (€ 2.780 - € 3.650, 40 uur), 24 uur in drie dagen", 24, 24),
    ],
)
def test_a_part_is_a_part_of_the_full_week_that_is_named(text, low, high):
    found = read_hours(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "€ 2.500 bij 36 uur",
        "€ 2.500 tot € 3.000 o.b.v. 38 uur",
        "€ 2.590 per maand bij een volledige werkweek van 40 uur",
        "€ 3.200 bij een werkweek van 40 uur",
        "€ 3.200 bij een volle week van 38 uur",
        "€ 2.560 tot € 3.340 bij een 36-urige werkweek",
        "op basis van een fulltime dienstverband van 36 uur",
        "maximaal € 4.350 (40 uur)",
        "FWG 55 (€ 3.390 - € 4.880 bruto per maand, 36 uur)",
    ],
)
def test_the_week_a_wage_is_reckoned_on_is_nobodys_hours(text):
    assert read_hours(text) is None


def test_a_field_in_fte_is_a_part_of_the_week_the_text_names():
    found = read_hours_field("0,5 - 0,7 fte", full_week=38)
    assert (found.low, found.high) == (19, 26.6)
