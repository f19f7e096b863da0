"""Asking for a new ranking; the queue itself is not the web's to read or write."""

from uuid import UUID

from schemas.database import Db

REQUEST = "select request_match(%(candidate_id)s)"


def ask(db: Db, candidate_id: UUID) -> None:
    """Ask for a ranking in this transaction; while one waits, asking adds nothing."""
    db.execute(REQUEST, {"candidate_id": candidate_id})


PENDING = "select match_pending(%(candidate_id)s)"


def is_pending(db: Db, candidate_id: UUID) -> bool:
    """Whether a ranking waits or is being made; False for who is not visible."""
    row = db.execute(PENDING, {"candidate_id": candidate_id}).fetchone()
    return bool(row and row[0])
