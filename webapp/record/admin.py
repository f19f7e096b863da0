"""Pages: the log, for the admin: kinds and moments, no content, no candidate's name."""

from flask import Blueprint, abort, render_template, request

from schemas.tables import log_entries, log_seals, managed_accounts
from webapp.managing.pseudonyms import shown_name
from webapp.record import words
from webapp.record.declaring import logs
from webapp.site.access import allow
from webapp.site.request import database

pages = Blueprint("log", __name__)
LONGEST = 19  # digits of a number that the database can hold


@pages.get("/beheer/logboek")
@allow("admin", data="log")
@logs("viewed", "log")
def index() -> str:
    """The newest rows, and how far they are sealed."""
    return render_template(
        "record/log.html",
        rows=log_entries.newest(database(), before=_before()),
        seal=log_seals.newest(database()),
        names={
            one.id: shown_name(one) for one in managed_accounts.everyone(database())
        },
        words=words,
    )


def _before() -> int | None:
    """The row that `?voor=` names: the page goes on with those before it."""
    named = request.args.get("voor")
    if named is None:
        return None
    if not (named.isascii() and named.isdigit() and len(named) < LONGEST):
        abort(404)
    return int(named)
