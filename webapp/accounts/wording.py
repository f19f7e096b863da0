"""How somebody is spoken to: colleagues with je, everybody else with u."""

from flask import Flask, g

from schemas.account import Persona

COLLEAGUES: frozenset[Persona] = frozenset({"adviser", "coordinator", "admin"})


def you(informal: str, formal: str, persona: Persona | None = None) -> str:
    """The words for whoever is signed in, or for a `persona` that is named."""
    spoken_to = persona or (g.me.persona if g.get("me") else None)
    return informal if spoken_to in COLLEAGUES else formal


def init(app: Flask) -> None:
    """Give the templates this choice."""
    app.context_processor(lambda: {"you": you})
