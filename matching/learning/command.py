"""What `spoorzoeker match weights`, `learn` and `use` do."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from matching.learning.learning import Learned, learn
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.keys import vault_of
from schemas.opening import OpenDatabase
from schemas.tables import rank_weights
from schemas.tables.rank_weights import StoredWeights


def weights(opened: OpenDatabase) -> list[dict[str, Any]]:
    """Every version there is, oldest first."""
    with connect(opened.role("matcher")) as db:
        return [_shown(one) for one in rank_weights.all_versions(db)]


def learned(opened: OpenDatabase, *, by: str) -> dict[str, Any]:
    """Learn from what was saved and rejected; what is not better is not taken."""
    with connect(opened.role("matcher")) as db:
        vault = vault_of(opened.settings)
        return _lesson(learn(db, by=_named(by), vault=vault))


def use(opened: OpenDatabase, version: int, *, by: str) -> None:
    """Rank by this version from the next ranking on; BadInputError without it."""
    with connect(opened.role("matcher")) as db, db.transaction():
        if not rank_weights.choose(db, version, by=_named(by)):
            raise BadInputError(f"there are no weights of version {version}")


def summary(found: Mapping[str, Any]) -> dict[str, Any]:
    """One version in a row."""
    order = found["measured"].get("other_candidates", {})
    return {
        "version": found["version"],
        "in use": "yes" if found["in_use"] else "",
        "judgements": found["judgements"],
        "candidates": found["candidates"],
        "order before": order.get("before", {}).get("order", ""),
        "order after": order.get("after", {}).get("order", ""),
        "made by": found["made_by"],
        "made at": found["made_at"][:16],
    }


def _named(by: str) -> str:
    if not by.strip():
        raise BadInputError("say who decides, with --by")
    return by.strip()


def _shown(one: StoredWeights) -> dict[str, Any]:
    facts = asdict(one)
    for name in ("made_at", "chosen_at"):
        facts[name] = facts[name].isoformat() if facts[name] else None
    return facts


def _lesson(found: Learned) -> dict[str, Any]:
    made = found.lesson
    return {
        "taken": found.version is not None,
        "version": found.version,
        "judgements": made.judgements,
        "candidates": made.candidates,
        "lacking": made.lacking,
        "measured": {name: asdict(one) for name, one in made.measured.items()},
    }
