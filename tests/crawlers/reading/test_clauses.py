"""A text in pieces: whose words, and without the marks of a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.reading.clauses import MOST_CLAUSES, cut
from crawlers.reading.facts import facts_of
from crawlers.reading.lines import LONGEST_CLAUSE, lines_of, read_line, small


def clauses_of(text):
    part, found = "", []
    for line in lines_of(text):
        _, clauses, part = read_line(line, part)
        found += [clause for _, clause, _ in clauses]
    return found


@pytest.mark.parametrize("mark", ["- ", "– ", "• ", "* ", "✓ ", "→ ", "1. ", "2) ", ""])
def test_the_mark_of_a_list_is_no_part_of_what_is_said(mark):
    [clause] = clauses_of(f"{mark}vmbo- of mbo-denkniveau")
    assert clause.text == "vmbo- of mbo-denkniveau"


def test_a_minus_is_no_mark():
    assert [c.text for c in clauses_of("-22 graden in de cel")] == [
        "-22 graden in de cel"
    ]


def test_no_words_of_proof_begin_with_a_dash():
    facts = facts_of(
        "Medewerker",
        "- mbo-3 diploma\n- rijbewijs B\n- VCA\n- goed Nederlands\n- € 15,20 per uur"
        "\n- jaarcontract\n- deels thuiswerken\n- 24 uur per week\n- reageren kan tot"
        " en met 5 december 2026",
    )
    words = [
        facts.hours.raw,
        facts.salary.raw,
        facts.education.raw,
        facts.licences.raw,
        facts.certificates.raw,
        facts.dutch_level[1],
        facts.contract.raw,
        facts.remote[1],
        facts.closing.raw,
    ]
    assert [raw for raw in words if not raw[0].isalnum() and raw[0] != "€"] == []


@pytest.mark.parametrize(
    "text",
    [
        "€ 2.400 o.b.v. 38 uur",
        "min. 24 en max. 32 uur",
        "o.a. heftruck en reachtruck",
        "uiterlijk 1 dec. 2026",
        "mbo niv. 2 of 3",
        "versie 2.0 van ons systeem",
        "Diploma? Niet nodig",
        "Rijbewijs? Hoeft niet",
    ],
)
def test_what_belongs_together_stays_together(text):
    assert [clause.text for clause in clauses_of(text)] == [text]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Rijbewijs B. Auto niet.", ["Rijbewijs B", "Auto niet"]),
        ("Twee collega's. Samen!", ["Twee collega's", "Samen"]),
        ("Zin? Kom langs; nu", ["Zin", "Kom langs", "nu"]),
        ("een\n\n twee \n", ["een", "twee"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_sentences(text, clauses):
    assert [clause.text for clause in clauses_of(text)] == clauses


def test_a_heading_tells_whose_words_follow():
    text = (
        "Over ons\nWij zijn 24 uur open.\nWat wij bieden\n- 32 uur\nOver de functie"
        "\nJe werkt 28 uur."
    )
    parts = {clause.text: clause.part for clause in clauses_of(text)}
    assert parts["Wij zijn 24 uur open"] == "company"
    assert parts["32 uur"] == "offer"
    assert parts["Je werkt 28 uur"] == ""


def test_what_the_company_says_of_itself_comes_last():
    text = "Over ons\nWij zijn 24 uur open.\nWij vragen\n- 32 uur per week"
    told = cut(text).telling("hours")
    assert [clause.text for clause in told] == [
        "32 uur per week",
        "Wij zijn 24 uur open",
    ]


def test_a_clause_knows_where_it_stands():
    text = "Wij vragen:\n  • rijbewijs B. En een VOG!"
    for start, clause in [
        *cut(text).telling_where("licences"),
        *cut(text).telling_where("certificates"),
    ]:
        assert text[start : start + len(clause.text)] == clause.text


def test_no_clause_and_no_list_of_clauses_is_endless():
    assert {len(c.text) for c in clauses_of("a" * 1200)} == {LONGEST_CLAUSE, 200}
    assert len(cut("uur\n" * 1000).telling("hours")) == MOST_CLAUSES


@given(st.text())
def test_small_letters_are_as_long_as_the_text(text):
    assert len(small(text)) == len(text)


def test_small_letters_have_plain_marks():
    assert small("24\u00a0–\u00a032 UUR, diploma’s, İ") == "24 - 32 uur, diploma's, i"
