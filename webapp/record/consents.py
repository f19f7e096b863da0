"""Pages: what a candidate agrees to beyond what is needed, and takes back at will."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.dossier import ConsentItem
from schemas.tables import consents as table
from webapp.record.declaring import logs
from webapp.record.writing import about_thing, nothing_happened
from webapp.site.access import allow
from webapp.site.request import database
from webapp.writing.fields import Fields, unless_taken_back

pages = Blueprint("consents", __name__, url_prefix="/mijn/gegevens/toestemming")
GIVEN = "Wij schreven op dat u dit goed vindt."
WITHDRAWN = "U vindt dit niet meer goed. Wij doen het niet meer."
NO_COMPANY = "Vul in welk bedrijf uw cv mag krijgen."
CHOOSE = "Kies wat u goed vindt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked, in the words of this version; other words are a new version."""

    title: str
    text: str
    version: int


# What somebody agreed to stays: other words get a new version beside the old.
TEXTS: Mapping[ConsentItem, tuple[Asked, ...]] = {
    "present_cv": (
        Asked(
            title="Mijn cv aan een bedrijf geven",
            text="Mijn adviseur mag mijn cv geven aan dit bedrijf.",
            version=1,
        ),
    ),
    "photo": (
        Asked(
            title="Een foto van mij gebruiken",
            text="Mijn adviseur mag mijn foto bij mijn cv doen.",
            version=1,
        ),
    ),
    "whatsapp": (
        Asked(
            title="Appen via WhatsApp",
            text="Mijn adviseur mag mij berichten sturen via WhatsApp.",
            version=1,
        ),
    ),
}


def words_of(item: str, version: int) -> Asked:
    """What was asked in these words; LookupError for words that never were."""
    found = (one for one in TEXTS[cast(ConsentItem, item)] if one.version == version)
    asked = next(found, None)
    if asked is None:
        raise LookupError(f"{item} has no version {version}")
    return asked


def newest(item: ConsentItem) -> Asked:
    """What is asked today."""
    return TEXTS[item][-1]


@pages.get("")
@allow("candidate", data="consents")
@logs("viewed", "consent")
def index() -> str:
    """What is asked, what was agreed to, and the buttons."""
    return _page({}, {})


@pages.post("")
@allow("candidate", data="consents")
@logs("changed", "consent")
def give() -> Response | tuple[str, int]:
    """Agree to one thing."""
    fields = Fields(request.form)
    item = cast(ConsentItem, fields.one_of("item", TEXTS, CHOOSE))
    missing = NO_COMPANY if item == "present_cv" else None
    company = fields.line("company", missing=missing)
    if fields.errors:
        return _page(request.form, fields.errors), 422
    company = company if item == "present_cv" else ""
    if not _give(fields.new_identity(), item, company):
        nothing_happened()
    flash(GIVEN)
    return redirect(url_for(".index"), 303)


def _give(identity: UUID, item: ConsentItem, company: str) -> bool:
    """Also by a form that gave it before, when it was taken back in between."""
    db, version = database(), newest(item).version
    withdrawn = {one.id for one in table.mine(db) if one.withdrawn_at is not None}
    new = about_thing(unless_taken_back(identity, withdrawn))
    return table.give(db, new, item, company, version)


@pages.post("/<uuid:consent_id>/intrekken")
@allow("candidate", data="consents")
@logs("changed", "consent")
def withdraw(consent_id: UUID) -> Response:
    """Agree no longer, with one button and without a reason."""
    if not table.withdraw(database(), consent_id):
        abort(404)
    flash(WITHDRAWN)
    return redirect(url_for(".index"), 303)


def _page(values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    given = table.mine(database())
    return render_template(
        "record/consents.html",
        in_force=[one for one in given if one.withdrawn_at is None],
        withdrawn=[one for one in given if one.withdrawn_at is not None],
        texts={item: newest(item) for item in TEXTS},
        new_ids={item: uuid4() for item in TEXTS},
        words_of=words_of,
        values=values,
        errors=errors,
    )
