"""Whatever comes in: no exception, and every sentence stands in the text."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.documents.reader import MOST_PROPOSALS, read_document
from schemas.capacity_fields import capacity_fields
from tests.matching.documents import papers
from webapp.writing.diagnoses import causes_in

SCRAPS = [
    *papers.NEW_FML.split(),
    *papers.OLD_FML.split(),
    *papers.IZP.split(),
    *papers.AD_REPORT.split(),
    *("\n", "\f", ". ", "; ", "hernia", "vanwege", "31-02-2026", "0", "9999", "½"),
]
scrambled = st.lists(st.sampled_from(SCRAPS), max_size=60).map(" ".join)
texts = st.one_of(st.text(max_size=300), scrambled)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_every_proposal_stands_in_the_text_and_fits_the_list(text):
    found = read_document(text, causes_in=causes_in)
    for one in (*found.facts, *found.items, *found.steps):
        source = one.source
        assert text[source.start : source.start + len(source.sentence)] == (
            source.sentence
        )
        assert not causes_in(source.sentence)
        assert source.page >= 1
        assert source.line >= 1
    for one in found.items:
        field = capacity_fields()[one.item.field]
        assert 1 <= one.item.level <= max(field.top_level, 1)
        assert one.item.sentence == one.source.sentence
        assert set(one.item.choices) <= {choice.key for choice in field.choices}
    assert len(found.items) <= MOST_PROPOSALS


@given(scrambled)
@settings(max_examples=50, deadline=None)
def test_reading_twice_is_reading_once(text):
    first = read_document(text, causes_in=causes_in)
    assert first == read_document(text, causes_in=causes_in)


def test_a_long_text_is_read_in_little_time():
    heavy = ["tillen " * 1500, "4.13 " * 2000, "(" * 9000, "een half " * 1000]
    heavy += ["inhoud " + "." * 6000 + " 3", "." * 90_000 + "a"]  # dots to a page
    for text in (papers.IZP * 10, *heavy):
        began = time.process_time()
        read_document(text, causes_in=causes_in)
        assert time.process_time() - began < 2  # 0.2 s each as measured
