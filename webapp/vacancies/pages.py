"""Pages: the ranked vacancies of a candidate, and one of them with its proof."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from schemas.tables import match_requests
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database
from webapp.site.visible import candidate_or_404
from webapp.sources.pages import unseen_now
from webapp.vacancies.adding import told_lately
from webapp.vacancies.near_misses import near_misses_on
from webapp.vacancies.page import show
from webapp.vacancies.shelf import asked_shelf, search_or_404, shelf_page
from webapp.writing import words

pages = Blueprint("vacancies", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/vacatures")
@allow("adviser", data="ranking")
@logs("viewed", "vacancies")
def index(candidate_id: UUID) -> str:
    """One shelf of the latest ranking, twenty at a time."""
    search = search_or_404(candidate_id)
    page = shelf_page(search, asked_shelf())
    return render_template(
        "vacancies/index.html",
        candidate=search.candidate,
        page=page,
        near=near_misses_on(page),
        unseen=unseen_now(database()),
        added=told_lately(candidate_id),
        words=words,
    )


@pages.post("/vacatures/vergelijken")
@allow("adviser", data="ranking")
@logs("changed", "vacancies")
def rank(candidate_id: UUID) -> Response:
    """Ask for a new ranking."""
    candidate_or_404(candidate_id)
    match_requests.ask(database(), candidate_id)
    flash("We vergelijken de vacatures. Dat duurt meestal minder dan een minuut.")
    return redirect(url_for("vacancies.index", candidate_id=candidate_id), 303)


@pages.get("/vacatures/<uuid:vacancy_id>")
@allow("adviser", data="ranking")
@logs("viewed", "vacancy")
def one(candidate_id: UUID, vacancy_id: UUID) -> str:
    """The advert with its quotes marked, beside what the candidate can."""
    return show(candidate_id, vacancy_id)
