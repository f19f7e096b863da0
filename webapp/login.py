"""Pages: sign in and out."""

import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    current_app,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from schemas.account import Persona
from schemas.database import Db
from schemas.tables import accounts, sessions
from schemas.tables.accounts import Credentials
from webapp import passwords
from webapp.access import public
from webapp.request import auth_database, cookie_name, now, read_cookie

pages = Blueprint("login", __name__)

TOKEN_BYTES = 32
LONGEST = {
    "adviser": timedelta(hours=10),
    "candidate": timedelta(hours=12),
    "opdrachtgever": timedelta(hours=8),
}
FAILURES_PER_ACCOUNT = 10  # in a quarter of an hour; never a lasting lock
FAILURES_PER_NETWORK = 50
HOME = {  # endpoints of the first page
    "adviser": "candidates.index",
    "candidate": "portal.home",
    "opdrachtgever": "insight.home",
}


@pages.get("/")
@public
def start() -> Response:
    """Everybody to the own first page."""
    if g.me is None:
        return redirect(url_for("login.form"))
    return redirect(url_for(HOME[g.me.persona]))


@pages.get("/inloggen")
@public
def form() -> str:
    """The form; `terug` is where to go afterwards."""
    return render_template("login/form.html", back=_safe(request.args.get("terug")))


@pages.post("/inloggen")
@public
def sign_in() -> Response | tuple[str, int]:
    """One vague message for unknown, disabled, wrong and too often."""
    email = request.form.get("email", "").strip()[:254]
    password = request.form.get("password", "")[:1024]
    with auth_database() as db:
        account = _recognise(db, email, password)
        db.commit()
    back = _safe(request.form.get("terug"))
    if account is None:
        return render_template(
            "login/form.html", back=back, failed=True, email=email
        ), 401
    return _start_session(account, back)


@pages.post("/uitloggen")
@public
def sign_out() -> Response:
    """End the session here and in the database."""
    if cookie := read_cookie():
        with auth_database() as db:
            sessions.close_session(db, cookie[1])
            db.commit()
    flash("U bent uitgelogd.")
    response = redirect(url_for("login.form"))
    response.delete_cookie(cookie_name(), path="/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _recognise(db: Db, email: str, password: str) -> Credentials | None:
    account_key, network_key = f"account {email.lower()}", f"network {_network()}"
    too_often = (
        sessions.failures(db, account_key) >= FAILURES_PER_ACCOUNT
        or sessions.failures(db, network_key) >= FAILURES_PER_NETWORK
    )
    account = accounts.credentials(db, email)
    known_hash = account.password_hash if account else passwords.NOBODY
    right = passwords.is_right(known_hash, password)
    if account is None or not account.active or not right or too_often:
        sessions.note_failure(db, account_key)
        sessions.note_failure(db, network_key)
        return None
    sessions.forget_failures(db, account_key)
    if passwords.is_outdated(account.password_hash):
        accounts.replace_hash(db, account.id, passwords.hash_password(password))
    return account


def _start_session(account: Credentials, back: str | None) -> Response:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    persona: Persona = account.persona
    with auth_database() as db:
        expires_at = now() + LONGEST[persona]
        sessions.open_session(db, account.id, token, expires_at)
        db.commit()
    response = make_response(redirect(back or url_for(HOME[persona])))
    response.set_cookie(
        cookie_name(),
        f"{persona}:{token}",
        path="/",
        httponly=True,
        samesite="Lax",
        secure=bool(current_app.config["PRODUCTION"]),
    )
    return response


def _safe(address: str | None) -> str | None:
    """Only a path on this site may be gone back to."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    parts = urlsplit(address)
    return address if not parts.scheme and not parts.netloc else None


def _network() -> str:
    """The /24 or the first four groups of an IPv6 address."""
    address = request.remote_addr or ""
    separator = ":" if ":" in address else "."
    return separator.join(address.split(separator)[: 4 if separator == ":" else 3])
