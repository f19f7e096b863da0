"""Pages: read a capacity document, and take over what a person confirms.

Nothing is kept of what is sent here: the proposals live in the form that shows them,
and what is taken over goes the way of everything that is typed in.
"""

from collections.abc import Mapping
from uuid import UUID, uuid4

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matching.documents.reader import read_document
from schemas.candidate import Candidate
from schemas.tables import capacities as documents
from schemas.tables.sessions import Me
from webapp.capacities import pages as capacities
from webapp.capacities.cards import PARTS, Card, cards_of
from webapp.capacities.form import as_form
from webapp.capacities.sending import read_sent
from webapp.capacities.taking import cards_sent, no_longer, taken_over
from webapp.record.declaring import logs
from webapp.site import uploads
from webapp.site.access import allow
from webapp.site.request import database, vault
from webapp.site.visible import candidate_or_404
from webapp.writing import diagnoses, words

pages = Blueprint(
    "capacity_reading",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/belastbaarheid",
)

Answer = str | tuple[str, int]


def make_room() -> Response | None:
    """Before anything reads the form: only here, and of an adviser, it may be large."""
    signed_in: Me | None = g.me
    if request.endpoint != "capacity_reading.read":
        return None
    if signed_in is None and uploads.is_large(request):
        back = url_for("capacity_reading.form", **(request.view_args or {}))
        return redirect(url_for("login.form", terug=back))
    if signed_in is not None and signed_in.persona == "adviser":
        uploads.allow_a_document(request)
    return None


@pages.get("/inlezen")
@allow("adviser", data="capacity")
@logs("viewed", "capacity")
def form(candidate_id: UUID) -> str:
    """Where a text is pasted or a PDF chosen."""
    return _form_page(candidate_or_404(candidate_id), {}, {})


@pages.post("/inlezen")
@allow("adviser", data="capacity")
@logs("viewed", "capacity")
def read(candidate_id: UUID) -> Answer:
    """Propose what the document says; nothing is kept."""
    candidate = candidate_or_404(candidate_id)
    sent = read_sent(request.form, request.files.get("document"))
    if sent.errors:
        return _form_page(candidate, request.form, sent.errors), 422
    reading = read_document(sent.text, causes_in=diagnoses.causes_in)
    return _proposals_page(candidate, cards_of(reading), {})


@pages.post("/overnemen")
@allow("adviser", data="capacity")
@logs("viewed", "capacity")
def take(candidate_id: UUID) -> Answer:
    """Fill the form of the belastbaarheid with what was confirmed."""
    candidate = candidate_or_404(candidate_id)
    taken = taken_over(cards_sent(request.form))
    if taken.errors:
        return _proposals_page(candidate, taken.cards, taken.errors), 422
    values = {**as_form(None, uuid4()), **taken.values}
    gone = no_longer(documents.latest(database(), candidate_id, vault=vault()), values)
    return capacities.form_page(candidate, values, {}, taken=taken.count, gone=gone)


def _form_page(
    candidate: Candidate, values: Mapping[str, str], errors: Mapping[str, str]
) -> str:
    return render_template(
        "capacities/reading.html", candidate=candidate, values=values, errors=errors
    )


def _proposals_page(
    candidate: Candidate, cards: tuple[Card, ...], errors: Mapping[str, str]
) -> str:
    return render_template(
        "capacities/proposals.html",
        candidate=candidate,
        cards=cards,
        errors=errors,
        parts=PARTS,
        units=words.UNITS,
    )
