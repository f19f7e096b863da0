"""Pages: sign in and out."""

import ipaddress
import secrets
from datetime import timedelta
from typing import Any
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
    session,
    url_for,
)
from werkzeug.wrappers import Response

from schemas.account import Persona
from schemas.database import Db
from schemas.tables import accounts, sessions
from schemas.tables.accounts import Credentials
from webapp.accounts import passwords
from webapp.site.access import public
from webapp.site.request import auth_database, cookie_name, now, read_cookie
from webapp.writing.fields import Fields

pages = Blueprint("login", __name__)

TOKEN_BYTES = 32
LONGEST = {
    "adviser": timedelta(hours=10),
    "candidate": timedelta(hours=12),
    "opdrachtgever": timedelta(hours=8),
    "coordinator": timedelta(hours=10),
    "admin": timedelta(hours=8),
}
FAILURES_PER_ACCOUNT = 10  # in a quarter of an hour; never a lasting lock
FAILURES_PER_NETWORK = 50
HOME = {  # endpoints of the first page
    "adviser": "candidates.index",
    "candidate": "portal.home",
    "opdrachtgever": "insight.home",
    "coordinator": "coordination.index",
    "admin": "managing.index",
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
    return render_template(
        "login/form.html",
        back=_safe(request.args.get("terug")),
        over=g.me is None and read_cookie() is not None,
    )


@pages.post("/inloggen")
@public
def sign_in() -> Response | tuple[str, int]:
    """One vague message for unknown, disabled, wrong and too often."""
    email = Fields(request.form).line("email")[:254]
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
    with auth_database() as db:
        _end_session(db)
        db.commit()
    session.clear()  # with the token of the forms and what was not said yet
    flash("U bent uitgelogd.")
    response = redirect(url_for("login.form"))
    # without the same attributes a browser keeps a `__Host-` cookie
    response.delete_cookie(cookie_name(), **_cookie_attributes())
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _recognise(db: Db, email: str, password: str) -> Credentials | None:
    """The account, or None; while it is too often no try is weighed or counted."""
    account = accounts.credentials(db, email)
    who = account.id if account else email.lower()  # one account has many spellings
    account_key, network_key = f"account {who}", f"network {_network()}"
    if (
        sessions.failures(db, account_key) >= FAILURES_PER_ACCOUNT
        or sessions.failures(db, network_key) >= FAILURES_PER_NETWORK
    ):
        return None
    nobody = passwords.nobody()
    known_hash = account.password_hash if account else nobody
    right = passwords.is_right(known_hash, password)
    if account is None or not right or not _may_sign_in(account):
        sessions.note_failure(db, account_key)
        sessions.note_failure(db, network_key)
        return None
    sessions.forget_failures(db, account_key)
    if passwords.is_outdated(account.password_hash):
        accounts.replace_hash(db, account.id, passwords.hash_password(password))
    return account


def _may_sign_in(account: Credentials) -> bool:
    """Everybody can read the password of the invented people."""
    return account.active and not (
        account.invented and current_app.config["PRODUCTION"]
    )


def _start_session(account: Credentials, back: str | None) -> Response:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    persona: Persona = account.persona
    with auth_database() as db:
        _end_session(db)
        expires_at = now() + LONGEST[persona]
        sessions.open_session(db, account.id, token, expires_at)
        db.commit()
    response = make_response(redirect(back or url_for(HOME[persona])))
    response.set_cookie(cookie_name(), f"{persona}:{token}", **_cookie_attributes())
    return response


def _end_session(db: Db) -> None:
    if cookie := read_cookie():
        sessions.close_session(db, cookie[1])


def _cookie_attributes() -> dict[str, Any]:
    return {
        "path": "/",
        "httponly": True,
        "samesite": "Lax",
        "secure": current_app.config["PRODUCTION"],
    }


def _safe(address: str | None) -> str | None:
    """Only a path on this site may be gone back to."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    parts = urlsplit(address)
    return address if not parts.scheme and not parts.netloc else None


def _network() -> str:
    """The /24 of an IPv4 address, the /64 of an IPv6 one."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    bits = 24 if address.version == 4 else 64
    return str(ipaddress.ip_network((address, bits), strict=False))
