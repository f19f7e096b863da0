"""Pages: the second step of signing in, and setting up an app."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas import seeds
from schemas.database import Db
from schemas.tables import devices, sessions, sign_ins
from schemas.tables.sign_ins import SignIn
from webapp.accounts import alarming, arriving, codes, cookies, second_factor, totp
from webapp.accounts.limits import CODE_TRIES, DEVICE_LASTS, HOME, MAY_REMEMBER
from webapp.accounts.second_factor import Typed
from webapp.record.declaring import unlogged
from webapp.site import access
from webapp.site.request import auth_database, now

pages = Blueprint("second_factor", __name__)

Answer = Response | str | tuple[str, int]
LONGEST_CODE = 100
SAID = {
    "wrong": "Deze code klopt niet. Kijk goed en probeer het nog eens.",
    "too_soon": "Dat was te snel achter elkaar. Wacht even en probeer het nog eens.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A sign-in halfway, with the connection that knows it."""

    db: Db
    token: str
    sign_in: SignIn


def halfway(view: Callable[[Way], Answer]) -> Callable[[], Answer]:
    """Only for whoever gave a right password just now; others begin again."""

    @access.halfway
    @unlogged
    @wraps(view)
    def guarded() -> Answer:
        token = cookies.halfway()
        with auth_database() as db:
            found = sign_ins.one(db, codes.hash_of(token)) if token else None
            if token is None or found is None:
                flash("Dat duurde te lang. Log opnieuw in.")
                return redirect(url_for("login.form"), 303)
            answer = view(Way(db=db, token=token, sign_in=found))
            db.commit()
        return answer

    return guarded


@pages.get("/inloggen/code")
@halfway
def form(way: Way) -> Answer:
    """Ask for the code."""
    if way.sign_in.new_seed is not None:
        return redirect(url_for("second_factor.set_up"))
    return _form(way)


@pages.post("/inloggen/code")
@halfway
def check(way: Way) -> Answer:
    """Weigh it: in, once more, or begin again."""
    answer = second_factor.answer(
        way.db, way.token, way.sign_in, _typed(), arriving.sealer()
    )
    if answer == "right":
        return _come_in(way)
    if answer == "void":
        flash("U vulde te vaak een verkeerde code in. Log opnieuw in.", "error")
        return redirect(url_for("login.form"), 303)
    return _form(way, SAID[answer]), 401


@pages.post("/inloggen/code/nieuw")
@halfway
def another(way: Way) -> Answer:
    """Mail another code, when it was mail that was asked for."""
    if way.sign_in.code_hash is None:
        abort(404)
    if second_factor.send_code(way.db, way.token, way.sign_in.email, now()):
        flash("Er is een nieuwe code onderweg. De oude werkt niet meer.")
    else:
        flash("Er zijn al genoeg codes gestuurd. Log over een kwartier opnieuw in.")
    return redirect(url_for("second_factor.form", terug=_back()), 303)


@pages.get("/inloggen/app")
@halfway
def set_up(way: Way) -> Answer:
    """Show the secret of an app that is being set up."""
    return _set_up(way) if way.sign_in.new_seed else redirect(url_for(".form"))


@pages.post("/inloggen/app")
@halfway
def take(way: Way) -> Answer:
    """See whether the app shows the right code; then show the recovery codes, once."""
    sealer = arriving.sealer()
    if way.sign_in.tries >= CODE_TRIES * 2 or not second_factor.takes_app(
        way.db, way.token, way.sign_in, _typed(), sealer
    ):
        sign_ins.count_try(way.db, codes.hash_of(way.token))
        return _set_up(way, SAID["wrong"]), 422
    return _with_new_app(way)


def _form(way: Way, error: str = "") -> str:
    return render_template(
        "login/code.html",
        app=way.sign_in.account_seed is not None,
        error=error,
        back=_back(),
        may_remember=way.sign_in.persona in MAY_REMEMBER,
        persona=way.sign_in.persona,
    )


def _set_up(way: Way, error: str = "") -> str:
    sealed = way.sign_in.new_seed or b""
    seed = seeds.unseal(arriving.sealer(), way.sign_in.account_id, sealed)
    return render_template(
        "login/set_up.html",
        picture=totp.picture(seed, way.sign_in.email),
        text=totp.as_text(seed),
        error=error,
        back=_back(),
        persona=way.sign_in.persona,
    )


def _come_in(way: Way) -> Response:
    who = way.sign_in
    response = arriving.signed_in(way.db, who.account_id, who.persona, _back())
    if who.persona in MAY_REMEMBER and request.form.get("remember"):
        token, until = codes.new_token(), now() + DEVICE_LASTS
        devices.remember(way.db, who.account_id, codes.hash_of(token), until)
        cookies.set_device(response, token, DEVICE_LASTS)
    return response


def _with_new_app(way: Way) -> Response:
    """Elsewhere one is signed out: whoever was in there may not have this app.

    Setting it up on the first way in is no change that somebody has to know of.
    """
    who = way.sign_in
    sessions.end_all(way.db, who.account_id)
    sign_ins.end_all(way.db, who.account_id)
    devices.forget(way.db, who.account_id)
    made = second_factor.new_recovery_codes(way.db, who.account_id)
    if who.came_before:
        alarming.tell_owner(way.db, "access_changed", who)
    token = arriving.open_session(way.db, who.account_id, who.persona)
    home = _back() or url_for(HOME[who.persona])
    page = render_template(
        "login/recovery.html", codes=made, onwards=home, persona=who.persona
    )
    return arriving.let_in(Response(page, mimetype="text/html"), who.persona, token)


def _typed() -> Typed:
    code = request.form.get("code", "")[:LONGEST_CODE].strip()
    return Typed(code=code, at=now(), network=arriving.visit().network)


def _back() -> str | None:
    given: Any = request.values.get("terug")
    return arriving.safe(given)
