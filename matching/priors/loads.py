"""How heavy an occupation usually is: it may raise a question, and never exclude.

Figures come from `priors.tsv` (O*NET averages per ISCO-08 unit group, made by
`matching.priors.make`; the United States, not the Netherlands) and, for what O*NET
does not measure, from our own assumptions in `assumed_loads.tsv`.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from matching.case import Load as Load

Basis = Literal["onet", "assumed"]
UNIT_GROUP_DIGITS = 4

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
    """The usual load with its basis, or None where there is none."""
    if isco is None or len(isco) != UNIT_GROUP_DIGITS:
        return None
    return _assumed(isco, field) or _averages().get((isco, MEASURE_OF.get(field, "")))


def _assumed(isco: str, field: str) -> Prior | None:
    for digits in range(UNIT_GROUP_DIGITS, 0, -1):
        if load := _assumptions().get((isco[:digits], field)):
            return Prior(load=load, basis="assumed")
    return None


@cache
def _averages() -> Mapping[tuple[str, str], Prior]:
    """A cell reads `4.1 high`; an empty one means that nothing trustworthy is known."""
    return {
        (row["isco"], measure): Prior(
            load=cast("Load", cell.split()[1]),
            basis="onet",
            average=float(cell.split()[0]),
        )
        for row in _rows("priors.tsv")
        for measure, cell in row.items()
        if measure != "isco" and cell
    }


@cache
def _assumptions() -> Mapping[tuple[str, str], Load]:
    return {
        (prefix, field): cast("Load", row["load"])
        for row in _rows("assumed_loads.tsv")
        for prefix in row["isco"].split()
        for field in row["fields"].split()
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table beside this module; lines that start with # are its notes."""
    lines = files("matching.priors").joinpath(name).read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    yield from csv.DictReader(told, delimiter="\t")
