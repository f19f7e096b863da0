"""An encoder of names by their letters: every group of three to five letters counts.

Dutch glues words together, and names of work most of all: `magazijnmedewerker` shares
its letters with `medewerker magazijn`, whatever a vocabulary makes of either. Meant for
names of a few words; whole adverts are the work of the sentence-transformers model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import HashingVectorizer, strip_accents_unicode

from matching.encoder import ModelMissingError

LETTERS_FILE = "letters.npz"
GROUPS = (3, 5)  # letters in a group; a space stands for the edge of a word
ROWS = 32_768  # groups share rows by their hash; rare collisions do little harm
LONGEST = 200  # characters of a name; what follows is no name any more
_NO_LETTER = re.compile(r"[^a-z0-9+#]+")

Vectors = NDArray[np.float32]


def plain(text: str) -> str:
    """Small letters without accents; + and # stay (C++, C#)."""
    small: str = strip_accents_unicode(text[:LONGEST].lower())
    return _NO_LETTER.sub(" ", small)


@cache
def groups() -> HashingVectorizer:
    """Counts of the groups of letters, as shares of the whole text."""
    return HashingVectorizer(
        analyzer="char_wb",
        ngram_range=GROUPS,
        n_features=ROWS,
        preprocessor=plain,
        norm="l1",
        alternate_sign=False,
        dtype=np.float32,
    )


@dataclass(frozen=True, slots=True)
class LetterEncoder:
    """Means of learnt rows; `table` holds one row of float32 per hash."""

    name: str
    table: Vectors

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors; a text without a letter stays zero, alike to nothing."""
        if not texts:
            return np.empty((0, self.table.shape[1]), np.float32)
        means = groups().transform(texts) @ self.table
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        unit: Vectors = (means / np.maximum(lengths, 1e-12)).astype(np.float32)
        return unit

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        """The same: what is asked and what is there are both names."""
        return self.encode_query(texts)


def load_letters(folder: Path, name: str) -> LetterEncoder:
    """Read what training wrote; ModelMissingError when it is not there."""
    path = folder / LETTERS_FILE
    if not path.is_file():
        raise ModelMissingError(f"{path.name} is not beside the model")
    with np.load(path, allow_pickle=False) as stored:
        table = stored["rows"].astype(np.float32) * stored["scales"]
    return LetterEncoder(name, table)


def store_letters(table: Vectors, folder: Path) -> None:
    """Write the rows as int8 with a scale each; nothing measurable is lost."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / 127
    np.savez_compressed(
        folder / LETTERS_FILE,
        rows=np.round(table / scales).astype(np.int8),
        scales=scales.astype(np.float32),
    )
