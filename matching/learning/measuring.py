"""What weights are worth on judgements that they did not learn from.

Twice: of other candidates (five parts, each candidate in one), and of later days (the
last quarter). `order`: of a saved and a rejected vacancy of one candidate, how often
the saved one has the higher score. `surprise`: mean log loss, which punishes certainty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from sklearn.model_selection import GroupKFold

from matching.learning.evidence import Example
from matching.learning.fitting import fit, log_odds
from matching.scoring.weights import Weights

PARTS = 5
LATER = 0.25
BETTER_BY = 0.01  # in `order`: less is chance

Teach = Callable[[Sequence[Example]], Weights]
Split = tuple[Sequence[Example], Sequence[Example]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """Of judgements that were kept apart; `pairs` is on how many `order` rests."""

    order: float
    surprise: float
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The earlier weights and the learned ones on the same judgements."""

    before: Worth
    after: Worth

    @property
    def is_better(self) -> bool:
        """Orders clearly better, and surprises no more."""
        better = self.after.order >= self.before.order + BETTER_BY
        return better and self.after.surprise <= self.before.surprise


def other_candidates(examples: Sequence[Example], weights: Weights) -> Comparison:
    """Each judgement by weights that saw nothing of its candidate."""
    groups = [str(one.candidate) for one in examples]
    folds = GroupKFold(n_splits=PARTS).split(examples, groups=groups)
    return _compared(
        [
            ([examples[i] for i in learned], [examples[i] for i in kept])
            for learned, kept in folds
        ],
        weights,
    )


def later_days(examples: Sequence[Example], weights: Weights) -> Comparison:
    """The last quarter by weights that saw only what came before."""
    ordered = sorted(examples, key=lambda one: one.judged_at)
    cut = round(len(ordered) * (1 - LATER))
    return _compared([(ordered[:cut], ordered[cut:])], weights)


def _compared(splits: Sequence[Split], weights: Weights) -> Comparison:
    return Comparison(
        before=_worth(splits, lambda _: weights),
        after=_worth(splits, lambda learned: fit(learned, weights)),
    )


def _worth(splits: Sequence[Split], teach: Teach) -> Worth:
    right: list[float] = []
    losses: list[float] = []
    for learned, kept in splits:
        odds = log_odds(kept, teach(learned))
        signs = np.array([1.0 if one.saved else -1.0 for one in kept])
        losses += np.logaddexp(0, -signs * odds).tolist()
        right += _pairs(kept, odds.tolist())
    return Worth(
        order=round(float(np.mean(right)), 4) if right else 0.0,
        surprise=round(float(np.mean(losses)), 4),
        pairs=len(right),
    )


def _pairs(kept: Sequence[Example], odds: Sequence[float]) -> Iterator[float]:
    """1 where the saved one stands higher, a half where both stand alike."""
    saved: dict[UUID, list[float]] = defaultdict(list)
    rejected: dict[UUID, list[float]] = defaultdict(list)
    for one, score in zip(kept, odds, strict=True):
        (saved if one.saved else rejected)[one.candidate].append(score)
    for candidate, high in saved.items():
        for one_odds in high:
            for other in rejected[candidate]:
                yield 0.5 + 0.5 * float(np.sign(one_odds - other))
