"""Removes what is older than the term of the log, in whole sealed stretches."""

from datetime import datetime, timedelta
from pathlib import Path

from schemas.database import Db
from schemas.tables import log_entries, log_seals
from webapp.record import outside

KEPT = timedelta(days=5 * 366)  # never a day less than five years


def retire(db: Db, path: Path, *, now: datetime) -> int:
    """Remove the stretches sealed longer than five years ago; says how many rows.

    As role maintenance, in the caller's transaction. The last of these seals stays, to
    hang the rest on. It is written outside first: a removal that the file does not know
    of is never ours.
    """
    anchor = log_seals.newest_before(db, now - KEPT)
    known = {one.number for one in log_seals.retirements(db)}
    if anchor is None or anchor.number in known:
        return 0
    outside.note_retirement(path, anchor)
    removed = log_entries.remove_sealed(db, anchor.number)
    log_seals.retire(db, anchor)
    return removed
