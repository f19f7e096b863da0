"""What a person can bear: the capacity document of the doctor and its items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

DocumentKind = Literal["fml", "izp", "lab", "bar", "ad_report", "other"]
FormVersion = Literal["new", "old", "free"]
HoursField = Literal["hours_day", "hours_week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityItem:
    """One limited item; level 0 is assessed normal.

    `is_max` only matters for hours: True when the doctor wrote "maximaal", False
    for "ongeveer" (tolerance 2.5 hours a week and 0.5 a day: CRVB 2021:2204).
    `sentence` is the source's own sentence; `choices` are the keys of what is
    limited on a field of several parts (`CapacityField.choices`).
    """

    field: str
    level: int
    value: float | None = None
    unit: str | None = None
    is_max: bool = False
    sentence: str = ""
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursStep:
    """Hours that hold from a day on, in a build-up; None: not changed by this step."""

    starts_on: date
    hours_day: float | None = None
    hours_week: float | None = None
    is_max: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLimit:
    """Hours that somebody can work; `is_max` when they are no estimate."""

    value: float
    is_max: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """One version of somebody's belastbaarheid; a newer one supersedes it.

    `version` is the form whose levels the items use: the present one, the one used
    up to 2020, or none (`free`: words and numbers only). `supersedes` is the document
    it follows; `ramp` the build-up of the hours. A withdrawn document counts no more.
    """

    id: UUID
    candidate_id: UUID
    kind: DocumentKind
    author_role: str
    assessed_on: date
    valid_until: date | None
    items: Sequence[CapacityItem]
    version: FormVersion = "new"
    supersedes: UUID | None = None
    ramp: Sequence[HoursStep] = ()
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    def hours_on(self, field: HoursField, day: date) -> HoursLimit | None:
        """What somebody can work on `day`; None when the document sets no limit.

        The last step of the build-up that names these hours, else the item.
        """
        reached = sorted(
            (step.starts_on, value, step.is_max)
            for step in self.ramp
            if (value := getattr(step, field)) is not None and step.starts_on <= day
        )
        if reached:
            _, value, is_max = reached[-1]
            return HoursLimit(value=value, is_max=is_max)
        item = next((one for one in self.items if one.field == field), None)
        if item is None or item.level == 0 or item.value is None:
            return None
        return HoursLimit(value=item.value, is_max=item.is_max)
