"""Downloads: the lists of an adviser for a spreadsheet."""

from uuid import UUID

from flask import Blueprint, Response, abort, request

from schemas.tables import attempts, candidates
from webapp.accounts.proving import recently_proven
from webapp.exports.lists import attempts_sheet, caseload_sheet
from webapp.exports.sheets import MIMETYPES, Kind, Sheet, written
from webapp.record.declaring import logs
from webapp.record.writing import about
from webapp.site.access import allow
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404

pages = Blueprint("exports", __name__, url_prefix="/kandidaten")


@pages.get("/lijst")
@allow("adviser", data="traject")
@logs("exported", "caseload")
@recently_proven
def caseload() -> Response:
    """The adviser's own candidates."""
    today = now().date()
    found = candidates.caseload(database(), today)
    about(*(one.id for one in found))
    return _file(caseload_sheet(found, today))


@pages.get("/<uuid:candidate_id>/pogingen/lijst")
@allow("adviser", data="attempts")
@logs("exported", "attempt")
@recently_proven
def record(candidate_id: UUID) -> Response:
    """All attempts for a candidate; the name is not in that of the file."""
    candidate_or_404(candidate_id)
    tried = attempts.of_candidate(database(), candidate_id, vault=vault())
    return _file(attempts_sheet(tried))


def _file(sheet: Sheet) -> Response:
    kind = _kind(request.args.get("soort", "csv"))
    answer = Response(written(sheet, kind), content_type=MIMETYPES[kind])
    named = f"{sheet.name.lower()}-{now():%Y-%m-%d}.{kind}"
    answer.headers.set("Content-Disposition", "attachment", filename=named)
    return answer


def _kind(asked: str) -> Kind:
    return asked if asked in MIMETYPES else abort(404)
