"""Learns weights from an organisation's judgements, and takes them only if better."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from matching.learning.evidence import COUNTING, Example, examples, too_little
from matching.learning.fitting import fit
from matching.learning.measuring import Comparison, later_days, other_candidates
from matching.learning.using import weights_in_use
from matching.scoring.weights import SCORING_VERSION, Weights
from schemas.database import Db
from schemas.tables import rank_weights
from schemas.tables.rank_weights import NewWeights
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What came of learning; `weights` only when it is better than what there was."""

    judgements: int
    candidates: int
    lacking: str | None
    measured: Mapping[str, Comparison]
    weights: Weights | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A lesson, and the version it was kept as; None when nothing was taken."""

    lesson: Lesson
    version: int | None


def lesson(found: list[Example], weights: Weights) -> Lesson:
    """Compare before and after on judgements that were kept apart; decides only."""
    lacking = too_little(found)
    measured = {} if lacking else _measured(found, weights)
    better = measured and all(one.is_better for one in measured.values())
    return Lesson(
        judgements=len(found),
        candidates=len({one.candidate for one in found}),
        lacking=lacking,
        measured=measured,
        weights=fit(found, weights) if better else None,
    )


def learn(db: Db, *, by: str, vault: Vault) -> Learned:
    """Learn from all judgements there are; what is better is used from now on.

    One transaction (of its own, unless the caller has one open). `by` is who decided
    to learn.
    """
    with db.transaction():
        judged = rank_weights.judged(
            db, scoring=SCORING_VERSION, reasons=COUNTING, vault=vault
        )
        made = lesson(examples(judged), weights_in_use(db))
        if made.weights is None:
            return Learned(lesson=made, version=None)
        version = rank_weights.add(db, _kept(made, made.weights, by))
        rank_weights.choose(db, version, by=by)
        return Learned(lesson=made, version=version)


def _measured(found: list[Example], weights: Weights) -> dict[str, Comparison]:
    return {
        "other_candidates": other_candidates(found, weights),
        "later_days": later_days(found, weights),
    }


def _kept(made: Lesson, weights: Weights, by: str) -> NewWeights:
    measured: dict[str, Any] = {
        name: asdict(comparison) for name, comparison in made.measured.items()
    }
    return NewWeights(
        base=weights.base,
        weights={str(aspect): weight for aspect, weight in weights.of.items()},
        judgements=made.judgements,
        candidates=made.candidates,
        measured={**measured, "scoring": SCORING_VERSION},
        made_by=by,
    )
