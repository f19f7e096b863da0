"""The candidate of this page, or the same 404 for foreign and unknown ids."""

from uuid import UUID

from flask import abort

from schemas.candidate import Candidate
from schemas.tables import candidates
from webapp.site.request import database


def candidate_or_404(candidate_id: UUID) -> Candidate:
    """Row-level security gives no row for somebody else's candidate."""
    found = candidates.one(database(), candidate_id)
    if found is None:
        abort(404)
    return found
