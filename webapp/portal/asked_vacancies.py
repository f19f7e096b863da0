"""Pages: a candidate asks about a vacancy seen elsewhere, by its address."""

from collections.abc import Mapping
from urllib.parse import urldefrag
from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import appointments
from schemas.tables import asked_vacancies as table
from schemas.tables.asked_vacancies import Outcome
from webapp.portal.words import HAS_ENDED
from webapp.record.declaring import logs
from webapp.record.writing import about_thing, nothing_happened
from webapp.site.access import allow
from webapp.site.addresses import web_address
from webapp.site.request import database
from webapp.writing.fields import Fields

pages = Blueprint("asked_vacancies", __name__, url_prefix="/mijn/gevraagd")
LONGEST = 2000
NO_LINK = "Plak hier de link. Die begint met https://"
ENOUGH = "U vroeg vandaag al veel. Probeer het morgen weer."
ASKED = "Wij hebben uw vraag. Uw adviseur ziet deze vacature ook."
GONE = "De vacature staat niet meer in uw lijst."


@pages.get("")
@allow("candidate", data="asked")
@logs("viewed", "asked_vacancy")
def new() -> str | Response:
    """The form with one box; not when the search has ended."""
    if _has_ended():
        return _not_any_more()
    return _page({"id": str(uuid4())}, {})


@pages.post("")
@allow("candidate", data="asked")
@logs("changed", "asked_vacancy")
def ask() -> Response | tuple[str, int]:
    """Keep the question; the list on the first page has the answer, if we know it."""
    if _has_ended():
        return _not_any_more()
    fields = Fields(request.form)
    link = read_link(fields)
    outcome = _ask(fields.new_identity(), link) if link else None
    if outcome == "not_asked":
        fields.errors["link"] = ENOUGH
    if fields.errors:
        return _page(request.form, fields.errors), 422
    if outcome == "stands":
        nothing_happened()
    flash(ASKED)
    return redirect(url_for("portal.home"), 303)


def _has_ended() -> bool:
    return appointments.guidance(database()).ended_on is not None


def _not_any_more() -> Response:
    nothing_happened()
    flash(HAS_ENDED)
    return redirect(url_for("portal.home"), 303)


def _ask(identity: UUID, link: str) -> Outcome:
    """Also by a form that asked it before, when that was taken back in between."""
    outcome = table.ask(database(), identity, link)
    if outcome != "not_asked":
        return outcome
    return table.ask(database(), about_thing(uuid4()), link)


@pages.post("/<uuid:asked_id>/weg")
@allow("candidate", data="asked")
@logs("changed", "asked_vacancy")
def undo(asked_id: UUID) -> Response:
    """Take the question back."""
    if not table.undo(database(), asked_id):
        abort(404)
    flash(GONE)
    return redirect(url_for("portal.home"), 303)


def read_link(fields: Fields) -> str:
    """The web address of the form, without what follows `#`; empty with an error."""
    link = urldefrag(fields.line("link", missing=NO_LINK, longest=LONGEST)).url
    if "link" not in fields.errors and (web_address(link) is None or " " in link):
        fields.errors["link"] = NO_LINK
    return "" if "link" in fields.errors else _lower_scheme(link)


def _lower_scheme(link: str) -> str:
    scheme, _, rest = link.partition(":")
    return f"{scheme.lower()}:{rest}"


def _page(values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    return render_template("portal/ask.html", values=values, errors=errors)
