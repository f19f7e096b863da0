"""What comes back is found out once, and says the same wherever it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.demands import asked_of
from matching.demands.remembering import LONGEST, Memory
from matching.demands.wordings import wordings

SENTENCES = [
    "Je tilt dozen van 12 kg.", "Je werkt niet in het weekend.", "17 graden is het.",
    "Je kiest zelf", "de avond of de nacht.", "Je begint om", "7 uur.", "-18 graden.",
    "Je werkt in de nacht van", "10 tot 6.", "Tillen?", "Nee, dat doen de collega's.",
    "Wij bieden een vast contract.", "'s Ochtends van 4 tot 8.", "Van 4 tot 8.",
    "Tillen hoort erbij;", "dat doe jij niet.", "Opa Jan sjouwt.", "Maximaal",
    "20 kg per keer.", "Jan sjouwt zakken.", "bij Jan is het druk.", "Wat vragen we?",
    "8 uur per dag.", "Je staat", "half uur achter elkaar.",
]  # fmt: skip
adverts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["\n", " ", "  "])),
    max_size=9,
).map(lambda parts: "".join(f"{words}{gap}" for words, gap in parts))


@given(st.lists(adverts, min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_an_advert_says_the_same_whatever_was_read_before_it(texts: list[str]) -> None:
    after_others = [asked_of("Medewerker", text) for text in texts]
    for text, known in zip(texts, after_others, strict=True):
        wordings.forget()
        assert asked_of("Medewerker", text) == known


def test_a_text_is_made_something_of_once() -> None:
    memory = Memory(str.upper, most=4)
    assert [memory[text] for text in ("ja", "nee", "ja")] == ["JA", "NEE", "JA"]
    assert memory.made == 2


def test_what_keeps_coming_back_is_kept_and_the_rest_forgotten() -> None:
    memory = Memory(str.upper, most=3)
    for number in range(100):
        assert memory["steeds"] == "STEEDS"
        assert memory[f"woord {number}"] == f"WOORD {number}"
        assert len(memory) <= 3
    assert memory.made == 101


def test_what_is_long_is_not_kept() -> None:
    memory = Memory(str.upper, most=3)
    assert memory["a" * (LONGEST + 1)] == "A" * (LONGEST + 1)
    assert not memory


def test_a_memory_begins_anew() -> None:
    memory = Memory(str.upper, most=1)
    memory["ja"], memory["nee"]
    memory.forget()
    assert memory["ja"] == "JA"
    assert memory.made == 3


@pytest.mark.parametrize("answer", ["Nee, nooit.", "Ja, elke dag."])
def test_a_question_is_heard_with_its_answer(answer: str) -> None:
    asked = asked_of("", f"Zwaar tillen? {answer}").demands
    assert {one.polarity for one in asked} == (
        {"absent"} if answer.startswith("Nee") else {"demanded"}
    )
