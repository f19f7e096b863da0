"""Names on a line of their own, and lines that come back under every advert."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.name_candidates import BETWEEN, names_in
from crawlers.pages.names import MORE_THAN_A_NAME, _is_whole, without_names

PARTICLES = ("van", "van de", "el", "ben", "'t", "d'", "in de")
WORDS = (
    "Noor", "Dijkhuis", "Anna-Maria", "N.", "Recruiter", "werkt", "hier", "(HR)", "|",
    "-", "–", "\u2022", "Gemeente", "Jan.", "é", "9", *PARTICLES,
)  # fmt: skip
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(lines)
def test_a_line_with_another_small_word_is_no_name_alone(line):
    bare = line.strip(" \t•-–:,.")
    if MORE_THAN_A_NAME.match(bare):
        assert not any(_is_whole(name, line, 3) for name in names_in(bare))


@settings(max_examples=150, deadline=None)
@given(st.lists(lines, max_size=5), st.sampled_from(["Noor", "Dijkhuis B.V.", ""]))
def test_a_text_is_cut_the_same_when_it_comes_again(text, firm):
    printed = "\n".join(["Vragen? Bel Noor Dijkhuis, [telefoonnummer]", *text])
    first = without_names(printed, kept=[firm])
    without_names(printed)
    assert without_names(printed, kept=[firm]) == first
    assert printed.count("\n") == first.count("\n")


def test_what_may_stand_within_a_name_is_known_to_both_patterns():
    assert all(f"{word} " not in BETWEEN for word in ("werkt", "hier"))
    for word in PARTICLES:
        assert not MORE_THAN_A_NAME.match(f"Noor {word} Dijkhuis")
