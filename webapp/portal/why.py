"""Finds what may make work fit after all for the candidate who asks, and tells it."""

from datetime import date

from matching.near_misses import Blocked, points_of
from schemas.database import Db
from schemas.sealed_findings import findings_of
from schemas.tables import capacities
from schemas.tables.responses import Told
from schemas.vacancy import Vacancy
from schemas.vault import Vault
from webapp.portal.plain_words import Explained, explain


def why(
    db: Db, told: Told | None, vacancy: Vacancy, *, today: date, vault: Vault
) -> Explained:
    """Why it fits or not, with what may be asked where little is in the way."""
    if told is None or told.verdict != "past_niet":
        return explain(told)
    used = told.capacity_id
    blocked = Blocked(
        vacancy=vacancy,
        objections=findings_of(told.objections),
        capacity=capacities.one(db, used, vault=vault) if used else None,
    )
    return explain(told, (point.adaptation for point in points_of(blocked, today)))
