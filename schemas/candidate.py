"""Candidate: who they are and what they look for. What they can bear is capacity.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from schemas.vacancy import Education, Shift

TravelMode = Literal["bike", "ov", "car"]
# How wide is searched: 0 what is like the profile, 1 wider, 2 widest.
SearchWidth = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchProfile:
    """The zoekprofiel: what somebody did, knows and looks for; never a limitation.

    `travel_minutes` is one way; `dutch_level` a CEFR level (A1–C2);
    `excluded_shifts` are working times that are out by agreement; `second_directions`
    count less than `search_directions`.
    """

    former_jobs: Sequence[str]
    education: Education | None
    education_text: str
    experience: str
    wishes: str
    search_directions: Sequence[str]
    place: str
    postcode4: str | None
    lat: float | None
    lon: float | None
    travel_modes: Sequence[TravelMode]
    travel_minutes: int | None
    licences: Sequence[str]
    certificates: Sequence[str]
    dutch_level: str | None
    excluded_shifts: Sequence[Shift]
    second_directions: Sequence[str] = ()
    search_width: SearchWidth = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person in a traject.

    `phase`: 1 inzicht, 2 verkenning, 3 benadering.
    """

    id: UUID
    opdrachtgever_id: UUID | None
    name: str
    phase: int
    traject_start: date
    planned_end: date | None
    invented: bool
