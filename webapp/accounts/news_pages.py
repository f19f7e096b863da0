"""Page: a candidate chooses whether a mail says that something new is there."""

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import news
from webapp.record.declaring import logs
from webapp.site.access import allow, me
from webapp.site.request import auth_database

pages = Blueprint("news", __name__)

NEWS_ON = "U krijgt een e-mail als er iets voor u klaarstaat."
NEWS_OFF = "U krijgt geen e-mail meer als er iets voor u klaarstaat."


@pages.post("/account/berichten")
@allow("candidate", data="signing_in")
@logs("changed", "account")
def choose() -> Response:
    """Mail when something is new, or no longer."""
    wanted = request.form.get("wants_news") == "1"
    with auth_database() as db:
        news.choose(db, me().id, wants_news=wanted)
        db.commit()
    flash(NEWS_ON if wanted else NEWS_OFF)
    return redirect(url_for("account.index"), 303)
