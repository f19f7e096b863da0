"""Pages: what changed between two rankings of a candidate, and who has looked."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import changes as table
from schemas.tables import compared_runs, match_requests
from schemas.tables.compared_runs import ComparedRuns
from webapp.changes import words
from webapp.changes.comparing_runs import (
    LISTED,
    Compared,
    With,
    compare_runs,
    runs_to_compare,
    what_changed,
)
from webapp.record.declaring import logs
from webapp.site.access import allow, me
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404

pages = Blueprint(
    "changes", __name__, url_prefix="/kandidaten/<uuid:candidate_id>/veranderd"
)
WITH: Mapping[str, With] = {"vorige": "vorige", "belastbaarheid": "belastbaarheid"}


@pages.get("")
@allow("adviser", data="ranking")
@logs("viewed", "changes")
def index(candidate_id: UUID) -> str:
    """The newest ranking beside the one before, or the last on another document."""
    candidate = candidate_or_404(candidate_id)
    other = WITH.get(request.args.get("met", "vorige")) or abort(404)
    known = _runs(candidate_id)
    compared = _compared(known, other)
    return render_template(
        "changes/index.html",
        candidate=candidate,
        other=other,
        compared=compared,
        unseen=_announcement(known, compared),
        pending=match_requests.is_pending(database(), candidate_id),
        listed=LISTED,
        words=words,
    )


@pages.post("/bekeken")
@allow("adviser", data="ranking")
@logs("changed", "changes")
def look(candidate_id: UUID) -> Response:
    """Show what a new belastbaarheid changed; this adviser is not told of it again."""
    candidate_or_404(candidate_id)
    table.looked(database(), candidate_id, me().id)
    page = url_for(".index", candidate_id=candidate_id, met="belastbaarheid")
    return redirect(page, 303)


def announcement(candidate_id: UUID) -> str | None:
    """What the adviser who asks must still hear of the belastbaarheid that counts now.

    None when nothing changed, or the adviser looked at it since.
    """
    return _announcement(_runs(candidate_id), None)


def _announcement(known: ComparedRuns | None, compared: Compared | None) -> str | None:
    """The same; `compared` is what the page compares already."""
    runs = runs_to_compare(known, "belastbaarheid")
    if known is None or runs is None:
        return None
    before, after = runs
    if known.seen_until is not None and known.seen_until > before.run.made_at:
        return None
    if compared is not None and compared.before.run.id == before.run.id:
        found = compared.found
    else:
        found = what_changed(database(), runs, today=now().date())
    return words.announced(found, after.capacity)


def _runs(candidate_id: UUID) -> ComparedRuns | None:
    return compared_runs.of_candidate(database(), candidate_id, me().id, vault=vault())


def _compared(known: ComparedRuns | None, other: With) -> Compared | None:
    runs = runs_to_compare(known, other)
    return (
        compare_runs(database(), runs, today=now().date(), vault=vault())
        if runs
        else None
    )
