"""Pages: the belastbaarheid of a candidate, every version kept."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import Candidate
from schemas.capacity_fields import capacity_fields
from schemas.tables import capacities, match_requests
from webapp import words
from webapp.access import allow
from webapp.capacity_form import HOURS, as_form, blocks, read_capacity
from webapp.request import database, now
from webapp.visible import candidate_or_404

pages = Blueprint("capacities", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/belastbaarheid")
@allow("adviser")
def form(candidate_id: UUID) -> str:
    """The short form, filled from the latest document."""
    candidate = candidate_or_404(candidate_id)
    latest = capacities.latest(database(), candidate_id)
    return _page(candidate, as_form(latest, uuid4()), {})


@pages.post("/belastbaarheid")
@allow("adviser")
def save(candidate_id: UUID) -> Response | tuple[str, int]:
    """Keep a new version and ask for a new ranking."""
    candidate, db = candidate_or_404(candidate_id), database()
    read = read_capacity(request.form, candidate_id=candidate_id, today=now().date())
    if read.errors:
        return _page(candidate, request.form, read.errors), 422
    if capacities.add(db, read.capacity):
        match_requests.ask(db, candidate_id)
    flash("Belastbaarheid bewaard. De vacatures worden opnieuw vergeleken.")
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)


def _page(
    candidate: Candidate, values: Mapping[str, str], errors: Mapping[str, str]
) -> str:
    return render_template(
        "capacities/form.html",
        candidate=candidate,
        form=values,
        errors=errors,
        blocks=blocks(),
        hours=HOURS,
        labels={name: field.label for name, field in capacity_fields().items()},
        words=words,
    )
