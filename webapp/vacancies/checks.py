"""Action: look whether a vacancy is still open, just before an adviser uses it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response

from schemas.tables import vacancies, vacancy_checks, vacancy_events
from schemas.tables.vacancy_checks import Standing
from schemas.tables.vacancy_events import VacancyEvent
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404
from webapp.vacancies.standing import is_stale

pages = Blueprint(
    "vacancy_checks",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/vacatures/<uuid:vacancy_id>",
)


JUST_NOW = timedelta(minutes=10)
LOOKED = "Er is minder dan tien minuten geleden gekeken."
ENOUGH = "Je liet vandaag al heel vaak kijken. Morgen kan het weer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How fresh our knowledge of a vacancy is; `pending`: somebody is looking now."""

    standing: Standing
    pending: bool
    events: Sequence[VacancyEvent]

    @property
    def unanswered(self) -> bool:
        """Whether somebody was to look, and no word of it came."""
        asked, told = self.standing.check_asked_at, self.standing.checked_at
        return not self.pending and asked is not None and (not told or told < asked)

    @property
    def failed(self) -> bool:
        """Whether the last look, since it was last seen, saw nothing.

        That a list does not name it was seen, and made it doubtful.
        """
        standing = self.standing
        looked = standing.checked_at
        return (
            standing.check_result == "unknown"
            and standing.status_reason != "unlisted"
            and looked is not None
            and looked > standing.last_seen
        )


@pages.post("/nog-open")
@allow("adviser", data="requests")
@logs("changed", "vacancy")
def ask(candidate_id: UUID, vacancy_id: UUID) -> Response:
    """Ask the crawler to look now."""
    candidate_or_404(candidate_id)
    if vacancies.one(database(), vacancy_id) is None:
        abort(404)
    if not vacancy_checks.ask(database(), vacancy_id):
        flash(LOOKED if _was_just_looked_at(vacancy_id) else ENOUGH)
    page = url_for("vacancies.one", candidate_id=candidate_id, vacancy_id=vacancy_id)
    return redirect(page, 303)


def _was_just_looked_at(vacancy_id: UUID) -> bool:
    standing = vacancy_checks.standing(database(), [vacancy_id])[vacancy_id]
    moments = (standing.check_asked_at, standing.checked_at)
    return any(moment and moment > now() - JUST_NOW for moment in moments)


def ask_when_stale(vacancy_id: UUID) -> None:
    """Before it is used; what was seen this morning is not looked at again."""
    standing = vacancy_checks.standing(database(), [vacancy_id]).get(vacancy_id)
    if standing and is_stale(standing, now()):
        vacancy_checks.ask(database(), vacancy_id)


def freshness(vacancy_id: UUID) -> Freshness:
    """What is known of an existing vacancy, after asking to look where that is due."""
    ask_when_stale(vacancy_id)
    db = database()
    return Freshness(
        standing=vacancy_checks.standing(db, [vacancy_id])[vacancy_id],
        pending=vacancy_checks.is_pending(db, vacancy_id),
        events=vacancy_events.of_vacancy(db, vacancy_id),
    )
