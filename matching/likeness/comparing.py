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
from matching.likeness.cosines import cosines
from matching.likeness.documents import Query, VacancyText
from matching.likeness.titles import VAGUE

Vectors = NDArray[np.float32]
Cosines = NDArray[np.float64]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sights:
    """What `Likeness` holds, of many vacancies as arrays.

    `best` and `closest` are places among the queries; `closest` is None when none of
    them is a job or a direction.
    """

    best: NDArray[np.intp]
    closest: NDArray[np.intp] | None
    meaning: Cosines
    words: Cosines
    whole: Cosines
    told: Cosines
    skills: Cosines


def likeness(
    queries: Sequence[Query], vacancies: Described, encoder: Encoder
) -> list[Likeness]:
    """One answer per vacancy, in the order given; no query means no likeness."""
    if not queries or not len(vacancies.vectors):
        return [Likeness() for _ in vacancies.vectors]
    seen = sights(queries, vacancies, encoder)
    closest = [None] * len(seen.best) if seen.closest is None else seen.closest.tolist()
    text = told_by(queries)
    shared = shared_words(vacancies.words, text) if text else [()] * len(seen.best)
    columns = (seen.meaning, seen.words, seen.whole, seen.told, seen.skills)
    return [
        Likeness(
            best=queries[best],
            closest=None if named is None else queries[named],
            meaning=meaning,
            words=words,
            whole=whole,
            told=told,
            skills=skills,
            shared=alike,
        )
        for best, named, alike, (meaning, words, whole, told, skills) in zip(
            seen.best.tolist(),
            closest,
            shared,
            zip(*(column.tolist() for column in columns), strict=True),
            strict=True,
        )
    ]


def sights(queries: Sequence[Query], vacancies: Described, encoder: Encoder) -> Sights:
    """The same as `likeness`, but for the words that are shared; there is a query."""
    asked = encoder.encode_query([query.text for query in queries])
    dense, letters = cosines(vacancies.vectors, asked), lexical(queries, vacancies)
    weights = np.array([KIND_WEIGHTS[query.kind] * query.weight for query in queries])
    both = (1 - LEXICAL_SHARE) * dense + LEXICAL_SHARE * letters
    weighted = np.clip(both, 0.0, 1.0) * weights
    best, rows = weighted.argmax(axis=1), np.arange(len(weighted))
    meant, skills = _told(queries, vacancies, encoder)
    return Sights(
        best=best,
        closest=_closest(queries, weighted),
        meaning=share(dense[rows, best] * weights[best]),
        words=share(letters[rows, best] * weights[best]),
        whole=share(weighted.sum(axis=1) / weights.sum()),
        told=share(meant),
        skills=share(skills),
    )


def told_by(queries: Sequence[Query]) -> str:
    """The profile as one text; a direction is not something that somebody can."""
    return ". ".join(query.text for query in queries if query.kind != "direction")


def _told(
    queries: Sequence[Query], vacancies: Described, encoder: Encoder
) -> tuple[Cosines, Cosines]:
    text = told_by(queries)
    if not text:
        nothing = np.zeros(len(vacancies.vectors))
        return nothing, nothing
    meant = cosines(vacancies.vectors, encoder.encode_query([text]))[:, 0]
    return meant, vacancies.words.cosines([text])[:, 0].astype(np.float64)


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


def share(column: Cosines) -> Cosines:
    """From 0 to 1, in as many digits as are kept."""
    rounded: Cosines = np.clip(column, 0, 1).round(DIGITS)
    return rounded


def lexical(queries: Sequence[Query], vacancies: Described) -> Vectors:
    """The better of what letters see in the title and words in the whole."""
    asked = [query.text for query in queries]
    table: Vectors = np.maximum(
        vacancies.letters.cosines(asked), vacancies.words.cosines(asked)
    )
    return table


def _closest(queries: Sequence[Query], weighted: Cosines) -> NDArray[np.intp] | None:
    """The job or direction that resembles most; a wish or a sentence is no name."""
    named = [i for i, query in enumerate(queries) if query.kind in {"direction", "job"}]
    if not named:
        return None
    places: NDArray[np.intp] = np.array(named)[weighted[:, named].argmax(axis=1)]
    return places


def _unit(rows: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    unit: Vectors = (rows / lengths).astype(np.float32)
    return unit
