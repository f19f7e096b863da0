"""Actions: judge otherwise than the rules, with why, and take that back."""

from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.match import Overrule
from schemas.tables import matches, ranked_vacancies, vacancies
from schemas.tables import overrules as table
from schemas.tables.overrules import NewOverrule
from schemas.tables.ranked_vacancies import RankedVacancy
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.formats import moment
from webapp.site.request import database, vault
from webapp.site.visible import candidate_or_404
from webapp.vacancies.overrule_form import VERDICTS, read_overrule
from webapp.vacancies.page import VERDICT, Trouble, show
from webapp.writing.fields import read_identity

pages = Blueprint(
    "overrules",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/vacatures/<uuid:vacancy_id>/oordeel",
)
KEPT = "Jouw oordeel geldt nu voor deze kandidaat."
TAKEN_BACK = "Ongedaan gemaakt. Het oordeel van het programma geldt weer."
TAKEN_BACK_BEFORE = "Dit oordeel gold al niet meer. Hier staat wat nu geldt."
NOT_COMPARED = (
    "Deze vacature is nog niet vergeleken; er is geen oordeel om te wijzigen."
)


@pages.post("")
@allow("adviser", data="ranking")
@logs("changed", "overrule")
def overrule(candidate_id: UUID, vacancy_id: UUID) -> Response | tuple[str, int]:
    """Put the adviser's verdict in the place of the machine's."""
    candidate = candidate_or_404(candidate_id)
    ranked = _ranked(candidate_id, vacancy_id)
    if ranked is None or ranked.match is None:
        flash(NOT_COMPARED, "warning")
        return _back(candidate_id, vacancy_id)
    known = _known(candidate_id, ranked)
    read, errors = read_overrule(request.form, candidate.name, known)
    read, stands = _sent_before(read)
    told = None if stands else _told_since(read, ranked)
    if errors or told:
        return _again(read, errors, told), 409 if told else 422
    if stands:
        nothing_happened()
    elif told := _kept_by_another(read):
        return _again(read, {}, told), 409
    flash(KEPT)
    return _back(candidate_id, vacancy_id)


@pages.post("/terug")
@allow("adviser", data="ranking")
@logs("changed", "overrule")
def take_back(candidate_id: UUID, vacancy_id: UUID) -> Response:
    """Let the machine's verdict count again; twice changes nothing."""
    candidate_or_404(candidate_id)
    overrule_id = read_identity(request.form.get("id", ""))
    known = _overrule(candidate_id, overrule_id) if overrule_id else None
    if known is None:
        abort(404)
    done = table.take_back(database(), candidate_id, known.id, me().id)
    if not done:
        nothing_happened()
    flash(TAKEN_BACK if done else TAKEN_BACK_BEFORE)
    return _back(candidate_id, vacancy_id)


def _overrule(candidate_id: UUID, overrule_id: UUID) -> Overrule | None:
    return table.one(database(), candidate_id, overrule_id, vault=vault())


def _ranked(candidate_id: UUID, vacancy_id: UUID) -> RankedVacancy | None:
    if vacancies.one(database(), vacancy_id) is None:
        abort(404)
    return ranked_vacancies.one(database(), candidate_id, vacancy_id, vault=vault())


def _known(candidate_id: UUID, ranked: RankedVacancy) -> NewOverrule:
    """What is known before the form is read: the machine's verdict and its document."""
    run = matches.latest_run(database(), candidate_id)
    machine = ranked.match.verdict if ranked.match else "uitzoeken"
    return NewOverrule(
        id=uuid4(),
        candidate_id=candidate_id,
        vacancy_id=ranked.vacancy_id,
        verdict=machine,
        machine=machine,
        motivation="",
        capacity_id=run.capacity_id if run else None,
        made_by=me().id,
    )


def _sent_before(sent: NewOverrule) -> tuple[NewOverrule, bool]:
    """The verdict, and whether it stands by this very form; undone since, it is new."""
    before = _overrule(sent.candidate_id, sent.id)
    if before and before.undone_at:
        return replace(sent, id=uuid4()), False
    return sent, before is not None


def _told_since(sent: NewOverrule, ranked: RankedVacancy) -> str | None:
    """What changed while the form was open: another verdict, by rules or colleague."""
    if ranked.overrule_id != sent.seen:
        return _look(ranked)
    if request.form.get("machine") != sent.machine:
        said = VERDICTS[sent.machine].lower()
        return f"Intussen is opnieuw vergeleken: het programma zegt nu “{said}”."
    return None


def _kept_by_another(sent: NewOverrule) -> str | None:
    """Keep it; else what was kept in the same instant."""
    if table.add(database(), sent, vault=vault()):
        return None
    ranked = _ranked(sent.candidate_id, sent.vacancy_id)
    if ranked is None or ranked.overrule_id == sent.id:
        nothing_happened()  # by this very form, sent twice at once
        return None
    return _look(ranked)


def _look(ranked: RankedVacancy) -> str:
    if ranked.overruled is None or ranked.overruled_at is None:
        return "Het vorige oordeel is intussen ongedaan gemaakt."
    who = "Jij" if ranked.overruled_by == me().id else "Een collega"
    said, when = VERDICTS[ranked.overruled].lower(), moment(ranked.overruled_at)
    return f"{who} oordeelde intussen ({when}) “{said}”: {ranked.motivation}"


def _again(sent: NewOverrule, errors: dict[str, str], told: str | None) -> str:
    values = request.form.to_dict()
    trouble = Trouble(place=VERDICT, values=values, errors=errors, told=told)
    return show(sent.candidate_id, sent.vacancy_id, trouble)


def _back(candidate_id: UUID, vacancy_id: UUID) -> Response:
    page = url_for(
        "vacancies.one",
        candidate_id=candidate_id,
        vacancy_id=vacancy_id,
        _anchor="uitkomst",
    )
    return redirect(page, 303)
