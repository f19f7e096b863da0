"""Actions: answer a question about a job for everybody, and take the answer back."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid4, uuid5

from babel.dates import format_date
from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.answer import Told
from schemas.candidate import Candidate
from schemas.dossier import Attempt, AttemptKind, Outcome
from schemas.tables import answers as table
from schemas.tables import attempts, companies, match_requests, vacancies
from schemas.tables.answers import KnownAnswer, NewAnswer
from schemas.vacancy import Vacancy
from webapp.answers.asking import Asking, asking
from webapp.answers.form import Context, ReadAnswer, read_answer
from webapp.answers.questions import standing
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.formats import moment
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404
from webapp.vacancies.page import Trouble, show
from webapp.writing.fields import read_identity

pages = Blueprint(
    "answers",
    __name__,
    url_prefix="/kandidaten/<uuid:candidate_id>/vacatures/<uuid:vacancy_id>/antwoorden",
)
# One call is one attempt, however many questions were asked in it.
ATTEMPTS = UUID("0b6c3c3e-5b7e-4f0e-8f7d-2d1c0a6f9b51")
KEPT = "Antwoord vastgelegd. Het geldt voor iedereen; wij vergelijken opnieuw."
KEPT_AND_TRIED = "Antwoord vastgelegd, en ook als poging. Wij vergelijken opnieuw."
TAKEN_BACK = "Teruggenomen. De vraag staat weer open."
STILL_TRIED = (
    "De poging van {} blijft staan en telt mee. Was dat contact er niet zo? "
    "Wijzig de poging dan in het dossier."
)
TAKEN_BACK_BEFORE = "Dit antwoord gold al niet meer. Hier staat wat nu geldt."
TAKEN_BACK_SINCE = "Het vorige antwoord is intussen teruggenomen."
NOTE = (
    "Gebeld of gemaild met vragen over het werk; de antwoorden staan bij de vacature."
)


@pages.post("")
@allow("adviser", data="answers")
@logs("changed", "answer")
def answer(candidate_id: UUID, vacancy_id: UUID) -> Response | tuple[str, int]:
    """Keep an answer, for every adviser and every candidate."""
    candidate, vacancy = _about(candidate_id, vacancy_id)
    how = asking(request.form.get("field", "")) or abort(400)
    read = _read(candidate, vacancy, how)
    known = table.of_vacancy(database(), vacancy_id)
    read, stands = _sent_before(read, known)
    told = None if stands else _told_since(read.answer, known)
    if read.errors or told:
        return _again(candidate_id, read, told), 409 if told else 422
    kept = not stands and table.add(database(), read.answer)
    if not stands and not kept and (told := _kept_by_another(read.answer)):
        return _again(candidate_id, read, told), 409
    if not _tried(candidate, vacancy, read) and not kept:
        nothing_happened()
    flash(KEPT_AND_TRIED if _is_tried(vacancy, read) else KEPT)
    match_requests.ask(database(), candidate_id)
    return _back(candidate_id, vacancy_id)


@pages.post("/terug")
@allow("adviser", data="answers")
@logs("changed", "answer")
def take_back(candidate_id: UUID, vacancy_id: UUID) -> Response:
    """Let an answer hold no longer; twice changes nothing."""
    _about(candidate_id, vacancy_id)
    answer_id = read_identity(request.form.get("id", ""))
    known = {one.id: one for one in table.of_vacancy(database(), vacancy_id)}
    if answer_id is None or answer_id not in known:
        abort(404)
    if table.take_back(database(), answer_id, me().id):
        flash(_told_of_attempt(candidate_id, vacancy_id, known[answer_id]))
        match_requests.ask(database(), candidate_id)
    else:
        nothing_happened()
        flash(TAKEN_BACK_BEFORE)
    return _back(candidate_id, vacancy_id)


def _about(candidate_id: UUID, vacancy_id: UUID) -> tuple[Candidate, Vacancy]:
    candidate = candidate_or_404(candidate_id)
    return candidate, vacancies.one(database(), vacancy_id) or abort(404)


def _read(candidate: Candidate, vacancy: Vacancy, how: Asking) -> ReadAnswer:
    context = Context(
        candidate=candidate.name,
        vacancy_id=vacancy.id,
        made_by=me().id,
        today=now().date(),
        traject_start=candidate.traject_start,
    )
    return read_answer(request.form, how, context)


def _sent_before(
    read: ReadAnswer, known: Iterable[KnownAnswer]
) -> tuple[ReadAnswer, bool]:
    """The answer, and whether it holds by this very form; taken back, it is new."""
    before = next((one for one in known if one.id == read.answer.id), None)
    if before and before.undone_at:
        return replace(read, answer=replace(read.answer, id=uuid4())), False
    return read, before is not None


def _told_since(answer: NewAnswer, known: Iterable[KnownAnswer]) -> str | None:
    """What a colleague did on this point while the form was open, if anything."""
    held = next((one for one in standing(known) if one.field == answer.field), None)
    if (held.id if held else None) == answer.seen:
        return None
    return _look(held) if held else TAKEN_BACK_SINCE


def _kept_by_another(answer: NewAnswer) -> str | None:
    """What was kept in the same instant; None: by this very form, sent twice."""
    known = standing(table.of_vacancy(database(), answer.vacancy_id))
    if answer.id in {one.id for one in known}:
        return None
    looks = (_look(one) for one in known if one.field == answer.field)
    return next(looks, TAKEN_BACK_SINCE)


def _is_tried(vacancy: Vacancy, read: ReadAnswer) -> bool:
    """Whether the call or mail is an attempt too: that was ticked."""
    return read.attempt and vacancy.employer is not None


def _tried(candidate: Candidate, vacancy: Vacancy, read: ReadAnswer) -> bool:
    """Record that attempt; False when there is none, or none that is new."""
    return _is_tried(vacancy, read) and _record_attempt(candidate, vacancy, read.answer)


def _look(held: KnownAnswer) -> str:
    who = "Jij" if held.made_by == me().id else "Een collega"
    when = moment(held.made_at)
    return (
        f"{who} legde hier intussen iets vast ({when}): “{held.words}” ({held.source})."
    )


def _again(candidate_id: UUID, read: ReadAnswer, told: str | None) -> str:
    trouble = Trouble(
        place=read.answer.field,
        values=request.form.to_dict(),
        errors=read.errors,
        told=told,
    )
    return show(candidate_id, read.answer.vacancy_id, trouble)


def _kind(answer: Told) -> AttemptKind:
    return "phone" if answer.said_by == "employer_phone" else "mail"


def _attempt_id(candidate_id: UUID, vacancy_id: UUID, answer: Told) -> UUID:
    name = f"{candidate_id} {vacancy_id} {_kind(answer)} {answer.said_on}"
    return uuid5(ATTEMPTS, name)


def _told_of_attempt(candidate_id: UUID, vacancy_id: UUID, answer: Told) -> str:
    """That an answer was taken back; contact that was recorded with it was had."""
    attempt_id = _attempt_id(candidate_id, vacancy_id, answer)
    tried = attempts.one_of_maker(database(), attempt_id, me().id, vault=vault())
    if tried is None:
        return TAKEN_BACK
    on = format_date(tried.happened_on, "d MMMM y", locale="nl")
    return f"{TAKEN_BACK} {STILL_TRIED.format(on)}"


def _record_attempt(candidate: Candidate, vacancy: Vacancy, answer: NewAnswer) -> bool:
    """One attempt a day for each vacancy and way of asking; whether it is new."""
    kind = _kind(answer)
    outcome: Outcome = "spoken" if kind == "phone" else "sent"
    employer = vacancy.employer or ""
    known = companies.named(database(), employer)
    attempt = Attempt(
        id=_attempt_id(candidate.id, vacancy.id, answer),
        candidate_id=candidate.id,
        company_id=known[0].id if len(known) == 1 else None,
        vacancy_id=vacancy.id,
        channel="public",
        employer=employer,
        person="",
        kind=kind,
        outcome=outcome,
        note=NOTE,
        next_step="",
        next_on=None,
        happened_on=answer.said_on,
        made_by=me().id,
        made_at=now(),
    )
    return attempts.add(database(), attempt, vault=vault())


def _back(candidate_id: UUID, vacancy_id: UUID) -> Response:
    page = url_for(
        "vacancies.one",
        candidate_id=candidate_id,
        vacancy_id=vacancy_id,
        _anchor="vragen",
    )
    return redirect(page, 303)
