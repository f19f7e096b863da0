"""Which rows a name is the mean of, for the training of the letters."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import HashingVectorizer

from matching.letters import groups


def letter_rows(text: str) -> NDArray[np.int64]:
    """The row of every group of letters, as often as it stands there."""
    counted = _counts().transform([text])
    rows = np.repeat(counted.indices, counted.data.astype(np.int64))
    return rows.astype(np.int64) if len(rows) else np.zeros(1, np.int64)


@cache
def _counts() -> HashingVectorizer:
    return HashingVectorizer(**{**groups().get_params(), "norm": None})
