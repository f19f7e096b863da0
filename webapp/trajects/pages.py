"""Pages: begin somebody's traject, and put right what changes or was typed wrong."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import candidates, opdrachtgevers, traject_ends
from schemas.tables.candidates import Traject
from schemas.tables.opdrachtgevers import Opdrachtgever
from webapp.managing.pseudonyms import pseudonym
from webapp.record.declaring import logs, unlogged
from webapp.record.writing import about, nothing_happened
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404
from webapp.trajects import form as traject_form
from webapp.trajects.form import Stored
from webapp.writing.clashes import Clash

pages = Blueprint("trajects", __name__)


@pages.get("/kandidaten/nieuw")
@allow("adviser", data="traject")
@unlogged
def new() -> str:
    """The form for somebody new."""
    return _new_page(traject_form.blank(now().date()), {}, _known())


@pages.post("/kandidaten/nieuw")
@allow("adviser", data="traject")
@logs("changed", "traject")
def begin() -> Response | tuple[str, int]:
    """Add the candidate, in one's own hands."""
    known = _known()
    traject, errors = traject_form.read_traject(request.form, known, now().date())
    if errors:
        return _new_page(request.form, errors, known), 422
    if candidates.begin(database(), traject):
        about(traject.id)
    else:
        nothing_happened()
    flash(f"{traject.name} staat in je lijst. Vul nu het zoekprofiel in.")
    _tell_paying(traject)
    return redirect(url_for("profiles.form", candidate_id=traject.id), 303)


@pages.get("/kandidaten/<uuid:candidate_id>/traject")
@allow("adviser", data="traject")
@logs("viewed", "traject")
def form(candidate_id: UUID) -> str:
    """The traject as it is."""
    stored = _stored(candidate_id)
    return _page(stored, traject_form.values_of(stored))


@pages.post("/kandidaten/<uuid:candidate_id>/traject")
@allow("adviser", data="traject")
@logs("changed", "traject")
def change(candidate_id: UUID) -> Response | tuple[str, int]:
    """Keep it as it was put right."""
    candidates.hold(database(), candidate_id)
    stored = _stored(candidate_id)
    known = traject_form.values_of(stored)
    if clashes := traject_form.GUARD.clashes(request.form, known):
        return _page(stored, request.form, clashes=clashes), 409
    traject, errors = traject_form.read_change(request.form, stored)
    if errors:
        return _page(stored, request.form, errors=errors), 422
    _keep(traject, stored)
    return redirect(url_for("candidates.one", candidate_id=candidate_id), 303)


def _keep(traject: Traject, stored: Stored) -> None:
    if traject == stored.traject:
        nothing_happened()
    else:
        candidates.change_traject(database(), traject)
    if traject.paying != stored.paying:
        opdrachtgevers.change(database(), traject.id, traject.paying)
    flash("Bewaard.")
    _tell_paying(traject)


def _tell_paying(traject: Traject) -> None:
    """Say so when the known one was taken for what was typed."""
    typed = " ".join(request.form.get("paying", "").split())
    if traject.paying and typed != traject.paying:
        flash(f"De opdrachtgever staat bij ons als {traject.paying}. Die is gekozen.")


def _known() -> list[Opdrachtgever]:
    return opdrachtgevers.mine(database())


def _stored(candidate_id: UUID) -> Stored:
    db = database()
    return Stored(
        candidate=candidate_or_404(candidate_id),
        parties=opdrachtgevers.mine(db),
        ended_on=traject_ends.ended_on(db, candidate_id),
    )


def _new_page(
    values: Mapping[str, str],
    errors: Mapping[str, str],
    known: Sequence[Opdrachtgever],
) -> str:
    names = traject_form.names(known)
    return render_template(
        "trajects/form.html", values=values, errors=errors, known=names
    )


def _page(
    stored: Stored,
    values: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    clashes: Sequence[Clash] = (),
) -> str:
    account = candidates.account_of(database(), stored.candidate.id)
    return render_template(
        "trajects/form.html",
        candidate=stored.candidate,
        values=values,
        errors=errors or {},
        clashes=clashes,
        known=traject_form.names(stored.parties),
        moving=traject_form.moving(values, stored),
        stored=traject_form.GUARD.version(traject_form.values_of(stored)),
        code=account and pseudonym(account),
    )
