"""The first look at words: too wide is allowed, too narrow is not."""

import pytest

from crawlers.reading.topics import topics_of


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("uur.", "hours"),
        ("(36-urige", "hours"),
        ("24u", "hours"),
        ("0,6fte", "fte"),
        ("fulltime,", "full time"),
        ("€", "wage"),
        ("14,50", "wage"),
        ("p.u.", "wage"),
        ("vmbo-niveau", "education"),
        ("(wo)", "education"),
        ("vakdiploma's", "education"),
        ("mavo", "education, seldom"),
        ("trekkerrijbewijs:", "licences"),
        ("vca-vol", "certificates"),
        ("jaarcontract", "contract"),
        ("0-urencontract", "special contract"),
        ("thuiswerken", "remote"),
        ("(cao", "agreement"),
    ],
)
def test_a_word_shows_its_topic(word, topic):
    assert topic in topics_of(word)


@pytest.mark.parametrize("word", ["de", "kunt", "wonen", "collega's", "adres", ""])
def test_most_words_have_no_topic(word):
    assert topics_of(word) == ()
