"""Pages: who looked in a dossier, for whoever guides it and for the coordinator."""

from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, abort, render_template, request

from schemas.tables import log_entries, oversight
from schemas.tables.log_entries import Look
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404
from webapp.writing.fields import read_day

pages = Blueprint("looks", __name__)
overseen = Blueprint("looks_overseen", __name__)
MOST = 200  # lines on a page


@pages.get("/kandidaten/<uuid:candidate_id>/wie-keek")
@allow("adviser", data="log")
@logs("viewed", "log")
def index(candidate_id: UUID) -> str:
    """In which function somebody looked at a dossier of one's own or changed it."""
    return render_template(
        "record/looks.html",
        name=candidate_or_404(candidate_id).name,
        back=("candidates.one", {"candidate_id": candidate_id}),
        **page_of(log_entries.who_looked(database(), candidate_id, before=before())),
    )


@overseen.get("/trajecten/<uuid:candidate_id>/wie-keek")
@allow("coordinator", data="log")
@logs("viewed", "log")
def of_traject(candidate_id: UUID) -> str:
    """The same of any traject."""
    traject = oversight.one(database(), candidate_id, now().date()) or abort(404)
    return render_template(
        "record/looks.html",
        name=traject.name,
        back=("coordination.one", {"candidate_id": candidate_id}),
        **page_of(log_entries.who_looked(database(), candidate_id, before=before())),
    )


def before() -> date:
    """The day that `?voor=` names; else tomorrow, so that today counts."""
    return read_day(request.args.get("voor", "")) or now().date() + timedelta(days=1)


def page_of(looks: list[Look]) -> dict[str, object]:
    """What the list on a page needs: whole days only, and from where it goes on."""
    if len(looks) < MOST or looks[0].day == looks[-1].day:
        return {"looks": looks, "older": None}
    last = looks[-1].day  # this day may go on after the last line
    return {
        "looks": [one for one in looks if one.day != last],
        "older": last + timedelta(days=1),
    }
