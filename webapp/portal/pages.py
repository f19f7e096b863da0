"""Pages: what a candidate is asked, proposed and told."""

from dataclasses import replace
from typing import cast
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from schemas.dossier import CannotReason, Response, Task, TaskStatus
from schemas.tables import (
    appointments,
    asked_vacancies,
    attempts,
    responses,
    vacancies,
    vacancy_checks,
)
from schemas.tables import tasks as table
from schemas.tables.responses import Proposal
from schemas.vacancy import Vacancy
from webapp.coordination.standing_in import told_once
from webapp.portal import words
from webapp.portal.plain_words import Explained, explain
from webapp.portal.why import why
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.request import database, now, vault
from webapp.writing.fields import Fields

pages = Blueprint("portal", __name__)


@pages.get("/mijn")
@allow("candidate", data="tasks")
@logs("viewed", "dossier")
def home() -> str:
    """Tasks first, then proposals, then what was done."""
    db = database()
    guidance = appointments.guidance(db)
    proposals = responses.proposed(db, vault=vault())
    return render_template(
        "portal/home.html",
        greeting=words.greeting(now()),
        first_name=me().name.split(" ")[0],
        tasks=table.mine(db, vault=vault()),
        proposals=proposals,
        whys={one.vacancy_id: explain(one) for one in proposals},
        asked=asked_vacancies.mine(db),
        efforts=attempts.for_me(db),
        guides=told_once(guidance.guides),
        ended_on=guidance.ended_on,
        words=words,
    )


@pages.post("/mijn/taken/<uuid:task_id>/klaar")
@allow("candidate", data="tasks")
@logs("changed", "task")
def done(task_id: UUID) -> Answer:
    """The task is done."""
    task = _task_or_404(task_id)
    return _answer(task, _told(task, "done"), words.DONE)


@pages.post("/mijn/taken/<uuid:task_id>/toch-niet")
@allow("candidate", data="tasks")
@logs("changed", "task")
def undo(task_id: UUID) -> Answer:
    """Take the answer back, as long as the adviser has not approved it."""
    task = _task_or_404(task_id)
    return _answer(task, _told(task, "open"), words.UNDONE)


@pages.get("/mijn/taken/<uuid:task_id>/lukt-niet")
@allow("candidate", data="tasks")
@logs("viewed", "task")
def cannot_form(task_id: UUID) -> str:
    """The form that asks why a task does not work out."""
    return _cannot_page(_task_or_404(task_id), {}, {})


@pages.post("/mijn/taken/<uuid:task_id>/lukt-niet")
@allow("candidate", data="tasks")
@logs("changed", "task")
def cannot(task_id: UUID) -> Answer | tuple[str, int]:
    """The task does not work out, and why."""
    task, fields = _task_or_404(task_id), Fields(request.form)
    reason = fields.one_of("reason", words.CANNOT_REASONS, words.CHOOSE_REASON)
    text = fields.prose("answer", on_illness=words.NO_ILLNESS)
    if fields.errors:
        return _cannot_page(task, request.form, fields.errors), 422
    told = _told(task, "cannot", cast(CannotReason, reason), text)
    return _answer(task, told, words.CANNOT)


@pages.get("/mijn/vacatures/<uuid:vacancy_id>")
@allow("candidate", data="shelf")
@logs("viewed", "vacancy")
def vacancy(vacancy_id: UUID) -> str:
    """A vacancy that was proposed, that a task is about or that was asked about."""
    db, proposal = database(), _proposal(vacancy_id)
    if proposal is None and not _is_known(vacancy_id):
        abort(404)
    found = vacancies.one(db, vacancy_id) or abort(404)
    return render_template(
        "portal/vacancy.html",
        vacancy=found,
        standing=vacancy_checks.standing(db, [vacancy_id])[vacancy_id],
        proposal=proposal,
        why=_why(found),
    )


@pages.post("/mijn/vacatures/<uuid:vacancy_id>/interessant")
@allow("candidate", data="responses")
@logs("changed", "proposal")
def interested(vacancy_id: UUID) -> Answer:
    """The candidate wants this."""
    _respond(_proposal_or_404(vacancy_id), "", interested=True)
    flash(words.INTERESTED)
    return redirect(url_for("portal.home"), 303)


@pages.get("/mijn/vacatures/<uuid:vacancy_id>/niet-voor-mij")
@allow("candidate", data="responses")
@logs("viewed", "proposal")
def declined_form(vacancy_id: UUID) -> str:
    """The form that asks why not."""
    proposal = _proposal_or_404(vacancy_id)
    return _declined_page(proposal, {"why": proposal.why or ""}, {})


@pages.post("/mijn/vacatures/<uuid:vacancy_id>/niet-voor-mij")
@allow("candidate", data="responses")
@logs("changed", "proposal")
def declined(vacancy_id: UUID) -> Answer | tuple[str, int]:
    """The candidate does not want this, and perhaps why."""
    proposal, fields = _proposal_or_404(vacancy_id), Fields(request.form)
    why = fields.prose("why", on_illness=words.NO_ILLNESS)
    if fields.errors:
        return _declined_page(proposal, request.form, fields.errors), 422
    _respond(proposal, why, interested=False)
    flash(words.NOT_INTERESTED)
    return redirect(url_for("portal.home"), 303)


def _is_known(vacancy_id: UUID) -> bool:
    """Whether a task is about it, or the candidate asked about it."""
    of_asked = [asked.vacancy_id for asked in asked_vacancies.mine(database())]
    return vacancy_id in of_asked or table.is_about(database(), vacancy_id)


def _task_or_404(task_id: UUID) -> Task:
    return table.one(database(), task_id, vault=vault()) or abort(404)


def _proposal_or_404(vacancy_id: UUID) -> Proposal:
    return _proposal(vacancy_id) or abort(404)


def _proposal(vacancy_id: UUID) -> Proposal | None:
    return responses.proposal(database(), vacancy_id, vault=vault())


def _why(vacancy: Vacancy) -> Explained:
    told = responses.about(database(), vacancy.id, vault=vault())
    return why(database(), told, vacancy, today=now().date(), vault=vault())


def _told(
    task: Task, status: TaskStatus, reason: CannotReason | None = None, text: str = ""
) -> Task:
    return replace(
        task,
        status=status,
        cannot_reason=reason,
        answer=text,
        answered_at=None if status == "open" else now(),
    )


def _answer(task: Task, told: Task, said: str) -> Answer:
    """409 when the adviser approved or withdrew the task in the meantime."""
    if replace(told, answered_at=task.answered_at) == task:
        nothing_happened()
    elif not table.answer(database(), told, vault=vault()):
        abort(409)
    flash(said)
    return redirect(url_for("portal.home"), 303)


def _respond(proposal: Proposal, why: str, *, interested: bool) -> None:
    if (proposal.interested, proposal.why or "") == (interested, why):
        nothing_happened()
        return
    response = Response(
        candidate_id=proposal.candidate_id,
        vacancy_id=proposal.vacancy_id,
        interested=interested,
        why=why,
        given_at=now(),
    )
    responses.give(database(), response, vault=vault())


def _cannot_page(task: Task, values: object, errors: dict[str, str]) -> str:
    return render_template(
        "portal/cannot.html",
        task=task,
        values=values,
        errors=errors,
        reasons=words.CANNOT_REASONS,
    )


def _declined_page(proposal: Proposal, values: object, errors: dict[str, str]) -> str:
    return render_template(
        "portal/declined.html", proposal=proposal, values=values, errors=errors
    )
