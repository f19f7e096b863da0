"""Pages: who may sign in, for the admin."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from schemas.tables import managed_accounts
from webapp.managing.pseudonyms import shown_name
from webapp.managing.words import PERSONA_WORDS
from webapp.record.declaring import logs
from webapp.site.access import allow, me
from webapp.site.request import database

pages = Blueprint("managing", __name__)


@pages.get("/beheer/accounts")
@allow("admin", data="accounts")
@logs("viewed", "account")
def index() -> str:
    """Every account; a candidate's only by a code."""
    return render_template(
        "managing/index.html",
        accounts=managed_accounts.everyone(database()),
        words=PERSONA_WORDS,
        shown_name=shown_name,
        me=me(),
    )


@pages.post("/beheer/accounts/<uuid:account_id>/aan")
@allow("admin", data="accounts")
@logs("changed", "account")
def enable(account_id: UUID) -> Response:
    """Let somebody in again."""
    return _let_in(account_id, active=True)


@pages.post("/beheer/accounts/<uuid:account_id>/uit")
@allow("admin", data="accounts")
@logs("changed", "account")
def disable(account_id: UUID) -> Response:
    """Keep somebody out, from this moment on."""
    return _let_in(account_id, active=False)


def _let_in(account_id: UUID, *, active: bool) -> Response:
    if not managed_accounts.let_in(database(), account_id, active=active):
        abort(404)
    flash("Dit account mag weer inloggen." if active else "Dit account is uit.")
    return redirect(url_for("managing.index"), 303)
