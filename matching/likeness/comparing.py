"""How alike each vacancy is to what a candidate did and looks for: 0 to 1, with a why.

Two eyes look: the embedding (meaning) and TF-IDF (spelling of titles, rare words).
How much each query counts is set by hand (guide/matching.md section 4); how much
each sight counts in the score stands in `matching.scoring.weights`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.encoder import Encoder
from matching.likeness.documents import Query, VacancyText
from matching.likeness.titles import VAGUE

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
LEXICAL_SHARE = 0.3
BEST_SHARE = 0.6  # of likeness as a whole
DIGITS = 4  # to which likeness is rounded, so that every machine gives the same
MOST_SHARED, SHORTEST = 3, 5  # shared words that are shown, and letters of each
LETTERS = (2, 5)
WEIGHED = {"sublinear_tf": True, "strip_accents": "unicode", "dtype": np.float32}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How a vacancy resembles what somebody did and looks for; each from 0 to 1.

    `meaning` and `words` are of the query that resembles most, `best`; `whole` is the
    mean over all queries; `told` and `skills` compare the profile as one text, by
    meaning and by the words of the advert, of which `shared` are the most telling.
    `closest` is the former job or direction that resembles most.
    """

    best: Query | None = None
    closest: Query | None = None
    meaning: float = 0.0
    words: float = 0.0
    whole: float = 0.0
    told: float = 0.0
    skills: float = 0.0
    shared: tuple[str, ...] = ()

    @property
    def overall(self) -> float:
        """0 to 1: mostly the query that resembles most, partly all of them."""
        best = (1 - LEXICAL_SHARE) * self.meaning + LEXICAL_SHARE * self.words
        return BEST_SHARE * best + (1 - BEST_SHARE) * self.whole


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
        return [Likeness() for _ in vacancies.vectors]
    dense = vacancies.vectors @ encoder.encode_query([q.text for q in queries]).T
    letters = lexical(queries, vacancies)
    weights = np.array([KIND_WEIGHTS[query.kind] * query.weight for query in queries])
    both = (1 - LEXICAL_SHARE) * dense + LEXICAL_SHARE * letters
    weighted = np.clip(both, 0.0, 1.0) * weights
    best, rows = weighted.argmax(axis=1), np.arange(len(weighted))
    closest = _closest(queries, weighted)
    told = _told(queries, vacancies, encoder)
    columns = (
        _share(dense[rows, best] * weights[best]),
        _share(letters[rows, best] * weights[best]),
        _share(weighted.sum(axis=1) / weights.sum()),
        _share(told.meaning),
        _share(told.words),
    )
    return [
        Likeness(
            best=queries[index],
            closest=named,
            meaning=meaning,
            words=words,
            whole=whole,
            told=dense_told,
            skills=skills,
            shared=shared,
        )
        for index, named, shared, (meaning, words, whole, dense_told, skills) in zip(
            best, closest, told.shared, zip(*columns, strict=True), strict=True
        )
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    meaning: Vectors
    words: Vectors
    shared: Sequence[tuple[str, ...]]


def _told(queries: Sequence[Query], vacancies: Described, encoder: Encoder) -> _Told:
    """The profile as one text; a direction is not something that somebody can."""
    text = ". ".join(query.text for query in queries if query.kind != "direction")
    if not text:
        nothing = np.zeros(len(vacancies.vectors), np.float32)
        return _Told(meaning=nothing, words=nothing, shared=[()] * len(nothing))
    return _Told(
        meaning=(vacancies.vectors @ encoder.encode_query([text]).T)[:, 0],
        words=vacancies.words.cosines([text])[:, 0],
        shared=shared_words(vacancies.words, text),
    )


def shared_words(counted: Counted, text: str) -> list[tuple[str, ...]]:
    """Per text the words it shares with `text`, the most telling first."""
    both = counted.table.multiply(counted.counter.transform([text])).tocsr()
    names = counted.counter.get_feature_names_out()
    return [
        _telling(names[both.indices[start:end]], both.data[start:end])
        for start, end in pairwise(both.indptr)
    ]


def _telling(words: Sequence[str], weights: Vectors) -> tuple[str, ...]:
    ranked = sorted(zip(-weights, words, strict=True))
    chosen = (
        str(word) for _, word in ranked if len(word) >= SHORTEST and word not in VAGUE
    )
    return tuple(islice(chosen, MOST_SHARED))


def _share(column: Vectors) -> list[float]:
    rounded: list[float] = np.clip(column, 0, 1).astype(float).round(DIGITS).tolist()
    return rounded


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


def _unit(rows: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    unit: Vectors = (rows / lengths).astype(np.float32)
    return unit
