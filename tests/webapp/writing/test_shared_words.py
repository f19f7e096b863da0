"""Words about a job that everybody reads: no names, no numbers, no illness."""

import time

import pytest

from webapp.writing import shared_words
from webapp.writing.shared_words import why_not_shared
from webapp.writing.somebody import NAMED

CANDIDATE = "Samira el Idrissi"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Dit past bij iemand met een hernia.", shared_words.ILLNESS),
        ("Samira el Idrissi kan hier terecht.", NAMED),
        ("Mail naar p.jansen@wilg.example.", shared_words.MAIL),
        ("Bel 06-12345678.", shared_words.PHONE),
        ("Bel 06 12 34 56 78 na vijven.", shared_words.PHONE),
        ("Bel 06.12.34.56.78.", shared_words.PHONE),
        ("Bel 030 - 123 4567.", shared_words.PHONE),
        ("Bel +31 6 1234 5678.", shared_words.PHONE),
        ("Bel (030) 123 45 67 of +31 (0)6 12345678.", shared_words.PHONE),
        ("Volgens mevrouw Jansen valt het mee.", shared_words.NAME),
        ("Volgens de heer P. van der Berg valt het mee.", shared_words.NAME),
        ("Volgens dhr. De Wit valt het mee.", shared_words.NAME),
    ],
)
def test_what_is_of_a_person_is_told(words, why):
    assert why_not_shared(words, CANDIDATE) == why


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Dozen papier tot 12 kg, een keer of tien per dag, met een kar.",
        "Werktijden 08.30-17.00, op vrijdag tot 12:30.",
        "Er is een mevrouw die helpt met tillen.",
        "Ongeveer 1200 stuks per uur; 10 000 per dag.",
        "In 2026 komt er een tillift van 1.500 euro.",
    ],
)
def test_words_about_the_work_are_fine(words):
    assert why_not_shared(words, CANDIDATE) is None


@pytest.mark.parametrize("words", ["a" * 50_000, "A." * 25_000, "@" * 50_000])
def test_hostile_words_take_no_time(words):
    began = time.process_time()
    assert why_not_shared(words, CANDIDATE) is None
    assert time.process_time() - began < 2  # 0.2 s as measured
