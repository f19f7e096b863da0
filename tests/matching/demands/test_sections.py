"""Sentences, and the part of the advert each belongs to."""

import pytest

from matching.demands.sections import Section, sentences


def part_of(text: str, words: str) -> Section:
    at = text.index(words)
    return next(s.section for s in sentences(text) if s.start <= at < s.end)


ADVERT = """Word jij onze collega?

Wat ga je doen?
Je vult de schappen.

Wie ben jij?
- je bent sterk

Wat bieden wij?
- een warme werkplek

Over Voorbeeld
Wij tillen elkaar op. Dat doet iedereen hier.
"""


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("schappen", "taken"),
        ("sterk", "eisen"),
        ("warme werkplek", "bieden"),
        ("tillen", "bedrijf"),
        ("iedereen", "bedrijf"),
    ],
)
def test_headings_open_a_part(words: str, section: Section) -> None:
    assert part_of(ADVERT, words) == section


def test_a_sentence_about_the_firm_belongs_to_the_firm() -> None:
    text = "Je werkt op kantoor. Onze monteurs klimmen op daken."
    assert part_of(text, "kantoor") == "taken"
    assert part_of(text, "klimmen") == "bedrijf"


def test_a_sentence_about_pay_belongs_to_the_offer() -> None:
    assert part_of("Je tilt dozen. Je verdient € 15 per uur.", "verdient") == "bieden"


def test_an_unknown_heading_with_a_colon_ends_the_part_before() -> None:
    text = "Wij bieden:\n- koffie\n\nWaar je mee bezig bent:\nJe tilt dozen."
    assert part_of(text, "tilt") == "taken"


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == []
