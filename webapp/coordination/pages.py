"""Pages: the trajects of everybody, and who guides them, for the coordinator."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import appointments, oversight, stand_ins
from schemas.tables.oversight import Overseen
from schemas.tables.stand_ins import StandIn
from webapp.coordination import form as appointing
from webapp.coordination import standing_in
from webapp.record.declaring import logs
from webapp.record.writing import about
from webapp.site.access import allow, me
from webapp.site.request import database, now
from webapp.trajects.weeks import week_words

pages = Blueprint("coordination", __name__, url_prefix="/trajecten")

HAS_IT = "Deze adviseur begeleidt dit traject al."
HAS_IT_ALL = "Deze adviseur begeleidt dit traject al op al die dagen."


@pages.get("")
@allow("coordinator", data="traject")
@logs("viewed", "caseload")
def index() -> str:
    """Who guides whom and how far it is; no limits, notes or conversations."""
    return render_template(
        "coordination/index.html",
        trajects=oversight.overview(database(), now().date()),
        week_words=week_words,
    )


@pages.get("/<uuid:candidate_id>")
@allow("coordinator", data="traject")
@logs("viewed", "traject")
def one(candidate_id: UUID) -> str:
    """One traject: its numbers, and everybody who guides, guided or will guide."""
    return render_template(
        "coordination/one.html",
        traject=_traject_or_404(candidate_id),
        appointments=appointments.of_candidate(database(), candidate_id),
        reasons=appointing.REASON_WORDS,
        week_words=week_words,
    )


@pages.get("/<uuid:candidate_id>/adviseur")
@allow("coordinator", data="caseload")
@logs("viewed", "traject")
def adviser(candidate_id: UUID) -> str:
    """The form for whose hands the traject goes to."""
    return _form("adviser", _traject_or_404(candidate_id), {}, {})


@pages.post("/<uuid:candidate_id>/adviseur")
@allow("coordinator", data="caseload")
@logs("changed", "adviser")
def hand_over(candidate_id: UUID) -> Response | tuple[str, int]:
    """Put the traject in other hands, from today."""
    traject, today = _traject_or_404(candidate_id), now().date()
    chosen, errors = appointing.read_adviser(request.form, _available())
    if chosen is None:
        return _form("adviser", traject, request.form, errors), 422
    if not appointments.hand_over(
        database(), candidate_id, chosen, by=me().id, today=today
    ):
        return _form("adviser", traject, request.form, {"adviser_id": HAS_IT}), 422
    flash(f"{traject.name} heeft vanaf vandaag deze adviseur.")
    return _back(candidate_id)


@pages.get("/<uuid:candidate_id>/waarneming")
@allow("coordinator", data="caseload")
@logs("viewed", "stand_in")
def stand_in(candidate_id: UUID) -> str:
    """The form for who stands in."""
    traject = _traject_or_404(candidate_id)
    return _form("stand_in", traject, appointing.blank(now().date()), {})


@pages.post("/<uuid:candidate_id>/waarneming")
@allow("coordinator", data="caseload")
@logs("changed", "stand_in")
def appoint(candidate_id: UUID) -> Response | tuple[str, int]:
    """Appoint a stand-in, for this traject or for the whole caseload it is in."""
    traject, today = _traject_or_404(candidate_id), now().date()
    chosen, errors = appointing.read_stand_in(
        request.form, _available(besides=candidate_id), today
    )
    if chosen is None:
        return _form("stand_in", traject, request.form, errors), 422
    targets = _targets(traject, chosen)
    found = standing_in.weighed(database(), list(targets), chosen)
    if refusal := found.refused.get(candidate_id):
        errors = appointing.refused(refusal)
        return _form("stand_in", traject, request.form, errors), 422
    if not found.free:
        return _form("stand_in", traject, request.form, {"adviser_id": HAS_IT_ALL}), 422
    stand_ins.appoint(database(), found.free, chosen, by=me().id)
    about(*found.free)
    flash(_told(len(found.free), [targets[one] for one in found.refused]))
    return _back(candidate_id)


@pages.post("/<uuid:candidate_id>/waarneming/<uuid:appointment_id>/stop")
@allow("coordinator", data="caseload")
@logs("changed", "stand_in")
def end(candidate_id: UUID, appointment_id: UUID) -> Response:
    """End a stand-in before its last day."""
    today = now().date()
    if not stand_ins.end(database(), candidate_id, appointment_id, today=today):
        abort(404)
    flash("De waarneming is gestopt.")
    return _back(candidate_id)


def _traject_or_404(candidate_id: UUID) -> Overseen:
    return oversight.one(database(), candidate_id, now().date()) or abort(404)


def _targets(traject: Overseen, chosen: StandIn) -> dict[UUID, str]:
    """The trajects by name that somebody is to stand in for."""
    if request.form.get("whole_caseload") != "1":
        return {traject.id: traject.name}
    found = stand_ins.whole_caseload(database(), traject.id, chosen)
    return {one.id: one.name for one in found}


def _available(*, besides: UUID | None = None) -> set[UUID]:
    found = appointments.available(database(), now().date(), besides=besides)
    return {one.id for one in found}


def _form(name: str, traject: Overseen, values: object, errors: object) -> str:
    besides = traject.id if name == "stand_in" else None
    return render_template(
        f"coordination/{name}.html",
        traject=traject,
        values=values,
        errors=errors,
        available=appointments.available(database(), now().date(), besides=besides),
        reasons=appointing.REASON_WORDS,
    )


def _told(count: int, refused: list[str]) -> str:
    said = "De waarneming is geregeld. De kandidaat ziet wie helpt en tot wanneer."
    if count > 1:
        trajects = f"voor {count} trajecten"
        said = f"De waarneming is geregeld {trajects}. De kandidaten zien het."
    if refused:
        said += f" Maar niet voor {', '.join(refused)}: {appointing.NOT_FOR_ALL}"
    return said


def _back(candidate_id: UUID) -> Response:
    return redirect(url_for("coordination.one", candidate_id=candidate_id), 303)
