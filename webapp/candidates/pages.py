"""Pages: an adviser's candidates, and the dossier of one."""

from uuid import UUID

from flask import Blueprint, render_template

from schemas.tables import (
    candidates,
    capacities,
    judgements,
    profiles,
    shelves,
    traject_ends,
    vacancy_checks,
)
from webapp.attempts import pages as attempts
from webapp.capacities.limits import limits_of
from webapp.changes import pages as changes
from webapp.portal import asked_vacancies
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404
from webapp.tasks import pages as tasks
from webapp.trajects.weeks import week_words

pages = Blueprint("candidates", __name__)


@pages.get("/kandidaten")
@allow("adviser", data="traject")
@logs("viewed", "caseload")
def index() -> str:
    """The adviser's own candidates."""
    return render_template(
        "candidates/index.html",
        caseload=candidates.caseload(database(), now().date()),
        week_words=week_words,
    )


@pages.get("/kandidaten/<uuid:candidate_id>")
@allow("adviser", data="traject")
@logs("viewed", "dossier")
def one(candidate_id: UUID) -> str:
    """The dossier."""
    candidate, db = candidate_or_404(candidate_id), database()
    return render_template(
        "candidates/one.html",
        candidate=candidate,
        ended_on=traject_ends.ended_on(db, candidate_id),
        profile=profiles.profile_for_matching(db, candidate_id),
        limits=limits_of(capacities.latest(db, candidate_id, vault=vault())),
        shelves=shelves.of_candidate(db, candidate_id),
        **_shortlist(candidate_id),
        attempts=attempts.recent(candidate_id),
        **tasks.card(candidate_id),
        announcement=changes.announcement(candidate_id),
        asked=asked_vacancies.of_candidate(candidate_id),
        week_words=week_words,
    )


def _shortlist(candidate_id: UUID) -> dict[str, object]:
    """What `candidates/_saved.html` needs."""
    db = database()
    saved = judgements.saved(db, candidate_id, vault=vault())
    standings = vacancy_checks.standing(db, [one.vacancy_id for one in saved])
    return {"saved": saved, "standings": standings}
