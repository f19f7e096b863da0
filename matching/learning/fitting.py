"""Fits the weights of likeness to judgements, pulled to the weights there were.

Logistic regression with a Gaussian prior around the earlier weights: little evidence
moves them little. No weight becomes negative: more alike is never worse. What the rules
and the facts add (hours, travel, level) is left as it is, for no judgement teaches it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from matching.learning.evidence import Example
from matching.scoring.weights import LEARNABLE, Weights, widened
from schemas.match import BASE

SPREAD = 0.5  # how far a weight may easily move, as a share of itself
BASE_SPREAD = 1.0  # of the beginning, in log-odds
MOST_TIMES = 3.0  # no weight becomes more than this times itself
DIGITS = 4

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """Per example: what may be learned (the last column is the base), and the rest."""

    seen: Numbers
    rest: Numbers
    saved: Numbers


def table(examples: Sequence[Example], weights: Weights) -> Table:
    """Examples as numbers; a wider search narrows what its aspects count."""
    shipped = weights.of
    rows, rest = [], []
    for one in examples:
        wide = widened(weights, one.width).of
        rows.append(
            [
                one.values.get(aspect, 0.0) * wide[aspect] / shipped[aspect]
                if shipped[aspect]
                else 0.0
                for aspect in LEARNABLE
            ]
            + [1.0]
        )
        rest.append(
            sum(
                value * wide.get(aspect, 0.0)
                for aspect, value in one.values.items()
                if aspect not in LEARNABLE and aspect != BASE
            )
        )
    saved = [float(one.saved) for one in examples]
    return Table(np.array(rows), np.array(rest), np.array(saved))


def fit(examples: Sequence[Example], weights: Weights) -> Weights:
    """The weights that these judgements and the earlier weights agree on best."""
    made = table(examples, weights)
    start = np.array([*(weights.of[aspect] for aspect in LEARNABLE), weights.base])
    spread = np.array([*(SPREAD * np.maximum(start[:-1], 0.1)), BASE_SPREAD])

    def loss(tried: Numbers) -> tuple[float, Numbers]:
        odds = made.seen @ tried + made.rest
        away = (tried - start) / spread
        missed = 1 / (1 + np.exp(-odds)) - made.saved
        total = np.logaddexp(0, odds).sum() - odds @ made.saved + away @ away / 2
        return float(total), made.seen.T @ missed + away / spread

    bounds = [(0.0, MOST_TIMES * max(one, 0.1)) for one in start[:-1]]
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]
    )
    *learned, base = (round(float(one), DIGITS) for one in found.x)
    of = {**weights.of, **dict(zip(LEARNABLE, learned, strict=True))}
    return replace(weights, base=base, of=MappingProxyType(of))


def log_odds(examples: Sequence[Example], weights: Weights) -> Numbers:
    """What these weights give each example."""
    made = table(examples, weights)
    own = np.array([*(weights.of[aspect] for aspect in LEARNABLE), weights.base])
    odds: Numbers = made.seen @ own + made.rest
    return odds
