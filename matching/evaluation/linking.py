"""How well titles find their occupation among names: the measures that MELO uses.

Like the run files of TREC: the best hundred names, equal scores in falling order of
key. Over concepts an occupation counts once, at its best name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matching.encoder import Encoder
from matching.evaluation.melo import Melo
from matching.likeness.titles import clean_title

CUT, DECIMALS = 100, 5
BATCH = 256  # titles scored at once: a hundred megabytes for 25,000 names

Scores = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The names to rank; `owners`: the number of the occupation of each, if told."""

    names: Sequence[str]
    owners: Places | None


class Ranked(Protocol):
    """A corpus made ready for titles."""

    def ordered(self, titles: Sequence[str]) -> Places:
        """One row per title: the places of all names, best first."""


class Ranker(Protocol):
    """Makes a corpus ready."""

    def prepared(self, corpus: Corpus) -> Ranked:
        """Look at all names once, however many titles come."""


@dataclass(frozen=True, slots=True)
class ByEncoder:
    """Cosine of the vectors that any model makes."""

    encoder: Encoder

    def prepared(self, corpus: Corpus) -> "ByCosine":
        """Make all names into vectors."""
        return ByCosine(self.encoder, self.encoder.encode_document(corpus.names))


@dataclass(frozen=True, slots=True)
class ByCosine:
    """Names as vectors."""

    encoder: Encoder
    vectors: Scores

    def ordered(self, titles: Sequence[str]) -> Places:
        """Titles are cleaned first, as those of adverts are."""
        cleaned = [clean_title(title) for title in titles]
        return by_score(self.encoder.encode_query(cleaned) @ self.vectors.T)


def by_score(table: Scores) -> Places:
    """Highest first, to five decimals; equals stay in the order of the names."""
    return np.argsort(-np.round(table, DECIMALS), axis=1, kind="stable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Means over the titles."""

    mrr: float
    success_at_1: float
    success_at_5: float
    success_at_10: float
    map: float


def measure(melo: Melo, ranker: Ranker) -> dict[str, float | int]:
    """All figures by the keys of the command line; those over concepts if mapped."""
    found = list(_ranks(melo, ranker))
    figures: dict[str, float | int] = {
        "queries": len(found),
        **asdict(_means([names for names, _ in found])),
    }
    if melo.concepts is not None:
        concepts = asdict(_means([concepts for _, concepts in found]))
        figures |= {f"concept_{key}": value for key, value in concepts.items()}
    return figures


@dataclass(frozen=True, slots=True)
class _Ranks:
    """Places (from 1) of the right answers that were found, of `known` in all."""

    places: Sequence[int]
    known: int


def _ranks(melo: Melo, ranker: Ranker) -> Iterator[tuple[_Ranks, _Ranks]]:
    # In falling order of key, a stable sort leaves equal scores in that order.
    keys = sorted(melo.names, reverse=True)
    place_of = {key: place for place, key in enumerate(keys)}
    owners = _owners(keys, melo)
    corpus = Corpus(names=[melo.names[key] for key in keys], owners=owners)
    ready = ranker.prepared(corpus)
    asked = [key for key in melo.queries if key in melo.right]
    for start in range(0, len(asked), BATCH):
        batch = asked[start : start + BATCH]
        rows = ready.ordered([melo.queries[key] for key in batch])
        for query, order in zip(batch, rows, strict=True):
            right = np.array([place_of[key] for key in melo.right[query]])
            yield _of_names(order, right), _of_concepts(order, right, owners)


def _owners(keys: Sequence[str], melo: Melo) -> Places | None:
    if melo.concepts is None:
        return None
    named = [melo.concepts[key] for key in keys]
    numbers = {concept: number for number, concept in enumerate(sorted({*named}))}
    return np.array([numbers[concept] for concept in named], dtype=np.int64)


def _of_names(order: Places, right: Places) -> _Ranks:
    places = 1 + np.flatnonzero(np.isin(order[:CUT], right))
    return _Ranks(places.tolist(), len(right))


def _of_concepts(order: Places, right: Places, owners: Places | None) -> _Ranks:
    if owners is None:
        return _Ranks((), 0)
    first = np.empty(owners.max() + 1, dtype=np.int64)
    first[owners[order[::-1]]] = np.arange(len(order))[::-1]  # the last written stays
    places = sorted(1 + int((first < first[one]).sum()) for one in {*owners[right]})
    return _Ranks(places, len(places))


def _means(ranks: Sequence[_Ranks]) -> Measures:
    first = [one.places[0] if one.places else 0 for one in ranks]

    def within(cut: int) -> float:
        return _mean([float(0 < place <= cut) for place in first])

    return Measures(
        mrr=_mean([1 / place if place else 0.0 for place in first]),
        success_at_1=within(1),
        success_at_5=within(5),
        success_at_10=within(10),
        map=_mean([_average_precision(one) for one in ranks]),
    )


def _average_precision(one: _Ranks) -> float:
    hits = (number / place for number, place in enumerate(one.places, 1))
    return sum(hits) / one.known if one.known else 0.0


def _mean(values: Sequence[float]) -> float:
    return round(float(np.mean(values)), 4) if values else 0.0
