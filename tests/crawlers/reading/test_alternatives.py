"""A long choice of patterns finds the same in its quicker order."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.alternatives import alternatives, by_first_letter
from crawlers.reading.topics import ANY, PATTERNS

PLAIN = re.compile("|".join(PATTERNS.values()))
PIECES = sorted({word for word in re.split(r"[^a-z0-9€]+", PLAIN.pattern) if word})


@pytest.mark.parametrize(
    ("choice", "parts"),
    [
        ("a|b", ["a", "b"]),
        (r"a(?:b|c)|[|]|\|d", ["a(?:b|c)", "[|]", r"\|d"]),
        ("", [""]),
    ],
)
def test_only_the_outer_bars_part_a_choice(choice, parts):
    assert list(alternatives(choice)) == parts


def test_a_letter_that_may_be_missing_leads_nothing():
    pattern = by_first_letter(r"ab?c|a?d|\bz|\bzo|x+y")
    for text in ("ac", "d", "z", "xxy"):
        assert pattern.search(text)
    assert not pattern.search("ab y az")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "-", ".", "/", "é", "3", "z"]), max_size=5))
def test_the_words_with_a_topic_are_found_as_in_the_plain_choice(pieces):
    word = "".join(pieces)
    assert bool(ANY.search(word)) == bool(PLAIN.search(word))
