"""Plain rankings to compare with: BM25 and TF-IDF of characters."""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from matching.evaluation.gold import Advert, Person

SATURATION, LENGTH_SHARE = 1.2, 0.75  # the usual k1 and b
LETTERS = (2, 5)
_WORD = r"(?u)\b\w\w+\b"

Scores = NDArray[np.float32]
Baseline = Callable[[Sequence[Advert], Sequence[str]], Scores]


def wish_of(person: Person) -> str:
    """All words of a profile that say what somebody did and looks for."""
    told = person.told
    parts = [
        *told["search_directions"],
        *told["former_jobs"],
        told["wishes"],
        told["experience"],
        told["education_text"],
    ]
    return re.sub(r"\s+", " ", ". ".join(parts))


def bm25(adverts: Sequence[Advert], wishes: Sequence[str]) -> Scores:
    """One row per wish, one column per advert (Robertson, k1 1.2 and b .75)."""
    counter = CountVectorizer(token_pattern=_WORD, dtype=np.float32)
    counts = counter.fit_transform(map(_words, adverts)).toarray()
    lengths = counts.sum(axis=1, keepdims=True)
    held = (counts > 0).sum(axis=0)
    rarity = np.log(1 + (len(adverts) - held + 0.5) / (held + 0.5))
    slack = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths / lengths.mean()
    weighed = counts * (SATURATION + 1) / (counts + SATURATION * slack) * rarity
    scores: Scores = counter.transform(wishes).toarray() @ weighed.T
    return scores


def char_tfidf(adverts: Sequence[Advert], wishes: Sequence[str]) -> Scores:
    """Cosine of weighed pieces of two to five characters."""
    counter = TfidfVectorizer(
        analyzer="char_wb", ngram_range=LETTERS, sublinear_tf=True, dtype=np.float32
    )
    table = counter.fit_transform(map(_words, adverts))
    scores: Scores = (counter.transform(wishes) @ table.T).toarray()
    return scores


def _words(advert: Advert) -> str:
    return f"{advert.title}\n{advert.text}"


BASELINES: Mapping[str, Baseline] = {"bm25": bm25, "char_tfidf": char_tfidf}
