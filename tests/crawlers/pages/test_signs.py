"""What is looked for first, because it is cheap, hides nothing that a closer look finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.gone import (
    CLOSED_NOTICE,
    GONE,
    HEADING_STEMS,
    is_closed_notice,
)
from crawlers.pages.identity import ORDINARY, without_tracking
from crawlers.pages.jobposting_fields import LONGEST_WORDS, ONE_LINE, words
from crawlers.pages.letters import one_line
from crawlers.pages.reach import CUT_PHONE, PHONES, without_addresses
from crawlers.pages.reservation import TELLING
from crawlers.pages.signs import PATTERNS, signs_in
from tests.crawlers.hostile import MOST_SECONDS, filled, seconds

QUICK = settings(max_examples=150, deadline=None)
ANY_PHONE = re.compile("|".join(pattern.pattern for pattern in PHONES))
DIGITS = st.sampled_from(
    ["0", "6", "1", "06", "12345678", "123 45 67", "+31", "0031", "0032", "(0", ")", "(",
     "+", "-", "/", ".", ",", " ", "&nbsp;", "\u2013", "08.00", "05-12-2026", "a", "\n"]
)  # fmt: skip
NOTICES = st.sampled_from(
    ["Deze ", "de ", "vacature ", "functie ", "is ", "inmiddels ", "helaas ", "gesloten",
     "vervuld", "ingevuld", "verlopen", "niet meer ", "beschikbaar", "staat ", "open",
     "no longer ", "available", "this job ", "has been ", "filled", "closed", "expired",
     "Reageren ", "mogelijk", "kunt je ", "solliciteren", "page not found", "404", "Error "]
)  # fmt: skip


def joined(pieces, most=14):
    return st.lists(pieces, max_size=most).map("".join)


@QUICK
@given(joined(DIGITS, most=20))
def test_numbers_are_cut_as_one_pattern_for_all_would_cut_them(text):
    assert without_addresses(text) == ANY_PHONE.sub(CUT_PHONE, text)


@pytest.mark.parametrize("sign", ["@", '"@type":"', "(", "+", "0"])
def test_a_page_of_signs_alone_is_as_it_was(sign):
    assert without_addresses(sign * 50) == sign * 50
    assert seconds(without_addresses, filled(sign)) < MOST_SECONDS


@QUICK
@given(
    joined(st.one_of(DIGITS, st.sampled_from(["@", "tel:", "jan", ".nl", "É", "İ"])))
)
def test_it_makes_no_difference_who_looked_for_the_signs(text):
    assert without_addresses(text, signs_in(text)) == without_addresses(text)


@QUICK
@given(joined(NOTICES))
def test_every_notice_and_every_such_heading_has_a_stem(text):
    if CLOSED_NOTICE.search(text):
        assert "no more" in signs_in(text)
    if GONE.search(one_line(text)):
        assert any(stem in one_line(text).lower() for stem in HEADING_STEMS)


def test_the_examples_above_are_notices():
    assert is_closed_notice("Deze vacature is inmiddels vervuld")


@pytest.mark.parametrize("word", ["zorgvuldig", "aangevuld", "gevuld"])
def test_a_word_that_only_looks_like_a_stem_is_none(word):
    assert signs_in(f"Je werkt {word}.") == frozenset()


@QUICK
@given(st.text(alphabet="aZ9é .,:/+()'-&<>\u00a0\n", max_size=40))
def test_words_that_are_one_line_are_left_as_they_stand(text):
    if ONE_LINE.fullmatch(text):
        assert one_line(text) == text
        assert words(text) in {text, None}


def test_long_words_are_still_cut():
    assert words("a " * LONGEST_WORDS) == ("a " * LONGEST_WORDS)[:LONGEST_WORDS]


@QUICK
@given(st.text(alphabet="a.-%~+/:80", max_size=20))
def test_an_ordinary_address_is_what_a_closer_look_makes_of_it(rest):
    address = f"http://x.nl{rest}"
    if ORDINARY.fullmatch(address):
        assert without_tracking(f"{address}?utm_source=x") == address


PIECES = st.sampled_from(
    ["É", "\ud800", "\x00", "\u20ac", "\n", "TEL:", "tel", ":", "@", "&#", "x", "0", "64;",
     "40", "%", "\\", "u0040", "[", "email", "at", " ", ")", "niet ", "&nbsp;", "meer",
     "WA.ME", "Phone", "data-cf", "LinkedIn.com", "lon", "ger", "unavailable_after"]
)  # fmt: skip


@QUICK
@given(joined(PIECES))
def test_signs_are_found_whatever_stands_around_them(text):
    encoded = text.encode(errors="surrogatepass")
    assert signs_in(text) == {
        sign
        for sign, pattern in PATTERNS.items()
        if re.search(pattern, encoded, re.IGNORECASE)
    }


@pytest.mark.parametrize("word", TELLING)
def test_every_word_that_can_reserve_is_a_sign(word):
    assert "reservation" in signs_in(f'<meta name="X-{word.upper()}" content="1">')
