"""How much Dutch is asked, and what language an advert is in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.language import (
    DUTCH_WORDS,
    ENGLISH_WORDS,
    FEWEST_WORDS,
    guess_language,
    language_of,
    read_dutch_level,
)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("uitstekende beheersing van de Nederlandse taal", "C1"),
        ("goede beheersing van het Nederlands in woord en geschrift", "B2"),
        ("je spreekt Nederlands", "B1"),
        ("je begrijpt eenvoudig Nederlands", "A2"),
        ("Nederlands op B1-niveau", "B1"),
        ("een paar woorden Nederlands", "A2"),
    ],
)
def test_dutch(text, level):
    assert read_dutch_level(text)[0] == level


@pytest.mark.parametrize(
    "text",
    ["Je schrijft brieven zonder spelfouten", "foutloze spelling", "foutloos schrijven",
     "uitstekende schriftelijke en mondelinge vaardigheden", "je schrijft vlekkeloos"],
)  # fmt: skip
def test_flawless_writing_is_in_dutch_unless_it_says_so(text):
    assert read_dutch_level(text)[0] == "C1"
    assert read_dutch_level(f"{text} in het Engels") is None
    assert read_dutch_level(f"Wij vragen niet: {text.lower()}") is None


def test_plain_skills_with_words_say_no_level():
    assert read_dutch_level("goede schriftelijke vaardigheden") is None


def test_dutch_or_another_language_asks_for_neither():
    assert read_dutch_level("je spreekt Nederlands of Engels") is None
    assert read_dutch_level("je spreekt Nederlands, Pools, Turks of Engels") is None


def test_a_little_dutch_that_is_only_handy_is_not_asked():
    assert read_dutch_level("Een woordje Nederlands is handig") is None


def test_languages():
    assert guess_language("Wij zoeken een collega voor de winkel in het dorp") == "nl"
    assert (
        guess_language("We are looking for a colleague with the will to learn") == "en"
    )
    assert guess_language("Kok") is None


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("goede beheersing van de Nederlandse taal", "B2"),
        ("Je spreekt en schrijft goed Nederlands", "B2"),
        ("uitstekende beheersing van de Nederlandse taal in woord en geschrift", "C1"),
        ("Je beheerst de Nederlandse taal", "B1"),
        ("foutloos Nederlands", "C1"),
        ("Nederlands op B1-niveau", "B1"),
        ("taalniveau Nederlands minimaal B2", "B2"),
        ("je spreekt Nederlands", "B1"),
        ("Je spreekt een beetje Nederlands", "A2"),
        ("basiskennis Nederlands", "A2"),
        ("Je begrijpt en spreekt Nederlands", "B1"),
        ("vloeiend Nederlands", "B2"),
        ("Nederlands of Engels", None),
        ("Je hoeft geen Nederlands te spreken", None),
        ("Nederlands is niet nodig", None),
        ("je spreekt Nederlands, Engels of Pools", None),
        ("goede mondelinge en schriftelijke vaardigheden in het Nederlands", "B2"),
        ("zeer goede beheersing van het Nederlands", "C1"),
        ("je spreekt goed Nederlands en Engels", "B2"),
        ("good command of Dutch", "B2"),
        ("fluent in Dutch", "B2"),
        ("Dutch is a must", "B1"),
        ("voldoende Nederlands om instructies te begrijpen", "B1"),
        ("Je kunt Nederlands lezen en schrijven", "B1"),
        ("NT2-niveau B1 Nederlands", "B1"),
        (
            "uitstekende mondelinge en schriftelijke uitdrukkingsvaardigheid in de Nederlandse taal",
            "C1",
        ),
        ("Je hebt een goede beheersing van de Nederlandse en Engelse taal", "B2"),
        ("de Nederlandse markt leren kennen", None),
        ("Onze klanten zijn Nederlandse bedrijven", None),
        ("Je woont in Nederland", None),
        ("minimaal taalniveau B1", "B1"),
        ("Nederlandse taal niveau A2", "A2"),
        ("eenvoudig Nederlands spreken en verstaan", "A2"),
        ("Nederlandstalig", "B1"),
        ("Nederlands is je moedertaal", "C1"),
        ("Je hoeft geen perfect Nederlands te spreken", "B1"),
        ("Je hoeft niet foutloos Nederlands te schrijven; een paar woorden", "B1"),
        ("perfect Nederlands hoeft niet: een eenvoudig gesprek is genoeg", "A2"),
    ],
)
def test_the_dutch_that_is_asked(words, level):
    found = read_dutch_level(f"Werk.\n- {words}\n- een goed humeur")
    assert (found[0] if found else None) == level


def test_a_language_as_sites_print_it():
    assert language_of("nl-NL") == "nl"
    assert language_of("en_GB") == "en"
    assert language_of("Nederlands") is None
    assert language_of(None) is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["de", "DE", "het", "the", "And", "is", "één", "werk", "in."]),
        max_size=20,
    )
)
def test_the_language_of_which_most_small_words_stand_there(words):
    low = [word.lower() for word in words]
    dutch, english = (
        sum(word.encode() in small for word in low)
        for small in (DUTCH_WORDS, ENGLISH_WORDS)
    )
    known = len(words) >= FEWEST_WORDS and dutch != english
    expected = ("nl" if dutch > english else "en") if known else None
    assert guess_language(" ".join(words)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kennis van de Nederlandse taal is een pré",
        "Nederlands spreken is geen vereiste, Engels wel",
        "Je spreekt Pools of Nederlands",
    ],
)
def test_dutch_that_is_a_wish_or_one_of_two_is_not_asked(text):
    assert read_dutch_level(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nederlands hoef je niet perfect te spreken",
        "Je spreekt Nederlands goed genoeg om uitleg te volgen",
    ],
)
def test_dutch_that_need_not_be_perfect_is_asked_a_little(text):
    assert read_dutch_level(text)[0] == "B1"
