"""Pages: every capacity document of a candidate, what changed, and withdrawing one."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import capacities, match_requests
from webapp.capacities.changes import history
from webapp.capacities.form import VERSIONS
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, vault
from webapp.site.visible import candidate_or_404
from webapp.writing.diagnoses import CAUSE_MESSAGE, named_cause
from webapp.writing.fields import Fields

pages = Blueprint(
    "capacity_versions",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/belastbaarheid",
)
NO_REASON = "Schrijf waarom dit document niet meetelt."
LONGEST_REASON = 300


@pages.get("/versies")
@allow("adviser", data="capacity")
@logs("viewed", "capacity")
def index(candidate_id: UUID) -> str:
    """All documents, the one that counts first."""
    return _page(candidate_id, {}, {})


@pages.post("/<uuid:document_id>/intrekken")
@allow("adviser", data="capacity")
@logs("changed", "capacity")
def withdraw(candidate_id: UUID, document_id: UUID) -> Response | tuple[str, int]:
    """Let a document count no more; it stays to be read."""
    _document_or_404(candidate_id, document_id)
    fields = Fields(request.form)
    name = f"reason-{document_id}"
    reason = fields.line(name, missing=NO_REASON, longest=LONGEST_REASON)
    if named_cause(reason):
        fields.errors[name] = CAUSE_MESSAGE
    if fields.errors:
        return _page(candidate_id, request.form, fields.errors), 422
    db = database()
    if capacities.withdraw(db, candidate_id, document_id, reason, vault=vault()):
        match_requests.ask(database(), candidate_id)
        flash("Ingetrokken. Het document staat er nog, en kan weer meetellen.")
    return _back(candidate_id)


@pages.post("/<uuid:document_id>/terugzetten")
@allow("adviser", data="capacity")
@logs("changed", "capacity")
def restore(candidate_id: UUID, document_id: UUID) -> Response:
    """Let a withdrawn document count again."""
    _document_or_404(candidate_id, document_id)
    if capacities.restore(database(), candidate_id, document_id):
        match_requests.ask(database(), candidate_id)
        flash("Het document telt weer mee.")
    return _back(candidate_id)


def _document_or_404(candidate_id: UUID, document_id: UUID) -> None:
    candidate_or_404(candidate_id)
    found = capacities.one(database(), document_id, vault=vault())
    if found is None or found.candidate_id != candidate_id:
        abort(404)


def _back(candidate_id: UUID) -> Response:
    return redirect(url_for(".index", candidate_id=candidate_id), 303)


def _page(
    candidate_id: UUID, form: Mapping[str, str], errors: Mapping[str, str]
) -> str:
    return render_template(
        "capacities/versions.html",
        candidate=candidate_or_404(candidate_id),
        documents=history(capacities.versions(database(), candidate_id, vault=vault())),
        lists=VERSIONS,
        form=form,
        errors=errors,
    )
