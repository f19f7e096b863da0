"""The letters of a page, whatever it says of its own encoding."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.encoding import decoded, mended

WORDS = "Eén café in ’s-Gravenhage zoekt „koks” – € 2.500, vóór 1 mei (Zoë, naïef)"
META = "<meta charset='{}'>"


def garbled(text):
    """UTF-8 read as windows-1252, the way browsers do it."""
    return "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (WORDS.encode(), "text/html"),
        (WORDS.encode(), "text/html; charset=iso-8859-1"),
        ((META.format("windows-1252") + WORDS).encode(), ""),
        (b"\xef\xbb\xbf" + WORDS.encode(), "text/html; charset=latin1"),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("cp1252"), "text/html"),
        (WORDS.encode("cp1252"), "text/html; charset=utf-8"),
        (WORDS.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ((META.format("latin1") + WORDS).encode("cp1252"), ""),
        ((META.format("bestaat-niet") + WORDS).encode("cp1252"), ""),
        ((META.format("rot13") + WORDS).encode("cp1252"), "text/html; charset=hex"),
        (garbled(WORDS).encode(), "text/html; charset=utf-8"),
        (garbled(garbled(WORDS)).encode(), "text/html; charset=utf-8"),
    ],
)
def test_a_wrong_or_missing_encoding_costs_no_letter(body, header):
    assert WORDS in decoded(body, header)


def test_another_alphabet_is_read_as_it_says():
    assert (
        decoded("Żółć".encode("iso-8859-2"), "text/html; charset=iso-8859-2") == "Żółć"
    )


def test_one_bad_byte_does_not_spoil_the_rest_of_a_page():
    assert "één café" in decoded("één café ".encode() + b"\xff" + "één".encode())


def test_one_broken_piece_is_mended_among_sound_letters():
    assert mended("Goed 漢字 en Ã©Ã©n â‚¬ 5") == "Goed 漢字 en één € 5"


@pytest.mark.parametrize(
    "text", ["Ã is een letter", "20 °C, £ 5, «ja»", "Āā 100 €", ""]
)
def test_sound_text_stays_word_for_word(text):
    assert mended(text) == text


@settings(max_examples=150, deadline=None)
@given(st.binary(), st.text())
def test_any_bytes_are_some_text(body, header):
    decoded(body, header)
    decoded(body + b"<meta charset=" + body, header)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_what_is_sound_is_read_as_it_is(text):
    if "Ã" not in text and "Â" not in text and "â" not in text and "\ufeff" not in text:
        assert decoded(text.encode(), "text/html; charset=windows-1252") == text


@pytest.mark.parametrize("piece", ["Ã©", "Ã", "â‚¬", "Ã\u0080", "漢Ã©"])
def test_a_million_hostile_letters_cost_little_time(piece):
    began = time.process_time()
    mended(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 4
