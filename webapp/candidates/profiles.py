"""Pages: the zoekprofiel of a candidate."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from schemas.tables import candidates, match_requests, places
from schemas.tables import profiles as table
from webapp.candidates.profile_form import GUARD, as_form, read_profile
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow
from webapp.site.request import database
from webapp.site.visible import candidate_or_404
from webapp.writing import words
from webapp.writing.clashes import Clash

pages = Blueprint("profiles", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/zoekprofiel")
@allow("adviser", data="profile")
@logs("viewed", "profile")
def form(candidate_id: UUID) -> str:
    """The form, filled with what is known."""
    stored = _stored(candidate_id)
    return _page(candidate_id, stored, stored)


@pages.post("/zoekprofiel")
@allow("adviser", data="profile")
@logs("changed", "profile")
def save(candidate_id: UUID) -> Response | tuple[str, int]:
    """Replace the zoekprofiel and ask for a new ranking."""
    candidate_or_404(candidate_id)
    db = database()
    candidates.hold(db, candidate_id)
    stored = _stored(candidate_id)
    if clashes := GUARD.clashes(request.form, stored):
        return _page(candidate_id, request.form, stored, clashes=clashes), 409
    read = read_profile(request.form, places.gazetteer(db))
    if read.errors:
        return _page(candidate_id, request.form, stored, errors=read.errors), 422
    if as_form(read.profile) == stored:
        nothing_happened()
    candidates.save_profile(db, candidate_id, read.profile)
    match_requests.ask(db, candidate_id)
    for warning in read.warnings:
        flash(warning, "warning")
    flash("Zoekprofiel bewaard. De vacatures worden opnieuw vergeleken.")
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)


def _stored(candidate_id: UUID) -> MultiDict[str, str]:
    profile = table.profile_for_matching(database(), candidate_id)
    return as_form(profile) if profile else MultiDict()


def _page(
    candidate_id: UUID,
    form: MultiDict[str, str],
    stored: MultiDict[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    clashes: Sequence[Clash] = (),
) -> str:
    return render_template(
        "profiles/form.html",
        candidate=candidate_or_404(candidate_id),
        form=form,
        errors=errors or {},
        clashes=clashes,
        stored=GUARD.version(stored),
        words=words,
    )
