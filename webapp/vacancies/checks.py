"""Action: look whether a vacancy is still open, just before an adviser uses it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response

from schemas.tables import freshness as table
from schemas.tables import vacancies, vacancy_checks
from schemas.tables.freshness import Freshness
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
    known = table.of_vacancy(database(), vacancy_id) or abort(404)
    due = is_stale(known.standing, now())
    if due and vacancy_checks.ask(database(), vacancy_id):
        return replace(known, pending=True)
    return known
