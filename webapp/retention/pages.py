"""Pages: what goes soon, the real end of a traject, and postponing what is due.

For the adviser of a traject and for the coordinator alike: the rules on the rows give
each their own trajects.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import erasure_requests, kept, postponements, traject_ends
from schemas.tables.postponements import NewPostponement
from schemas.tables.traject_ends import NewEnd, Traject
from schemas.traject_end import Postponement, TrajectEnd
from webapp.record.declaring import logs
from webapp.record.writing import about_thing, nothing_happened
from webapp.retention import form as reading
from webapp.retention import words
from webapp.site.access import allow, me
from webapp.site.request import database, now
from webapp.writing.fields import unless_taken_back

pages = Blueprint("retention", __name__, url_prefix="/bewaren")
SOON = timedelta(days=30)
ONE_DAY = timedelta(days=1)
CLOSED = "Het traject is afgesloten. Was dat niet de bedoeling? Heropen het hieronder."
CLOSED_ALREADY = "Dit traject was al afgesloten."
REOPENED = "Het traject loopt weer. De bewaartermijn telt niet meer."
UNDONE = "Dit uitstel telt niet meer."


@pages.get("")
@allow("adviser", "coordinator", data="retention")
@logs("viewed", "retention")
def index() -> str:
    """What goes within 30 days, and for whom no term runs for want of an end."""
    today = now().date()
    return render_template(
        "retention/index.html",
        going=kept.going_before(database(), today + SOON),
        overrun=traject_ends.overrun(database(), today),
        one_day=ONE_DAY,
        words=words,
    )


@pages.get("/<uuid:candidate_id>")
@allow("adviser", "coordinator", data="retention")
@logs("viewed", "retention")
def one(candidate_id: UUID) -> str:
    """The end of one traject, until when everything is kept, and what is postponed."""
    traject, db = _traject_or_404(candidate_id), database()
    ends = traject_ends.history(db, candidate_id)
    return render_template(
        "retention/one.html",
        traject=traject,
        end=next((one for one in ends if one.undone_at is None), None),
        undone_ends=[one for one in ends if one.undone_at is not None],
        kept=kept.of_candidate(db, candidate_id),
        postponements=postponements.of_candidate(db, candidate_id),
        asked_at=_asked_at(candidate_id),
        back=_dossier(candidate_id),
        words=words,
    )


@pages.get("/<uuid:candidate_id>/einde")
@allow("adviser", "coordinator", data="retention")
@logs("viewed", "retention")
def end(candidate_id: UUID) -> str:
    """The form for the real end."""
    values = reading.blank_end(now().date())
    return _form("end", _traject_or_404(candidate_id), values, {})


@pages.post("/<uuid:candidate_id>/einde")
@allow("adviser", "coordinator", data="retention")
@logs("changed", "traject")
def close(candidate_id: UUID) -> Response | tuple[str, int]:
    """Close the traject: from its last day on the terms run."""
    traject = _traject_or_404(candidate_id)
    chosen, errors = reading.read_end(
        request.form, traject, by=me().id, today=now().date()
    )
    if chosen is None:
        return _form("end", traject, request.form, errors), 422
    closed = _close(chosen)
    if not closed:
        nothing_happened()
    flash(CLOSED if closed else CLOSED_ALREADY)
    return _back(candidate_id)


def _close(chosen: NewEnd) -> bool:
    """Also by a form that closed it before, when it was opened in between."""
    db = database()
    known = traject_ends.history(db, chosen.candidate_id)
    return traject_ends.close(db, replace(chosen, id=_anew(chosen.id, known)))


@pages.post("/<uuid:candidate_id>/heropen")
@allow("adviser", "coordinator", data="retention")
@logs("changed", "traject")
def reopen(candidate_id: UUID) -> Response:
    """Let a traject go on that was closed."""
    if not traject_ends.reopen(database(), candidate_id, by=me().id):
        abort(404)
    flash(REOPENED)
    return _back(candidate_id)


@pages.get("/<uuid:candidate_id>/uitstel")
@allow("adviser", "coordinator", data="retention")
@logs("viewed", "retention")
def postponement(candidate_id: UUID) -> str:
    """The form for keeping everything longer."""
    values = reading.blank_postponement()
    return _form("postponement", _traject_or_404(candidate_id), values, {})


@pages.post("/<uuid:candidate_id>/uitstel")
@allow("adviser", "coordinator", data="retention")
@logs("changed", "retention")
def postpone(candidate_id: UUID) -> Response | tuple[str, int]:
    """Keep everything about a traject until a day, with a reason."""
    traject = _traject_or_404(candidate_id)
    chosen, errors = reading.read_postponement(
        request.form, traject, by=me().id, today=now().date()
    )
    if chosen is None:
        return _form("postponement", traject, request.form, errors), 422
    if not _postpone(chosen):
        nothing_happened()
    flash("Uitgesteld. De kandidaat ziet tot wanneer, en waarom.")
    return _back(candidate_id)


def _postpone(chosen: NewPostponement) -> bool:
    """Also by a form that postponed before, when that was taken back in between."""
    db = database()
    known = postponements.of_candidate(db, chosen.candidate_id)
    return postponements.add(db, replace(chosen, id=_anew(chosen.id, known)))


def _anew(identity: UUID, known: Iterable[TrajectEnd | Postponement]) -> UUID:
    undone = {one.id for one in known if one.undone_at is not None}
    return about_thing(unless_taken_back(identity, undone))


@pages.post("/<uuid:candidate_id>/uitstel/<uuid:postponement_id>/terug")
@allow("adviser", "coordinator", data="retention")
@logs("changed", "retention")
def undo(candidate_id: UUID, postponement_id: UUID) -> Response:
    """Let the terms count again."""
    if not postponements.undo(database(), candidate_id, postponement_id, by=me().id):
        abort(404)
    flash(UNDONE)
    return _back(candidate_id)


def _traject_or_404(candidate_id: UUID) -> Traject:
    return traject_ends.traject(database(), candidate_id) or abort(404)


def _asked_at(candidate_id: UUID) -> object:
    """When a coordinator asked to erase; to an adviser it is not told."""
    if me().persona != "coordinator":
        return None
    return erasure_requests.asked_at(database(), candidate_id)


def _form(
    name: str, traject: Traject, values: Mapping[str, str], errors: Mapping[str, str]
) -> str:
    today = now().date()
    return render_template(
        f"retention/{name}.html",
        traject=traject,
        values=values,
        errors=errors,
        latest=reading.in_a_year(today),
        words=words,
    )


def _dossier(candidate_id: UUID) -> str:
    """Where whoever asks works on this traject."""
    own = "coordination.one" if me().persona == "coordinator" else "candidates.one"
    return url_for(own, candidate_id=candidate_id)


def _back(candidate_id: UUID) -> Response:
    return redirect(url_for("retention.one", candidate_id=candidate_id), 303)
