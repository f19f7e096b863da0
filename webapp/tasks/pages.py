"""Pages: the tasks an adviser gives: new, list, approve, send back, withdraw."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import Candidate
from schemas.dossier import Task, TaskStatus
from schemas.tables import news, traject_ends
from schemas.tables import tasks as table
from webapp.attempts.shared import asked_vacancy, sent_vacancy
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404
from webapp.tasks import form as task_form

pages = Blueprint("tasks", __name__)

STILL_OPEN: tuple[TaskStatus, ...] = ("done", "cannot", "open")


@pages.get("/kandidaten/<uuid:candidate_id>/taken")
@allow("adviser", data="tasks")
@logs("viewed", "task")
def index(candidate_id: UUID) -> str:
    """All tasks, those that wait for the adviser first."""
    return render_template(
        "tasks/index.html",
        candidate=candidate_or_404(candidate_id),
        tasks=table.of_candidate(database(), candidate_id, vault=vault()),
        ended_on=_ended(candidate_id),
    )


@pages.get("/kandidaten/<uuid:candidate_id>/taken/nieuw")
@allow("adviser", data="tasks")
@logs("viewed", "task")
def new(candidate_id: UUID) -> str:
    """The form, prefilled from `?vacature=`."""
    candidate, vacancy = candidate_or_404(candidate_id), asked_vacancy()
    return _form(candidate, task_form.blank(vacancy, now()), ended=_ended(candidate_id))


@pages.post("/kandidaten/<uuid:candidate_id>/taken/nieuw")
@allow("adviser", data="tasks")
@logs("changed", "task")
def give(candidate_id: UUID) -> Response | tuple[str, int]:
    """Give the task, or show what is still missing; 409 when the traject is closed."""
    candidate = candidate_or_404(candidate_id)
    if ended := _ended(candidate_id):
        return _form(candidate, {}, ended=ended), 409
    about, by = sent_vacancy(), me().id
    task, errors = task_form.read_task(
        request.form, about, candidate_id=candidate_id, made_by=by, now=now()
    )
    if errors:
        return _form(candidate, request.form, errors), 422
    if _give(task):
        news.tell(database(), candidate_id)
    else:
        nothing_happened()
    flash(f"Taak gegeven: {task.title}.")
    return _to_list(candidate_id)


@pages.post("/kandidaten/<uuid:candidate_id>/taken/<uuid:task_id>/goedkeuren")
@allow("adviser", data="tasks")
@logs("changed", "task")
def approve(candidate_id: UUID, task_id: UUID) -> Response:
    """The adviser agrees that it is done."""
    return _move(candidate_id, task_id, "approved", "Goedgekeurd.")


@pages.post("/kandidaten/<uuid:candidate_id>/taken/<uuid:task_id>/terug")
@allow("adviser", data="tasks")
@logs("changed", "task")
def send_back(candidate_id: UUID, task_id: UUID) -> Response:
    """Back to open: not done yet, or after all not withdrawn."""
    return _move(candidate_id, task_id, "open", "De taak staat weer open.")


@pages.post("/kandidaten/<uuid:candidate_id>/taken/<uuid:task_id>/intrekken")
@allow("adviser", data="tasks")
@logs("changed", "task")
def withdraw(candidate_id: UUID, task_id: UUID) -> Response:
    """The candidate need not do it any more."""
    return _move(candidate_id, task_id, "withdrawn", "Ingetrokken.")


def _give(task: Task) -> bool:
    """Also by a form that gave it before, when it was withdrawn in between."""
    db, whose = database(), task.candidate_id
    return table.add(db, task, vault=vault()) or table.move(
        db, whose, task.id, "open", ["withdrawn"]
    )


def _ended(candidate_id: UUID) -> date | None:
    return traject_ends.ended_on(database(), candidate_id)


def _form(
    candidate: Candidate,
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
    *,
    ended: date | None = None,
) -> str:
    return render_template(
        "tasks/form.html",
        candidate=candidate,
        values=values,
        errors=errors or {},
        ended_on=ended,
    )


def _move(candidate_id: UUID, task_id: UUID, to: TaskStatus, done: str) -> Response:
    """409 when the task is in a state from which this cannot be done."""
    candidate_or_404(candidate_id)
    task = table.one(database(), task_id, vault=vault())
    if task is None or task.candidate_id != candidate_id:
        abort(404)
    allowed = task_form.BEFORE[to]
    if not table.move(database(), candidate_id, task_id, to, allowed):
        abort(409)
    flash(done)
    return _back(candidate_id)


def _back(candidate_id: UUID) -> Response:
    """To the dossier when the button stood there, else to the list."""
    dossier = url_for("candidates.one", candidate_id=candidate_id)
    if urlsplit(request.referrer or "").path == dossier:
        return redirect(dossier, 303)
    return _to_list(candidate_id)


def _to_list(candidate_id: UUID) -> Response:
    return redirect(url_for("tasks.index", candidate_id=candidate_id), 303)
