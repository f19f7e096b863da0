"""Finds what may make work fit after all for the candidate who asks, and tells it."""

from datetime import date

from matching.near_misses import Blocked, points_of
from schemas.database import Db
from schemas.tables import capacities, matches
from schemas.tables.responses import Told
from schemas.vacancy import Vacancy
from webapp.portal.plain_words import Explained, explain


def why(db: Db, told: Told | None, vacancy: Vacancy, *, today: date) -> Explained:
    """Why it fits or not, with what may be asked where little is in the way."""
    if told is None or told.verdict != "past_niet":
        return explain(told)
    blocked = Blocked(
        vacancy=vacancy,
        objections=matches.findings_of(told.objections),
        capacity=capacities.one(db, told.capacity_id) if told.capacity_id else None,
    )
    return explain(told, (point.adaptation for point in points_of(blocked, today)))
