"""How well unseen names find their occupation: our model beside character TF-IDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from matching.training.esco import Concept
from matching.training.learning import Rows

Scores = Callable[[Sequence[str], Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mean reciprocal rank of the first right name, and shares within 1 and 10."""

    mrr: float
    success_at_1: float
    success_at_10: float


def best_names(
    scores: Scores, concepts: Sequence[Concept], asked: Sequence[str]
) -> Rows:
    """One row per question; a concept counts at the best of its names."""
    names = [name for concept in concepts for name in concept.names]
    sizes = [len(concept.names) for concept in concepts]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    table = scores(asked, names)
    best: Rows = np.maximum.reduceat(table, starts, axis=1)
    return best


def found(table: Rows, meant: Sequence[int]) -> Found:
    """One row per question, one column per concept; equal scores share the worst."""
    right = table[np.arange(len(table)), meant][:, None]
    ranks = np.sum(table >= right, axis=1)
    return Found(
        mrr=round(float((1 / ranks).mean()), 4),
        success_at_1=round(float((ranks <= 1).mean()), 4),
        success_at_10=round(float((ranks <= 10).mean()), 4),
    )


def by_embedding(embed: Callable[[Sequence[str]], Rows]) -> Scores:
    """Cosine of the vectors that `embed` makes of texts."""

    def scores(questions: Sequence[str], labels: Sequence[str]) -> NDArray[np.float32]:
        return embed(questions) @ embed(labels).T

    return scores


def by_characters(
    questions: Sequence[str], labels: Sequence[str]
) -> NDArray[np.float32]:
    """TF-IDF of one to three characters: the strongest plain baseline we know."""
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), dtype=np.float32)
    known = vectorizer.fit_transform(labels)
    table: NDArray[np.float32] = (vectorizer.transform(questions) @ known.T).toarray()
    return table


def embed(rows: Rows, tokenizer: Tokenizer, texts: Sequence[str]) -> Rows:
    """Unit vectors of `texts`, as sentence-transformers makes them."""
    encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    means = np.stack([rows[e.ids or [0]].mean(axis=0) for e in encodings])
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    unit: Rows = (means / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit
