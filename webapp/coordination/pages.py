"""Pages: the trajects of everybody, for the coordinator."""

from flask import Blueprint, render_template

from schemas.tables import oversight
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.trajects.weeks import week_words

pages = Blueprint("coordination", __name__)


@pages.get("/trajecten")
@allow("coordinator", data="traject")
@logs("viewed", "caseload")
def index() -> str:
    """Who guides whom and how far it is; no limits, notes or conversations."""
    today = now().date()
    return render_template(
        "coordination/index.html",
        trajects=oversight.overview(database(), today),
        week_words=week_words,
        today=today,
    )
