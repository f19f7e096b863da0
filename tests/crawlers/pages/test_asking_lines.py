"""The lines that ask are found the same however often they were met."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.asking_lines import (
    COLLEAGUE,
    KNOWN,
    LONGEST_KNOWN,
    MOST_KNOWN,
    SILENT,
    STEMS,
    asking_lines,
)

PARTS = (
    "Bel", "bel Noor", "BELLEN", "kom langs", "kennis", "te mak", "te maken", "Kennis te",
    "mak", "reach", "REACH", "out", "Collega's Anna", "koffie", "de heer", "heer", "é",
    "vraag het", "Over ons", "x" * LONGEST_KNOWN, "", " ",
)  # fmt: skip
lines_strategy = st.lists(
    st.lists(st.sampled_from(PARTS), max_size=3).map(" ".join), min_size=1, max_size=8
)


def read_at_once(lines):
    """Every stem sought in the whole text, where a new line is a space."""
    text = "\n".join(lines)
    small = b" %s\n" % text.encode(errors="surrogatepass").lower()
    flat = small.replace(b"\n", b" ")
    found = {text.count("\n", 0, match.start()) for match in COLLEAGUE.finditer(text)}
    for stem in STEMS:
        place = flat.find(stem)
        while place >= 0:
            found.add(small.count(b"\n", 0, place + 1))
            place = flat.find(stem, place + 1)
    return sorted(found)


@settings(max_examples=150, deadline=None)
@given(lines_strategy)
def test_lines_are_judged_as_in_the_whole_text_at_first_and_when_they_return(lines):
    assert asking_lines(lines) == read_at_once(lines)
    assert asking_lines(lines) == read_at_once(lines)


def test_words_that_run_on_to_the_next_line_ask_there_as_well():
    assert asking_lines(["Wil je kennis", "te maken?", "Over ons"]) == [0]
    assert asking_lines(["Wil je kennis", "van zaken", "te maken?"]) == []


def test_what_is_remembered_does_not_grow_without_end():
    for number in range(3 * MOST_KNOWN // 1000):
        asking_lines([f"regel {number} {n}" for n in range(1000)])
        asking_lines([f"bel regel {number} {n}" for n in range(1000)])
    assert max(len(KNOWN), len(SILENT)) <= MOST_KNOWN + 1000
    asking_lines([f"{n}{'x' * LONGEST_KNOWN}" for n in range(9)])
    assert max(map(len, [*KNOWN, *SILENT])) <= LONGEST_KNOWN
