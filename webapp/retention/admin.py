"""Pages: whether removing keeps up, for the admin: numbers of nobody."""

from datetime import timedelta

from flask import Blueprint, render_template

from schemas.backlog import ALARM_AFTER, together
from schemas.tables import tidying
from webapp.record.declaring import unlogged
from webapp.retention import words
from webapp.site.access import allow
from webapp.site.request import database, now

pages = Blueprint("tidying", __name__)
SHOWN = timedelta(days=30)
STALE = timedelta(days=ALARM_AFTER)


@pages.get("/beheer/opruimen")
@allow("admin", data="tidying")
@unlogged
def index() -> str:
    """How far removing is behind, and what went in the last month."""
    measured, moment = tidying.measured(database()), now()
    backlog = together(measured)
    oldest = min((one.measured_at for one in measured), default=None)
    return render_template(
        "retention/tidying.html",
        measured=measured,
        measured_at=oldest,
        is_stale=oldest is not None and moment - oldest > STALE,
        backlog=backlog,
        removed=tidying.removed_after(database(), (moment - SHOWN).date()),
        words=words.RULE_WORDS,
    )
