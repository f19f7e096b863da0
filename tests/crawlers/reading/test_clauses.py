"""A text in pieces: whose words, and without the marks of a list."""

import pytest

from crawlers.reading.clauses import cut
from crawlers.reading.facts import facts_of


@pytest.mark.parametrize("mark", ["- ", "– ", "• ", "* ", "✓ ", "→ ", "1. ", "2) ", ""])
def test_the_mark_of_a_list_is_no_part_of_what_is_said(mark):
    [clause] = cut(f"{mark}vmbo- of mbo-denkniveau").clauses
    assert clause.text == "vmbo- of mbo-denkniveau"


def test_a_minus_is_no_mark():
    assert [c.text for c in cut("-22 graden in de cel").clauses] == ["-22 graden in de cel"]


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
