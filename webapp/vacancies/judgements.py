"""Actions: save a vacancy, reject it with a reason, take that back."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.dossier import Decision, RejectReason
from schemas.tables import judgements, news, ranked_vacancies, vacancies
from schemas.tables.judgements import NewJudgement
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.request import database, vault
from webapp.site.visible import candidate_or_404
from webapp.vacancies.checks import ask_when_stale
from webapp.vacancies.shelf import Asked, search_or_404, shelf_page
from webapp.writing import words

pages = Blueprint(
    "judgements",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/vacatures/<uuid:vacancy_id>",
)

Answer = Response | str | tuple[str, int]
FIRST_SAY_WHY = (
    "Deze vacature past niet, dus de kandidaat krijgt haar niet te zien. Zie jij dat "
    "anders? Open de vacature en schrijf eerst waarom."
)


@pages.post("/bewaren")
@allow("adviser", data="shelf")
@logs("changed", "judgement")
def save(candidate_id: UUID, vacancy_id: UUID) -> Answer:
    """Put the vacancy on the shortlist; the candidate sees it as a proposal.

    What does not fit comes there only when an adviser judged it otherwise first.
    """
    _check(candidate_id, vacancy_id)
    if _does_not_fit(candidate_id, vacancy_id):
        return _first_say_why(candidate_id, vacancy_id)
    _record(candidate_id, vacancy_id, "saved", None)
    ask_when_stale(vacancy_id)
    return _answer(candidate_id, vacancy_id, "Bewaard.")


@pages.post("/afwijzen")
@allow("adviser", data="shelf")
@logs("changed", "judgement")
def reject(candidate_id: UUID, vacancy_id: UUID) -> Answer:
    """Leave the vacancy out, for one of eight reasons."""
    _check(candidate_id, vacancy_id)
    reason = next(
        (r for r in words.REJECT_REASONS if r == request.form.get("reason")), None
    )
    if reason is None:
        abort(400)
    _record(candidate_id, vacancy_id, "rejected", reason)
    return _answer(candidate_id, vacancy_id, "Afgewezen.")


@pages.post("/ongedaan")
@allow("adviser", data="shelf")
@logs("changed", "judgement")
def undo(candidate_id: UUID, vacancy_id: UUID) -> Answer:
    """Take the judgement back; undoing twice changes nothing."""
    _check(candidate_id, vacancy_id)
    judgements.undo(database(), candidate_id, vacancy_id)
    return _answer(candidate_id, vacancy_id, "Ongedaan gemaakt.")


def _check(candidate_id: UUID, vacancy_id: UUID) -> None:
    candidate_or_404(candidate_id)
    if vacancies.one(database(), vacancy_id) is None:
        abort(404)


def _does_not_fit(candidate_id: UUID, vacancy_id: UUID) -> bool:
    """By the verdict that counts, and not saved when it still fitted."""
    of_it = ranked_vacancies.several(
        database(), candidate_id, [vacancy_id], vault=vault()
    )
    return any(one.verdict == "past_niet" and one.decision != "saved" for one in of_it)


def _first_say_why(candidate_id: UUID, vacancy_id: UUID) -> Answer:
    """To the form that overrules; the script shows its list anew, with a message."""
    if "X-Fragment" in request.headers:
        flash(FIRST_SAY_WHY, "warning")
        return "", 409
    nothing_happened()
    page = url_for(
        "vacancies.one",
        candidate_id=candidate_id,
        vacancy_id=vacancy_id,
        toch="bewaren",
        _anchor="uitkomst",
    )
    return redirect(page, 303)


def _record(
    candidate_id: UUID,
    vacancy_id: UUID,
    decision: Decision,
    reason: RejectReason | None,
) -> None:
    judgement = NewJudgement(
        candidate_id=candidate_id,
        vacancy_id=vacancy_id,
        decision=decision,
        reason=reason,
        judged_by=me().id,
    )
    judgements.record(database(), judgement)
    if decision == "saved":  # the candidate sees it from now on
        news.tell(database(), candidate_id)


def _answer(candidate_id: UUID, vacancy_id: UUID, said: str) -> Answer:
    """The folded card for the script; for everybody else a page to go back to."""
    if request.form.get("van") == "detail":
        flash(said)
        page = url_for(
            "vacancies.one", candidate_id=candidate_id, vacancy_id=vacancy_id
        )
        return redirect(page, 303)
    asked = _asked(vacancy_id)
    if "X-Fragment" in request.headers:
        search = search_or_404(candidate_id)
        return render_template(
            "judgements/fragment.html",
            candidate=search.candidate,
            page=shelf_page(search, asked),
            vacancy_id=vacancy_id,
            words=words,
        )
    back = url_for(
        "vacancies.index",
        candidate_id=candidate_id, lijst=asked.word, pagina=asked.number,
        net=vacancy_id,
    )  # fmt: skip
    return redirect(back, 303)


def _asked(vacancy_id: UUID) -> Asked:
    word, number = request.form.get("lijst", ""), request.form.get("pagina", "")
    return Asked(
        word=word if word in words.SHELVES else "past",
        number=max(1, int(number[:3])) if number.isascii() and number.isdigit() else 1,
        judged=vacancy_id,
    )
