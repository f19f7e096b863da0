"""Case: everything the rules may look at when they judge one vacancy for one person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from schemas.candidate import SearchProfile
from schemas.capacity import Capacity
from schemas.vacancy import Demand, Vacancy

Load = Literal["low", "medium", "high", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`capacity` is None as long as nobody entered a capacity document.

    `expected` gives the usual load of this occupation on a field; it may turn
    silence into an assumption, never into an exclusion.
    """

    profile: SearchProfile
    capacity: Capacity | None
    vacancy: Vacancy
    demands: Sequence[Demand]
    expected: Callable[[str], Load]
    today: date
