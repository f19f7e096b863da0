"""Pages: add one vacancy by hand, by its address or by its text."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import added_vacancies as table
from schemas.tables.added_vacancies import AddedVacancy
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow, me
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404
from webapp.vacancies import adding_form

pages = Blueprint(
    "added_vacancies", __name__, url_prefix="/kandidaten/<uuid:candidate_id>/vacatures"
)
LONG = timedelta(minutes=5)  # by then a worker would have read it
DAY = timedelta(days=1)
MOST_A_DAY = 100  # per adviser; each is a visit to somebody's site

Answer = Response | tuple[str, int] | str


@pages.get("/toevoegen")
@allow("adviser", data="requests")
@logs("viewed", "added_vacancy")
def new(candidate_id: UUID) -> str:
    """The form with its two ways."""
    return _form_page(candidate_id, adding_form.blank(), {})


@pages.post("/toevoegen")
@allow("adviser", data="requests")
@logs("changed", "added_vacancy")
def add(candidate_id: UUID) -> Answer:
    """Ask the crawler to read it."""
    candidate = candidate_or_404(candidate_id)
    asked, errors = adding_form.read_request(request.form, candidate, me().id)
    if table.count_since(database(), now() - DAY) >= MOST_A_DAY:
        errors = {"url": adding_form.TOO_MANY}
    if errors:
        return _form_page(candidate_id, request.form, errors), 422
    if not table.ask(database(), asked):
        nothing_happened()
    page = url_for(".one", candidate_id=candidate_id, added_id=asked.id)
    return redirect(page, 303)


@pages.get("/toegevoegd/<uuid:added_id>")
@allow("adviser", data="requests")
@logs("viewed", "added_vacancy")
def one(candidate_id: UUID, added_id: UUID) -> Answer:
    """Waiting; then the vacancy, or the form with the reason why not."""
    candidate = candidate_or_404(candidate_id)
    added = table.one(database(), candidate_id, added_id) or abort(404)
    if added.state == "done" and added.vacancy_id:
        return _to_vacancy(candidate_id, added)
    if added.state != "waiting":
        return _refused_page(candidate_id, added)
    return render_template(
        "added_vacancies/waiting.html",
        candidate=candidate,
        added=added,
        takes_long=now() - added.asked_at > LONG,
    )


def told_lately(candidate_id: UUID) -> Sequence[AddedVacancy]:
    """What the adviser who asks added, that waits or was refused since yesterday."""
    return table.to_tell(database(), candidate_id, since=now() - DAY)


def _to_vacancy(candidate_id: UUID, added: AddedVacancy) -> Response:
    page = url_for(
        "vacancies.one",
        candidate_id=candidate_id,
        vacancy_id=added.vacancy_id,
        toegevoegd="bekend" if added.known else "nieuw",
    )
    return redirect(page, 303)


def _refused_page(candidate_id: UUID, added: AddedVacancy) -> str:
    where = "url" if added.url else "text"
    errors = {where: added.error or "De vacature is er niet meer."}
    return _form_page(candidate_id, adding_form.again(added), errors, refused=True)


def _form_page(
    candidate_id: UUID,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    refused: bool = False,
) -> str:
    return render_template(
        "added_vacancies/form.html",
        candidate=candidate_or_404(candidate_id),
        values=values,
        errors=errors,
        refused=refused,
    )
