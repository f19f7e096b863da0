"""Pages: what changed between two rankings of a candidate, and who has looked."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import capacities, match_requests
from schemas.tables import changes as table
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
    return render_template(
        "changes/index.html",
        candidate=candidate,
        other=other,
        compared=_compared(candidate_id, other),
        unseen=announcement(candidate_id),
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
    db = database()
    runs = runs_to_compare(db, candidate_id, "belastbaarheid")
    if runs is None:
        return None
    seen = table.seen_until(db, candidate_id, me().id)
    if seen is not None and seen > runs[0].made_at:
        return None
    found = what_changed(db, runs, today=now().date())
    document = runs[1].capacity_id
    capacity = capacities.one(db, document, vault=vault()) if document else None
    return words.announced(found, capacity)


def _compared(candidate_id: UUID, other: With) -> Compared | None:
    runs = runs_to_compare(database(), candidate_id, other)
    return (
        compare_runs(database(), runs, today=now().date(), vault=vault())
        if runs
        else None
    )
