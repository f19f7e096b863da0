"""Pages: an adviser's candidates, and the dossier of one."""

from uuid import UUID

from flask import Blueprint, abort, render_template

from schemas.tables import candidates, dossiers, shelves, under_way
from schemas.tables.under_way import UnderWay
from webapp.attempts.pages import RECENT
from webapp.capacities.limits import limits_of
from webapp.changes import pages as changes
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, now, vault
from webapp.tasks.pages import STILL_OPEN
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
    dossier = dossiers.one(database(), candidate_id, vault=vault()) or abort(404)
    return render_template(
        "candidates/one.html",
        candidate=dossier.candidate,
        dossier=dossier,
        limits=limits_of(dossier.capacity),
        shelves=shelves.of_candidate(database(), candidate_id),
        under_way=_under_way(candidate_id),
        announcement=changes.announcement(candidate_id),
        week_words=week_words,
    )


def _under_way(candidate_id: UUID) -> UnderWay:
    """The tasks that matter now and the last attempts, beside all that is saved."""
    return under_way.of_candidate(
        database(), candidate_id, states=STILL_OPEN, attempts=RECENT, vault=vault()
    )
