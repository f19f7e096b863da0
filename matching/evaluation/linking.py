"""How well titles find their occupation among names: the measures that MELO uses.

Like the run files of TREC: the best hundred, scores to five decimals, equal scores in
falling order of key. Over concepts an occupation counts once, at its best name.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matching.encoder import Encoder
from matching.evaluation.melo import Melo
from matching.likeness.titles import clean_title

CUT, DECIMALS = 100, 5
BATCH = 256  # titles scored at once: a hundred megabytes for 25,000 names

Scores = NDArray[np.float32]


class Ranker(Protocol):
    """Holds titles against names."""

    def scores(self, titles: Sequence[str], names: Sequence[str]) -> Scores:
        """One row per title, one column per name; higher is more alike."""


@dataclass(frozen=True, slots=True)
class ByEncoder:
    """Cosine of the vectors; names are made into vectors once."""

    encoder: Encoder
    known: dict[tuple[str, ...], Scores] = field(default_factory=dict)

    def scores(self, titles: Sequence[str], names: Sequence[str]) -> Scores:
        """Titles are cleaned first, as those of adverts are."""
        cleaned = [clean_title(title) for title in titles]
        table: Scores = self.encoder.encode_query(cleaned) @ self._vectors(names).T
        return table

    def _vectors(self, names: Sequence[str]) -> Scores:
        key = tuple(names)
        if key not in self.known:
            self.known[key] = self.encoder.encode_document(key)
        return self.known[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Means over the titles. `map` looks at the first hundred."""

    mrr: float
    success_at_1: float
    success_at_5: float
    success_at_10: float
    map: float


def measure(melo: Melo, ranker: Ranker) -> dict[str, float | int]:
    """All figures by the keys of the command line; those over concepts if mapped."""
    forms = list(_ranked_names(melo, ranker))
    found = _means([ranks for ranks, _ in forms])
    figures: dict[str, float | int] = {
        "queries": len(forms),
        "mrr": found.mrr,
        "success_at_1": found.success_at_1,
        "success_at_5": found.success_at_5,
        "success_at_10": found.success_at_10,
        "map": found.map,
    }
    if melo.concepts is not None:
        concepts = _means([ranks for _, ranks in forms])
        figures["concept_mrr"] = concepts.mrr
        figures["concept_success_at_1"] = concepts.success_at_1
        figures["concept_success_at_10"] = concepts.success_at_10
    return figures


@dataclass(frozen=True, slots=True)
class _Ranks:
    """Places (from 1) of the right answers that were found, of `known` in all."""

    places: Sequence[int]
    known: int


def _ranked_names(melo: Melo, ranker: Ranker) -> Iterator[tuple[_Ranks, _Ranks]]:
    # In falling order of key, a stable sort leaves equal scores in that order.
    keys = sorted(melo.names, reverse=True)
    names = [melo.names[key] for key in keys]
    asked = [key for key in melo.queries if key in melo.right]
    for start in range(0, len(asked), BATCH):
        batch = asked[start : start + BATCH]
        table = ranker.scores([melo.queries[key] for key in batch], names)
        for query, row in zip(batch, np.round(table, DECIMALS), strict=True):
            order = [keys[at] for at in np.argsort(-row, kind="stable")]
            right = melo.right[query]
            yield _of_names(order, right), _of_concepts(order, right, melo.concepts)


def _of_names(order: Sequence[str], right: Set[str]) -> _Ranks:
    places = [at for at, key in enumerate(order[:CUT], 1) if key in right]
    return _Ranks(places, len(right))


def _of_concepts(
    order: Sequence[str], right: Set[str], concepts: Mapping[str, str] | None
) -> _Ranks:
    if concepts is None:
        return _Ranks((), 0)
    meant = {concepts[key] for key in right}
    met = dict.fromkeys(concepts[key] for key in order)
    places = [at for at, concept in enumerate(met, 1) if concept in meant]
    return _Ranks(places, len(meant))


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
