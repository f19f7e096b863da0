"""Who signs in: the account, its persona and its session."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Persona = Literal["adviser", "candidate", "opdrachtgever"]
PERSONAS: tuple[Persona, ...] = ("adviser", "candidate", "opdrachtgever")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in."""

    id: UUID
    email: str
    name: str
    persona: Persona
    active: bool
    invented: bool
