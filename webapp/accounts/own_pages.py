"""Pages: one's own account; where one is signed in, password, second step."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import devices, news, second_factors, sessions
from schemas.tables.second_factors import SecondFactor
from webapp.accounts import alarming, arriving, proving, second_factor
from webapp.accounts.changing import NewPassword, change_password
from webapp.accounts.limits import IDLE, NEEDS_APP
from webapp.accounts.proving import recently_proven
from webapp.accounts.second_factor import Typed
from webapp.accounts.wording import you
from webapp.record.declaring import logs, unlogged
from webapp.site.access import me, signed_in
from webapp.site.request import auth_database, database, now

pages = Blueprint("account", __name__)

LONGEST_PROOF = 1024
NOT_PROVEN = {
    "wrong": "Dit klopt niet. Probeer het nog eens.",
    "too_soon": "Dat was te snel achter elkaar. Wacht even en probeer het nog eens.",
}


@pages.get("/account")
@signed_in
@unlogged
def index() -> str:
    """Everything of the account in one place."""
    return render_template(
        "accounts/index.html",
        places=sessions.places(database(), IDLE[me().persona]),
        mine=sessions.mine(database()),
        factor=_factor(),
        needs_app=me().persona in NEEDS_APP,
        wants_news=_wants_news(),
    )


@pages.post("/account/plekken/<uuid:session_id>/uit")
@signed_in
@logs("changed", "session")
def end_one(session_id: UUID) -> Response:
    """End one of the own sessions."""
    if not sessions.end_one(database(), session_id):
        abort(404)
    flash(you("Je bent daar uitgelogd.", "U bent daar uitgelogd."))
    return redirect(url_for("account.index"), 303)


@pages.post("/account/plekken/andere/uit")
@signed_in
@logs("changed", "session")
def end_others() -> Response:
    """End every session but this one, and trust no device any more."""
    mine = sessions.mine(database())
    with auth_database() as db:
        sessions.end_all(db, me().id, but=mine.id if mine else None)
        devices.forget(db, me().id)
        db.commit()
    flash(you("Je bent overal elders uitgelogd.", "U bent overal elders uitgelogd."))
    return redirect(url_for("account.index"), 303)


@pages.get("/account/wachtwoord")
@signed_in
@unlogged
def password_form() -> str:
    """The form for another password."""
    return render_template("accounts/password.html", errors={})


@pages.post("/account/wachtwoord")
@signed_in
@logs("changed", "account")
def password() -> Response | tuple[str, int]:
    """Another password; elsewhere one is signed out."""
    mine = sessions.mine(database())
    new = NewPassword.read(request.form, network=arriving.visit().network)
    with auth_database() as db:
        errors = change_password(db, me(), new, keep=mine.id if mine else None)
        db.commit()
    if errors:
        return render_template("accounts/password.html", errors=errors), 422
    flash(you("Je wachtwoord is veranderd.", "Uw wachtwoord is veranderd."))
    return redirect(url_for("account.index"), 303)


@pages.get("/account/bevestig")
@signed_in
@unlogged
def prove_form() -> str:
    """Ask for the password once more."""
    return _prove_page()


@pages.post("/account/bevestig")
@signed_in
@unlogged
def prove() -> Response | tuple[str, int]:
    """Weigh it, and on to where one was going."""
    code = request.form.get("proof", "")[:LONGEST_PROOF]
    typed = Typed(code=code, at=now(), network=arriving.visit().network)
    with auth_database() as db:
        answer = proving.prove(db, me().id, typed)
        db.commit()
    if answer != "right":
        return _prove_page(NOT_PROVEN[answer]), 401
    proving.remember_proof()
    back = arriving.safe(request.form.get("terug"))
    return redirect(back or url_for("account.index"), 303)


@pages.get("/account/tweede-stap")
@signed_in
@unlogged
@recently_proven
def factor() -> str:
    """The app and the recovery codes."""
    return render_template(
        "accounts/factor.html",
        factor=_factor(),
        needs_app=me().persona in NEEDS_APP,
    )


@pages.post("/account/tweede-stap/app")
@signed_in
@logs("changed", "account")
@recently_proven
def new_app() -> Response:
    """Begin to set up an app; the one of before counts until the new one does."""
    with auth_database() as db:
        back = url_for("account.index")
        response = arriving.halfway(db, me().id, me().email, "set_up_app", back)
        db.commit()
    return response


@pages.post("/account/tweede-stap/codes")
@signed_in
@logs("changed", "account")
@recently_proven
def new_codes() -> str:
    """Ten new recovery codes, shown once."""
    with auth_database() as db:
        if second_factors.one(db, me().id).seed is None:
            abort(404)
        made = second_factor.new_recovery_codes(db, me().id)
        alarming.tell_owner(db, "access_changed", me())
        db.commit()
    onwards = url_for("account.index")
    return render_template("login/recovery.html", codes=made, onwards=onwards)


@pages.post("/account/tweede-stap/app-weg")
@signed_in
@logs("changed", "account")
@recently_proven
def drop_app() -> Response:
    """Back to codes by mail, for whoever may."""
    if me().persona in NEEDS_APP:
        abort(404)
    with auth_database() as db:
        second_factors.set_seed(db, me().id, None)
        second_factors.replace_codes(db, me().id, ())
        alarming.tell_owner(db, "access_changed", me())
        db.commit()
    flash("De app is weg. U krijgt nu een code per e-mail als u inlogt.")
    return redirect(url_for("account.index"), 303)


def _wants_news() -> bool:
    with auth_database() as db:
        return news.wants(db, me().id)


def _factor() -> SecondFactor:
    with auth_database() as db:
        return second_factors.one(db, me().id)


def _prove_page(error: str = "") -> str:
    back = arriving.safe(request.values.get("terug"))
    return render_template(
        "accounts/prove.html",
        error=error,
        back=back,
        has_app=_factor().seed is not None,
    )
