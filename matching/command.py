"""What `spoorzoeker match` does."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.progress import Progress, TaskID

from matching.encoder import load_encoder
from matching.ranking import rank_all
from matching.understanding import understand_new
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.keys import vault_of
from schemas.match import Match, MatchRun
from schemas.opening import OpenDatabase
from schemas.tables import matches, profiles


def match(opened: OpenDatabase, candidates: Sequence[UUID]) -> list[dict[str, Any]]:
    """Understand what is new, then rank for `candidates`, or for everybody.

    BadInputError when a candidate is unknown.
    """
    now = datetime.now(UTC)
    encoder, vault = load_encoder(opened.settings.model), vault_of(opened.settings)
    with connect(opened.role("matcher")) as db, _progress() as bar:
        unknown = [one for one in candidates if not profiles.is_there(db, one)]
        db.commit()
        if unknown:
            raise BadInputError(f"no such candidate: {', '.join(map(str, unknown))}")
        reading = _Bar(bar, "vacatures lezen")
        understand_new(db, encoder, today=now.date(), progress=reading.show)
        comparing = _Bar(bar, "vergelijken")
        runs = rank_all(
            db,
            encoder,
            now=now,
            vault=vault,
            only=list(candidates) or None,
            progress=comparing.show,
        )
        return [_shown(run, matches.of_run(db, run.id, vault=vault)) for run in runs]


class _Bar:
    """One bar that appears when its work begins."""

    def __init__(self, progress: Progress, text: str) -> None:
        self._progress = progress
        self._text = text
        self._bar: TaskID | None = None

    def show(self, done: int, total: int) -> None:
        """Draw how far the work is."""
        if self._bar is None:
            self._bar = self._progress.add_task(self._text, total=total)
        self._progress.update(self._bar, completed=done, total=total)


def _progress() -> Progress:
    return Progress(console=Console(stderr=True), disable=not sys.stderr.isatty())


def _shown(run: MatchRun, found: Sequence[Match]) -> dict[str, Any]:
    return {
        "candidate": str(run.candidate_id),
        "run": str(run.id),
        "model": run.model,
        "rules": run.rules,
        "scoring": run.scoring,
        "weights": run.weights,
        "search_width": run.search_width,
        "suggestions": [asdict(one) for one in run.suggestions],
        "considered": run.considered,
        "excluded": run.excluded,
        "matches": [_match(one) for one in found],
    }


def _match(one: Match) -> dict[str, Any]:
    facts = asdict(one)
    facts["vacancy"] = str(facts.pop("vacancy_id"))
    return facts


def summary(result: dict[str, Any]) -> dict[str, Any]:
    """One candidate's ranking in figures."""
    verdicts = [one["verdict"] for one in result["matches"]]
    return {
        "candidate": result["candidate"],
        "considered": result["considered"],
        "past": verdicts.count("past"),
        "uitzoeken": verdicts.count("uitzoeken"),
        "past niet": result["excluded"],
    }
