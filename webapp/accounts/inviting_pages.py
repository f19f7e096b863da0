"""Pages: give somebody access; from a dossier, or as coordinator or admin."""

from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import invitations
from schemas.tables.invitations import Invitation
from webapp.accounts import inviting
from webapp.accounts.inviting import Invited
from webapp.record.declaring import logs
from webapp.record.writing import about, nothing_happened
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.site.visible import candidate_or_404

pages = Blueprint("inviting", __name__)

SENT_TWICE = (
    "Deze uitnodiging is al verstuurd. Maak een nieuwe code als je die kwijt bent."
)


@pages.get("/kandidaten/<uuid:candidate_id>/toegang")
@allow("adviser", data="access")
@logs("viewed", "account")
def dossier(candidate_id: UUID) -> str:
    """Who sees this traject, and who is invited to."""
    return _list(candidate_id)


@pages.post("/kandidaten/<uuid:candidate_id>/toegang")
@allow("adviser", data="access")
@logs("invited", "account")
def invite_to_dossier(candidate_id: UUID) -> Response | str | tuple[str, int]:
    """Invite the candidate, or a contact of the opdrachtgever."""
    candidate_or_404(candidate_id)
    made, errors = _invite(candidate_id)
    if errors:
        return _dossier(candidate_id, request.form, errors), 422
    return _shown(made, candidate_id)


@pages.get("/uitnodigingen")
@allow("coordinator", "admin", data="access")
@logs("viewed", "account")
def colleagues() -> str:
    """Who of the colleagues is invited."""
    return _list(None)


@pages.post("/uitnodigingen")
@allow("coordinator", "admin", data="access")
@logs("invited", "account")
def invite_colleague() -> Response | str | tuple[str, int]:
    """Invite a colleague."""
    made, errors = _invite(None)
    if errors:
        return _colleagues(request.form, errors), 422
    return _shown(made, None)


@pages.post("/uitnodigingen/<uuid:invitation_id>/opnieuw")
@allow("adviser", "coordinator", "admin", data="access")
@logs("invited", "account")
def again(invitation_id: UUID) -> Response | str:
    """A new link by mail, and a new code."""
    return _renew(invitation_id, with_link=True)


@pages.post("/uitnodigingen/<uuid:invitation_id>/code")
@allow("adviser", "coordinator", "admin", data="access")
@logs("invited", "account")
def new_code(invitation_id: UUID) -> Response | str:
    """A new code with the same link."""
    return _renew(invitation_id, with_link=False)


@pages.post("/uitnodigingen/<uuid:invitation_id>/intrekken")
@allow("adviser", "coordinator", "admin", data="access")
@logs("changed", "account")
def withdraw(invitation_id: UUID) -> Response:
    """The link leads nowhere from now on."""
    found = _open_or_404(invitation_id)
    if not invitations.withdraw(database(), invitation_id):
        abort(404)
    flash(f"De uitnodiging van {found.name} is ingetrokken.")
    return redirect(_back_to(found.candidate_id), 303)


@pages.post("/uitnodigingen/<uuid:invitation_id>/terug")
@allow("adviser", "coordinator", "admin", data="access")
@logs("changed", "account")
def restore(invitation_id: UUID) -> Response | tuple[str, int]:
    """The link leads somewhere again: it was withdrawn by mistake.

    When another one came first, the page says so.
    """
    found = invitations.one(database(), invitation_id) or abort(404)
    about(found.candidate_id)
    if not invitations.restore(database(), invitation_id):
        return _stays_withdrawn(found)
    flash(f"De uitnodiging van {found.name} geldt weer.")
    return redirect(_back_to(found.candidate_id), 303)


def _invite(candidate: UUID | None) -> tuple[Invited | None, dict[str, str]]:
    new, code, errors = inviting.read(request.form, candidate)
    if not errors and new.persona not in dict(
        inviting.invitable(database(), candidate)
    ):
        errors["persona"] = "Kies voor wie dit is."
    if errors:
        return None, errors
    outcome = invitations.invite(database(), new)
    if refused := inviting.REFUSED.get(outcome):
        return None, {"email": refused}
    if outcome == "sent_twice":
        return None, {}
    return Invited(id=new.id, email=new.email, code=code), {}


def _renew(invitation_id: UUID, *, with_link: bool) -> Response | str:
    found = _open_or_404(invitation_id)
    code = inviting.renew(database(), invitation_id, with_link=with_link)
    if code is None:
        abort(404)
    made = Invited(id=found.id, email=found.email, code=code)
    return _shown(made, found.candidate_id, mailed=with_link)


def _shown(
    made: Invited | None, candidate: UUID | None, *, mailed: bool = True
) -> Response | str:
    """The code, this once: nothing of it is kept but a hash."""
    if made is None:
        nothing_happened()
        flash(SENT_TWICE)
        return redirect(_back_to(candidate), 303)
    return render_template(
        "accounts/invited.html", made=made, mailed=mailed, back=_back_to(candidate)
    )


def _open_or_404(invitation_id: UUID) -> Invitation:
    found = invitations.one(database(), invitation_id)
    if found is None or found.accepted_at or found.withdrawn_at:
        abort(404)
    about(found.candidate_id)
    return found


def _back_to(candidate: UUID | None) -> str:
    if candidate is None:
        return url_for("inviting.colleagues")
    return url_for("inviting.dossier", candidate_id=candidate)


def _stays_withdrawn(found: Invitation) -> tuple[str, int]:
    """The page that says why; 404 for what was not withdrawn, or too long ago."""
    lately = invitations.withdrawn_lately(database(), found.candidate_id)
    if found.id not in {one.id for one in lately}:
        abort(404)
    return _list(found.candidate_id), 409


def _list(candidate: UUID | None) -> str:
    values = {"id": uuid4()}
    return _dossier(candidate, values, {}) if candidate else _colleagues(values, {})


def _dossier(candidate_id: UUID, values: object, errors: dict[str, str]) -> str:
    candidate, db = candidate_or_404(candidate_id), database()
    return render_template(
        "accounts/access.html",
        candidate=candidate,
        people=invitations.people_of(db, candidate_id),
        open=invitations.still_open(db, candidate_id),
        withdrawn=invitations.withdrawn_lately(db, candidate_id),
        words=inviting.PERSONA_WORDS,
        stays=inviting.STAYS,
        values=values,
        errors=errors,
        now=now(),
    )


def _colleagues(values: object, errors: dict[str, str]) -> str:
    db = database()
    return render_template(
        "accounts/colleagues.html",
        open=invitations.still_open(db, None),
        withdrawn=invitations.withdrawn_lately(db, None),
        invitable=inviting.invitable(db, None),
        words=inviting.PERSONA_WORDS,
        stays=inviting.STAYS,
        values=values,
        errors=errors,
        now=now(),
    )
