"""Pages: read a capacity document, and take over what a person confirms.

Nothing is kept of what is sent here: the proposals live in the form that shows them,
and what is taken over goes the way of everything that is typed in.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, render_template, request

from matching.documents.reader import read_document
from schemas.candidate import Candidate
from webapp import capacities, diagnoses, uploads, words
from webapp.access import allow
from webapp.capacity_cards import PARTS, Card, cards_of
from webapp.capacity_form import as_form
from webapp.capacity_sending import read_sent
from webapp.capacity_taking import cards_sent, taken_over
from webapp.visible import candidate_or_404

pages = Blueprint(
    "capacity_reading",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/belastbaarheid",
)

Answer = str | tuple[str, int]


@pages.url_value_preprocessor
def make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything reads the form: only here may it hold a document."""
    if endpoint == "capacity_reading.read":
        uploads.allow_a_document(request)


@pages.get("/inlezen")
@allow("adviser")
def form(candidate_id: UUID) -> str:
    """Where a text is pasted or a PDF chosen."""
    return _form_page(candidate_or_404(candidate_id), {}, {})


@pages.post("/inlezen")
@allow("adviser")
def read(candidate_id: UUID) -> Answer:
    """Propose what the document says; nothing is kept."""
    candidate = candidate_or_404(candidate_id)
    sent = read_sent(request.form, request.files.get("document"))
    if sent.errors:
        return _form_page(candidate, request.form, sent.errors), 422
    reading = read_document(sent.text, causes_in=diagnoses.causes_in)
    return _proposals_page(candidate, cards_of(reading), {})


@pages.post("/overnemen")
@allow("adviser")
def take(candidate_id: UUID) -> Answer:
    """Fill the form of the belastbaarheid with what was confirmed."""
    candidate = candidate_or_404(candidate_id)
    taken = taken_over(cards_sent(request.form))
    if taken.errors:
        return _proposals_page(candidate, taken.cards, taken.errors), 422
    values = {**as_form(None, uuid4()), **taken.values}
    return capacities.form_page(candidate, values, {}, taken=taken.count)


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
