"""What the model learns from: two texts that belong together, drawn at random."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.training.esco import Concept, Esco

Texts = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Pairs (left, right) per concept; `weight` is its part in the loss."""

    name: str
    weight: float
    sides: tuple[Texts, ...]

    def draw(self, random: np.random.Generator, size: int) -> "Batch":
        """`size` pairs; a concept is drawn in proportion to its left texts."""
        counts = np.array([len(left) for left, _ in self.sides], dtype=np.float64)
        chosen = random.choice(len(self.sides), size=size, p=counts / counts.sum())
        pairs = [_pair(self.sides[place], random) for place in chosen]
        return Batch(
            left=[left for left, _ in pairs],
            right=[right for _, right in pairs],
            concepts=chosen,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pairs and the concept each belongs to, so that equals are no opposites."""

    left: list[str]
    right: list[str]
    concepts: NDArray[np.int64]


def tasks_of(esco: Esco, boards: Sequence[Concept] = ()) -> tuple[Task, ...]:
    """The mix: names of occupations first, then what describes them, then skills.

    `boards` are the job-board titles of each unit group, learnt beside its name.

    Weights by guide/matching.md section 3, checked on our own held-out labels.
    """
    occupations = (*esco.occupations, *esco.groups)
    everything = (*occupations, *esco.skills)
    made = (
        _task("label-label", 1.0, occupations, lambda c: (c.names, c.names)),
        _task("label-sentence", 0.7, occupations, lambda c: (c.names, c.sentences)),
        _task("skill", 0.3, esco.skills, lambda c: (c.labels, c.labels + c.sentences)),
        _task("english", 0.8, everything, lambda c: (c.names, c.english)),
        _task("boards", 0.3, boards, lambda c: (c.labels, c.labels + c.sentences)),
    )
    return tuple(task for task in made if task.sides)


def texts_of(esco: Esco) -> Iterator[str]:
    """Every text of the training data once per concept, in a fixed order."""
    for concept in (*esco.occupations, *esco.groups, *esco.skills):
        yield from concept.names
        yield from concept.sentences
        yield from concept.english


def _task(
    name: str,
    weight: float,
    concepts: Sequence[Concept],
    sides: Callable[[Concept], Texts],
) -> Task:
    found = (sides(concept) for concept in concepts)
    usable = tuple((a, b) for a, b in found if a and b and (a != b or len(a) > 1))
    return Task(name=name, weight=weight, sides=usable)


def _pair(sides: Texts, random: np.random.Generator) -> tuple[str, str]:
    left = sides[0][random.integers(len(sides[0]))]
    others = [text for text in sides[1] if text != left] or sides[1]
    return left, others[random.integers(len(others))]
