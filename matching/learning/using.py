"""The weights that count now: the version chosen last, else the shipped ones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from matching.scoring.weights import SHIPPED_WEIGHTS, Weights
from schemas.database import Db
from schemas.match import Aspect
from schemas.tables import rank_weights
from schemas.tables.rank_weights import StoredWeights


def weights_in_use(db: Db) -> Weights:
    """What a ranking of this moment counts with."""
    (stored,) = (one for one in rank_weights.all_versions(db) if one.in_use)
    return _weights(stored)


def _weights(stored: StoredWeights) -> Weights:
    """An aspect that a version does not know yet counts as shipped."""
    if stored.base is None or stored.weights is None:
        return SHIPPED_WEIGHTS
    known = cast("Mapping[Aspect, float]", stored.weights)
    return Weights(
        version=stored.version,
        base=stored.base,
        of=MappingProxyType({**SHIPPED_WEIGHTS.of, **known}),
    )
