"""What is kept of an advert to compare it by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.advert import wording_of
from crawlers.clustering.fingerprint import RULES, fingerprint, reference_of
from crawlers.clustering.packing import (
    pack_marks,
    pack_shingles,
    unpack_marks,
    unpack_sentences,
)
from crawlers.clustering.wording import sentences_of
from schemas.tables.fingerprints import Unread
from tests.crawlers.clustering.pure import TEXT, advert


def unread(**facts):
    made = advert(**facts)
    columns = {
        name: getattr(made, name) for name in Unread.__slots__ if hasattr(made, name)
    }
    return Unread(**columns, content_hash=b"mark")


@pytest.mark.parametrize(
    ("key", "reference"),
    [
        ("JR-0012345_en", "0012345"),
        ("2101-nl", "2101"),
        ("2024123-2", "2024123-2"),
        ("/nl/vacatures/4711-kok", "4711"),
        ("/vacatures/verzorgende-3ig", None),
        ("/vacatures/vakantiewerk-2026", None),
        ("kok-zwolle", None),
        ("", None),
    ],
)
def test_the_number_in_a_key(key, reference):
    assert reference_of(key) == reference


def test_a_fingerprint_says_within_what_an_advert_is_compared():
    made = fingerprint(unread(source="eigen", postcode="3511 AB"))
    assert made.keys == [
        "source eigen",
        "employer loods kade",
        "place utrecht",
        "postcode 3511",
    ]
    assert (made.rules, made.content_hash) == (RULES, b"mark")
    assert made.title == ["expeditie", "medewerker"]


def test_what_is_not_known_is_no_key():
    made = fingerprint(unread(source="eigen", employer=None, place=None))
    assert made.keys == ["source eigen"]


def test_boilerplate_and_opening_are_set_apart():
    sentences = sentences_of(TEXT)
    shared = {sentences[0].mark}
    found = wording_of(sentences, shared)
    assert found.dropped == set(sentences[0].shingles)
    assert not found.core & found.dropped
    assert found.whole == {n for each in sentences for n in each.shingles}
    told = [each for each in sentences[1:] if each.shingles]
    opening = {n for each in told[: len(told) // 3] for n in each.shingles}
    assert found.body == found.core - opening


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text(max_size=30), st.text(max_size=30))
def test_any_advert_can_be_kept_and_read_back(text, title, key):
    made = fingerprint(unread(text=text, title=title, source_key=key))
    sentences = sentences_of(text)
    assert tuple(unpack_sentences(made.marks, made.shingles)) == sentences
    assert pack_marks(unpack_marks(made.marks)) == made.marks
    assert pack_shingles(sentences) == made.shingles
