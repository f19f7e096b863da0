"""When the work begins."""

import pytest

from crawlers.reading.starting import read_start


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Je start per 1 maart 2027", (1, 3, 2027)),
        ("per 1 januari", (1, 1, None)),
        ("start: 15-01-2027", (15, 1, 2027)),
        ("Startdatum: 1 februari 2027", (1, 2, 2027)),
        ("met ingang van 1 april 2027", (1, 4, 2027)),
        ("m.i.v. 1 september", (1, 9, None)),
        ("Ingangsdatum 01-03-2027", (1, 3, 2027)),
        ("Je begint op 3 februari", (3, 2, None)),
        ("in dienst per 1 mei", (1, 5, None)),
        ("Reageer uiterlijk 15 februari; start per 1 maart", (1, 3, None)),
    ],
)
def test_the_first_day(words, day):
    text = f"Werk.\n- {words}\n- een goed humeur"
    found = read_start(text)
    assert found is not None
    assert found.raw in text
    printed = found.printed
    assert printed is not None
    assert (printed.day, printed.month, printed.year) == day


@pytest.mark.parametrize(
    "words",
    [
        "per direct",
        "zo spoedig mogelijk beginnen",
        "start zo snel mogelijk",
        "indiensttreding: z.s.m.",
    ],
)
def test_at_once(words):
    found = read_start(f"Werk.\n- {words}\n- een goed humeur")
    assert found is not None
    assert found.printed is None


@pytest.mark.parametrize(
    "words",
    [
        "Per 1 juli 2026 stijgt het loon met 3%",
        "Solliciteer voor 1 maart",
        "opgestart in 1990",
        "Wij bellen je zo snel mogelijk",
        "de dienst begint om 7.00 uur",
    ],
)
def test_no_first_day(words):
    assert read_start(f"Werk.\n- {words}\n- een goed humeur") is None
