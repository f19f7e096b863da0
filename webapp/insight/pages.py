"""Pages: what an opdrachtgever sees of the own trajects, in dates and numbers."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from babel.dates import format_date
from flask import Blueprint, abort, render_template

from schemas.tables import trajects
from schemas.traject_end import EndReason
from webapp.attempts.words import CHANNELS, PHASES
from webapp.record.declaring import logs
from webapp.record.writing import about
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.trajects.weeks import week_words

pages = Blueprint("insight", __name__)

# The same words for everybody: what fell off for health is nowhere told apart.
REASONS: Mapping[str, str] = {
    "place": "Reisafstand",
    "education": "Opleiding of papieren",
    "unavailable": "Niet meer beschikbaar",
    "profile": "Overig of nog niet besproken",
}
FEW = "minder dan 3"
# With what a traject ended; of other reasons nothing is told, whichever it is.
RESULTS: Mapping[EndReason, str] = {"placed": "plaatsing"}


@pages.get("/mijn-trajecten")
@allow("opdrachtgever", data="traject")
@logs("viewed", "progress")
def home() -> str:
    """The trajects; the database gives no notes, employers, reasons or limits."""
    found = trajects.progress(database())
    about(*(one.id for one in found))
    return render_template(
        "insight/home.html",
        trajects=found,
        phases=PHASES,
        channels=CHANNELS,
        results=RESULTS,
        week_words=week_words,
        today=now().date(),
    )


@pages.get("/mijn-trajecten/<uuid:candidate_id>/vacatures")
@allow("opdrachtgever", data="shelf")
@logs("viewed", "progress")
def vacancies(candidate_id: UUID) -> str:
    """Which vacancies were looked at, proposed and left, for neutral reasons."""
    db = database()
    return render_template(
        "insight/vacancies.html",
        traject=trajects.own(db, candidate_id) or abort(404),
        months=trajects.by_month(db, candidate_id),
        in_view=trajects.in_view(db, candidate_id),
        reasons=REASONS,
        few=FEW,
        month_word=month_word,
    )


def month_word(first_day: date) -> str:
    """`november 2026`."""
    return format_date(first_day, "LLLL y", locale="nl")
