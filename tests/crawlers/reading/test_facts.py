"""All readers together: any text is survived, and in good time."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.normalise import normalise
from crawlers.pages.contact import without_contact
from crawlers.pages.plain_text import plain_text
from crawlers.reading.dates import read_date
from crawlers.reading.facts import facts_of
from crawlers.reading.hours import read_hours
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


WORDS = st.lists(
    st.sampled_from(
        ["32", "-", "tot", "uur", "€", "2.400", ",-", "per", "maand", "mbo", "4", "of",
         "rijbewijs", "B", "VCA", "pré", "geen", "jaarcontract", "vast", "\n", "Bel",
         "Jan", "06-12345678", "fte", "0,6", "dagen", "week", "Nederlands", "goed", ".",
         "diploma", "afgeronde", "niveau", "(", ")", "daarna", "1.000.000", "<li>"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(st.text() | WORDS)
def test_any_text_is_read_without_a_fall(text):
    facts_of(text[:40], text)
    plain_text(text)
    without_contact(text)
    read_date(text, NOW)
    found = read_hours(text)
    if found and found.low is not None and found.high is not None:
        assert found.low <= found.high


@pytest.mark.parametrize(
    "text",
    ["€ 1", "a", "0", "Bel Jan ", "mbo ", "<li", "contract ", "A.B.C.D. ", "24 - ",
     "Jan van de der den ", "@", "a.", "&lt;", "neem contact op met ", "€ 1.000 tot ",
     "06-1", "een jaar\n", "of Nederlands ", "rijbewijs B, C en "],
)  # fmt: skip
def test_hostile_texts_cost_no_time(text):
    began = time.process_time()
    vacancy = normalise(
        Posting(
            source="x",
            source_key="1",
            url="https://x.nl/1",
            title=text * 100,
            description=text * (400_000 // len(text)),
        ),
        gazetteer=Gazetteer([]),
        fetched_at=NOW,
    )
    assert vacancy.source_key == "1"
    assert time.process_time() - began < 3
