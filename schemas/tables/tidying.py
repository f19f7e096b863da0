"""How removing goes, for the admin: numbers of nobody."""

from dataclasses import dataclass
from datetime import date, datetime

from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """How much one rule removed on a day."""

    day: date
    rule: str
    removed: int


REMOVED = """
select day, rule, removed from purged where day > %(after)s order by day desc, rule
"""


def removed_after(db: Db, day: date) -> list[Removed]:
    """What was removed after this day, the newest first."""
    return fetch_all(db, Removed, REMOVED, {"after": day})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far behind a rule was at a moment; `since`: the oldest should have gone."""

    rule: str
    overdue: int
    since: date | None
    measured_at: datetime


MEASURED = """
select rule, overdue, since, measured_at from backlog
order by since nulls last, rule
"""


def measured(db: Db) -> list[Measured]:
    """Every rule as it was measured last, the one furthest behind on top."""
    return fetch_all(db, Measured, MEASURED, {})
