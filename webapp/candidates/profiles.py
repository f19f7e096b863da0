"""Pages: the zoekprofiel of a candidate."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from schemas.tables import candidates, match_requests, places
from schemas.tables import profiles as table
from webapp.candidates.profile_form import as_form, read_profile
from webapp.site.access import allow
from webapp.site.request import database
from webapp.site.visible import candidate_or_404
from webapp.writing import words

pages = Blueprint("profiles", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/zoekprofiel")
@allow("adviser")
def form(candidate_id: UUID) -> str:
    """The form, filled with what is known."""
    candidate = candidate_or_404(candidate_id)
    profile = table.profile_for_matching(database(), candidate_id)
    filled = as_form(profile) if profile else MultiDict()
    return render_template(
        "profiles/form.html", candidate=candidate, form=filled, errors={}, words=words
    )


@pages.post("/zoekprofiel")
@allow("adviser")
def save(candidate_id: UUID) -> Response | tuple[str, int]:
    """Replace the zoekprofiel and ask for a new ranking."""
    candidate, db = candidate_or_404(candidate_id), database()
    read = read_profile(request.form, places.gazetteer(db))
    if read.errors:
        page = render_template(
            "profiles/form.html",
            candidate=candidate, form=request.form, errors=read.errors, words=words,
        )  # fmt: skip
        return page, 422
    candidates.save_profile(db, candidate_id, read.profile)
    match_requests.ask(db, candidate_id)
    for warning in read.warnings:
        flash(warning, "warning")
    flash("Zoekprofiel bewaard. De vacatures worden opnieuw vergeleken.")
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)
