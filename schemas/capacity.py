"""What a person can bear: the capacity document of the doctor and its items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

DocumentKind = Literal["fml", "izp", "lab", "bar", "ad_report", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityItem:
    """One limited item; level 0 is assessed normal.

    `is_max` only matters for hours: True when the doctor wrote "maximaal", False
    for "ongeveer" (tolerance 2.5 hours a week and 0.5 a day: CRVB 2021:2204).
    `sentence` is the source's own sentence.
    """

    field: str
    level: int
    value: float | None = None
    unit: str | None = None
    is_max: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """One version of somebody's belastbaarheid; a newer one supersedes it."""

    id: UUID
    candidate_id: UUID
    kind: DocumentKind
    author_role: str
    assessed_on: date
    valid_until: date | None
    items: Sequence[CapacityItem]
