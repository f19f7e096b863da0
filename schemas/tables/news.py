"""Mail that something new is there: without saying what, once a day, if wanted."""

from typing import Any
from uuid import UUID

from schemas.database import Db

TELL = "select tell_candidate(%(candidate_id)s)"


def tell(db: Db, candidate_id: UUID) -> None:
    """Mail the candidate of an adviser who asks, in the transaction of what is new.

    Nothing for who has no account, wants no such mail or had one today.
    """
    db.execute(TELL, {"candidate_id": candidate_id})


WANTS = "select wants_news from account where id = %(id)s"


def wants(db: Db, account_id: UUID) -> bool:
    """Whether somebody wants this mail, as role web_auth."""
    row: Any = db.execute(WANTS, {"id": account_id}).fetchone()
    return bool(row and row[0])


CHOOSE = "update account set wants_news = %(wants)s where id = %(id)s"


def choose(db: Db, account_id: UUID, *, wants_news: bool) -> None:
    """Mail somebody when something is new, or no longer; as role web_auth."""
    db.execute(CHOOSE, {"id": account_id, "wants": wants_news})
