"""Links an advert's title to the ISCO-08 unit group it belongs to, or to none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.encoder import BUNDLED, Encoder, ModelMissingError, load_encoder
from matching.likeness.titles import work_named

ANCHORS_FILE = "occupations.npz"
SHARPNESS = 0.03  # cosine difference that makes a name e times as telling
SURE_ENOUGH = 0.55  # below it a title is linked to nothing
BATCH = 512

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A unit group and the chance that it is the right one."""

    isco: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Vectors of occupation names sorted by unit group, and how to read the scores.

    `weights`: how much a name tells; `starts`: where the names of each group of
    `codes` begin; `calibration`: of a logistic curve over `evidence`, intercept last.
    """

    vectors: Vectors
    weights: Vectors
    codes: NDArray[np.str_]
    starts: NDArray[np.int64]
    calibration: Vectors
    model: str


@dataclass(frozen=True, slots=True)
class Linker:
    """Titles to unit groups, with the encoder the anchors were made with."""

    encoder: Encoder
    anchors: Anchors

    def link(self, titles: Sequence[str]) -> list[Link | None]:
        """One answer per title; None where the title says too little."""
        texts = [work_named(title) or "" for title in titles]
        found: list[Link | None] = []
        for start in range(0, len(texts), BATCH):
            vectors = self.encoder.encode_query(texts[start : start + BATCH])
            found += _links(vectors, self.anchors)
        return found


def load_linker(folder: Path = BUNDLED) -> Linker:
    """The bundled linker; it keeps to the bundled model whatever the ranking uses."""
    encoder = load_encoder(None if folder == BUNDLED else str(folder))
    anchors = read_anchors(folder / ANCHORS_FILE)
    if not encoder.name.endswith(anchors.model):
        raise ModelMissingError(
            f"{ANCHORS_FILE} was made with another model: `python -m matching.train`"
        )
    return Linker(encoder, anchors)


@cache
def _bundled() -> Linker:
    return load_linker()


def bundled_link(titles: Sequence[str]) -> list[Link | None]:
    """What the bundled linker says; it is loaded when it is first asked anything."""
    return _bundled().link(titles) if titles else []


def read_anchors(path: Path) -> Anchors:
    """Read what training wrote: vectors as bytes, scaled back to length one."""
    if not path.is_file():
        raise ModelMissingError(f"{path.name} is not beside the model")
    with np.load(path, allow_pickle=False) as stored:
        raw = stored["vectors"].astype(np.float32)
        lengths = np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12)
        return Anchors(
            vectors=raw / lengths,
            weights=stored["weights"].astype(np.float32),
            codes=stored["codes"],
            starts=stored["starts"].astype(np.int64),
            calibration=stored["calibration"].astype(np.float32),
            model=str(stored["model"]),
        )


def group_scores(vectors: Vectors, anchors: Anchors) -> Vectors:
    """Per text and unit group: a soft maximum over the names of the group."""
    width = anchors.vectors.shape[1]
    cut = vectors[:, :width]
    cut = cut / np.maximum(np.linalg.norm(cut, axis=1, keepdims=True), 1e-12)
    told = np.exp((cut @ anchors.vectors.T - 1) / SHARPNESS) * anchors.weights
    summed = np.add.reduceat(told, anchors.starts, axis=1)
    scores: Vectors = SHARPNESS * np.log(np.maximum(summed, 1e-30)).astype(np.float32)
    return scores


def evidence(scores: Vectors) -> Vectors:
    """What tells whether the best group is right: its score, its lead, its share."""
    padded = np.pad(scores, ((0, 0), (2, 0)), mode="constant", constant_values=-1)
    third, second, best = np.sort(padded, axis=1)[:, -3:].T
    share = np.exp((best - _log_sum(scores)) / SHARPNESS)
    features: Vectors = np.stack(
        [best, best - second, best - third, share], axis=1
    ).astype(np.float32)
    return features


def _log_sum(scores: Vectors) -> Vectors:
    top = scores.max(axis=1)
    inside = np.exp((scores - top[:, None]) / SHARPNESS).sum(axis=1)
    total: Vectors = top + SHARPNESS * np.log(inside)
    return total


def _links(vectors: Vectors, anchors: Anchors) -> list[Link | None]:
    scores = group_scores(vectors, anchors)
    logits = evidence(scores) @ anchors.calibration[:-1] + anchors.calibration[-1]
    sure = 1 / (1 + np.exp(-logits))
    best = anchors.codes[scores.argmax(axis=1)]
    known = np.abs(vectors).sum(axis=1) > 0
    return [
        Link(isco=str(isco), confidence=round(float(p), 3))
        if p >= SURE_ENOUGH and seen
        else None
        for isco, p, seen in zip(best, sure, known, strict=True)
    ]
