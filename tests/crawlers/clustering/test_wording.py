"""Sentences and shingles: what is the same stays the same, whatever is moved."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.wording import MOST_SHINGLES, sentences_of


def marks(text):
    return [sentence.mark for sentence in sentences_of(text)]


def shingles(text):
    return {number for each in sentences_of(text) for number in each.shingles}


def test_capitals_accents_and_punctuation_make_no_difference():
    assert marks("Je coördineert de café's, élke dag.") == marks(
        "je coordineert de CAFE'S elke dag"
    )


def test_a_moved_paragraph_takes_its_shingles_with_it():
    one, two = "Je rijdt elke dag naar Zwolle.", "Daarna help je in de winkel mee."
    assert shingles(f"{one}\n{two}") == shingles(f"{two} {one}")


def test_a_short_line_has_a_mark_but_tells_nothing():
    (only,) = sentences_of("Over ons:")
    assert only.shingles == ()


def test_a_line_of_three_or_four_words_is_one_shingle():
    (only,) = sentences_of("- rijbewijs B is nodig")
    assert len(only.shingles) == 1


def test_dates_and_references_are_not_wording():
    first = (
        "Je helpt klanten aan de kassa. Reageer voor 3 november 2026. Ref.nr: 2026-113"
    )
    again = (
        "Je helpt klanten aan de kassa. Reageer voor 12-12-2026. Vacaturenummer 40012"
    )
    assert marks(first)[0] == marks(again)[0]
    assert marks("Start op 1 mei, samen met je nieuwe collega's uit Assen") == marks(
        "Start op 15 september 2027, samen met je nieuwe collega's uit Assen"
    )


def test_other_numbers_are_wording():
    assert marks("Je verdient schaal 7 van de cao") != marks(
        "Je verdient schaal 8 van de cao"
    )


def test_one_mark_for_one_wording_on_every_machine():
    (only,) = sentences_of("Je rijdt elke dag naar Zwolle.")
    assert only.mark == 4358203334247593115
    assert only.shingles == (1917661009, 4227769529)


def test_a_hostile_advert_is_read_so_far_and_no_further():
    words = " ".join(f"woord{number} is hier weer anders" for number in range(20_000))
    assert len(shingles(words)) <= MOST_SHINGLES
    assert len(shingles(words.replace(" is", ".\nis"))) <= 2 * MOST_SHINGLES


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_can_be_read_and_twice_the_same(text):
    assert sentences_of(text) == sentences_of(text)
    assert shingles(text + "\n\n" + text) == shingles(text)
