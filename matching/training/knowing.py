"""Makes the linker's figures: vectors of occupations, and how sure a link is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from matching.encoder import Encoder
from matching.linking import Guesses, best_groups, sureness
from matching.occupations import (
    WEIGHTS,
    Eyes,
    Occupations,
    Vectors,
    Weights,
    equal_names,
    keys_of,
    scores,
    unit,
)
from matching.training.esco import Concept

BINS = 10  # of the calibration error
ALWAYS = np.array([0, 0, 0, 10], np.float32)  # a curve that is always sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of work and the unit group that it belongs to."""

    isco: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What occupations are made of, in the order of their unit groups.

    Vectors of all names by letters; per occupation the middles of its names, sentences
    and English names by letters, and of its names and sentences by words.
    """

    concepts: Sequence[Concept]
    vectors: Vectors
    names: Vectors
    sentences: Vectors
    english: Vectors
    names_by_words: Vectors
    sentences_by_words: Vectors


def parts_of(concepts: Sequence[Concept], eyes: Eyes) -> Parts:
    """Look at all texts once, however often they are weighed."""
    ordered = sorted(concepts, key=lambda one: (one.isco or "", one.uri))
    names = [one.names for one in ordered]
    sentences = [one.sentences for one in ordered]
    return Parts(
        concepts=ordered,
        vectors=eyes.letters.encode_query([t for one in ordered for t in _known(one)]),
        names=middles(names, eyes.letters),
        sentences=middles(sentences, eyes.letters),
        english=middles([one.english for one in ordered], eyes.letters),
        names_by_words=middles(names, eyes.words),
        sentences_by_words=middles(sentences, eyes.words),
    )


def weighed(parts: Parts, weights: Weights = WEIGHTS) -> Occupations:
    """Occupations and unit groups as vectors."""
    sizes = np.array([len(_known(one)) for one in parts.concepts])
    flat = [text for one in parts.concepts for text in _known(one)]
    return Occupations(
        isco=np.array([one.isco or "" for one in parts.concepts]),
        starts=np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
        names=parts.vectors,
        keys=keys_of(flat),
        equal=np.array(
            [nats for one in parts.concepts for nats in _equal(one, weights)],
            np.float32,
        ),
        by_letters=weights.names * parts.names
        + weights.description * parts.sentences
        + weights.english * parts.english,
        by_words=weights.names_by_words * parts.names_by_words
        + weights.description_by_words * parts.sentences_by_words,
        before=np.array(
            [0.0 if one.uri else weights.title for one in parts.concepts], np.float32
        ),
    )


def make_occupations(
    concepts: Sequence[Concept], eyes: Eyes, weights: Weights = WEIGHTS
) -> Occupations:
    """Occupations and unit groups as vectors, in the order of their unit groups."""
    return weighed(parts_of(concepts, eyes), weights)


def middles(texts: Sequence[Sequence[str]], encoder: Encoder) -> Vectors:
    """The direction between the texts of each row; zeros for a row without texts."""
    flat = [text for several in texts for text in several] or [""]
    owner = np.repeat(np.arange(len(texts)), [len(several) for several in texts])
    vectors = encoder.encode_query(flat)[: len(owner)]
    summed = np.zeros((len(texts), vectors.shape[1]), np.float32)
    np.add.at(summed, owner, vectors)
    return unit(summed)


def calibrate(known: Occupations, unseen: Sequence[Named], eyes: Eyes) -> Vectors:
    """Learn how sure a link is, from names that are not among the known ones."""
    guesses = _guesses(known, unseen, eyes)
    right = guesses.isco == [name.isco for name in unseen]
    if right.all() or not right.any():
        return ALWAYS
    curve = LogisticRegression(C=1000.0, max_iter=1000)
    curve.fit(guesses.evidence, right)
    return np.append(curve.coef_[0], curve.intercept_).astype(np.float32)


def linked_right(
    known: Occupations, calibration: Vectors, unseen: Sequence[Named], eyes: Eyes
) -> dict[str, float]:
    """Shares of names linked rightly to four, three and two digits; calibration error.

    The error is the mean distance between chance and share in ten equal ranges.
    """
    guesses = _guesses(known, unseen, eyes)
    meant = np.array([name.isco for name in unseen])
    figures = {
        f"isco_{digits}": _share(_cut(guesses.isco, digits) == _cut(meant, digits))
        for digits in (4, 3, 2)
    }
    sure = sureness(guesses, calibration)
    return {**figures, "ece": calibration_error(sure, guesses.isco == meant)}


def calibration_error(sure: Vectors, right: NDArray[np.bool_]) -> float:
    """Mean distance between what was promised and what came true, by range."""
    ranges = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [
        abs(float(sure[ranges == one].mean() - right[ranges == one].mean()))
        * float((ranges == one).mean())
        for one in np.unique(ranges)
    ]
    return round(sum(gaps), 4)


def _guesses(known: Occupations, unseen: Sequence[Named], eyes: Eyes) -> Guesses:
    """What would be guessed if a title of the job boards were not among the known."""
    seen = eyes.see([name.text for name in unseen])
    table = scores(seen, known)
    for row, owners, _ in equal_names(seen.keys, known):
        table[row, owners[known.before[owners] > 0]] = -np.inf
    return best_groups(table, known)


def _known(one: Concept) -> tuple[str, ...]:
    """All Dutch names, and the first English one for adverts with an English title."""
    return (*one.names, *one.english[:1])


def _equal(one: Concept, weights: Weights) -> list[float]:
    """What a title that equals each of those names adds."""
    others = len(_known(one)) - len(one.labels)
    return [weights.equal_label] * len(one.labels) + [weights.equal_own] * others


def _cut(codes: NDArray[np.str_], digits: int) -> NDArray[np.str_]:
    return codes.astype(f"<U{digits}")


def _share(right: NDArray[np.bool_]) -> float:
    return round(float(right.mean()), 4)
