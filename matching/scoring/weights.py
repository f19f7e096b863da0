"""How much each aspect counts in a score, in log-odds; set by hand until taught.

The start is that of guide/matching.md section 4, set to the scale of eight invented
people: of what gets a score p, about a share p is worth proposing (slope .99, and .95
to 1.07 with one of them left out). Eight can check a scale; they cannot teach weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from schemas.match import Aspect

SCORING_VERSION = "2026-11-22.1"
SHIPPED = 0  # the version of the weights below, in the table of versions

# Of likeness and of work that may be learned; only these are ever taught by judgements.
LEARNABLE: tuple[Aspect, ...] = (
    "meaning", "words", "whole", "told", "skills", "occupation",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A version: log-odds per unit of each aspect, and `base`, where all begin."""

    version: int
    base: float
    of: Mapping[Aspect, float]


SHIPPED_WEIGHTS = Weights(
    version=SHIPPED,
    base=-3.6,
    of=MappingProxyType(
        {
            "meaning": 3.5,
            "words": 1.5,
            "whole": 3.3,
            "told": 1.85,
            "skills": 0.9,
            "occupation": 0.2,
            "transferable": 0.0,
            "education": 0.2,
            "hours": 0.12,
            "travel": -0.4,
            "freshness": 0.1,
            "aid": 0.06,
            "questions": 0.2,
        }
    ),
)

# How wide is searched: what is left of likeness to one job or direction, and what
# work that takes over much of the former work then counts. Limits stay what they are.
NARROWED = (1.0, 0.8, 0.6)
TRANSFERABLE = (0.0, 0.6, 1.2)
NARROWED_ASPECTS: tuple[Aspect, ...] = ("meaning", "words", "occupation")


def widened(weights: Weights, width: int) -> Weights:
    """The same weights for somebody for whom is searched wider (0 to 2)."""
    kept = NARROWED[width]
    of = {
        aspect: weight * (kept if aspect in NARROWED_ASPECTS else 1.0)
        for aspect, weight in weights.of.items()
    }
    wider: dict[Aspect, float] = {**of, "transferable": TRANSFERABLE[width]}
    return replace(weights, of=MappingProxyType(wider))
