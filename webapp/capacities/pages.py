"""Pages: the belastbaarheid of a candidate, every version kept."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import Candidate
from schemas.capacity import Capacity
from schemas.capacity_fields import capacity_fields
from schemas.tables import capacities, match_requests
from webapp.capacities.form import (
    HOURS,
    VERSIONS,
    as_form,
    blocks,
    choice_name,
    read_capacity,
)
from webapp.capacities.ramp_form import rows_shown
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404
from webapp.writing import words

BOUNDS = (("about", "ongeveer"), ("max", "maximaal"))

pages = Blueprint("capacities", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@pages.get("/belastbaarheid")
@allow("adviser", data="capacity")
@logs("viewed", "capacity")
def form(candidate_id: UUID) -> str:
    """The short form, filled from the latest document."""
    candidate = candidate_or_404(candidate_id)
    latest = capacities.latest(database(), candidate_id, vault=vault())
    return form_page(candidate, as_form(latest, uuid4()), {})


@pages.post("/belastbaarheid")
@allow("adviser", data="capacity")
@logs("changed", "capacity")
def save(candidate_id: UUID) -> Response | tuple[str, int]:
    """Keep a new version and ask for a new ranking."""
    candidate, db = candidate_or_404(candidate_id), database()
    read = read_capacity(request.form, candidate_id=candidate_id, today=now().date())
    if read.errors:
        return form_page(candidate, request.form, read.errors), 422
    if _keep(read.capacity):
        match_requests.ask(db, candidate_id)
    else:
        nothing_happened()
    flash("Belastbaarheid bewaard. De vacatures worden opnieuw vergeleken.")
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)


def _keep(capacity: Capacity) -> bool:
    """Also from a form that was sent before, when it was withdrawn in between."""
    db = database()
    return capacities.add(db, capacity, vault=vault()) or capacities.restore(
        db, capacity.candidate_id, capacity.id
    )


def form_page(
    candidate: Candidate,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    taken: int = 0,
    gone: Sequence[str] = (),
) -> str:
    """The form; `taken`: how many items just came from a document that was read.

    `gone` are the limits of the latest document that it does not hold.
    """
    return render_template(
        "capacities/form.html",
        candidate=candidate,
        form=values,
        errors=errors,
        taken=taken,
        gone=gone,
        blocks=blocks(),
        hours=HOURS,
        bounds=BOUNDS,
        lists=VERSIONS,
        choice_name=choice_name,
        ramp_rows=rows_shown(values),
        labels={name: field.label for name, field in capacity_fields().items()},
        words=words,
    )
