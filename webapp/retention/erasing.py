"""Pages: a coordinator has somebody erased who asked for it (GDPR art. 17)."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.retention import terms
from schemas.tables import erasure_requests, traject_ends
from schemas.tables.traject_ends import Traject
from webapp.accounts.proving import recently_proven
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.retention.form import same_name
from webapp.site.access import allow
from webapp.site.request import database

pages = Blueprint("erasing", __name__, url_prefix="/bewaren/<uuid:candidate_id>/wissen")
OTHER_NAME = "Dit is niet de naam die hierboven staat."


@pages.get("")
@allow("coordinator", data="erasing")
@logs("viewed", "erasure")
@recently_proven
def form(candidate_id: UUID) -> str:
    """What goes, what stays and why; and the name to type."""
    return _page(_traject_or_404(candidate_id), {})


@pages.post("")
@allow("coordinator", data="erasing")
@logs("changed", "erasure")
@recently_proven
def erase(candidate_id: UUID) -> Response | tuple[str, int]:
    """Ask the worker for the same erasure as `spoorzoeker users erase`."""
    traject = _traject_or_404(candidate_id)
    if not same_name(request.form.get("name", ""), traject.name):
        return _page(traject, {"name": OTHER_NAME}), 422
    if not erasure_requests.ask(database(), candidate_id):
        nothing_happened()
    flash(f"Het dossier van {traject.name} wordt gewist. Dat duurt meestal een minuut.")
    return redirect(url_for("coordination.index"), 303)


def _traject_or_404(candidate_id: UUID) -> Traject:
    return traject_ends.traject(database(), candidate_id) or abort(404)


def _page(traject: Traject, errors: Mapping[str, str]) -> str:
    return render_template(
        "retention/erase.html",
        traject=traject,
        asked_at=erasure_requests.asked_at(database(), traject.id),
        errors=errors,
        log_years=terms()["log"].months // 12,
    )
