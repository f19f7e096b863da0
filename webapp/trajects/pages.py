"""Pages: begin somebody's traject, and keep its phase and end up to date."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import Candidate
from schemas.tables import candidates
from webapp.managing.pseudonyms import pseudonym
from webapp.record.declaring import logs, unlogged
from webapp.record.writing import about
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404
from webapp.trajects import form as traject_form
from webapp.writing.clashes import Clash

pages = Blueprint("trajects", __name__)


@pages.get("/kandidaten/nieuw")
@allow("adviser", data="traject")
@unlogged
def new() -> str:
    """The form for somebody new."""
    values = traject_form.blank(now().date())
    return render_template("trajects/form.html", values=values, errors={})


@pages.post("/kandidaten/nieuw")
@allow("adviser", data="traject")
@logs("changed", "traject")
def begin() -> Response | tuple[str, int]:
    """Add the candidate, in one's own hands."""
    traject, errors = traject_form.read_traject(request.form, now().date())
    if errors:
        page = {"values": request.form, "errors": errors}
        return render_template("trajects/form.html", **page), 422
    if candidates.begin(database(), traject):
        about(traject.id)
    flash(f"{traject.name} staat in je lijst. Vul nu het zoekprofiel in.")
    return redirect(url_for("profiles.form", candidate_id=traject.id), 303)


@pages.get("/kandidaten/<uuid:candidate_id>/traject")
@allow("adviser", data="traject")
@logs("viewed", "traject")
def form(candidate_id: UUID) -> str:
    """Phase and end as they are."""
    candidate = candidate_or_404(candidate_id)
    return _page(candidate, traject_form.values_of(candidate))


@pages.post("/kandidaten/<uuid:candidate_id>/traject")
@allow("adviser", data="traject")
@logs("changed", "traject")
def change(candidate_id: UUID) -> Response | tuple[str, int]:
    """Keep another phase or end."""
    candidates.hold(database(), candidate_id)
    candidate = candidate_or_404(candidate_id)
    stored = traject_form.values_of(candidate)
    if clashes := traject_form.GUARD.clashes(request.form, stored):
        return _page(candidate, request.form, clashes=clashes), 409
    phase, planned_end, errors = traject_form.read_change(request.form, candidate)
    if errors:
        return _page(candidate, request.form, errors=errors), 422
    candidates.change_traject(
        database(), candidate_id, phase=phase, planned_end=planned_end
    )
    flash("Bewaard.")
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)


def _page(
    candidate: Candidate,
    values: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    clashes: Sequence[Clash] = (),
) -> str:
    account = candidates.account_of(database(), candidate.id)
    return render_template(
        "trajects/form.html",
        candidate=candidate,
        values=values,
        errors=errors or {},
        clashes=clashes,
        stored=traject_form.GUARD.version(traject_form.values_of(candidate)),
        code=account and pseudonym(account),
    )
