"""Names by their letters: compounds beside their parts, stored as bytes, never NaN."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.encoder import ModelMissingError
from matching.letters import ROWS, LetterEncoder, load_letters, plain, store_letters
from matching.training.letter_rows import letter_rows

TABLE = np.random.default_rng(1).normal(size=(ROWS, 16)).astype(np.float32)


def alike(one: str, other: str, encoder: LetterEncoder | None = None) -> float:
    rows = (encoder or LetterEncoder("random", TABLE)).encode_query([one, other])
    return float(rows[0] @ rows[1])


def test_a_compound_resembles_its_parts_more_than_another_word():
    parts = alike("magazijnmedewerker", "medewerker magazijn")
    assert parts > 0.5 > alike("magazijnmedewerker", "tandarts")


def test_case_accents_and_hyphens_do_not_count():
    assert alike("Data-entry medewerker", "data entry médewerker") > 0.999
    assert plain("C++ / C#-ontwikkelaar") == "c++ c# ontwikkelaar"


@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_text_becomes_a_unit_vector_or_zeros(texts):
    rows = LetterEncoder("random", TABLE).encode_document(texts)
    lengths = np.linalg.norm(rows, axis=1)
    assert rows.shape == (len(texts), 16)
    assert all(abs(length - 1) < 1e-4 or length == 0 for length in lengths)


def test_training_takes_the_mean_of_the_same_rows():
    text = "verzorgende IG"
    mean = TABLE[letter_rows(text)].mean(axis=0)
    (encoded,) = LetterEncoder("random", TABLE).encode_query([text])
    assert np.allclose(mean / np.linalg.norm(mean), encoded, atol=1e-5)


def test_stored_as_bytes_they_mean_the_same(tmp_path):
    store_letters(TABLE, tmp_path)
    stored = load_letters(tmp_path, "stored")
    before = alike("kok", "kokkin")
    assert abs(alike("kok", "kokkin", stored) - before) < 0.01


def test_a_folder_without_them_is_refused(tmp_path):
    with pytest.raises(ModelMissingError, match=r"letters\.npz"):
        load_letters(tmp_path, "none")
