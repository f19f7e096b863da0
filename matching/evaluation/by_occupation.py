"""Ranks names for titles by what we know of the occupations behind them.

The first ten names are for as many occupations as can be right, one name of each; but
of an occupation that a title surely means most names stand together at the top.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.encoder import BUNDLED
from matching.evaluation.linking import Corpus, Places, Scores
from matching.likeness.titles import clean_title
from matching.occupations import (
    OCCUPATIONS_FILE,
    WEIGHTS,
    Eyes,
    Keys,
    Occupations,
    chances,
    equal_names,
    keys_of,
    load_eyes,
    read_occupations,
    scores,
)
from matching.training.esco import Concept
from matching.training.knowing import make_occupations

TOGETHER = 0.65  # from this chance on, names of the best occupation stand together
MOST_TOGETHER = 8  # of them before others are seen
FIRST_SEEN = 10  # names for as many occupations as possible
EQUAL = 1.0  # cosine that being the very name adds

# Of an occupation that we do not know, its names have to tell everything.
NAMES_ALONE = replace(
    WEIGHTS,
    names=WEIGHTS.names + WEIGHTS.description + WEIGHTS.english,
    names_by_words=WEIGHTS.names_by_words + WEIGHTS.description_by_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByOccupation:
    """What training wrote, for any corpus of names."""

    eyes: Eyes
    known: Occupations
    together: float = TOGETHER

    def prepared(self, corpus: Corpus) -> "KnownCorpus":
        """Find out which of our occupations those of the corpus are."""
        keys = keys_of(corpus.names)
        owners = corpus.owners if corpus.owners is not None else self._owners(keys)
        matches = _matches(keys, owners, self.known)
        strangers = [one for one in range(owners.max() + 1) if one not in matches]
        return KnownCorpus(
            ranker=self,
            keys=keys,
            vectors=self.eyes.letters.encode_document(corpus.names),
            owners=owners,
            columns=_columns(matches, strangers, len(self.known.isco)),
            strangers=_described(strangers, owners, corpus.names, self.eyes),
        )

    def _owners(self, keys: Keys) -> Places:
        """Without a mapping: names of one of our occupations belong together."""
        ours = -1 - np.arange(len(keys))
        for row, occupations, nats in equal_names(keys, self.known):
            ours[row] = occupations[nats.argmax()]
        return np.unique(ours, return_inverse=True)[1].astype(np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCorpus:
    """Names with their occupations; `columns`: where each has its score."""

    ranker: ByOccupation
    keys: Keys
    vectors: Scores
    owners: Places
    columns: Places
    strangers: Occupations | None

    def ordered(self, titles: Sequence[str]) -> Places:
        """Occupations by their chance, and within each its names by likeness."""
        seen = self.ranker.eyes.see([clean_title(title) for title in titles])
        tables = [scores(seen, self.ranker.known)]
        if self.strangers is not None:
            tables.append(scores(seen, self.strangers))
        likely = chances(np.concatenate(tables, axis=1)[:, self.columns])
        alike = seen.by_letters @ self.vectors.T
        alike += EQUAL * (seen.keys[:, None] == self.keys[None, :])
        rows = [self._order(*both) for both in zip(likely, alike, strict=True)]
        return np.stack(rows)

    def _order(self, likely: Scores, alike: Scores) -> Places:
        rank = np.empty(len(likely), dtype=np.int64)
        rank[np.argsort(-likely, kind="stable")] = np.arange(len(likely))
        ranks = rank[self.owners]
        grouped = np.lexsort((-alike, ranks))
        sure = likely.max() >= self.ranker.together
        return several_first(grouped, ranks[grouped], MOST_TOGETHER if sure else 1)


def several_first(grouped: Places, ranks: Places, together: int) -> Places:
    """So many names of the first occupation, one of each following, then the rest.

    `ranks`: the place of each name's occupation, rising from 0.
    """
    of_best = np.arange(len(ranks)) < min(together, int((ranks == 0).sum()))
    is_next = (np.diff(ranks, prepend=0) > 0) | of_best
    first = is_next & (np.cumsum(is_next) <= FIRST_SEEN)
    return np.concatenate([grouped[first], grouped[~first]])


def load_by_occupation() -> ByOccupation:
    """The bundled figures."""
    eyes, model = load_eyes()
    known, _ = read_occupations(BUNDLED / OCCUPATIONS_FILE, model=model)
    return ByOccupation(eyes=eyes, known=known)


def _matches(keys: Keys, owners: Places, known: Occupations) -> Mapping[int, int]:
    """Per occupation of the corpus ours that shares most names with it."""
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for row, ours, nats in equal_names(keys, known):
        for one, weight in zip(ours.tolist(), nats.tolist(), strict=True):
            votes[int(owners[row])][one] += weight
    return {owner: found.most_common(1)[0][0] for owner, found in votes.items()}


def _columns(matches: Mapping[int, int], strangers: Sequence[int], ours: int) -> Places:
    places = {**matches, **{one: ours + at for at, one in enumerate(strangers)}}
    return np.array([places[one] for one in sorted(places)], dtype=np.int64)


def _described(
    strangers: Sequence[int], owners: Places, names: Sequence[str], eyes: Eyes
) -> Occupations | None:
    labels: dict[int, list[str]] = {one: [] for one in strangers}
    for owner, name in zip(owners.tolist(), names, strict=True):
        if owner in labels:
            labels[owner].append(name)
    concepts = [
        Concept(uri=f"{owner:09}", isco="", labels=tuple(several))
        for owner, several in labels.items()
    ]
    return make_occupations(concepts, eyes, NAMES_ALONE) if concepts else None
