"""Divides a score over its aspects in whole points that add up to it exactly.

A score is `100 / (1 + exp(-sum))` of aspects in log-odds. Each gets its share along the
straight way from nothing to all (Aumann and Shapley, 1974): of a logistic curve that is
its log-odds times the mean slope. Points are rounded so that nothing is lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, isclose

from schemas.match import BASE, WHOLE, Aspect, out_of_hundred

DIGITS = 4  # of a score that is kept


def chance(log_odds: float) -> float:
    """0 to 1; what is far out gives 0 or 1 and never an error."""
    if log_odds >= 0:
        return 1 / (1 + exp(-log_odds))
    turned = exp(max(log_odds, -700.0))
    return turned / (1 + turned)


@dataclass(frozen=True, slots=True)
class Divided:
    """A score from 0 to 1, and its aspects in points, which add up to 100 times it."""

    score: float
    points: Mapping[Aspect, int]


def divided(base: float, aspects: Mapping[Aspect, float]) -> Divided:
    """Divide what `base` and `aspects`, in log-odds, come to together.

    No aspect gets points of another sign than its log-odds.
    """
    total = base + sum(aspects.values())
    start, end = chance(base) * WHOLE, chance(total) * WHOLE
    slope = _mean_slope(base, total, start, end)
    exact = {BASE: start, **{name: value * slope for name, value in aspects.items()}}
    score = round(end / WHOLE, DIGITS)
    return Divided(score, _rounded(exact, out_of_hundred(score)))


def _mean_slope(base: float, total: float, start: float, end: float) -> float:
    if isclose(base, total, abs_tol=1e-9):
        share = chance(base)
        return WHOLE * share * (1 - share)
    return (end - start) / (total - base)


def _rounded(exact: Mapping[Aspect, float], total: int) -> dict[Aspect, int]:
    """Round towards nought, then give what is missing to whoever lost most by that."""
    made = {aspect: int(value) for aspect, value in exact.items()}
    missing = total - sum(made.values())
    step = 1 if missing > 0 else -1
    lost = sorted(exact, key=lambda name: ((made[name] - exact[name]) * step, name))
    for aspect in lost[: abs(missing)]:
        made[aspect] += step
    return made
