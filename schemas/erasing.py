"""Erasing somebody, also from a backup that is restored later.

Each erasure stands on a list outside the database (`erasures.jsonl` in the data
folder: an id, a day, by whom, a reason). It is written first: what was asked for is
then done by `replay` even when the database fails in between.

By command, because a coordinator asked on the site, or because the term of the file is
over: it is the same erasure.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from uuid import UUID

from schemas.database import Db, connect
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.tables import due, erasure_requests, erasures
from schemas.tables.erasures import Erasure

FILE = "erasures.jsonl"
BY_THE_CLOCK = "the term of the file"
AT_ONCE = 100  # files to look at, of which one is erased in a transaction


def erase(opened: OpenDatabase, erasure: Erasure) -> None:
    """Erase a candidate for good; BadInputError when there is no such candidate."""
    with connect(opened.role("maintenance")) as db:
        if not _erase(db, opened.settings.home / FILE, erasure):
            raise BadInputError(f"no such candidate: {erasure.candidate_id}")


def erase_due(db: Db, listed: Path, today: date) -> int:
    """Erase the file that is due longest, in the caller's transaction; 0: none is.

    Who postpones it at this moment, or opens it again, is first: the candidate and its
    end are held, and then the clock is read again.
    """
    for candidate_id in due.files(db, today, limit=AT_ONCE):
        held = erasures.is_there(db, candidate_id)
        erasures.hold_end(db, candidate_id)
        if held and due.files(db, today, limit=1, only=candidate_id):
            _erase(
                db,
                listed,
                Erasure(
                    candidate_id=candidate_id,
                    erased_on=today,
                    erased_by=BY_THE_CLOCK,
                    reason="term",
                ),
            )
            return 1
    return 0


def erase_requested(db: Db, listed: Path, today: date) -> int:
    """Erase everybody for whom a coordinator asked it; says how many."""
    with db.transaction():
        requests = erasure_requests.everyone(db)
    done = 0
    for one in requests:
        asked = Erasure(
            candidate_id=one.candidate_id,
            erased_on=today,
            erased_by=f"coordinator {one.asked_by or 'whose account is gone'}",
            reason="request",
        )
        with db.transaction():
            done += _erase(db, listed, asked)
    return done


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


def _erase(db: Db, listed: Path, erasure: Erasure) -> bool:
    """List it, then do it; False when there is nobody to erase."""
    if not erasures.is_there(db, erasure.candidate_id):
        return False
    _remember(listed, erasure)
    return erasures.erase(db, erasure)


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
