"""Page: what an opdrachtgever sees of the own trajects, in dates and numbers."""

from flask import Blueprint, render_template

from schemas.tables import trajects
from webapp.access import allow
from webapp.dossier_words import CHANNELS, PHASES
from webapp.request import database, now
from webapp.traject_time import week_words

pages = Blueprint("insight", __name__)


@pages.get("/mijn-trajecten")
@allow("opdrachtgever")
def home() -> str:
    """The trajects; the database gives no notes, employers, reasons or limits."""
    return render_template(
        "insight/home.html",
        trajects=trajects.progress(database()),
        phases=PHASES,
        channels=CHANNELS,
        week_words=week_words,
        today=now().date(),
    )
