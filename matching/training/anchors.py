"""Makes the linker's figures: vectors of occupation names, and how sure a link is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from matching.linking import Anchors, evidence, group_scores
from matching.training.esco import Concept
from matching.training.learning import Rows
from matching.training.own_names import board_titles

WIDTH = 128  # the model's first dimensions serve as well here, at half the size
OWN_WEIGHT = 10.0  # a name from the job boards tells more than one of a classification
LARGEST = 127  # int8

Embed = Callable[[Sequence[str]], Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of work, the unit group it belongs to and how much it tells."""

    isco: str
    text: str
    weight: float = 1.0


def own_titles() -> list[Name]:
    """The job-board titles we wrote ourselves."""
    return [
        Name(isco=isco, text=title, weight=OWN_WEIGHT)
        for isco, titles in board_titles().items()
        for title in titles
    ]


def board_concepts(groups: Sequence[Concept]) -> list[Concept]:
    """The same titles as one concept per unit group, described by its name."""
    named = {group.isco: group.labels for group in groups}
    titles: dict[str, list[str]] = {}
    for name in own_titles():
        titles.setdefault(name.isco, []).append(name.text)
    return [
        Concept(uri=isco, isco=isco, labels=tuple(texts), sentences=named.get(isco, ()))
        for isco, texts in titles.items()
    ]


def names_of(concepts: Sequence[Concept]) -> Iterator[Name]:
    """All Dutch names, and the first English one for adverts with an English title."""
    for concept in concepts:
        for label in (*concept.labels, *concept.english[:1]):
            yield Name(isco=concept.isco or "", text=label)


def make_anchors(names: Sequence[Name], embed: Embed) -> Anchors:
    """Vectors of all names, sorted by unit group; not calibrated yet."""
    ordered = sorted(set(names), key=lambda name: (name.isco, name.text, name.weight))
    vectors = embed([name.text for name in ordered])[:, :WIDTH]
    vectors = vectors / np.maximum(
        np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12
    )
    codes, starts = np.unique([name.isco for name in ordered], return_index=True)
    return Anchors(
        vectors=vectors,
        weights=np.array([name.weight for name in ordered], dtype=np.float32),
        codes=codes,
        starts=starts,
        calibration=np.array([0, 0, 0, 0, 10], dtype=np.float32),
        model="",
    )


def calibrate(anchors: Anchors, unseen: Sequence[Name], embed: Embed) -> Anchors:
    """Learn how sure a link is, from names that are no anchors."""
    scores = group_scores(embed([name.text for name in unseen]), anchors)
    right = anchors.codes[scores.argmax(axis=1)] == [name.isco for name in unseen]
    if right.all() or not right.any():
        return anchors
    curve = LogisticRegression(C=1000.0, max_iter=1000)
    curve.fit(evidence(scores), right)
    learnt = np.append(curve.coef_[0], curve.intercept_).astype(np.float32)
    return replace(anchors, calibration=learnt)


def share_right(
    anchors: Anchors, unseen: Sequence[Name], embed: Embed
) -> dict[str, float]:
    """Share of names linked rightly to four, three and two digits."""
    scores = group_scores(embed([name.text for name in unseen]), anchors)
    found = anchors.codes[scores.argmax(axis=1)]
    return {
        f"isco_{digits}": round(
            float(
                np.mean(
                    [
                        code[:digits] == name.isco[:digits]
                        for code, name in zip(found, unseen, strict=True)
                    ]
                )
            ),
            4,
        )
        for digits in (4, 3, 2)
    }


def store_anchors(anchors: Anchors, path: Path, *, model: str) -> None:
    """Write the vectors as int8: their direction is all that counts."""
    largest = np.abs(anchors.vectors).max(axis=1, keepdims=True)
    small: NDArray[np.int8] = np.round(
        anchors.vectors / np.maximum(largest, 1e-12) * LARGEST
    ).astype(np.int8)
    np.savez_compressed(
        path,
        vectors=small,
        weights=anchors.weights.astype(np.float16),
        codes=anchors.codes,
        starts=anchors.starts.astype(np.int32),
        calibration=anchors.calibration,
        model=np.str_(model),
    )
