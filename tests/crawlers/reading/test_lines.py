"""Lines read one by one give what the whole text gives, and are remembered."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.lines import (
    LONGEST_HEADING,
    LONGEST_REMEMBERED,
    SENTENCE,
    lines_of,
    read_line,
    small,
)
from crawlers.reading.topics import topics_of

ENDS = ("\n", "\n\n", " \n", ". ", "? ", "?\n", "? \n \n", "! ", "; ", " ", "")
WORDS = (
    "24 uur", "Over ons", "Wat wij bieden", "Niet nodig", "geen probleem", "min.",
    "o.b.v", "rijbewijs B", "\u2022 vast", "- mbo", "1. VCA", "İstanbul", "\u00a0",
    "x" * LONGEST_HEADING, "Dan", "hoeft niet", "\u2019s avonds", "ΣΑΣ", "",
)  # fmt: skip
texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(ENDS)), max_size=12
).map(lambda parts: "".join(word + end for word, end in parts))


def sentences_of_the_whole(text):
    low = small(text)
    spans = [found.span(1) for found in SENTENCE.finditer(low)]
    return [(start, low[start:end].rstrip()) for start, end in spans if start < end]


def sentences_of_the_lines(text):
    found, start, part = [], 0, ""
    for line in lines_of(text):
        low, clauses, part = read_line(line, part)
        assert low == small(line)
        found += [(start + at, clause.low.rstrip()) for at, clause, _ in clauses]
        start += len(line)
    return found


@settings(max_examples=150, deadline=None)
@given(texts)
def test_the_lines_together_are_the_text_and_hold_the_same_sentences(text):
    assert "".join(lines_of(text)) == text
    assert "".join(small(line) for line in lines_of(text)) == small(text)
    assert sentences_of_the_lines(text) == sentences_of_the_whole(text)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(["", "offer", "company"]))
def test_a_line_is_read_the_same_when_it_comes_again(text, part):
    for line in lines_of(text):
        first = read_line(line, part)
        assert read_line(line, part) == first
        for start, clause, topics in first.clauses:
            assert line[start : start + len(clause.text)] == clause.text
            said = {t for word in clause.low.split() for t in topics_of(word)}
            assert set(topics) == said


def test_a_question_is_read_with_its_answer_on_the_next_line():
    text = "Diploma?\nNiet nodig\nRijbewijs?\nWe leren het je"
    assert lines_of(text)[0] == "Diploma?\nNiet nodig\n"
    assert [low for _, low in sentences_of_the_lines(text)] == [
        "diploma?",
        "niet nodig",
        "rijbewijs",
        "we leren het je",
    ]


@pytest.mark.parametrize("longer", [0, 1])
def test_a_long_line_is_read_as_a_short_one_is(longer):
    line = "Je werkt 24 uur. " * 30
    line = f"{line[: LONGEST_REMEMBERED + longer - 1]}x"
    [*_, (_, last, topics)] = read_line(line, "offer").clauses
    assert (last.part, last.low[-1]) == ("offer", "x")
    assert len(line) == LONGEST_REMEMBERED + longer
    assert re.search("uur", last.low) is None or "hours" in topics
