"""Keeps some names apart, so that a model can be measured on unseen ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from matching.training.esco import Concept

TOO_ALIKE = 0.62  # char-3-gram Jaccard; above it a plural or spelling gives it away


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A name kept apart, the place of its concept in the list, and if we wrote it."""

    label: str
    concept: int
    own: bool = False


def hold_out(
    concepts: Sequence[Concept], *, size: int, seed: int
) -> tuple[list[Concept], list[Question]]:
    """Take up to `size` alternative labels away that are hard and unambiguous.

    Hard: not alike in spelling to another label of the concept. Unambiguous: no
    label of another concept. A concept keeps at least one label and loses one.
    """
    owners = _owners(concepts)
    order = list(range(len(concepts)))
    Random(seed).shuffle(order)  # noqa: S311 - a reproducible choice, no secret
    kept = list(concepts)
    questions: list[Question] = []
    for place in order:
        if len(questions) == size:
            break
        concept = concepts[place]
        hard = [
            label
            for label in concept.names[1:]
            if owners[label.casefold()] == 1 and _is_hard(label, concept.names)
        ]
        if hard:
            label = hard[seed % len(hard)]
            kept[place] = _without(label, concept)
            own = label in concept.own
            questions.append(Question(label=label, concept=place, own=own))
    return kept, questions


def _without(label: str, concept: Concept) -> Concept:
    return replace(
        concept,
        labels=tuple(other for other in concept.labels if other != label),
        own=tuple(other for other in concept.own if other != label),
    )


def _owners(concepts: Sequence[Concept]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for concept in concepts:
        for label in {label.casefold() for label in concept.names}:
            counts[label] = counts.get(label, 0) + 1
    return counts


def _is_hard(label: str, others: Sequence[str]) -> bool:
    mine = _trigrams(label)
    return all(
        other == label
        or len(mine & (theirs := _trigrams(other))) < TOO_ALIKE * len(mine | theirs)
        for other in others
    )


def _trigrams(text: str) -> frozenset[str]:
    padded = f"  {text.casefold()} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
