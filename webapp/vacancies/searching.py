"""Actions: search wider or closer, and add a direction that was suggested."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import SearchProfile, SearchWidth
from schemas.match import MatchRun, Suggestion
from schemas.tables import match_requests, matches, profiles
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database
from webapp.site.visible import candidate_or_404

pages = Blueprint("searching", __name__, url_prefix="/kandidaten/<uuid:candidate_id>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """One way to search: its name, and what it does in a plain sentence."""

    width: SearchWidth
    name: str
    sentence: str


WIDTHS = (
    Width(
        width=0,
        name="Dichtbij",
        sentence="Bovenaan staat wat het meest lijkt op het zoekprofiel.",
    ),
    Width(
        width=1,
        name="Breder",
        sentence="Lijken op het zoekprofiel telt wat minder; werk dat dicht bij "
        "vroeger werk ligt, telt mee.",
    ),
    Width(
        width=2,
        name="Ruim",
        sentence="Lijken op het zoekprofiel telt veel minder; werk dat dicht bij "
        "vroeger werk ligt, telt zwaar mee.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """How is searched now, and what other work could be sought."""

    now: Width
    widths: Sequence[Width]
    suggestions: Sequence[Suggestion]


def searching(profile: SearchProfile, run: MatchRun | None) -> Searching:
    """What the list shows; work that is sought already is no suggestion any more."""
    sought = {
        text.casefold()
        for text in (*profile.search_directions, *profile.second_directions)
    }
    return Searching(
        now=WIDTHS[profile.search_width],
        widths=WIDTHS,
        suggestions=[
            one
            for one in (run.suggestions if run else ())
            if one.direction.casefold() not in sought
        ],
    )


@pages.post("/zoekbreedte")
@allow("adviser", data="profile")
@logs("changed", "profile")
def widen(candidate_id: UUID) -> Response:
    """Search wider or closer from now on, and rank again."""
    candidate_or_404(candidate_id)
    chosen = next(
        (w for w in WIDTHS if str(w.width) == request.form.get("width")), None
    )
    if chosen is None:
        abort(400)
    profiles.set_width(database(), candidate_id, chosen.width)
    return _ranked_again(candidate_id, f"{chosen.name} zoeken. {chosen.sentence}")


@pages.post("/zoekrichting")
@allow("adviser", data="profile")
@logs("changed", "profile")
def add(candidate_id: UUID) -> Response:
    """Add a direction that the latest ranking suggests, and rank again."""
    candidate_or_404(candidate_id)
    run = matches.latest_run(database(), candidate_id)
    known = [one.direction for one in (run.suggestions if run else ())]
    direction = next(
        (one for one in known if one == request.form.get("direction")), None
    )
    if direction is None:
        abort(400)
    if not profiles.add_direction(database(), candidate_id, direction):
        flash("Er staan al twintig zoekrichtingen in het zoekprofiel.", "warning")
        return _to_list(candidate_id)
    return _ranked_again(candidate_id, f"Toegevoegd aan wat ook mag: {direction}.")


def _ranked_again(candidate_id: UUID, said: str) -> Response:
    match_requests.ask(database(), candidate_id)
    flash(f"{said} De vacatures worden opnieuw vergeleken.")
    return _to_list(candidate_id)


def _to_list(candidate_id: UUID) -> Response:
    return redirect(url_for("vacancies.index", candidate_id=candidate_id), 303)
