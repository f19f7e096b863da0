"""Who signs in: the account, its persona and its session."""

from dataclasses import dataclass
from typing import Literal, get_args
from uuid import UUID

Persona = Literal["adviser", "candidate", "opdrachtgever", "coordinator", "admin"]
PERSONAS: tuple[Persona, ...] = get_args(Persona)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in."""

    id: UUID
    email: str
    name: str
    persona: Persona
    active: bool
    invented: bool
