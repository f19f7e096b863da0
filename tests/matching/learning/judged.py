"""Judgements of invented candidates who save by a rule that is known."""

import random
from datetime import timedelta
from uuid import UUID

from matching.learning.evidence import Example
from schemas.match import Aspect
from tests.builders import NOW


def examples(
    *, candidates: int = 12, each: int = 30, decides: Aspect = "told", seed: int = 1
) -> list[Example]:
    """Who saves what `decides` sees much of, and mostly rejects the rest."""
    chance = random.Random(seed)
    return [
        _example(chance, UUID(int=candidate), number, decides)
        for candidate in range(candidates)
        for number in range(each)
    ]


def _example(
    chance: random.Random, candidate: UUID, number: int, decides: Aspect
) -> Example:
    aspects: tuple[Aspect, ...] = ("meaning", "words", "whole", "told", "skills")
    values: dict[Aspect, float] = {one: chance.random() for one in aspects}
    likely = 0.9 if values[decides] > 0.5 else 0.1
    return Example(
        candidate=candidate,
        saved=chance.random() < likely,
        judged_at=NOW + timedelta(hours=number),
        width=0,
        values={"base": 1.0, "travel": chance.random(), **values},
    )
