"""Proving once more to be there, before something that is hard to take back."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec
from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.database import Db
from schemas.tables import accounts, outbox, second_factors, sessions
from schemas.tables.outbox import NewMail
from webapp.accounts import arriving, codes, passwords, second_factor, throttle
from webapp.accounts.limits import PROOF_LASTS
from webapp.accounts.second_factor import Answer, Typed
from webapp.record.writing import nothing_happened
from webapp.site.request import auth_database, database, now

Given = ParamSpec("Given")


def recently_proven(view: Callable[Given, Any]) -> Callable[Given, Any]:
    """Let a view do its work only within ten minutes of a password or a code.

    Stands under `@allow`. A page sends its reader to prove it and back; a form that
    comes too late is kept, to be sent again.
    """

    @wraps(view)
    def guarded(*args: Given.args, **ids: Given.kwargs) -> Any:  # noqa: ANN401 - the view's own
        if is_proven():
            return view(*args, **ids)
        return _prove_first()

    return guarded


def is_proven() -> bool:
    """Whether whoever asks typed a password or a code in the last ten minutes."""
    mine = sessions.mine(database())
    return mine is not None and now() - mine.proven_at < PROOF_LASTS


def _prove_first() -> Response | tuple[str, int]:
    if request.method == "POST":
        nothing_happened()
        page = render_template("accounts/prove_first.html", typed=request.form)
        return page, 403
    back = request.full_path.rstrip("?")
    return redirect(url_for("account.prove_form", terug=back))


def prove(db: Db, account_id: UUID, typed: Typed) -> Answer:
    """Weigh a password, or a code of the app when there is one."""
    one = throttle.begin(db, str(account_id), typed.network)
    if one is None:
        return "too_soon"
    if _is_owner(db, account_id, typed):
        throttle.whole(db, str(account_id))
        return "right"
    if throttle.failed(db, one):
        outbox.post(db, NewMail(kind="failed_sign_ins", email=g.me.email))
    return "wrong"


def _is_owner(db: Db, account_id: UUID, typed: Typed) -> bool:
    factor = second_factors.one(db, account_id)
    digits = codes.read_digits(typed.code)
    if (
        factor.seed is not None
        and digits.isdigit()
        and len(digits) == codes.CODE_DIGITS
    ):
        return second_factor.uses_app(
            db, account_id, factor.seed, typed, arriving.sealer()
        )
    account = accounts.by_id(db, account_id)
    return account is not None and passwords.is_right(account.password_hash, typed.code)


def remember_proof() -> None:
    """Count this session as proven from now on."""
    mine = sessions.mine(database())
    if mine is not None:
        with auth_database() as db:
            sessions.proven(db, mine.id)
            db.commit()
