"""Until when one can apply, where only the text says it."""

from datetime import date

import pytest

from crawlers.reading.closing import closing_day, read_closing

FOUND = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Reageren kan tot en met 5 december 2026", date(2026, 12, 5)),
        ("Solliciteer vóór 12-12-2026", date(2026, 12, 11)),
        ("Stuur je cv voor 1 januari 2027 naar ons", date(2026, 12, 31)),
        ("Solliciteren kan t/m zondag 6 december", date(2026, 12, 6)),
        ("Reageer uiterlijk 31 januari", date(2027, 1, 31)),
        ("Sluitingsdatum: 15/12/2026", date(2026, 12, 15)),
        ("De vacature sluit op 1 dec. 2026.", date(2026, 12, 1)),
        ("De vacature staat open tot 10 december a.s.", date(2026, 12, 10)),
        ("Wij ontvangen je brief graag uiterlijk 2026-12-20", date(2026, 12, 20)),
        ("Reactietermijn tot en met 9 november", date(2026, 11, 9)),
        ("Reageer voor 29 februari 2028", date(2028, 2, 28)),
    ],
)
def test_the_last_day(text, day):
    found = closing_day(read_closing(f"Werk.\n- {text}\nEinde"), FOUND)
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "Je start op 1 januari 2027",
        "De gesprekken zijn op 14 december 2026",
        "Reageer snel! De eerste gesprekken zijn op 14 december 2026",
        "Contract tot en met 5 december 2026",
        "Reageren kan tot en met 31 november 2026",
        "Solliciteer voor 12 uur",
        "De winkel is open tot 24 december",
        "",
    ],
)
def test_other_days(text):
    found = read_closing(text)
    assert found is None or closing_day(found, FOUND) is None


def test_the_words_and_what_was_done_with_them_are_kept():
    found = read_closing("- Solliciteer vóór 12 december.")
    assert found.raw == "Solliciteer vóór 12 december"
    day = closing_day(found, FOUND)
    assert day.rule == "the day before; the year nearest to the day it was found"


def test_a_day_without_a_year_comes_after_the_advert():
    found = read_closing("Reageren kan tot en met 31 augustus")
    later = closing_day(found, date(2027, 9, 30), posted=date(2026, 1, 5))
    assert later.day == date(2026, 8, 31)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Solliciteer uiterlijk 15 december 2026", date(2026, 12, 15)),
        ("Reageren kan t/m 5 december", date(2026, 12, 5)),
        ("Stuur je cv en motivatie voor 1 december naar ons", date(2026, 11, 30)),
        ("Sluitingsdatum 12 december 2026", date(2026, 12, 12)),
        ("De vacature sluit op 30-11-2026", date(2026, 11, 30)),
        ("Je kunt solliciteren tot en met zondag 13 december 2026", date(2026, 12, 13)),
        ("We ontvangen je sollicitatie graag vóór 10 december", date(2026, 12, 9)),
        ("Deadline: 1 december", date(2026, 12, 1)),
        ("Solliciteren kan tot 8 januari 2027", date(2027, 1, 8)),
        ("De sluitingsdatum voor deze vacature is 20 december", date(2026, 12, 20)),
        ("Reageer snel, uiterlijk op 2 december", date(2026, 12, 2)),
        ("Interesse? Reageer dan uiterlijk vrijdag 4 december", date(2026, 12, 4)),
        ("sluitingsdatum:\n15 december 2026", date(2026, 12, 15)),
        ("Reactietermijn: t/m 6 december", date(2026, 12, 6)),
        ("Apply before 1 December 2026", date(2026, 11, 30)),
    ],
)
def test_more_ways_of_naming_the_last_day(words, day):
    found = closing_day(read_closing(f"Werk.\n{words}\nTot ziens"), FOUND)
    assert found.day == day
