"""Erasing somebody, also from a backup that is restored later.

Each erasure stands on a list outside the database (`erasures.jsonl` in the data
folder: an id, a day, by whom, a reason). It is written first: what was asked for is
then done by `replay` even when the database fails in between.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from uuid import UUID

from schemas.database import connect
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.tables import erasures
from schemas.tables.erasures import Erasure

FILE = "erasures.jsonl"


def erase(opened: OpenDatabase, erasure: Erasure) -> None:
    """Erase a candidate for good; BadInputError when there is no such candidate."""
    with connect(opened.role("maintenance")) as db:
        if not erasures.is_there(db, erasure.candidate_id):
            raise BadInputError(f"no such candidate: {erasure.candidate_id}")
        _remember(opened.settings.home / FILE, erasure)
        erasures.erase(db, erasure)


def replay(opened: OpenDatabase) -> int:
    """Erase again who is on the list, after a restore; how many there were again."""
    listed = list(remembered(opened.settings.home / FILE))
    with connect(opened.role("maintenance")) as db:
        return sum(erasures.erase(db, one) for one in listed)


def remembered(path: Path) -> Iterator[Erasure]:
    """What is on the list; a line that was cut off by a failing disk is refused."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        try:
            yield _read(json.loads(line))
        except (ValueError, KeyError, TypeError) as broken:
            raise BadInputError(f"{path}: line {number} is no erasure") from broken


def _read(facts: dict[str, str]) -> Erasure:
    if facts["reason"] not in REASONS:
        raise ValueError("no such reason")
    return Erasure(
        candidate_id=UUID(facts["candidate_id"]),
        erased_on=date.fromisoformat(facts["erased_on"]),
        erased_by=facts["erased_by"],
        reason=REASONS[facts["reason"]],
    )


def _remember(path: Path, erasure: Erasure) -> None:
    """Add a line that is on the disk before anything is erased."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(erasure), default=str) + "\n"
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    with os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


REASONS: dict[str, erasures.Reason] = {
    "request": "request",
    "term": "term",
    "mistake": "mistake",
}
