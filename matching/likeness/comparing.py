"""How alike each vacancy is to what a candidate did and looks for: 0 to 1, with a why.

Two eyes look: the embedding (meaning) and TF-IDF (spelling of titles, rare words).
All weights are set by hand (guide/matching.md section 4) until judgements teach better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.encoder import Encoder
from matching.likeness.documents import Query, VacancyText

Vectors = NDArray[np.float32]

TITLE_SHARE = 0.85  # of a vacancy's vector; the rest is its tasks
# A direction is what somebody wants now; a former job is what they can.
KIND_WEIGHTS = {
    "direction": 1.0,
    "job": 0.85,
    "wish": 0.45,
    "experience": 0.55,
    "education": 0.5,
}
BEST_SHARE = 0.6  # the best query decides most, the mean of all tells the rest
LEXICAL_SHARE = 0.3
MIDDLE, SLOPE = 0.40, 9.0  # fused score that becomes 0.5, and how steeply around it
LETTERS = (2, 5)
WEIGHED = {"sublinear_tf": True, "strip_accents": "unicode", "dtype": np.float32}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A vacancy's likeness, and the query that it resembles most."""

    score: float
    closest: Query | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Texts as weighed counts of their pieces; `table` is a sparse matrix of scipy."""

    counter: TfidfVectorizer
    table: Any

    def cosines(self, asked: Sequence[str]) -> Vectors:
        """One row per text, one column per question."""
        cosines: Vectors = (self.table @ self.counter.transform(asked).T).toarray()
        return cosines


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Vacancies as both eyes see them, row for row: titles by letters, all by words."""

    vectors: Vectors
    letters: Counted
    words: Counted


def vacancy_vectors(texts: Sequence[VacancyText], encoder: Encoder) -> Vectors:
    """One unit vector per vacancy: mostly its title, partly its tasks."""
    titles = encoder.encode_document([text.title for text in texts])
    tasks = encoder.encode_document([text.tasks for text in texts])
    return _unit(TITLE_SHARE * titles + (1 - TITLE_SHARE) * tasks)


def described(texts: Sequence[VacancyText], vectors: Vectors) -> Described:
    """Count all texts once, however many candidates ask.

    A word is rare when it is rare among these vacancies.
    """
    titles = [text.title for text in texts]
    whole = [f"{text.title}. {text.tasks}" for text in texts]
    by_letters = TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, **WEIGHED)
    return Described(
        vectors=vectors,
        letters=_counted(titles, by_letters),
        words=_counted(whole, TfidfVectorizer(**WEIGHED)),
    )


def _counted(texts: Sequence[str], counter: TfidfVectorizer) -> Counted:
    counter.fit([*texts, "werk"])  # one word, for it refuses texts without any
    return Counted(counter, counter.transform(texts) if texts else None)


def likeness(
    queries: Sequence[Query], vacancies: Described, encoder: Encoder
) -> list[Likeness]:
    """One answer per vacancy, in the order given; no query means no likeness."""
    if not queries or not len(vacancies.vectors):
        return [Likeness(score=0.0, closest=None) for _ in vacancies.vectors]
    dense = vacancies.vectors @ encoder.encode_query([q.text for q in queries]).T
    both = (1 - LEXICAL_SHARE) * dense + LEXICAL_SHARE * lexical(queries, vacancies)
    weights = np.array([KIND_WEIGHTS[query.kind] for query in queries])
    weighted = np.clip(both, 0.0, 1.0) * weights
    fused = BEST_SHARE * weighted.max(axis=1)
    fused += (1 - BEST_SHARE) * weighted.sum(axis=1) / weights.sum()
    closest = _closest(queries, weighted)
    return [
        Likeness(score=round(float(score), 4), closest=query)
        for score, query in zip(_squash(fused), closest, strict=True)
    ]


def lexical(queries: Sequence[Query], vacancies: Described) -> Vectors:
    """The better of what letters see in the title and words in the whole."""
    asked = [query.text for query in queries]
    table: Vectors = np.maximum(
        vacancies.letters.cosines(asked), vacancies.words.cosines(asked)
    )
    return table


def _closest(queries: Sequence[Query], weighted: Vectors) -> list[Query | None]:
    """The job or direction that resembles most; a wish or a sentence is no name."""
    named = [i for i, query in enumerate(queries) if query.kind in {"direction", "job"}]
    if not named:
        return [None] * len(weighted)
    return [queries[named[best]] for best in weighted[:, named].argmax(axis=1)]


def _squash(fused: Vectors) -> Vectors:
    squashed: Vectors = 1 / (1 + np.exp(-SLOPE * (fused - MIDDLE)))
    return squashed


def _unit(rows: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    unit: Vectors = (rows / lengths).astype(np.float32)
    return unit
