"""Pages: the ranked vacancies of a candidate, and one of them with its proof."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from schemas.tables import duplicates, match_requests, vacancies
from webapp import words
from webapp.access import allow
from webapp.added_vacancies import told_lately
from webapp.advert import read_advert
from webapp.request import database
from webapp.shelf import asked_shelf, shelf_page
from webapp.sources import unseen_now
from webapp.vacancy_checks import freshness
from webapp.visible import candidate_or_404

pages = Blueprint("vacancies", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/vacatures")
@allow("adviser")
def index(candidate_id: UUID) -> str:
    """One shelf of the latest ranking, twenty at a time."""
    candidate = candidate_or_404(candidate_id)
    page = shelf_page(candidate_id, asked_shelf(candidate_id))
    return render_template(
        "vacancies/index.html",
        candidate=candidate,
        page=page,
        unseen=unseen_now(database()),
        added=told_lately(candidate_id),
        words=words,
    )


@pages.post("/vacatures/vergelijken")
@allow("adviser")
def rank(candidate_id: UUID) -> Response:
    """Ask for a new ranking."""
    candidate_or_404(candidate_id)
    match_requests.ask(database(), candidate_id)
    flash("We vergelijken de vacatures. Dat duurt meestal minder dan een minuut.")
    return redirect(url_for("vacancies.index", candidate_id=candidate_id), 303)


@pages.get("/vacatures/<uuid:vacancy_id>")
@allow("adviser")
def one(candidate_id: UUID, vacancy_id: UUID) -> str:
    """The advert with its quotes marked, beside what the candidate can."""
    candidate = candidate_or_404(candidate_id)
    vacancy = vacancies.one(database(), vacancy_id) or abort(404)
    return render_template(
        "vacancies/one.html",
        candidate=candidate,
        vacancy=vacancy,
        advert=read_advert(database(), candidate_id, vacancy),
        freshness=freshness(vacancy_id),
        others=duplicates.others_of(database(), vacancy_id),
        pending=match_requests.is_pending(database(), candidate_id),
        words=words,
    )
