"""Pages: a candidate's own data: who looked, and the own file."""

from uuid import UUID

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from schemas.retention import terms
from schemas.tables import dossier_exports, kept, log_entries
from webapp.accounts.proving import recently_proven
from webapp.record.declaring import logs
from webapp.record.looks import before, page_of
from webapp.record.writing import nothing_happened
from webapp.retention.words import OWN_KIND_WORDS
from webapp.site.access import allow
from webapp.site.request import database, now, vault

pages = Blueprint("own_data", __name__, url_prefix="/mijn/gegevens")
ASKED = "Wij maken uw bestand. Dat duurt meestal een minuut."
ENOUGH = "U vroeg vandaag al vijf keer om uw gegevens. Probeer het morgen weer."


@pages.get("")
@allow("candidate", data="export")
@logs("viewed", "export")
def home() -> str:
    """What a candidate can do with the own data."""
    return render_template(
        "record/own_data.html",
        exports=dossier_exports.mine(database()),
        own_terms=kept.own(database()),
        postponed=kept.own_postponement(database(), now().date()),
        own_kinds=OWN_KIND_WORDS,
        months=terms()["file"].months,
    )


@pages.get("/wie-keek")
@allow("candidate", data="log")
@logs("viewed", "log")
def looks() -> str:
    """In which function somebody looked at one's dossier, when, and at what."""
    found = log_entries.who_looked_at_mine(database(), before=before())
    return render_template("record/own_looks.html", **page_of(found))


@pages.post("/bestand")
@allow("candidate", data="export")
@logs("changed", "export")
@recently_proven
def ask() -> Answer:
    """Have the own data put in one file."""
    waits = any(one.made_at is None for one in dossier_exports.mine(database()))
    asked = dossier_exports.ask(database())
    if waits or not asked:
        nothing_happened()
    flash(ASKED if asked else ENOUGH)
    return redirect(url_for(".home"), 303)


@pages.get("/bestand/<uuid:export_id>")
@allow("candidate", data="export")
@logs("exported", "export")
@recently_proven
def take(export_id: UUID) -> Response:
    """The file itself."""
    found = dossier_exports.file(database(), export_id, vault=vault())
    file = found or abort(404)
    answer = Response(file, content_type="application/zip")
    named = f"mijn-gegevens-{now():%Y-%m-%d}.zip"
    answer.headers.set("Content-Disposition", "attachment", filename=named)
    return answer
