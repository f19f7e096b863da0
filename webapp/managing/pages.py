"""Pages: who may sign in and how, for the admin."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.account import ResetReason
from schemas.tables import invitations, managed_accounts
from schemas.tables.managed_accounts import ManagedAccount
from webapp.accounts import inviting
from webapp.accounts.limits import NEEDS_APP
from webapp.accounts.proving import recently_proven
from webapp.managing.pseudonyms import shown_name
from webapp.managing.words import CHOOSE_REASON, PERSONA_WORDS, RESET_WORDS
from webapp.record.declaring import logs
from webapp.site.access import allow, me
from webapp.site.request import database, now
from webapp.writing.fields import Fields

pages = Blueprint("managing", __name__, url_prefix="/beheer/accounts")


@pages.get("")
@allow("admin", data="accounts")
@logs("viewed", "account")
def index() -> str:
    """Every account and every invitation; a candidate's only by a code."""
    return render_template(
        "managing/index.html",
        accounts=managed_accounts.everyone(database()),
        words=PERSONA_WORDS,
        shown_name=shown_name,
        needs_app=NEEDS_APP,
        open=invitations.still_open(database(), None),
        withdrawn=invitations.withdrawn_lately(database(), None),
        invitee_words=inviting.PERSONA_WORDS,
        now=now(),
    )


@pages.get("/<uuid:account_id>")
@allow("admin", data="accounts")
@logs("viewed", "account")
def one(account_id: UUID) -> str:
    """One account, and what can be done about it."""
    return _page("one", _account_or_404(account_id))


@pages.post("/<uuid:account_id>/aan")
@allow("admin", data="accounts")
@logs("changed", "account")
def enable(account_id: UUID) -> Response:
    """Let somebody in again."""
    return _let_in(account_id, active=True)


@pages.post("/<uuid:account_id>/uit")
@allow("admin", data="accounts")
@logs("changed", "account")
def disable(account_id: UUID) -> Response:
    """Keep somebody out, from this moment on."""
    return _let_in(account_id, active=False)


@pages.post("/<uuid:account_id>/uitloggen")
@allow("admin", data="accounts")
@logs("changed", "session")
def sign_out(account_id: UUID) -> Response:
    """End every session of somebody, who may sign in again."""
    ended = managed_accounts.sign_out(database(), account_id)
    if ended is None:
        abort(404)
    flash("Overal uitgelogd. Inloggen kan gewoon weer.")
    return _to(account_id)


@pages.get("/<uuid:account_id>/tweede-stap")
@allow("admin", data="accounts")
@logs("viewed", "account")
@recently_proven
def factor(account_id: UUID) -> str:
    """The form that asks why the second step has to go."""
    return _page("factor", _account_or_404(account_id))


@pages.post("/<uuid:account_id>/tweede-stap")
@allow("admin", data="accounts")
@logs("changed", "account")
@recently_proven
def reset_factor(account_id: UUID) -> Response | tuple[str, int]:
    """Take the app and the codes away; the owner gets a mail."""
    account, fields = _account_or_404(account_id), Fields(request.form)
    reason = cast(ResetReason, fields.one_of("reason", RESET_WORDS, CHOOSE_REASON))
    if fields.errors:
        return _page("factor", account, fields.errors), 422
    if not managed_accounts.reset_factor(database(), account_id, reason):
        abort(404)
    flash("De tweede stap is weg. De eigenaar krijgt een mail.")
    return _to(account_id)


def _let_in(account_id: UUID, *, active: bool) -> Response:
    if not managed_accounts.let_in(database(), account_id, active=active):
        abort(404)
    flash(
        "Dit account mag weer inloggen."
        if active
        else "Geblokkeerd en overal uitgelogd. Toch niet? Laat het account weer toe."
    )
    return _to(account_id)


def _account_or_404(account_id: UUID) -> ManagedAccount:
    """Somebody else's account; one's own has a page of its own."""
    if account_id == me().id:
        abort(404)
    return managed_accounts.one(database(), account_id) or abort(404)


def _page(
    name: str, account: ManagedAccount, errors: Mapping[str, str] | None = None
) -> str:
    return render_template(
        f"managing/{name}.html",
        account=account,
        name=shown_name(account),
        persona=inviting.PERSONA_WORDS[account.persona],
        needs_app=account.persona in NEEDS_APP,
        resets=managed_accounts.resets(database(), account.id),
        reasons=RESET_WORDS,
        errors=errors or {},
    )


def _to(account_id: UUID) -> Response:
    return redirect(url_for("managing.one", account_id=account_id), 303)
