"""Pages: mediation attempts of a candidate: record, list, correct."""

from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.candidate import Candidate
from schemas.dossier import Attempt
from schemas.tables import attempts as table
from webapp.attempts import shared
from webapp.attempts.form import GUARD, as_form, blank
from webapp.attempts.shared import AttemptPage
from webapp.attempts.words import CHANNELS
from webapp.record.declaring import logs
from webapp.record.writing import about, nothing_happened
from webapp.site.access import allow, me
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404

pages = Blueprint("attempts", __name__)
RECENT = 5  # in the dossier
MENDED = (
    "company_id",
    "channel",
    "employer",
    "person",
    "kind",
    "outcome",
    "note",
    "next_step",
    "next_on",
    "happened_on",
)

Answer = str | Response | tuple[str, int]


@pages.get("/kandidaten/<uuid:candidate_id>/pogingen")
@allow("adviser", data="attempts")
@logs("viewed", "attempt")
def index(candidate_id: UUID) -> str:
    """All attempts, and how many over each channel."""
    return render_template(
        "attempts/index.html",
        candidate=candidate_or_404(candidate_id),
        attempts=table.of_candidate(database(), candidate_id, vault=vault()),
        counts=table.per_channel(database(), candidate_id),
        channels=CHANNELS,
    )


@pages.get("/kandidaten/<uuid:candidate_id>/pogingen/nieuw")
@allow("adviser", data="attempts")
@logs("viewed", "attempt")
def new(candidate_id: UUID) -> str:
    """The form, prefilled from `?vacature=` or `?bedrijf=`."""
    page = _new_page(candidate_or_404(candidate_id))
    page = replace(page, vacancy=shared.asked_vacancy(), company=shared.asked_company())
    return shared.show_form(page, _known(page))


@pages.post("/kandidaten/<uuid:candidate_id>/pogingen/nieuw")
@allow("adviser", data="attempts")
@logs("changed", "attempt")
def record(candidate_id: UUID) -> Answer:
    """Record the attempt, or show what is still missing."""
    candidate = candidate_or_404(candidate_id)
    attempt, errors = shared.read_sent(candidate, default_follow_up=True)
    attempt = replace(attempt, candidate_id=candidate_id)
    if errors := errors or shared.not_presented(attempt):
        page = replace(_new_page(candidate), vacancy=shared.vacancy_of(attempt))
        return shared.show_form(page, request.form, errors), 422
    shared.save(attempt)
    return redirect(url_for("attempts.index", candidate_id=candidate_id), 303)


@pages.get("/pogingen/<uuid:attempt_id>")
@allow("adviser", data="attempts")
@logs("viewed", "attempt")
def edit(attempt_id: UUID) -> str:
    """The form of an attempt of one's own."""
    attempt = _own_or_404(attempt_id)
    return shared.show_form(_edit_page(attempt), as_form(attempt))


@pages.post("/pogingen/<uuid:attempt_id>")
@allow("adviser", data="attempts")
@logs("changed", "attempt")
def correct(attempt_id: UUID) -> Answer:
    """Mend the attempt; whose it is and when it was recorded stay."""
    old = _own_or_404(attempt_id)
    if clashes := GUARD.clashes(request.form, as_form(old)):
        page = _edit_page(old)
        return shared.show_form(page, request.form, clashes=clashes), 409
    attempt, errors = shared.read_sent(_whose(old), default_follow_up=False)
    fixed = replace(old, **{name: getattr(attempt, name) for name in MENDED})
    if errors := errors or shared.not_presented(fixed, old):
        return shared.show_form(_edit_page(old), request.form, errors), 422
    if fixed == old:
        nothing_happened()
    else:
        table.correct(database(), fixed, vault=vault())
    flash("Gewijzigd.")
    return redirect(_edit_page(fixed).back, 303)


def _whose(old: Attempt) -> Candidate | None:
    """What was recorded too early once may be mended, and become no earlier."""
    if old.candidate_id is None:
        return None
    found = candidate_or_404(old.candidate_id)
    start = min(found.traject_start, old.happened_on)
    return replace(found, traject_start=start)


def _own_or_404(attempt_id: UUID) -> Attempt:
    db, maker = database(), me().id
    found = table.one_of_maker(db, attempt_id, maker, vault=vault()) or abort(404)
    about(found.candidate_id)
    return found


def _new_page(candidate: Candidate) -> AttemptPage:
    return AttemptPage(
        heading=f"Poging vastleggen voor {candidate.name}",
        back=url_for("attempts.index", candidate_id=candidate.id),
        candidate=candidate,
    )


def _edit_page(attempt: Attempt) -> AttemptPage:
    candidate = candidate_or_404(attempt.candidate_id) if attempt.candidate_id else None
    company = shared.company_or_404(attempt.company_id) if attempt.company_id else None
    if candidate:
        back = url_for("attempts.index", candidate_id=candidate.id)
    elif company:
        back = url_for("companies.one", company_id=company.id)
    else:
        back = url_for("companies.index")
    return AttemptPage(
        heading=f"Wijzig: {attempt.employer}",
        back=back,
        candidate=candidate,
        company=company,
        old=attempt,
    )


def _known(page: AttemptPage) -> dict[str, str]:
    """What the vacancy or the company already tells."""
    known: dict[str, object] = {}
    if page.vacancy:
        known = {
            "vacancy_id": page.vacancy.id,
            "employer": page.vacancy.employer or "",
            "channel": "public",
        }
    if page.company:
        known |= {
            "company_id": page.company.id,
            "employer": page.company.name,
            "channel": "cold_acquisition",
        }
    return blank(uuid4(), now().date(), **known)
