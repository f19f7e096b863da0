"""Who signs in: the account, its persona and its session."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args
from uuid import UUID

Persona = Literal["adviser", "candidate", "opdrachtgever", "coordinator", "admin"]
StandInReason = Literal["leave", "away", "busy", "vacant"]
ResetReason = Literal["lost", "broken", "replaced", "misuse"]
PERSONAS: tuple[Persona, ...] = get_args(Persona)

STAND_IN_REASONS: tuple[StandInReason, ...] = get_args(StandInReason)
RESET_REASONS: tuple[ResetReason, ...] = get_args(ResetReason)
LONGEST_STAND_IN = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in."""

    id: UUID
    email: str
    name: str
    persona: Persona
    active: bool
    invented: bool
    signed_in_at: datetime | None
