"""No letter is kept that hides, steers or could be markup."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting_fields import words
from crawlers.pages.letters import TABLE, inert, readable
from crawlers.pages.plain_text import plain_text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Kok \u202enelegnegrov\u202c dienst", "Kok nelegnegrov dienst"),
        ("Kok\u2066 nacht\u2069", "Kok nacht"),
        ("Ko\u200bk\ufeff\u00ad", "Kok"),
        ("Kok\x00\x07\x1b[31m", "Kok[31m"),
        ("een\u2028twee\u0085drie", "een\ntwee\ndrie"),
        ("32\u00a0uur\u202f\u2009p/w", "32 uur  p/w"),
        ("halve \ud83d letter", "halve  letter"),
        ("Zoë’s café – € 15 • ’s avonds", "Zoë’s café – € 15 • ’s avonds"),
        ("zorg 😀 漢字 العربية", "zorg 😀 漢字 العربية"),
    ],
)
def test_letters_nobody_sees_or_that_turn_the_text_are_taken_out(given, kept):
    assert readable(given) == kept


def test_what_could_be_a_tag_is_made_a_letter():
    assert inert("1 < 2, <b> en </b> en <!-- en <?") == (
        "1 < 2, < b> en < /b> en < !-- en < ?"
    )
    assert inert("R&D, &lt; 2, &lt;b> en &amp;LT;/b> en &#060;i> en &#x3C;!--") == (
        "R&D, &lt; 2, & lt;b> en & amp;LT;/b> en & #060;i> en & #x3C;!--"
    )


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_titles_and_texts_hold_no_unseen_letter(text):
    for kept in (words(text) or "", plain_text(text), plain_text(f"<p>{text}</p>")):
        kinds = {unicodedata.category(letter) for letter in kept if letter != "\n"}
        assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(
            kept
        )
        kept.encode()


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=60),
    st.lists(st.sampled_from([chr(code) for code in TABLE]), max_size=40),
)
def test_each_letter_is_replaced_as_the_table_says(text, letters):
    mixed = text.join(letters) + text
    assert readable(mixed) == mixed.translate(TABLE)
