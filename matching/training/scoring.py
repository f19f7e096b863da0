"""How well unseen names find their occupation: our model beside character TF-IDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from matching.training.esco import Concept
from matching.training.held_out import Question
from matching.training.learning import Rows

Scores = Callable[[list[str], list[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mean reciprocal rank of the first right name, and shares within 1 and 10."""

    mrr: float
    success_at_1: float
    success_at_10: float


def measure(
    scores: Scores, concepts: Sequence[Concept], questions: Sequence[Question]
) -> Found:
    """Rank all labels for every question; equal scores share the worst rank."""
    labels = [label for concept in concepts for label in concept.labels]
    owner = np.array([i for i, c in enumerate(concepts) for _ in c.labels])
    table = scores([question.label for question in questions], labels)
    ranks = np.empty(len(questions))
    for row, question in enumerate(questions):
        best = table[row][owner == question.concept].max()
        ranks[row] = 1 + np.sum(table[row][owner != question.concept] >= best)
    return Found(
        mrr=round(float((1 / ranks).mean()), 4),
        success_at_1=round(float((ranks <= 1).mean()), 4),
        success_at_10=round(float((ranks <= 10).mean()), 4),
    )


def by_rows(rows: Rows, tokenizer: Tokenizer) -> Scores:
    """Cosine of the mean sub-word rows."""

    def scores(questions: list[str], labels: list[str]) -> NDArray[np.float32]:
        return embed(rows, tokenizer, questions) @ embed(rows, tokenizer, labels).T

    return scores


def by_characters(questions: list[str], labels: list[str]) -> NDArray[np.float32]:
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
