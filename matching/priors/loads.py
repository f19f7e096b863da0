"""How heavy an occupation usually is: it may raise a question, and never exclude.

Figures come from `priors.tsv` (O*NET averages per ISCO-08 unit group, made by
`matching.priors.make`; the United States, not the Netherlands) and, for what O*NET
does not measure or does not fit, from our own assumptions in `assumed_loads.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from matching.case import Load as Load
from matching.priors.assumed import UNIT_GROUP_DIGITS, assumed
from matching.priors.naming import rows

Basis = Literal["onet", "assumed"]
FAMILY_DIGITS = 3

# Our field -> the measure (a column of priors.tsv) that says something about it.
MEASURE_OF: Mapping[str, str] = MappingProxyType(
    {
        "sit_hours_day": "sit",
        "stand_minutes": "stand",
        "stand_hours_day": "stand",
        "walk_minutes": "walk",
        "walk_hours_day": "walk",
        "climb": "climb",
        "kneel_per_hour": "kneel",
        "kneel_static_minutes": "kneel",
        "bend_degrees": "bend",
        "bend_per_hour": "bend",
        "bent_static_minutes": "bend",
        "trunk_rotation": "bend",
        "hand_use": "repeat",
        "needs_no_deadlines_peaks": "deadlines",
        "needs_no_high_pace": "pace",
        "conflict": "conflict",
        "needs_little_customer_contact": "customers",
        "needs_no_leadership": "leading",
        "cooperation": "cooperation",
        "focus_minutes": "exactness",
        "needs_no_personal_risk": "risk",
        "professional_driving": "driving",
        "heat_limited": "temperature",
        "cold_limited": "temperature",
        "noise_limited": "noise",
        "vibration_limited": "vibration",
        "airborne_limited": "contaminants",
        "ppe_limited": "protection",
        "infection_risk": "infection",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """The usual load, and what says so; `average` is on O*NET's scale from 1 to 5."""

    load: Load
    basis: Basis
    average: float | None = None


def expected_load(isco: str | None, field: str) -> Load:
    """The usual load of `field` in this unit group; `unknown` where nothing says so."""
    found = prior(isco, field)
    return found.load if found else "unknown"


def prior(isco: str | None, field: str) -> Prior | None:
    """The usual load with its basis, or None where there is none.

    `isco` may be a unit group or a wider group, of fewer digits.
    """
    if isco is None or not isco.isdecimal() or len(isco) > UNIT_GROUP_DIGITS:
        return None
    if load := assumed(isco, field):
        return Prior(load=load, basis="assumed")
    return _measured(isco, MEASURE_OF.get(field, ""))


@cache
def _measured(isco: str, measure: str) -> Prior | None:
    """The figure of a unit group; of a group without one, what its family agrees on."""
    averages = _averages()
    if isco in _groups():
        return averages.get((isco, measure))
    family = [
        averages.get((group, measure))
        for group in _groups()
        if group.startswith(isco[:FAMILY_DIGITS])
    ]
    loads = {one.load if one else "unknown" for one in family}
    return family[0] if len(loads) == 1 else None


@cache
def _groups() -> frozenset[str]:
    return frozenset(isco for isco, _ in _averages())


@cache
def _averages() -> Mapping[tuple[str, str], Prior]:
    """A cell reads `4.1 high`; an empty one means that nothing trustworthy is known."""
    return {
        (row["isco"], measure): Prior(
            load=cast("Load", cell.split()[1]),
            basis="onet",
            average=float(cell.split()[0]),
        )
        for row in rows("priors.tsv")
        for measure, cell in row.items()
        if measure != "isco" and cell
    }
